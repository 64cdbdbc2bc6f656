import type { Beeld, Step } from '../contract/contract.ts';
import { overleggenIn, overlegInZin } from '../contract/overleggen.ts';
import type { NewEvent } from '../feiten/project.ts';
import {
  gepland,
  overVierWeken,
  PLAN_NODIG,
  planFouten,
  VOORSTEL_UUR,
} from '../kalender/plannen.ts';
import type { Tekst } from '../taal/vrij.ts';
import { datum, keuze, kort, tijd } from '../vormen/form.ts';
import { isTeVragen, overlegBij, type BijStap } from './overleg-bij-stap.ts';

/** "Wanneer is het overleg?", asked where a step opens in which deelnemers enter nothing (rule 1). */

/** The place where the group met or will meet last. */
const vorigePlaats = (beeld: Beeld) =>
  overleggenIn(beeld).findLast(({ found }) => found.texts.plaats !== '')?.found.texts.plaats ?? '';

/** What stands in the questions. A day that went by gets no other: that overleg may have been held. */
const voorstelVoor = (beeld: Beeld, { een, stand }: BijStap) => ({
  dag: stand === 'voorbij' ? '' : overVierWeken(beeld),
  uur: VOORSTEL_UUR,
  plaats: een.found?.texts.plaats || vorigePlaats(beeld),
});

/**
 * One of the two stands there always. A form that was sent without this question, because it was of the step before, is
 * told that it is of another version and not that an answer is missing.
 */
const wanneerVeld = (label: string) => ({
  ...keuze({ label, waarde: 'later' }, [
    { id: 'dan', tekst: 'Op de dag hieronder' },
    { id: 'later', tekst: 'Nog niet bekend' },
  ]),
  verplicht: true,
  nodig: 'Kies of de dag al bekend is.',
});

/** The questions when it is. Not knowing it yet is an answer, and stands there first. */
export function overlegVelden(beeld: Beeld, to: Step) {
  const bij = overlegBij(beeld, to);
  if (!bij || !isTeVragen(bij)) return undefined;
  const { dag, uur, plaats } = voorstelVoor(beeld, bij);
  return {
    overleg: wanneerVeld(`Wanneer is ${overlegInZin(bij.een)}?`),
    dag: datum({ label: 'Welke dag?', waarde: dag }),
    uur: tijd({ label: 'Hoe laat begint het?', waarde: uur }),
    plaats: kort({
      label: 'Waar?',
      uitleg: 'Bijvoorbeeld: stadhuis, kamer 2.14, of online.',
      waarde: plaats,
    }),
  };
}

/** What was answered: `later` where it was not asked. */
interface Antwoord {
  overleg?: 'dan' | 'later' | '';
  dag?: string;
  uur?: string;
  plaats?: Tekst;
}

/** What plans it, or a sentence for each answer that cannot be: the same as where one only plans. */
export function overlegUit(
  beeld: Beeld,
  to: Step,
  { overleg = 'later', dag = '', uur = '', plaats }: Antwoord,
): { events: NewEvent[] } | { velden: Record<string, string> } {
  const bij = overlegBij(beeld, to);
  if (!bij || !isTeVragen(bij) || plaats === undefined) return { events: [] };
  if (overleg !== 'dan') return nogNiet(beeld, bij, { dag, uur, plaats });
  const velden = fouten({ dag, uur, plaats }, beeld.now);
  if (Object.keys(velden).length > 0) return { velden };
  return { events: [gepland(beeld.project, bij.een, { datum: dag, tijd: uur, eind: '', plaats })] };
}

interface Plan {
  dag: string;
  uur: string;
  plaats: Tekst;
}

/** Nothing that somebody filled in is lost: a place is kept until the day is known, and about a day one is asked. */
function nogNiet(
  beeld: Beeld,
  bij: BijStap,
  { dag, uur, plaats }: Plan,
): { events: NewEvent[] } | { velden: Record<string, string> } {
  const voorstel = voorstelVoor(beeld, bij);
  if (dag !== '' && (dag !== voorstel.dag || uur !== voorstel.uur))
    return {
      velden: {
        overleg: 'Je koos een dag of tijd. Kies "Op de dag hieronder", of maak de dag leeg.',
      },
    };
  if (plaats === '' || plaats === voorstel.plaats) return { events: [] };
  const { datum: was = '', tijd: om = '', eind = '' } = bij.een.found?.facts ?? {};
  return { events: [gepland(beeld.project, bij.een, { datum: was, tijd: om, eind, plaats })] };
}

function fouten({ dag, uur, plaats }: Plan, now: string): Record<string, string> {
  const leeg = {
    ...(dag === '' && { dag: PLAN_NODIG.dag }),
    ...(uur === '' && { uur: PLAN_NODIG.tijd }),
    ...(plaats === '' && { plaats: PLAN_NODIG.plaats }),
  };
  if (dag === '' || uur === '') return leeg;
  const { datum: bijDag, tijd: bijUur } = planFouten({ datum: dag, tijd: uur, eind: '' }, now);
  return {
    ...leeg,
    ...(bijDag !== undefined && { dag: bijDag }),
    ...(bijUur !== undefined && { uur: bijUur }),
  };
}
