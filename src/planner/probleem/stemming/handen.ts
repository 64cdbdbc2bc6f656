import type { AnyAction, Ctx, View } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuseFields, type Refused } from '../../../process/contract/decision.ts';
import { withdraw, type Project } from '../../../process/feiten/project.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';
import { sayIfNew } from '../../../process/feiten/say-if-new.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import type { Fields } from '../../../process/vormen/form.ts';
import { gelukt, item, lijst, type Button, type Item } from '../../../process/vormen/screen.ts';
import { stem } from '../../plan/plan.ts';
import { STAP } from '../regels/eigen.ts';
import { SLUITEN, UITSLAG } from '../regels/knoppen.ts';
import { openStemming, type Stemming } from '../regels/overleg1.ts';
import { handenFouten, handenUit, handenVelden, wieUit } from './handen-biljet.ts';
import {
  gekozenOrganisatie,
  organisatieMet,
  organisaties,
  volgendeNa,
  type Organisatie,
} from './organisaties.ts';
import { stembaar } from './stembiljet.ts';
import { handen as handenNu } from './stemmen-nu.ts';
import { stand } from './uitslag.ts';
import { isGeheim, isKlein } from './zicht.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** A show of hands or stickers, counted for each organisatie and onderwerp, entered by whoever leads (rule 3). */

const GEEN = 'Er is nu geen stemming open.';
export const GEEN_STEMMING: Refused = notNow(GEEN);

const ANDERE: Button = { titel: 'Alle organisaties', verb: 'stem.organisaties' };

const open = ({ project }: Ctx): Stemming | undefined => {
  const nu = openStemming(project);
  return nu && stembaar(project, nu).length > 0 ? nu : undefined;
};

/** One organisatie at a time: the people whose hands these are, and what they chose. */
const handen: AnyAction = vorm<Fields>({
  verb: 'stem.handen',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const nu = open(ctx);
    if (!nu) return GEEN_STEMMING;
    if (isGeheim(nu) && isVoorIedereen(ctx.project)) return HIER_NIET;
    const van = gekozenOrganisatie(ctx);
    if (!van) return notNow('Iedereen heeft zelf gestemd.');
    return formOf<Fields>(
      `Opgestoken handen: ${kortweg(van.naam, 60)}`,
      handenVelden(ctx.project, nu, van),
      {
        rev: van.handen?.rev ?? 0,
        uitleg: [
          `Dit is nummer ${van.plaats} van ${organisaties(ctx.project).length}.`,
          ...zelfGestemd(ctx.project, van),
          stand(ctx.project),
          ...(isGeheim(nu) ? [nietMeer(van)] : metHanden(ctx.project, van)),
        ],
        nogEen: volgendeNa(ctx.project, van) ? 'Opslaan en volgende' : '',
        knoppen: [...naarVolgende(ctx.project, van), ANDERE, UITSLAG],
      },
    );
  },
  decide: (ctx, values) => {
    const { project } = ctx;
    const nu = open(ctx);
    if (!nu) return GEEN_STEMMING;
    const van = gekozenOrganisatie(ctx);
    if (!van) return notNow('Iedereen heeft zelf gestemd.');
    const voor = wieUit(values);
    if (voor.length === 0) return accept(van.id, van.handen ? [withdraw(stem, van.id)] : []);
    const punten = handenUit(nu, values);
    const velden = handenFouten(project, nu, { van, voor, punten });
    if (Object.keys(velden).length > 0) return refuseFields(velden);
    const facts = { van: van.wie, punten, handen: true, ronde: nu.facts.ronde, voor };
    return accept(van.id, sayIfNew(project, stem, { id: van.id, facts, texts: {} }));
  },
  receipt: ({ project }, about) => {
    const van = organisatieMet(project, about);
    return gelukt(
      van?.handen
        ? `De handen van ${kortweg(van.naam, 60)} zijn geteld.`
        : 'Deze handen tellen niet mee.',
      [isKlein(project) ? (van?.handen ? OOK_ZELF : LEEG) : stand(project)],
      [...(van ? naarVolgende(project, van) : []), ANDERE],
    );
  },
});

