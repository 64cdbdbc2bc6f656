import type { Beeld, Step } from '../../process/contract/contract.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { LiveKaart } from '../../process/vormen/live-kaart.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { ONBEKEND } from '../../process/vormen/waarde.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { enNog } from '../../process/taal/opsomming.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { termijnVan } from '../../process/stappen/termijn.ts';
import {
  regelMet,
  regels,
  trekkerVan,
  wieWanneer,
  zonderWanneer,
  type Regel,
} from '../plan/uitvoeringsmatrix.ts';
import { capaciteit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { perEenheid } from './capaciteit.ts';
import { totaalTekst, totalen } from './geld.ts';
import { BESLUITEN, CAPACITEIT, KOSTEN } from './knoppen.ts';
import { aantalWacht } from './partijen.ts';
import { LEIDING, MATRIX } from '../plan/knoppen.ts';
import { opDeKaart } from '../plan/overleg-zin.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';

/** At most this many rows stand on the live card; the others are behind the button. */
const OP_DE_KAART = 5;

/** The live card of step 5: what is in the matrix, what it costs, and what still waits for a decision. */
export function uitvoeringKaart(beeld: Beeld, step: Step): LiveKaart {
  const { project, now } = beeld;
  const rows = regels(project);
  const overleg = isAfgerond(project) ? { zin: '', knoppen: [] } : opDeKaart(beeld, 2);
  const nu = one(project, stap, step.id);
  return liveKaart(beeld, step, {
    vraag: 'Dit gaan we doen.',
    uitleg: rows.length === 0 ? 'De projectleider vult hier in wie wat doet, en wanneer.' : '',
    termijn: nu && termijnVan(project, now, nu, 'Klaar op'),
    feiten: rows.length === 0 ? [] : cijfers(project, rows),
    lijst: rows.slice(0, OP_DE_KAART).map((rij) => ({
      tekst: kortweg(rij.texts.wat),
      bij: wieWanneer(trekkerVan(project, rij), rij),
    })),
    meer: enNog(rows.length - OP_DE_KAART, 'maatregel', 'maatregelen'),
    regels: zonderWanneer(rows),
    straks: overleg.zin,
    knoppen: knoppen(rows.length, overleg.knoppen),
  });
}

/** What is known; what is not known yet is not said. */
function cijfers(project: Project, rows: readonly Regel[]) {
  const som = totalen(rows);
  const given = all(project, capaciteit).filter(({ facts }) => regelMet(project, facts.regel));
  return [
    { naam: 'Kosten', waarde: totaalTekst(som.kosten) },
    { naam: 'Nog geen geld voor', waarde: totaalTekst(som.ongedekt) },
    { naam: 'Inzet', waarde: perEenheid(given) },
    { naam: 'Besluiten', waarde: wachtTekst(aantalWacht(project)) },
  ].filter(({ waarde }) => waarde !== '' && waarde !== ONBEKEND);
}

const wachtTekst = (wacht: number) =>
  wacht === 0
    ? ''
    : aantal(wacht, 'maatregel wacht op een besluit', 'maatregelen wachten op een besluit');

/** Who comes is asked as long as the overleg is still to be held; what it costs and what is decided stands with the matrix as well. */
function knoppen(rijen: number, komst: readonly Button[]): Button[] {
  const matrix = rijen === 0 ? MATRIX : { ...MATRIX, titel: `${MATRIX.titel} (${rijen})` };
  return komst.length > 0
    ? [...komst, matrix, CAPACITEIT, LEIDING]
    : [matrix, KOSTEN, CAPACITEIT, BESLUITEN, LEIDING];
}
