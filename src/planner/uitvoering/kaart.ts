import type { Beeld, Step } from '../../process/contract/contract.ts';
import type sample from '../../../cards/uitvoering.sample.json';
import { liveKaart } from '../../process/contract/live.ts';
import type { KaartVan } from '../../process/vormen/live-kaart.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { ONBEKEND } from '../../process/vormen/waarde.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { enNog } from '../../process/taal/opsomming.ts';
import { deadlineText } from '../../process/taal/time.ts';
import { periode, regelMet, regels, trekkerVan, type Regel } from '../plan/uitvoeringsmatrix.ts';
import { capaciteit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { perEenheid } from './capaciteit.ts';
import { totaalTekst, totalen } from './geld.ts';
import { BESLUITEN, CAPACITEIT, KOSTEN } from './knoppen.ts';
import { aantalWacht } from './partijen.ts';
import { LEIDING } from '../plan/knoppen.ts';
import { opDeKaart } from '../plan/overleg-zin.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** At most this many rows stand on the live card; the others are behind the button. */
const OP_DE_KAART = 5;

/** Data for the live card: what is in the matrix, what it costs, and what still waits for a decision. */
export function uitvoeringKaart(beeld: Beeld, step: Step): KaartVan<typeof sample> {
  const { project } = beeld;
  const rows = regels(project);
  const overleg = isAfgerond(project) ? { zin: '', knoppen: [] } : opDeKaart(beeld, 2);
  return {
    ...liveKaart(beeld, step, knoppen(rows.length, overleg.knoppen)),
    uitleg:
      rows.length === 0
        ? 'Hier komt welke maatregelen we echt uitvoeren. De projectleider vult ze in.'
        : 'Dit gaan we echt uitvoeren.',
    overleg: overleg.zin,
    wanneer: streefdatum(beeld),
    ...cijfers(project, rows),
    regels: rows.slice(0, OP_DE_KAART).map((rij) => ({
      wat: kortweg(rij.texts.wat),
      wie: aaneen`${trekkerVan(project, rij)}, wanneer: ${periode(rij)}`,
    })),
    meer: enNog(rows.length - OP_DE_KAART, 'maatregel', 'maatregelen'),
  };
}

function cijfers(project: Project, rows: readonly Regel[]) {
  if (rows.length === 0)
    return { aantal: '', kosten: '', ongedekt: '', capaciteit: '', besluiten: '' };
  const som = totalen(rows);
  const given = all(project, capaciteit).filter(({ facts }) => regelMet(project, facts.regel));
  return {
    aantal: rows.length === 1 ? '1 maatregel' : `${rows.length} maatregelen`,
    kosten: totaalTekst(som.kosten),
    ongedekt: totaalTekst(som.ongedekt),
    capaciteit: perEenheid(given) || ONBEKEND,
    besluiten: wachtTekst(aantalWacht(project)),
  };
}

function wachtTekst(wacht: number): string {
  if (wacht === 0) return 'geen extra inzet of geld wacht op besluit';
  return wacht === 1 ? '1 wacht op besluit' : `${wacht} wachten op besluit`;
}

function streefdatum({ project, now }: Beeld): string {
  const step = one(project, stap, 'uitvoering');
  return step && step.facts.datum !== '' ? `Plan klaar: ${deadlineText(step.facts, now)}.` : '';
}

/** Who comes is asked as long as the overleg is still to be held; what it costs and what is decided stands with the matrix as well. */
function knoppen(aantal: number, komst: readonly Button[]): Button[] {
  const titel = aantal === 0 ? 'Uitvoeringsmatrix' : `Uitvoeringsmatrix (${aantal})`;
  const matrix = { titel, verb: 'matrix' };
  return komst.length > 0
    ? [...komst, matrix, CAPACITEIT, LEIDING]
    : [matrix, KOSTEN, CAPACITEIT, BESLUITEN, LEIDING];
}