/** A count of a secret vote is entered blind: what stood there gives way to what is typed now. */
const nietMeer = ({ handen: eerder }: Organisatie) =>
  eerder
    ? 'Deze stemming is geheim. Wat je eerder invulde, zie je niet. Tel alles opnieuw.'
    : 'Deze stemming is geheim. Na het opslaan zie je de aantallen niet meer.';

/** Where others read along, an earlier count of few voters does not stand on the form either. */
const metHanden = (project: Project, { handen: eerder }: Organisatie): string[] => [
  isKlein(project)
    ? 'In de uitslag staat dat er handen zijn opgestoken.'
    : 'In de uitslag staat: met opgestoken handen.',
  ...(eerder && isKlein(project) && isVoorIedereen(project)
    ? ['Wat je eerder invulde, zie je hier niet. Tel alles opnieuw.']
    : []),
];

/** The way past an organisatie of which nobody raised a hand. */
const naarVolgende = (project: Project, van: Organisatie): Button[] => {
  const meer = volgendeNa(project, van);
  const args = { organisatie: meer?.wie ?? '' };
  return meer ? [{ titel: 'Volgende organisatie', verb: 'stem.handen', args }] : [];
};

/** A form in a conversation stands there for all, with what is filled in on it. */
const HIER_NIET = notNow(
  'Deze stemming is geheim. Tel de handen in je chat met mij, of in de tab.',
);

/** Said of few voters, of whom nobody reads who voted: whether it happened or not. */
const OOK_ZELF = 'Stemde iemand ook zelf? Dan tellen de handen van die organisatie niet mee.';

/** Said in place of how many voted, which tells of few voters whether somebody voted themselves. */
const LEEG = 'Er staan nu geen handen van deze organisatie.';

/** Whoever voted themselves has no hand to count. */
function zelfGestemd(project: Project, { mensen, kan }: Organisatie): string[] {
  if (isKlein(project)) return [OOK_ZELF];
  const zelf = mensen.length - kan.length;
  if (zelf === 0) return [];
  return [`${zelf === 1 ? '1 van hen stemde' : `${zelf} van hen stemden`} zelf. Tel die niet mee.`];
}

/** What was entered so far, without what they chose: that is hidden until the close. */
const overzicht: View = {
  verb: 'stem.organisaties',
  right: 'projectleider',
  needsVerstuurd: false,
  show: (ctx) => {
    if (!open(ctx)) return lijst('Opgestoken handen', [], { uitleg: [GEEN], knoppen: [UITSLAG] });
    return lijst(
      'Opgestoken handen',
      [{ kop: '', items: organisaties(ctx.project).map(organisatieItem) }],
      {
        uitleg: [stand(ctx.project), ...(isKlein(ctx.project) ? [OOK_ZELF] : [])],
        knoppen: [SLUITEN, UITSLAG],
        pagina: ctx.args['pagina'],
      },
    );
  },
};

function organisatieItem(van: Organisatie): Item {
  const args = { organisatie: van.wie };
  const knop = (titel: string) => [{ titel, verb: 'stem.handen', args }];
  if (van.handen && van.isVervallen) return item(van.naam, [VERVALLEN], knop('Opnieuw tellen'));
  if (van.handen) {
    const wie = aantal(van.handen.facts.voor.length, 'persoon', 'mensen');
    return item(van.naam, [`Geteld, van ${wie}.`], knop('Aanpassen'));
  }
  return van.kan.length === 0
    ? item(van.naam, ['Al gestemd.'])
    : item(van.naam, ['Nog niet geteld.'], knop('Handen tellen'));
}

const VERVALLEN = 'Telt niet mee: iemand stemde daarna zelf.';

/**
 * The organisaties whose hands do not count any more, so that whoever leads counts them again. Of few voters only that it
 * may be so.
 */
export const opnieuwTellen = ({ project }: Pick<Ctx, 'project'>): string[] =>
  isKlein(project)
    ? handenNu(project)
        .slice(0, 1)
        .map(() => OOK_ZELF)
    : vervallen(project);

const vervallen = (project: Project): string[] =>
  organisaties(project)
    .filter(({ isVervallen }) => isVervallen)
    .map(({ naam }) => aaneen`${kortweg(naam, 60)}: iemand stemde zelf. Tel hun handen opnieuw.`);

export const handenActies: readonly AnyAction[] = [handen];
export const handenWeergaven: readonly View[] = [overzicht];
