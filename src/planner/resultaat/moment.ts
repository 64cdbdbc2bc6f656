import type { AnyAction, Beeld, Bericht, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, refuse, refuseFields } from '../../process/contract/decision.ts';
import { datum, tijd } from '../../process/vormen/form.ts';
import { momentFouten } from '../../process/vormen/moment.ts';
import { type Project, all, begin, one, say } from '../../process/feiten/project.ts';
import { gelukt } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { dateOf, deadlineVoluit, plusDays, utcOf } from '../../process/taal/time.ts';
import { usualDeadline, voorstelDag, type Bevrijdingsdag } from '../../process/kalender/dagen.ts';
import { bijGroep, keuzeVan } from '../../process/kalender/moment.ts';
import { monitoring, voortgangsmoment } from '../plan/plan.ts';
import { nieuwsKnoppen, VOORTGANG } from './knoppen.ts';
import { isMomentOpen, momentNr } from './stand.ts';

const MAANDEN = { eenmalig: 0, maand: 1, kwartaal: 3 } as const;
/** The longest rhythm: ten years of months. */
const MAX_KEREN = 120;

/** The dates of one agreement, earliest first: the one that was chosen, and after it days on which people work. */
function* datums(
  { eerste, ritme }: (typeof monitoring.shape & object)['facts'],
  bevrijdingsdag: Bevrijdingsdag,
) {
  if (eerste === '') return;
  yield eerste;
  const months = MAANDEN[ritme];
  for (let nth = 1; nth < (months === 0 ? 1 : MAX_KEREN); nth++)
    yield voorstelDag(plusDays(eerste, { months: nth * months }), bevrijdingsdag);
}

/** The first agreed date after this one on which a report is due; undefined when nothing is agreed. */
export const volgendeAfspraak = (project: Project, na: string): string | undefined =>
  all(project, monitoring)
    .flatMap(({ facts }) => {
      for (const datumDan of datums(facts, keuzeVan(project).bevrijdingsdag))
        if (datumDan > na) return datumDan;
      return [];
    })
    .sort()[0];

/** The last agreed date after `na`, up to and including `tm`. */
export const laatsteAfspraak = (project: Project, na: string, tm: string): string | undefined =>
  all(project, monitoring)
    .flatMap(({ facts }) => {
      let found = '';
      for (const datumDan of datums(facts, keuzeVan(project).bevrijdingsdag)) {
        if (datumDan > tm) break;
        found = datumDan;
      }
      return found > na ? found : [];
    })
    .sort()
    .at(-1);

/** Starts the next agreed moment, at which everybody reports again, with a lock of its own (step 6, `invoer`). */
const nieuwMoment = vorm({
  verb: 'voortgang.moment',
  right: 'projectleider',
  when: { vanaf: 'resultaat' },
  form: ({ project, now }: Ctx) => {
    const nu = one(project, stap, 'resultaat');
    if (!nu) return refuse('stap-nog-niet');
    const isOpen = isMomentOpen(project, now);
    const usual = usualDeadline(dateOf(now), keuzeVan(project).bevrijdingsdag);
    return formOf(
      'Volgend voortgangsmoment',
      {
        datum: datum({
          label: 'Voor wanneer vraag je de voortgang?',
          nodig: 'Kies een datum.',
          waarde: volgendeAfspraak(project, dateOf(now)) ?? usual.datum,
        }),
        tijd: tijd({ label: 'Hoe laat?', nodig: 'Kies een tijd.', waarde: usual.tijd }),
      },
      {
        rev: nu.rev,
        uitleg: [
          ...(isOpen ? ['Let op: het vorige moment is nog niet voorbij.'] : []),
          'Iedereen geeft dan opnieuw door hoe het gaat.',
          ...bijGroep(project, 'De hele groep krijgt bericht.'),
        ],
        opslaan: 'Starten',
      },
    );
  },
  decide: ({ project, now }, agreed) => {
    const nu = one(project, stap, 'resultaat');
    if (!nu) return refuse('stap-nog-niet');
    const wrong = momentFouten(agreed, now);
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    const tot = utcOf(agreed);
    const nummer = momentNr(project) + 1;
    return accept(
      `moment${nummer}`,
      [
        begin(
          voortgangsmoment,
          `moment${nummer}`,
          { nummer, datum: agreed.datum, begonnen: now },
          {},
        ),
        say(stap, nu, { ...agreed, tot, gesloten: '', generatie: nu.facts.generatie + 1 }),
      ],
      { soort: 'voortgangsmoment', facts: { nummer } },
    );
  },
  receipt: (ctx) => gelukt('Het voortgangsmoment is begonnen.', [sluit(ctx)], [VOORTGANG]),
});

function sluit({ project, now }: Pick<Beeld, 'project' | 'now'>): string {
  const step = one(project, stap, 'resultaat');
  return step && step.facts.datum !== ''
    ? `Graag vóór ${deadlineVoluit(step.facts, now)}.`
    : 'Er is nog geen einddatum.';
}

/** Posted when a new moment begins. */
export function momentBericht(beeld: Beeld): Bericht {
  const nieuws = nieuwsKnoppen(beeld.project);
  return {
    titel: 'Hoe gaat het met de maatregelen?',
    regels: ['Geef door hoe het staat met jouw maatregelen.', sluit(beeld)],
    knoppen: nieuws.length > 0 ? nieuws : [VOORTGANG],
  };
}

export const momentActies: readonly AnyAction[] = [nieuwMoment];
