import type { AnyAction, Ctx, View } from '../../process/contract/contract.ts';
import { tap } from '../../process/contract/action.ts';
import { accept } from '../../process/contract/decision.ts';
import { verantwoordelijke } from '../../process/feiten/deelnemers.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { all, allEver, begin, newId, one, type Project } from '../../process/feiten/project.ts';
import { OPEN } from '../../process/feiten/vertrouwelijk.ts';
import { gelukt, item, lijst, type Button, type Groep } from '../../process/vormen/screen.ts';
import { dateOf } from '../../process/taal/time.ts';
import { maatregelRegels, type Maatregel } from '../plan/maatregel.ts';
import { ANDER_PROBLEEM, onderwerpNamen } from '../plan/uitvoeringsmatrix.ts';
import { maatregel, oordeel, regel } from '../plan/plan.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { magNietSchrijven } from './toegang.ts';
import type { Voorstel } from './velden.ts';
import { aantal } from '../../process/taal/woorden.ts';

/** The most rows that one tap makes: far below the 90 rows of a transaction. */
const MAX_OVERNEMEN = 40;

/** True for a measure that has a row in the matrix. */
export const staatInMatrix = (project: Project, id: string) =>
  all(project, regel).some(({ facts }) => facts.maatregel === id);

/** True when the group lets a measure go on in overleg 2. Extra measures go on unless the group stopped them (rule 14). */
function gaatDoor(project: Project, { id, facts }: Maatregel): 'ja' | 'nee' | 'geen oordeel' {
  const found = one(project, oordeel, id)?.facts.oordeel;
  if (found === undefined) return facts.aanvullend ? 'ja' : 'geen oordeel';
  return found === 'stoppen' ? 'nee' : 'ja';
}

/** The measures without a row, by what the group decided. */
function kandidaten(project: Project, besloten: 'ja' | 'geen oordeel'): Maatregel[] {
  const placed = new Set(all(project, regel).map(({ facts }) => facts.maatregel));
  return all(project, maatregel).filter(
    (found) => !placed.has(found.id) && gaatDoor(project, found) === besloten,
  );
}

/** The measures that `regels.overnemen` takes over. What was removed from the matrix on purpose is left out. */
export function overTeNemen(project: Project): Maatregel[] {
  const taken = new Set(allEver(project, regel).map(({ facts }) => facts.maatregel));
  return kandidaten(project, 'ja').filter(({ id }) => !taken.has(id));
}

const LEEG = {
  facts: {
    maatregel: '',
    onderwerp: '',
    trekker: '',
    uitvoerders: [],
    start: '',
    einde: '',
    kosten: null,
    extra: null,
    dekking: null,
    ...OPEN,
  },
  texts: { wat: '', werkwijze: '', bron: '' },
} as const satisfies Voorstel;

/** An empty row: from today, or the start of the project, to its end. */
export function leegVoorstel({ project, now }: Pick<Ctx, 'project' | 'now'>): Voorstel {
  const { start, einde } = profielVan(project).facts;
  const today = dateOf(now);
  const vanaf = today > start ? today : start;
  return { ...LEEG, facts: { ...LEEG.facts, start: vanaf, einde: vanaf <= einde ? einde : '' } };
}

/** A row for this measure: its people and its problem are already known (rule 14). */
export function voorstelVan(ctx: Pick<Ctx, 'project' | 'now'>, found: Maatregel): Voorstel {
  const leeg = leegVoorstel(ctx);
  return {
    facts: { ...leeg.facts, ...uitMaatregel(ctx.project, found) },
    texts: { ...leeg.texts, wat: found.texts.omschrijving },
  };
}

const uitMaatregel = (project: Project, { id, facts }: Maatregel) => ({
  maatregel: id,
  onderwerp: facts.onderwerp,
  trekker: verantwoordelijke(project, facts.van)?.id ?? '',
  vertrouwelijk: facts.vertrouwelijk,
  voor: facts.voor,
});

/** Makes rows of all measures that go on, extra ones included (A27, H1). Their start dates are still to be agreed. */
const overnemen = tap({
  verb: 'regels.overnemen',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  decide: (ctx) => {
    const { project } = ctx;
    const bezwaar = magNietSchrijven(ctx);
    if (bezwaar) return bezwaar;
    const events = overTeNemen(project)
      .slice(0, MAX_OVERNEMEN)
      .map((found, nth) =>
        begin(
          regel,
          newId(project, 'r', nth),
          { ...LEEG.facts, ...uitMaatregel(project, found) },
          { ...LEEG.texts, wat: found.texts.omschrijving },
        ),
      );
    return accept('', events);
  },
  receipt: ({ project }) => {
    const rest = overTeNemen(project).length;
    const rij = all(project, regel).length;
    return gelukt(
      `Er ${rij === 1 ? 'staat' : 'staan'} ${aantal(rij, 'maatregel', 'maatregelen')} in de matrix.`,
      rest > 0
        ? [
            `Er ${rest === 1 ? 'is' : 'zijn'} nog ${aantal(rest, 'maatregel', 'maatregelen')}. Druk nog een keer op de knop.`,
          ]
        : ['Vul nu de werkwijze, de datums en de kosten in.'],
      [rest > 0 ? overnemenKnop(rest) : MATRIX],
    );
  },
});

export const overnemenKnop = (n: number): Button => ({
  titel: `Neem alles over (${n})`,
  verb: 'regels.overnemen',
});

/** The measures to choose from: first those that go on, then those without a judgement. */
const kiezen: View = {
  verb: 'regel.kiezen',
  right: 'notulist',
  needsVerstuurd: false,
  show: ({ project, args }) => {
    const nieuw = overTeNemen(project).length;
    const groepen = kandidaatGroepen(project);
    return lijst('Welke maatregel komt in de matrix?', groepen, {
      pagina: args['pagina'],
      uitleg: [
        groepen.length > 0
          ? 'Kies uit de maatregelen die doorgaan en de nieuwe.'
          : all(project, maatregel).length === 0
            ? 'Er zijn nog geen maatregelen om te kiezen.'
            : 'Alle maatregelen staan al in de matrix.',
      ],
      knoppen: [
        ...(nieuw > 0 ? [overnemenKnop(nieuw)] : []),
        { titel: 'Nieuwe maatregel', verb: 'regel.toevoegen' },
        MATRIX,
      ],
    });
  },
};

function kandidaatGroepen(project: Project): Groep[] {
  const namen = onderwerpNamen(project);
  const items = (found: readonly Maatregel[]) =>
    found.map((measure) =>
      item(
        measure.texts.omschrijving,
        [
          `Probleem: ${namen.get(measure.facts.onderwerp) ?? ANDER_PROBLEEM}`,
          ...maatregelRegels(project, measure),
        ],
        [{ titel: 'Zet in de matrix', verb: 'regel.toevoegen', args: { maatregel: measure.id } }],
      ),
    );
  return [
    { kop: 'Gaat door of is extra', items: items(kandidaten(project, 'ja')) },
    { kop: 'Nog niet beoordeeld', items: items(kandidaten(project, 'geen oordeel')) },
  ].filter((groep) => groep.items.length > 0);
}

export const kandidaatActies: readonly AnyAction[] = [overnemen];
export const kandidaatWeergaven: readonly View[] = [kiezen];
