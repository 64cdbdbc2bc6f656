import type { Ctx, View } from '../../process/contract/contract.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isNotulist } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Groep, type Item } from '../../process/vormen/screen.ts';
import {
  belangrijkste,
  losseMaatregelen,
  maatregelRegels,
  maatregelenBij,
  type Genummerd,
  type Maatregel,
} from '../plan/maatregel.ts';
import { genoeg, maatregel, oordeel } from '../plan/plan.ts';
import { isSchrijfbaar } from './doelen.ts';
import { beoordeelKnop, GENOEG } from './oordeel.ts';

/**
 * All measures of each problem with the group's judgement. People read it before overleg 2, and fill it in there (F3,
 * F4).
 */
const weergave: View = {
  verb: 'beoordeling',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const asked = belangrijkste(project).filter(({ id }) => id === args['onderwerp']);
    const shown = asked.length > 0 ? asked : belangrijkste(project);
    const los = losseMaatregelen(project).map((found) => maatregelItem(ctx, found));
    return lijst(
      'Doen wij samen genoeg?',
      [
        ...shown.map((onderwerp) => groep(ctx, onderwerp)),
        ...(asked.length > 0
          ? []
          : [{ kop: 'Bij een probleem dat niet meer op de lijst staat', items: los }]),
      ],
      {
        uitleg: uitleg(project),
        knoppen: knoppen(ctx, asked.length > 0),
        pagina: args['pagina'],
      },
    );
  },
};

const uitleg = (project: Project): string[] =>
  all(project, maatregel).length === 0
    ? ['Er zijn nog geen maatregelen. In overleg 2 kijken we hier of we samen genoeg doen.']
    : ['Dit heeft iedereen doorgegeven.'];

function knoppen(ctx: Ctx, isOne: boolean): Button[] {
  const may = leads(ctx.actor) && isSchrijfbaar(ctx.project);
  return [
    ...(isOne ? [{ titel: 'Alle problemen', verb: 'beoordeling' }] : []),
    { titel: 'Doelen', verb: 'doelen' },
    ...(may ? [{ titel: 'Maatregel toevoegen', verb: 'maatregel.aanvullend' }] : []),
  ];
}

export const magOordelen = ({ project, actor }: Pick<Ctx, 'project' | 'actor'>) =>
  isSchrijfbaar(project) && (leads(actor) || isNotulist(project, actor.id));

function groep(ctx: Ctx, onderwerp: Genummerd): Groep {
  const own = magOordelen(ctx) ? [beoordeelKnop(onderwerp)] : [];
  return {
    kop: `Probleem ${onderwerp.nr}`,
    items: [
      item(onderwerp.naam, genoegRegels(ctx.project, onderwerp.id), own),
      ...maatregelenBij(ctx.project, onderwerp.id).map((found) => maatregelItem(ctx, found)),
    ],
  };
}

/** `Nee, er is meer nodig.` with the reason; `Nog niet beoordeeld.` before the group has judged. */
export function genoegRegels(project: Project, onderwerp: string): string[] {
  const found = one(project, genoeg, onderwerp);
  if (!found) return ['Nog niet beoordeeld.'];
  const woord = GENOEG.find(({ id }) => id === found.facts.oordeel)?.tekst ?? '';
  return [`${woord}.`, found.texts.toelichting].filter((regel) => regel !== '');
}

/** `Oordeel: aanpassen. Ook op zondag.` */
export function oordeelRegel(project: Project, { id, facts }: Maatregel): string[] {
  if (facts.aanvullend) return [];
  const found = one(project, oordeel, id);
  if (!found) return ['Nog geen oordeel.'];
  const { toelichting } = found.texts;
  return [`Oordeel: ${found.facts.oordeel}.${toelichting ? ` ${toelichting}` : ''}`];
}

function maatregelItem(ctx: Ctx, found: Maatregel): Item {
  const { project, actor } = ctx;
  const regels = [...maatregelRegels(project, found), ...oordeelRegel(project, found)];
  const args = { id: found.id };
  if (!found.facts.aanvullend) {
    const knop = { titel: 'Oordeel geven', verb: 'maatregel.oordeel', args };
    return item(found.texts.omschrijving, regels, magOordelen(ctx) ? [knop] : []);
  }
  const mag = leads(actor) && isSchrijfbaar(project);
  return item(found.texts.omschrijving, regels, mag ? extraKnoppen(found) : []);
}

/** What the projectleider can do with an extra measure. */
export const extraKnoppen = ({ id }: Maatregel): Button[] => [
  { titel: 'Aanpassen', verb: 'aanvullend.wijzigen', args: { id } },
  { titel: 'Intrekken', verb: 'aanvullend.intrekken', args: { id }, stijl: 'destructive' },
  lezersKnop('maatregel.vertrouwelijk', id),
];

export const beoordelingWeergaven: readonly View[] = [weergave];
