import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, refuse, type Refused } from '../../process/contract/decision.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { kies, lang } from '../../process/vormen/form.ts';
import { gaande } from '../../process/feiten/overleg.ts';
import { type Kind, begin, newId, one } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { gelukt, ontvangen } from '../../process/vormen/screen.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';

import { aanbeveling, verbeterpunt, vervolg } from '../plan/plan.ts';
import { AFRONDEN, EVALUATIE } from './knoppen.ts';

export const VERVOLG = 'vervolg';

/** Why this person may not write now; the notulist writes too, in overleg 3 only. */
const magNiet = ({ project, actor }: Ctx): Refused | undefined =>
  leads(actor) || gaande(project)?.facts.nummer === 3 ? undefined : refuse('alleen-projectleider');

/** The actions of a list of short texts that people add to: improvement points and recommendations. */
function puntActies(spec: {
  kind: Kind<object, { tekst: string }>;
  naam: string;
  prefix: string;
  label: string;
  uitleg: string;
  leeg: string;
  opgeslagen: string;
  weg: string;
  terug: string;
}): AnyAction[] {
  const toevoegen = vorm({
    verb: `${spec.naam}.toevoegen`,
    right: 'notulist',
    when: { vanaf: 'resultaat' },
    form: (ctx) =>
      magNiet(ctx) ??
      formOf(
        spec.label,
        { tekst: lang({ label: spec.label, uitleg: spec.uitleg, nodig: spec.leeg }) },
        { nogEen: 'Opslaan en nog een' },
      ),
    decide: ({ project }, { tekst }) => {
      const id = newId(project, spec.prefix);
      return accept(id, [begin(spec.kind, id, {}, { tekst })]);
    },
    receipt: () =>
      ontvangen([spec.opgeslagen], [{ titel: 'Nog een', verb: `${spec.naam}.toevoegen` }]),
  });
  return [
    toevoegen,
    ...intrekkenEnTerug({
      kind: spec.kind,
      naam: spec.naam,
      right: 'notulist',
      when: { vanaf: 'resultaat' },
      mag: (ctx) => magNiet(ctx) ?? true,
      bijTerug: () => [],
      weg: spec.weg,
      terug: spec.terug,
      lijst: () => EVALUATIE,
    }),
  ];
}

const verbeterpunten = puntActies({
  kind: verbeterpunt,
  naam: 'verbeterpunt',
  prefix: 'vp',
  label: 'Wat kan beter?',
  uitleg: 'Eén punt per keer.',
  leeg: 'Schrijf op wat er beter kan.',
  opgeslagen: 'Het verbeterpunt is opgeslagen.',
  weg: 'Het verbeterpunt is ingetrokken.',
  terug: 'Het verbeterpunt staat er weer.',
});

const aanbevelingen = puntActies({
  kind: aanbeveling,
  naam: 'aanbeveling',
  prefix: 'av',
  label: 'Wat bevelen we aan voor het komende halfjaar?',
  uitleg: 'Eén aanbeveling per keer.',
  leeg: 'Schrijf de aanbeveling op.',
  opgeslagen: 'De aanbeveling is opgeslagen.',
  weg: 'De aanbeveling is ingetrokken.',
  terug: 'De aanbeveling staat er weer.',
});

const JA_NEE = [
  { id: 'ja', tekst: 'Ja' },
  { id: 'nee', tekst: 'Nee' },
] as const;

/** Records whether the group stays together and whether a new cycle is needed (K9, K10). */
const vastleggen = vorm({
  verb: 'vervolg.vastleggen',
  right: 'projectleider',
  when: { vanaf: 'resultaat' },
  form: ({ project }) => {
    const found = one(project, vervolg, VERVOLG);
    return formOf(
      'Hoe gaan we verder?',
      {
        samen: kies(
          {
            label: 'Blijven we als projectgroep bij elkaar komen?',
            nodig: 'Kies ja of nee.',
            waarde: found?.facts.samen,
          },
          JA_NEE,
        ),
        nieuw: kies(
          {
            label: 'Is er een nieuwe ronde nodig?',
            naam: 'Nieuwe cyclus',
            nodig: 'Kies ja of nee.',
            waarde: found?.facts.nieuw,
          },
          JA_NEE,
        ),
        toelichting: lang({
          label: 'Toelichting',
          waarde: found?.texts.toelichting,
        }),
      },
      { rev: found?.rev ?? 0 },
    );
  },
  decide: ({ project }, { samen, nieuw, toelichting }) =>
    accept(
      VERVOLG,
      sayIfNew(project, vervolg, { id: VERVOLG, facts: { samen, nieuw }, texts: { toelichting } }),
    ),
  receipt: ({ project }) =>
    gelukt(
      'Opgeslagen.',
      one(project, vervolg, VERVOLG)?.facts.nieuw === 'ja'
        ? ['Een nieuwe ronde kan beginnen als dit project is afgerond.']
        : [],
      [AFRONDEN, EVALUATIE],
    ),
});

export const puntenActies: readonly AnyAction[] = [...verbeterpunten, ...aanbevelingen, vastleggen];
