import { describe, expect, it } from 'vitest';
import { kolom, rij, tabel, type Deel } from '../../src/process/vormen/hoofdstuk.ts';
import { planner } from '../../src/planner/index.ts';
import { planStuk } from '../../src/process/stukken/plan.ts';
import { somTekst, waardeTekst } from '../../src/process/vormen/waarde.ts';
import { schoon } from '../../src/exports/shared/schoon.ts';
import { tekenWord } from '../../src/exports/word/word.ts';
import { WIE } from '../../support/stadia.ts';
import {
  alleDelen,
  BLNS,
  body,
  buiten,
  delenIn,
  eenPixel,
  geenFiguur,
  gelezen,
  lezingVan,
  metStijl,
  stukMet,
  tabellenIn,
  wordRegels,
  wordTabellen,
} from './hulp.ts';
import { alle } from './xml.ts';

/** The whole plan, as everybody may read it. */
const ALLES = { hoofdstukken: [], metVertrouwelijk: false };

describe('the plan in Word', () => {
  it('has every chapter in order, and every value of every table as the project has it [C12, H4, H5, H6, Q17]', async () => {
    const stuk = planStuk(lezingVan(), { hoofdstukken: [], metVertrouwelijk: true });

    const word = await tekenWord(stuk, geenFiguur);

    expect(metStijl(word, 'Heading1')).toEqual(stuk.hoofdstukken.map(({ titel }) => titel));
    const cells = new Set(wordTabellen(word).flat(2));
    const expected = tabellenIn(stuk).flatMap((tabel) => [
      ...tabel.rijen.flatMap(({ cellen }) =>
        cellen.map((cel, at) => waardeTekst(cel, tabel.kolommen[at]!.vorm)),
      ),
      ...tabel.kolommen.flatMap(({ isSom }, at) =>
        isSom && tabel.rijen.length > 0 ? [somTekst(tabel, at)] : [],
      ),
    ]);
    expect(expected.length).toBeGreaterThan(500);
    expect(expected.filter((tekst) => !cells.has(tekst))).toEqual([]);
  });

  it('has every decision under its number, the same as in the project [O5]', async () => {
    const stuk = planStuk(lezingVan(), ALLES);
    const besluiten = tabellenIn(stuk).find(({ id }) => id === 'overlegbesluiten')!;

    const tabel = wordTabellen(await tekenWord(stuk, geenFiguur)).find(
      ([kop]) => kop?.includes('Besluit') && kop.includes('Agendapunt'),
    )!;

    expect(besluiten.rijen.length).toBeGreaterThan(0);
    expect(tabel.slice(1).map(([nr, besluit]) => [nr, besluit])).toEqual(
      besluiten.rijen.map(({ cellen: [, besluit] }, at) => [`${at + 1}`, besluit]),
    );
  });

  it('says on its cover what it is, of whom, until when and of what day; what is confidential only when asked [Q15]', async () => {
    const lezing = lezingVan();

    const open = wordRegels(await tekenWord(planStuk(lezing, ALLES), geenFiguur));
    const besloten = planStuk(lezing, { hoofdstukken: [], metVertrouwelijk: true });
    const met = wordRegels(await tekenWord(besloten, geenFiguur));

    for (const wat of ['Opdrachtgever', 'Projectleider', 'Organisatie', 'Periode'])
      expect(open).toContain(wat);
    expect(open).toContain('Stand van 4 juni 2027');
    expect(open).toContain('4 januari 2027 tot 31 december 2027');
    expect(open.join('\n')).not.toContain('Bevat vertrouwelijke informatie');
    expect(met.join('\n')).toContain('Bevat vertrouwelijke informatie');
  });

  it('holds nothing confidential unless somebody asks who may read it, and then only that', async () => {
    const lezing = lezingVan();
    const alles = { hoofdstukken: [], metVertrouwelijk: true };
    const geheim = [...lezing.project.entries.values()]
      .flatMap((kind) => [...kind.values()])
      .filter(({ facts }) => facts['vertrouwelijk'] === true)
      .flatMap(({ texts }) => Object.values(texts))
      .filter((tekst) => tekst !== '');
    const inHet = async (stuk: ReturnType<typeof planStuk>) => {
      const tekst = wordRegels(await tekenWord(stuk, geenFiguur)).join('\n');
      return geheim.filter((one) =>
        new RegExp(`${one.replace(/[.*+?]/g, '.')}(?!\\d)`).test(tekst),
      );
    };

    expect(geheim.length).toBeGreaterThan(0);
    expect(await inHet(planStuk(lezing, ALLES))).toEqual([]);
    expect((await inHet(planStuk(lezing, alles))).length).toBeGreaterThan(0);
    const buiten = planStuk(lezingVan(WIE.stil), alles);
    expect((await inHet(buiten)).length).toBeLessThan(
      (await inHet(planStuk(lezing, alles))).length,
    );
  });

  it('can be handed over in part: only the chapters chosen, in their own order', async () => {
    const all = planStuk(lezingVan(), ALLES).hoofdstukken.map(({ id }) => id);
    const gekozen = [all[5]!, all[1]!];

    const stuk = planStuk(lezingVan(), { hoofdstukken: gekozen, metVertrouwelijk: false });
    const koppen = metStijl(await tekenWord(stuk, geenFiguur), 'Heading1');

    expect(stuk.hoofdstukken.map(({ id }) => id)).toEqual([all[1], all[5]]);
    expect(koppen).toEqual(stuk.hoofdstukken.map(({ titel }) => titel));
  });

  it('exists at every step of a project, also of one that is empty', async () => {
    for (const { nummer } of planner.stappen) {
      const stuk = planStuk(lezingVan(WIE.leider, { stap: nummer, fase: 'open' }), ALLES);
      expect(metStijl(await tekenWord(stuk, geenFiguur), 'Heading1').length).toBeGreaterThan(1);
    }
  });
});

