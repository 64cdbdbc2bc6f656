import type { Beeld, Moment } from '../contract/contract.ts';
import { verantwoordelijke } from '../feiten/deelnemers.ts';
import { openAfspraken } from '../feiten/overleg.ts';
import { dagVoluit } from '../taal/time.ts';
import { ochtend, werkdagen } from '../kalender/dagen.ts';
import { keuzeVan } from '../kalender/moment.ts';

/**
 * Working days before (negative) and after the agreed day at which the people who do it are reminded, as long as it is
 * open (rule 13).
 */
const WERKDAGEN = [-1, 3];

/** Reminds the people who do it of each afspraak with a date. */
export const afspraakMomenten = ({ project, now }: Beeld): Moment[] =>
  openAfspraken(project)
    .filter(({ facts }) => facts.wanneer !== '')
    .flatMap(({ id, facts, texts }) => {
      const { bevrijdingsdag } = keuzeVan(project);
      return WERKDAGEN.map((dagen) => ({
        reeks: `afspraak.${id}.${facts.wanneer}`,
        op: ochtend(werkdagen(facts.wanneer, dagen, bevrijdingsdag), bevrijdingsdag),
        tot: '',
        naam: 'Herinnering aan een afspraak',
        vraag: () => ({
          aan: [verantwoordelijke(project, facts.wie)].filter((wie) => wie !== undefined),
          regels: [`Afgesproken voor ${dagVoluit(facts.wanneer, now)}: ${texts.wat}`],
          onderons: () => [],
          knoppen: [{ titel: 'Klaar', verb: 'afspraak.klaar', args: { id, klaar: 'ja' } }],
          soort: 'persoonlijk' as const,
        }),
      }));
    });
