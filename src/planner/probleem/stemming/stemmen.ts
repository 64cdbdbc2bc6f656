import type { AnyAction, Ctx, View } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { notNow } from '../../../process/contract/decision.ts';
import { leads, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import type { Fields } from '../../../process/vormen/form.ts';
import { GRAFIEK } from '../../../process/vormen/grenzen.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';
import { eigenaar } from '../../../process/contract/namens.ts';
import { type Project } from '../../../process/feiten/project.ts';
import {
  bericht,
  item,
  lijst,
  type Button,
  type Grafiek,
  type Item,
  ontvangen,
} from '../../../process/vormen/screen.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { naamVanOnderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { STAP } from '../regels/eigen.ts';
import { openStemming, stemmingVan, vasteLijst, type Stemming } from '../regels/overleg1.ts';
import { HANDEN, PRIORITEITEN, SLUITEN, STEMMING_OPENEN, UITSLAG } from '../regels/knoppen.ts';
import { VASTSTELLEN } from '../../plan/knoppen.ts';
import { stembaar, stemVelden, stemVraag } from './stembiljet.ts';
import { alZelf, brengUit } from './uitbrengen.ts';
import { GEEN_STEMMING, handenActies, handenWeergaven, opnieuwTellen } from './handen.ts';
import { gestemd, stemVan, type Stem } from './stemmen-nu.ts';
import { heropenKnoppen } from './stemming.ts';
import { geenStem, stand, uitslagRegels } from './uitslag.ts';
import { getoond, type Getoond } from './getoond.ts';
import { isGeheim, isKlein, wanneerZin, zichtZin } from './zicht.ts';
import { zichtKnoppen } from './zicht-kiezen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** A person's own vote; voting again replaces it until the close. For a partner it counts as a raised hand. */
const stemmen: AnyAction = vorm<Fields>({
  verb: 'stem',
  right: 'deelnemer',
  when: { vanaf: STAP },
  form: (ctx) => {
    const { project, args, actor } = ctx;
    const nu = openStemming(project);
    if (!nu || stembaar(project, nu).length === 0) return GEEN_STEMMING;
    if (args['ronde'] && args['ronde'] !== String(nu.facts.ronde))
      return notNow('Deze stemming is voorbij. Er is een nieuwe. Open die.');
    if (isGeheim(nu) && isVoorIedereen(project)) return HIER_NIET;
    const van = eigenaar(ctx);
    const isZelf = van.id === actor.id;
    const cast = stemVan(project, van.id);
    // Of few voters the ballot for another is the same whether they voted or not.
    const own = isZelf || !isKlein(project) ? cast : undefined;
    if (!isZelf && own && !own.facts.handen) return alZelf(van);
    return formOf(stemVraag(nu), stemVelden(project, nu, teLezen({ nu, own, isZelf })), {
      // A ballot that said something else of who reads it is shown again before it counts.
      rev: Math.max(nu.rev, own?.rev ?? 0),
      uitleg: isZelf
        ? [zichtZin(nu), wanneerZin(nu), ...handGeteld(project, actor)]
        : [
            aaneen`Je stemt namens ${van.naam}.`,
            zichtZin(nu),
            ...(isKlein(project)
              ? [aaneen`Stemde ${van.naam} ook zelf? Dan telt alleen die stem.`]
              : []),
          ],
      opslaan: 'Stem',
      knoppen: [{ titel: 'Bekijk de problemen', verb: 'lijst' }],
    });
  },
  decide: (ctx, values) => {
    const nu = openStemming(ctx.project);
    if (!nu) return GEEN_STEMMING;
    const van = eigenaar(ctx);
    return brengUit(ctx.project, nu, { van, isHanden: van.id !== ctx.actor.id }, values);
  },
  receipt: ({ project, actor }, about) =>
    about !== actor.id && isKlein(project)
      ? ontvangen(['Je invoer is ontvangen.', 'Wie zelf stemt, houdt de eigen stem.'], [UITSLAG])
      : ontvangen(
          ['Je stem is opgeslagen.', 'Je kunt je stem aanpassen tot de stemming sluit.'],
          [UITSLAG],
        ),
});

/** A ballot in a conversation stands there for all, with what is filled in on it. */
const HIER_NIET = notNow('Deze stemming is geheim. Stem in je chat met mij.');

/** What stands on the ballot already: what was entered for another is read by nobody in a secret vote. */
const teLezen = ({ nu, own, isZelf }: { nu: Stemming; own: Stem | undefined; isZelf: boolean }) =>
  isZelf || !isGeheim(nu) ? own?.facts.punten : undefined;

/** Whoever raised a hand may vote themselves as well: the hand then gives way. */
const handGeteld = (project: Project, { id }: Deelnemer): string[] =>
  !stemVan(project, id) && gestemd(project).includes(id)
    ? ['Jouw hand is al geteld. Stem je zelf? Dan telt je hand niet meer.']
    : [];

/** Everybody sees how many voted, and the result after their own vote or the close. */
const weergave: View = {
  verb: 'stemming',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, actor, args } = ctx;
    const nu = stemmingVan(project);
    if (!nu)
      return bericht(
        'uitleg',
        'Er is nog niet gestemd.',
        ['De projectleider opent de stemming in overleg 1.'],
        [
          ...(leads(actor) ? [STEMMING_OPENEN] : []),
          { titel: 'Bekijk de problemen', verb: 'lijst' },
        ],
      );
    const gezien = getoond(ctx);
    return lijst(
      nu.facts.open ? 'De stemming is open' : 'Uitslag van de stemming',
      [{ kop: '', items: gezien ? zichtbaar(project, gezien) : verborgen(project, nu) }],
      {
        uitleg: [
          stand(project),
          ...(gezien ? gezien.waarom : [wanneerZin(nu)]),
          ...geenStem(project, actor),
          ...(leads(actor) && !vasteLijst(project) ? opnieuwTellen(ctx) : []),
        ],
        knoppen: knoppen(ctx, nu),
        pagina: args['pagina'],
        grafiek: gezien?.metAantallen ? grafiek(project, gezien) : undefined,
      },
    );
  },
};

