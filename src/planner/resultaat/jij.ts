import type { Beeld } from '../../process/contract/contract.ts';
import type { Deelnemer } from '../../process/feiten/deelnemers.ts';
import { aantal } from '../../process/taal/woorden.ts';
import type { Jij } from '../../process/vormen/live-kaart.ts';
import { trektRegels } from '../plan/uitvoeringsmatrix.ts';
import { isMomentOpen, nogTeMelden, nogTeMeten } from './stand.ts';

/** How step 6 stands for one person: which measures and goals wait for their news. */
export function jij({ project, now }: Beeld, lid: Deelnemer): Jij {
  const eigen = trektRegels(project, lid).length;
  const [melden, meten] = [nogTeMelden(project, lid).length, nogTeMeten(project, lid).length];
  const rest = [
    ...(melden > 0 ? [aantal(melden, 'maatregel', 'maatregelen')] : []),
    ...(meten > 0 ? [aantal(meten, 'doel', 'doelen')] : []),
  ].join(' en ');
  const moetNog = rest !== '' && isMomentOpen(project, now);
  if (moetNog) return { zin: `Van jou: nog nieuws over ${rest}.`, moetNog, knoppen: undefined };
  return {
    zin: eigen > 0 ? 'Van jou: alles is doorgegeven.' : 'Jij: je hoeft nu niets te doen.',
    moetNog,
    knoppen: undefined,
  };
}
