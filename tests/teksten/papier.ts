import { maakBestand } from '../../src/exports/bestand.ts';
import { mens } from '../../src/process/feiten/deelnemers.ts';
import { klusVan } from '../../src/process/stukken/aanbod.ts';
import { planner } from '../../src/planner/index.ts';
import { HALF, stadium, WIE } from '../../support/stadia.ts';
import { alle, type Knoop } from '../exports/xml.ts';
import { geenFiguur, gelezen, wordRegels } from '../exports/hulp.ts';
import { doet, genummerd } from './anders.ts';
import type { Meld } from './vel.ts';

/** Files as somebody opens them, with the words that only their own form has. */
export async function papier(meld: Meld): Promise<void> {
  const wereld = stadium(HALF, 6, 'gesloten', genummerd());
  doet(wereld, 'overleg.afzeggen', { nummer: '3' });
  const { project, now } = wereld;
  const lezer = mens(project, WIE.leider);
  if (!lezer) throw new Error('nobody leads');
  const maak = async (soort: string) => {
    const vraag = { soort, vertrouwelijk: 'ja' };
    const klus = klusVan({ project, now, traject: planner, lezer }, vraag);
    if (!klus) throw new Error(`no file ${soort}`);
    return maakBestand(klus, geenFiguur);
  };
  const [word, excel, agenda] = await Promise.all(['plan', 'tabellen', 'agenda'].map(maak));
  if (!word || !excel || !agenda) throw new Error('a file is missing');
  meld('bestand Word', [word.naam, ...wordRegels(word.bytes)]);
  meld('bestand Excel', [excel.naam, ...inExcel(excel.bytes)]);
  meld('bestand agenda', [agenda.naam, ...inAgenda(agenda.bytes)]);
}

/** Names of sheets, and what stands in cells. */
const inExcel = (bytes: Uint8Array): string[] =>
  [...gelezen(bytes).values()].flatMap((deel) => [
    ...alle(deel, 'sheet').map(({ attributen }) => attributen['name'] ?? ''),
    ...alle(deel, 't').map(tekst),
  ]);

const tekst = ({ kinderen }: Knoop): string =>
  kinderen.map((kind) => (typeof kind === 'string' ? kind : tekst(kind))).join('');

/** Lines as they were before they were folded; without what only programs read. */
const inAgenda = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('utf8')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => /^(SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME|NAME)/.test(line));