const verborgen = (project: Project, { facts }: Stemming): Item[] =>
  facts.onderwerpen.map((id) => item(kortweg(naamVanOnderwerp(project, id), 300)));

const zichtbaar = (project: Project, { uitslagen, metAantallen }: Getoond): Item[] =>
  uitslagen.map((found, at) => {
    const naam = kortweg(naamVanOnderwerp(project, found.id), 300);
    return metAantallen ? item(naam, uitslagRegels(project, found)) : item(`${at + 1}. ${naam}`);
  });

function grafiek(project: Project, { uitslagen }: Getoond): Grafiek {
  const isPunten = stemmingVan(project)?.facts.vorm === 'punten';
  return {
    soort: 'staven',
    titel: stemmingVan(project)?.facts.open ? 'Stand van de stemming' : 'Uitslag van de stemming',
    punten: uitslagen.slice(0, GRAFIEK.staven).map(({ id, totaal }) => ({
      naam: kortweg(naamVanOnderwerp(project, id), GRAFIEK.tekens),
      waarde: totaal,
      zin: isPunten ? aantal(totaal, 'punt', 'punten') : aantal(totaal, 'stem', 'stemmen'),
    })),
  };
}

function knoppen({ project, actor }: Ctx, nu: Stemming): Button[] {
  const { facts } = nu;
  const own: Button = {
    titel: stemVan(project, actor.id) ? 'Mijn stem aanpassen' : 'Stemmen',
    verb: 'stem',
    args: { ronde: String(facts.ronde) },
  };
  const zicht = zichtKnoppen(project, nu);
  if (facts.open) return leads(actor) ? [own, HANDEN, SLUITEN, ...zicht] : [own];
  const isFixed = vasteLijst(project) !== undefined;
  return [
    PRIORITEITEN,
    ...(leads(actor) && !isFixed ? [VASTSTELLEN, ...heropenKnoppen(nu)] : []),
    ...(leads(actor) ? zicht : []),
  ];
}

export const stemActies: readonly AnyAction[] = [stemmen, ...handenActies];
export const stemWeergaven: readonly View[] = [weergave, ...handenWeergaven];
