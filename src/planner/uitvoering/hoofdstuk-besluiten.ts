import type { Lezing } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import {
  kolom,
  rij,
  tabel,
  type Deel,
  type Hoofdstuk,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { all } from '../../process/feiten/project.ts';
import { aantal, hoofdletter } from '../../process/taal/woorden.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { besluit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { besluitKnoppen, openPartijen, tellingRegels } from './besluiten-overzicht.ts';
import { standen } from './partijen.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** The decisions of opdrachtgevers and organisaties, numbered (O5, H10). */
export function besluitenHoofdstuk(lezing: Lezing): Hoofdstuk {
  const { project } = lezing;
  const stand = standen(project);
  const open = openPartijen(project, stand);
  return {
    id: 'besluiten',
    titel: 'Besluiten',
    inleiding: tellingRegels(project, stand, open.length).join(' '),
    delen: [besluitenTabel(lezing), ...wieNog(lezing, open)],
    knoppen: [{ titel: 'Besluit vastleggen', verb: 'besluit.vastleggen' }],
  };
}

/** In the order in which they were recorded, so that a decision keeps its number. */
function besluitenTabel({ project, lezer }: Lezing): Tabel {
  const wat = new Map(
    regels(project).map(({ id, texts }, at) => [id, `${at + 1}. ${kortweg(texts.wat, 60)}`]),
  );
  return tabel('besluiten', 'Besluiten', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Besluit', 'tekst', { breedte: 1.5 }),
      kolom('Partij', 'tekst', { breedte: 2 }),
      kolom('Datum', 'datum'),
      kolom('Hoe'),
      kolom('Kenmerk', 'tekst', { breedte: 1.5 }),
      kolom('Over', 'tekst', { breedte: 4 }),
      kolom('Voorwaarden', 'tekst', { breedte: 3 }),
    ],
    rijen: all(project, besluit).map(({ id, facts, texts }, at) =>
      rij(
        id,
        [
          at + 1,
          hoofdletter(facts.antwoord),
          texts.partij,
          facts.datum,
          facts.hoe,
          texts.kenmerk,
          facts.regels.flatMap((of) => wat.get(of) ?? []).join('\n') ||
            'maatregelen die er niet meer staan',
          texts.voorwaarden,
        ],
        leads(lezer) ? besluitKnoppen(id) : [],
      ),
    ),
    leeg: 'Er is nog niets besloten.',
  });
}

/** The parties that still have to decide; only the projectleider reads those names (rule 16). */
const wieNog = ({ lezer }: Lezing, open: ReturnType<typeof openPartijen>): Deel[] =>
  leads(lezer) && open.length > 0
    ? [
        {
          soort: 'opsomming',
          kop: 'Moet nog besluiten',
          isGenummerd: false,
          punten: open.map(
            ({ partij, rows }) =>
              aaneen`${partij.naam}: over ${aantal(rows.length, 'maatregel', 'maatregelen')}`,
          ),
          leeg: '',
        },
      ]
    : [];
