import type { Beeld } from '../../process/contract/contract.ts';
import type { Deelnemer } from '../../process/feiten/deelnemers.ts';
import { aantal } from '../../process/taal/woorden.ts';
import type { Jij } from '../../process/vormen/live-kaart.ts';
import { gafIets, nogOpen, reactie, vanOns } from './antwoord.ts';
import { ALLES, NIETS } from './knoppen.ts';
import { isOpen } from './moment.ts';

/** How step 3 stands for one person: what their organisatie gave, and about which problems it said nothing yet. */
export function jij({ project, now }: Beeld, lid: Deelnemer): Jij {
  const open = isOpen(project, now);
  if (!gafIets(project, lid))
    return open
      ? { zin: 'Van jullie: nog niets.', moetNog: true, knoppen: undefined }
      : { zin: '', moetNog: false, knoppen: undefined };
  const n = vanOns(project, lid.id).length;
  const wat = n === 0 ? 'antwoord gegeven' : aantal(n, 'maatregel', 'maatregelen');
  const rest = reactie(project)(lid) ? 0 : nogOpen(project)(lid.id).length;
  const nog = open && rest > 0 ? ` Nog niets bij ${aantal(rest, 'probleem', 'problemen')}.` : '';
  return {
    zin: `Van jullie: ${wat}.${nog}`,
    moetNog: nog !== '',
    knoppen: open
      ? [
          nog === ''
            ? { titel: 'Nog een maatregel doorgeven', verb: 'maatregel.doorgeven' }
            : { titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven', stijl: 'positive' },
          { ...ALLES, titel: 'Bekijk en pas aan' },
          ...(nog === '' ? [] : [NIETS]),
        ]
      : undefined,
  };
}
