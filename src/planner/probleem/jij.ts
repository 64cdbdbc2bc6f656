import type { Beeld } from '../../process/contract/contract.ts';
import { isVan, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { isOpenFor, stap } from '../../process/feiten/geopende-stap.ts';
import { all, one } from '../../process/feiten/project.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import type { Jij } from '../../process/vormen/live-kaart.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { niets, probleem } from '../plan/plan.ts';
import { antwoordVan } from './lijst/draagvlak.ts';
import { STAP } from './regels/eigen.ts';
import { ALLES, LIJST, UITSLAG } from './regels/knoppen.ts';
import { openStemming, vasteLijst } from './regels/overleg1.ts';
import { stemVan } from './stemming/stemmen-nu.ts';

const zin = (tekst: string, moetNog = false, knoppen?: readonly Button[]): Jij => ({
  zin: tekst,
  moetNog,
  knoppen,
});

/** How step 2 stands for one person: what they gave, whether they voted, what they think of the list. */
export function jij(beeld: Beeld, lid: Deelnemer): Jij {
  if (vasteLijst(beeld.project)) return overDeLijst(beeld, lid);
  if (openStemming(beeld.project)) return overDeStemming(beeld, lid);
  return overProblemen(beeld, lid);
}

function overProblemen({ project, now }: Beeld, lid: Deelnemer): Jij {
  const n = all(project, probleem).filter(({ facts }) => isVan(project, lid, facts.van)).length;
  const nu = one(project, stap, STAP);
  const open = nu !== undefined && isOpenFor(nu, now);
  if (n > 0)
    return zin(
      `Jij: ${aantal(n, 'probleem', 'problemen')} doorgegeven.`,
      false,
      open
        ? [
            { titel: 'Nog een probleem doorgeven', verb: 'probleem.doorgeven' },
            { titel: 'Aanpassen', verb: 'problemen', args: { mijn: 'ja' } },
            ALLES,
          ]
        : undefined,
    );
  if (one(project, niets, lid.id)) return zin('Jij: niets toe te voegen.');
  return open ? zin('Jij: nog niets doorgegeven.', true) : zin('');
}

function overDeStemming({ project }: Beeld, lid: Deelnemer): Jij {
  if (!stemVan(project, lid.id)) return zin('Jij: nog niet gestemd.', true);
  const ronde = String(openStemming(project)?.facts.ronde ?? 0);
  return zin('Jij hebt gestemd.', false, [
    { titel: 'Mijn stem aanpassen', verb: 'stem', args: { ronde } },
    UITSLAG,
    KNOP.agenda,
  ]);
}

function overDeLijst({ project }: Beeld, lid: Deelnemer): Jij {
  const antwoord = antwoordVan(project, lid.id)?.facts.antwoord;
  if (antwoord === undefined) return zin('Jij: nog geen antwoord.', true);
  const args = { lijst: String(vasteLijst(project)?.rev ?? 0) };
  const anders: Button =
    antwoord === 'akkoord'
      ? { titel: 'Toch niet akkoord', verb: 'akkoord.niet', args }
      : { titel: 'Toch akkoord', verb: 'akkoord.geven', args };
  return zin(antwoord === 'akkoord' ? 'Jij bent akkoord.' : 'Jij bent niet akkoord.', false, [
    LIJST,
    KNOP.agenda,
    anders,
  ]);
}
