import type { Beeld, Moment } from '../contract/contract.ts';
import { accept, type Accepted, type OutboxMessage } from '../contract/decision.ts';
import { isAfgerond, isGestart } from '../feiten/gegevens.ts';
import { begin } from '../feiten/project.ts';
import { meldbaar, overdag } from '../kalender/dagen.ts';
import { gebeurd, isGebeurd, isTeVragen, keuzeVan } from '../kalender/moment.ts';
import { afspraakMomenten } from '../overleg/afspraak-momenten.ts';
import { gesprekMomenten } from './gesprek-momenten.ts';
import { overlegMomenten } from '../overleg/momenten.ts';
import { terugkoppelMomenten } from '../overleg/terugkoppeling.ts';
import { stapMomenten } from '../stappen/momenten.ts';

/** All that the clock will do in this project as it is now, in order. */
export function momenten(beeld: Beeld): Moment[] {
  const { project, traject } = beeld;
  if (!isGestart(project)) return [];
  const found = [
    ...(isAfgerond(project)
      ? []
      : [
          ...stapMomenten(beeld),
          ...overlegMomenten(beeld),
          ...afspraakMomenten(beeld),
          ...gesprekMomenten(beeld),
        ]),
    ...terugkoppelMomenten(beeld),
    ...traject.momenten(beeld),
    ...traject.stappen.flatMap((step) => step.momenten(beeld)),
  ];
  return found.sort((a, b) => (a.op < b.op ? -1 : 1));
}

/** What the clock has not dealt with yet. */
export const gepland = (beeld: Beeld): Moment[] =>
  momenten(beeld).filter((moment) => !isGebeurd(beeld.project, moment));

/** A deadline is kept to the minute. What is posted waits for working hours, also after a standstill. */
const vanaf = (beeld: Beeld, { op, events, messages, vraag }: Moment): string => {
  if (events && !messages && !vraag) return op;
  const { bevrijdingsdag } = keuzeVan(beeld.project);
  return (messages ? meldbaar : overdag)(op > beeld.now ? op : beeld.now, bevrijdingsdag);
};

/** When the clock must look again, UTC; undefined when nothing is planned. */
export const volgende = (beeld: Beeld): string | undefined =>
  gepland(beeld)
    .map((moment) => vanaf(beeld, moment))
    .sort()[0];

/** The most series in one decision: each takes an event, and the transaction must hold them. */
const MAX_REEKSEN = 30;

/**
 * All that the clock does now, in one decision. After a standstill each person gets at most one message, about what still
 * counts. Undefined when nothing is due.
 */
export function tik(beeld: Beeld): Accepted | undefined {
  const due = new Map<string, Moment>();
  for (const moment of gepland(beeld)) {
    if (moment.op > beeld.now) break;
    if (vanaf(beeld, moment) <= beeld.now) due.set(moment.reeks, moment);
  }
  if (due.size === 0) return undefined;
  const nu = [...due.values()].slice(0, MAX_REEKSEN);
  const zinvol = nu.filter(({ tot }) => tot === '' || tot > beeld.now);
  return accept(
    '',
    [
      ...zinvol.flatMap(({ events = [] }) => events),
      ...nu.map(({ reeks, op }) => begin(gebeurd, reeks, { tm: op }, {})),
    ],
    ...zinvol.flatMap(({ messages = [] }) => messages),
    ...vragen(beeld, zinvol),
  );
}

/** One message for the group that mentions who must act, and one for each of them in their own chat. */
function vragen(beeld: Beeld, due: readonly Moment[]): OutboxMessage[] {
  const asked = due.filter(({ vraag }) => vraag?.().aan.some((lid) => isTeVragen(beeld, lid)));
  if (asked.length === 0) return [];
  const facts = { reeksen: asked.map(({ reeks, op }) => ({ reeks, op })) };
  return [
    { soort: 'herinnering', facts },
    { soort: 'rondsturen', facts },
  ];
}
