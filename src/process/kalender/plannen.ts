import type { Beeld } from '../contract/contract.ts';
import { feitenVan, type EenOverleg } from '../contract/overleggen.ts';
import { overleg, type Overleg } from '../feiten/overleg.ts';
import { begin, type NewEvent, type Project } from '../feiten/project.ts';
import { dateOf, dayText, plusDays, timeText } from '../taal/time.ts';
import type { GeenTekst, Tekst } from '../taal/vrij.ts';
import { momentFouten, tijdFout } from '../vormen/moment.ts';
import type { Args, Button } from '../vormen/screen.ts';
import { voorstelDag } from './dagen.ts';
import { keuzeVan } from './moment.ts';

/** Planning an overleg, wherever one is asked when it is. */

/** The sentence at each part that cannot be left out. */
export const PLAN_NODIG = {
  dag: 'Kies een dag.',
  tijd: 'Kies een tijd.',
  plaats: 'Schrijf op waar het overleg is.',
} as const;

/** The time that is proposed. */
export const VOORSTEL_UUR = '10:00';

/** The proposed date: a working day about four weeks from now. */
export const overVierWeken = ({ project, now }: Pick<Beeld, 'project' | 'now'>) =>
  voorstelDag(plusDays(dateOf(now), { weeks: 4 }), keuzeVan(project).bevrijdingsdag);

/** When it is, local; `eind` is empty while it is not known. */
interface Wanneer {
  datum: GeenTekst;
  tijd: GeenTekst;
  eind: GeenTekst;
}

/** A sentence for each part of its moment that cannot be agreed on. */
export const planFouten = (
  { datum, tijd, eind }: Wanneer,
  now: string,
): Record<string, string> => ({
  ...(eind !== '' && tijdFout('eind', { datum, tijd: eind })),
  ...(eind !== '' &&
    eind <= tijd && { eind: 'De eindtijd ligt vóór de begintijd. Kies een latere tijd.' }),
  ...momentFouten({ datum, tijd }, now),
});

/** What is said besides its moment and place. */
interface Verder {
  plaats: Tekst;
  /** Left out: as it was. */
  wie?: Pick<Overleg['facts'], 'notulist' | 'genodigd'>;
}

/** Puts its moment and place in the log. What was noted about it before stays. */
export const gepland = (
  project: Project,
  een: EenOverleg,
  { datum, tijd, eind, plaats, wie }: Wanneer & Verder,
): NewEvent =>
  begin(
    overleg,
    een.id,
    { ...feitenVan(project, een), datum, tijd, eind, ...wie },
    { anderen: een.found?.texts.anderen ?? '', plaats },
  );

/** `di 19 januari, 10.00–11.30 uur, stadhuis` */
export function overlegTekst(found: Overleg | undefined, now: string): string {
  if (!found || found.facts.datum === '') return 'nog niet gepland';
  const { datum: dag, tijd: uur, eind } = found.facts;
  const tijden = eind === '' ? timeText(uur) : `${uur.replace(':', '.')}–${timeText(eind)}`;
  return `${dayText(dag, now)}, ${tijden}, ${found.texts.plaats}`;
}

/** Whether one comes: one tap, changeable afterwards. */
export const komstKnoppen = (args: Args): Button[] =>
  (['ja', 'nee'] as const).map((komt) => ({
    titel: komt === 'ja' ? 'Ik kom' : 'Ik kom niet',
    verb: 'overleg.komst',
    args: { ...args, komt },
  }));
