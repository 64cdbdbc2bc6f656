import type { AnyAction } from '../../../process/contract/contract.ts';
import { kiesLezers } from '../../../process/stappen/lezers.ts';
import type { Button } from '../../../process/vormen/screen.ts';
import { JIJ } from '../../plan/lezers.ts';
import { doei, probleem } from '../../plan/plan.ts';
import { isEigen, STAP } from '../regels/eigen.ts';

const bekijk: Button = { titel: 'Bekijk alles', verb: 'problemen' };
const eigen = {
  right: 'deelnemer',
  when: { vanaf: STAP },
  mag: isEigen,
  altijd: JIJ,
  lijst: bekijk,
} as const;

export const vertrouwelijkActies: readonly AnyAction[] = [
  kiesLezers({ ...eigen, naam: 'probleem', kind: probleem }),
  kiesLezers({ ...eigen, naam: 'doei', kind: doei }),
];