describe('a Word document', () => {
  it('can be read by a screen reader: language, title, headings, header rows and words for pictures', async () => {
    const word = await tekenWord(stukMet('Overlast'), eenPixel);
    const parts = gelezen(word);
    const document = body(word);

    const styles = alle(parts.get('word/styles.xml')!, 'w:lang');
    expect(styles.map(({ attributen }) => attributen['w:val'])).toContain('nl-NL');
    expect(alle(parts.get('docProps/core.xml')!, 'dc:title')[0]?.kinderen).toEqual(['Overlast']);
    expect(metStijl(word, 'Title')).toEqual(['Overlast']);
    const pictures = alle(document, 'wp:docPr');
    expect(pictures.map(({ attributen }) => attributen['descr'])).toEqual([
      'Overlast Overlast',
      'Overlast Overlast',
    ]);
    expect(alle(document, 'pic:pic')).toHaveLength(2);
    // Of each chapter the two tables that have rows.
    expect(alle(document, 'w:tblHeader')).toHaveLength(4);
  });

  it('puts a wide table across the page, and numbers the pages', async () => {
    const word = await tekenWord(stukMet('Overlast'), geenFiguur);

    const liggend = alle(body(word), 'w:pgSz').map(({ attributen }) => attributen['w:orient']);
    expect(liggend).toEqual([
      'portrait',
      'portrait',
      'landscape',
      'portrait',
      'landscape',
      'portrait',
    ]);
    const voet = [...delenIn(word)].find(([, xml]) => xml.includes('Pagina '))?.[1] ?? '';
    expect(voet).toMatch(/Pagina .*PAGE.* van .*NUMPAGES/s);
  });

  it('begins each numbered list at 1', async () => {
    const word = await tekenWord(stukMet('Overlast'), geenFiguur);

    const lists = alle(body(word), 'w:numId').map(({ attributen }) => attributen['w:val']);
    expect(lists).toHaveLength(4);
    expect(new Set(lists).size).toBe(2);
  });

  it('says what a picture shows where there is none', async () => {
    const word = await tekenWord(stukMet('Zo staat het ervoor.'), geenFiguur);

    expect(alle(body(word), 'pic:pic')).toEqual([]);
    expect(wordRegels(word).filter((one) => one === 'Zo staat het ervoor.').length).toBeGreaterThan(
      8,
    );
  });

  it('adds up below a column what is known, and says of how many it is not [H5]', async () => {
    const cells = wordTabellen(await tekenWord(stukMet('x'), geenFiguur)).flat(2);

    expect(cells).toContain('€ 12,50 (bij 1 nog niet bekend)');
    expect(cells).toContain('nog niet bekend');
  });

  it('stays a document whatever people typed, shows it literally, and reaches for nothing outside', async () => {
    const kolommen = [kolom('Een'), kolom('Niveau', 'niveau')];
    const delen: Deel[] = [
      { soort: 'alinea', kop: '', tekst: BLNS },
      { soort: 'kenmerken', kop: '', paren: BLNS.map((tekst) => ({ naam: tekst, waarde: tekst })) },
      { soort: 'opsomming', kop: '', isGenummerd: true, punten: BLNS, leeg: '' },
      ...BLNS.map((tekst) => alleDelen(tekst).find(({ soort }) => soort === 'figuur')!),
      tabel('tabel', '', {
        kolommen,
        rijen: BLNS.map((tekst, at) => rij(`r${at}`, [tekst, tekst])),
        leeg: '',
      }),
    ];
    const koppen = BLNS.slice(0, 40).map((tekst) => ({
      ...{ id: tekst, titel: tekst, inleiding: tekst, knoppen: [] },
      delen: alleDelen(tekst),
    }));
    const alles = { id: 'een', titel: 'Een', inleiding: '', delen, knoppen: [] };

    const word = await tekenWord({ ...stukMet('x'), hoofdstukken: [alles, ...koppen] }, geenFiguur);

    expect(buiten(word)).toEqual([]);
    expect(delenIn(word).has('word/vbaProject.bin')).toBe(false);
    const regels = new Set(wordRegels(word));
    expect(BLNS.filter((tekst) => !regels.has(schoon(tekst).replaceAll('\u00a0', ' ')))).toEqual(
      [],
    );
  });

  it('stays one whatever a project is called', async () => {
    for (let from = 0; from < BLNS.length; from += 10) {
      const naam = BLNS.slice(from, from + 10).join(' ');
      const stuk = { ...stukMet(naam, 'brief'), hoofdstukken: [] };

      const word = await tekenWord(stuk, geenFiguur);

      expect(buiten(word)).toEqual([]);
      expect(metStijl(word, 'Title')).toEqual([schoon(naam).replaceAll('\u00a0', ' ')]);
    }
  });
});
