import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { maakBestand } from '../../src/exports/bestand.ts';
import { tekenFiguur } from '../../src/exports/figuren.ts';
import { kolom, rij, tabel, type Deel } from '../../src/process/vormen/hoofdstuk.ts';
import type { Stuk } from '../../src/process/vormen/stuk.ts';
import { klusVan } from '../../src/process/stukken/aanbod.ts';
import { BLNS, geenFiguur, gelezen, lezingVan, stukMet } from './hulp.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'kantoor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Other people's office program is not on every machine. CI installs it: a skipped test fails there. */
const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);

/** Files as PDF, all in one go; what it says about them. */
async function omgezet(namen: readonly string[]): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const files = namen.map((naam) => join(folder, naam));
  const { stdout, stderr } = await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files,
  ]);
  // It can do without Java, and says so.
  return `${stdout}${stderr}`.replace(/^.*javaldx.*$/m, '').trim();
}

/** Every strange text, running and in a table; `word.test.ts` has them in every other place. */
const metAlleTeksten = (): Deel[] => [
  { soort: 'alinea', kop: 'Teksten', tekst: BLNS },
  tabel('teksten', 'Teksten', {
    kolommen: [kolom('Tekst')],
    rijen: BLNS.map((tekst, at) => rij(`r${at}`, [tekst])),
    leeg: '',
  }),
];

it.runIf(hasOffice)(
  'opens in LibreOffice without complaint: plan, tables, minutes and request, also with 515 strange texts [Q17]',
  async () => {
    const lezing = lezingVan();
    const vreemd: Stuk = {
      ...stukMet('Vreemd'),
      hoofdstukken: [
        { id: 'een', titel: 'Vreemd', inleiding: '', delen: metAlleTeksten(), knoppen: [] },
      ],
    };
    const vragen = [
      { soort: 'plan' },
      { soort: 'tabellen' },
      { soort: 'verslag', id: 'overleg1' },
      { soort: 'akkoordverzoek', id: 'o.og0' },
    ];
    const klussen = vragen.map((vraag) => klusVan(lezing, vraag)!);
    const bestanden = [
      ...(await Promise.all(klussen.map((klus) => maakBestand(klus, tekenFiguur)))),
      await maakBestand({ soort: 'word', naam: ['vreemd'], stuk: vreemd }, geenFiguur),
      await maakBestand({ soort: 'excel', naam: ['vreemd'], stuk: vreemd }, geenFiguur),
    ];
    const namen = bestanden.map(({ naam, bytes }, at) => {
      writeFileSync(join(folder, `${at}-${naam}`), bytes);
      return `${at}-${naam}`;
    });

    for (const { bytes } of bestanden) expect(gelezen(bytes).size).toBeGreaterThan(3);
    const said = await omgezet(namen);

    const regels = said
      .split('\n')
      .filter((regel) => !/^convert .* using filter : \w+$/.test(regel));
    expect(regels).toEqual([]);
    const pdfs = readdirSync(folder).filter((naam) => naam.endsWith('.pdf'));
    expect(pdfs).toHaveLength(namen.length);
    for (const naam of pdfs) expect(statSync(join(folder, naam)).size).toBeGreaterThan(2_000);
  },
);
