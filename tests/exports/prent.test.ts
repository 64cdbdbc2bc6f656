import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { afdruk, alsSvg } from '../../src/exports/prent/afdruk.ts';
import { tekenPrent } from '../../src/exports/prent/figuur.ts';
import { tekenPoster } from '../../src/exports/prent/poster.ts';
import { schoonAlles } from '../../src/exports/prent/schoon-alles.ts';
import { BREED, LETTER } from '../../src/exports/prent/stijl.ts';
import { kolom, tekst } from '../../src/exports/prent/vlak.ts';
import type { Figuur } from '../../src/process/vormen/hoofdstuk.ts';
import { NIEMAND } from '../../src/process/contract/judge.ts';
import { posterTekst, type Poster } from '../../src/process/vormen/poster.ts';
import { say } from '../../support/gezegd.ts';
import { posterVan } from '../../src/process/weergaven/poster.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { cluster, probleem } from '../../src/planner/plan/plan.ts';
import { HALF, LEEG, stadium, VOL, WIE, type Wereld } from '../../support/stadia.ts';

const BLNS = JSON.parse(
  readFileSync(new URL('../data/blns.json', import.meta.url), 'utf8'),
) as string[];

/** px that a phone is wide. */
const TELEFOON = 360;

const figurenVan = ({ beeld }: Wereld): Figuur[] =>
  hoofdstukkenVan({ ...beeld, lezer: NIEMAND })
    .flatMap(({ delen }) => delen)
    .filter((deel): deel is Figuur => deel.soort === 'figuur');

/** As Teams takes a picture; `kb`: as base64, by default what its older pages allow in a message. */
async function past(png: Buffer, kb = 40): Promise<void> {
  const { format, width, height } = await sharp(png).metadata();
  expect(format).toBe('png');
  expect(Math.max(width, height)).toBeLessThanOrEqual(1024);
  // Never blown up on a phone.
  expect(width).toBeGreaterThanOrEqual(TELEFOON);
  expect(png.toString('base64').length).toBeLessThanOrEqual(kb * 1024);
}

/** How many px differ, of two pictures of the same size. */
async function verschil(a: Buffer, b: Buffer): Promise<number> {
  const raw = (png: Buffer) =>
    sharp(png).resize(400, 400, { fit: 'fill' }).greyscale().raw().toBuffer();
  const [left, right] = await Promise.all([raw(a), raw(b)]);
  return left.reduce((sum, px, at) => sum + (Math.abs(px - (right[at] ?? 0)) > 40 ? 1 : 0), 0);
}

describe('the plan at a glance', () => {
  it.each([
    ['nothing yet', LEEG, 1, 'open'],
    ['a few problems', HALF, 2, 'open'],
    ['a list', HALF, 3, 'open'],
    ['a matrix', HALF, 5, 'open'],
    ['everything, and 300 problems', VOL, 6, 'na overleg'],
    ['a project that is closed', HALF, 6, 'afgerond'],
  ] as const)('is one page that fits a phone, with %s [Q16]', async (_, omvang, stap, fase) => {
    const { png, svg, breed } = await tekenPoster(posterVan(stadium(omvang, stap, fase).beeld));

    await past(png);
    const { width } = await sharp(Buffer.from(svg)).metadata();
    expect(width).toBe(breed);
  });

  it('has letters of 12 px and more on a phone that is 360 px wide', () => {
    const smallest = Math.min(...Object.values(LETTER));

    expect((smallest * TELEFOON) / BREED).toBeGreaterThanOrEqual(12);
  });

  it('says all that it shows in words as well, in the page to print', async () => {
    const poster = posterVan(stadium(HALF, 6, 'na overleg').beeld);
    const { svg } = await tekenPoster(poster);

    const woorden = posterTekst(poster);
    expect(woorden.length).toBeGreaterThan(15);
    for (const zin of woorden) expect(svg).toContain(zin);
    expect(svg).toContain('role="img"');
  });

  it('shows the problem, priorities, who does what, money, goals and how far it is', () => {
    const { blokken, stappen } = posterVan(stadium(HALF, 6, 'na overleg').beeld);

    expect(blokken.map(({ kop }) => kop)).toEqual([
      'Wat is het probleem?',
      'Dit pakken we het eerst aan',
      'Wat willen wij bereiken?',
      'Wie doet wat?',
      'Wat kost het?',
      'Hoe ver zijn we?',
      'Wat hebben wij bereikt?',
      'Wat komt er nog?',
    ]);
    expect(stappen.map(({ stand }) => stand)).toEqual([
      ...Array.from({ length: 5 }, () => 'klaar'),
      'bezig',
    ]);
  });

  it('looks different when there is something in it', async () => {
    const leeg = await tekenPoster(leegPoster());
    const vol = await tekenPoster({ ...leegPoster(), titel: 'Overlast Stationsplein' });

    expect(await verschil(leeg.png, leeg.png)).toBe(0);
    expect(await verschil(leeg.png, vol.png)).toBeGreaterThan(200);
  });

  it('holds nothing that is confidential', () => {
    const GEHEIM = 'Kanarie in de kelder';
    const wereld = stadium(HALF, 5, 'open');
    const besloten = { vertrouwelijk: true, voor: [WIE.collega], van: WIE.plaatsvervanger };
    const poster = () => JSON.stringify(posterVan(wereld.beeld));
    const wat = (text: string) => ({ omschrijving: text, plaats: text, cijfers: text });
    wereld.said(WIE.leider, [
      say(cluster, 'cl0', { problemen: [] }, {}),
      ...['p0', 'p1', 'p2', 'p3'].map((id) => say(probleem, id, {}, wat(GEHEIM))),
      { kind: 'prioriteitenlijst', id: 'lijst', facts: { onderwerpen: ['p0'], eerst: ['p0'] } },
    ]);
    expect(poster()).toContain(GEHEIM);

    wereld.said(
      WIE.leider,
      ['p0', 'p1', 'p2', 'p3'].map((id) => say(probleem, id, besloten)),
    );
    expect(poster()).not.toContain(GEHEIM);
    expect(poster()).toContain('Een vertrouwelijk probleem');
  });
});

const leegPoster = (): Poster => ({
  titel: '',
  onder: '',
  stappen: [],
  stand: '',
  blokken: [],
  voet: '',
});

describe('a figure as a picture', () => {
  it.each([
    ['of a small project', HALF],
    ['of one with 300 problems and 60 people', VOL],
  ] as const)('fits Teams and a phone, each one %s', async (_, omvang) => {
    const soorten = new Map(
      figurenVan(stadium(omvang, 6, 'na overleg')).map((one) => [one.id.split('-')[0], one]),
    );

    expect([...soorten.keys()]).toEqual(
      expect.arrayContaining(['risicomatrix', 'stemmen', 'perorganisatie', 'stand', 'verloop']),
    );
    for (const figuur of soorten.values()) {
      const { png, svg } = await tekenPrent(figuur);
      await past(png);
      expect(svg).toContain('<title>');
    }
  });

  it('is drawn of nothing at all as well', async () => {
    for (const figuur of figurenVan(stadium(LEEG, 6, 'na overleg')))
      await past((await tekenPrent(figuur)).png);
  });

  it('puts a problem in the cell of its kans and prioriteit', async () => {
    const matrix = (x: number, y: number): Figuur => ({
      soort: 'figuur',
      id: 'risicomatrix',
      kop: 'Risicomatrix',
      alt: [],
      prent: {
        vorm: 'rooster',
        x: { naam: 'Risicokans', niveaus: ['Laag', 'Midden', 'Hoog'] },
        y: { naam: 'Prioriteit', niveaus: ['Laag', 'Midden', 'Hoog'] },
        stippen: [{ nr: 1, naam: 'Scooters', x, y, bij: '' }],
      },
    });
    /** The mean place of what differs from the grid with its dot in the middle, in parts of the picture. */
    const plaats = async (x: number, y: number) => {
      const [one, other] = await Promise.all(
        [matrix(x, y), matrix(1, 1)].map(async (figuur) =>
          sharp((await tekenPrent(figuur)).png)
            .greyscale()
            .raw()
            .toBuffer({ resolveWithObject: true }),
        ),
      );
      if (!one || !other) throw new Error('nothing drawn');
      const { width, height } = one.info;
      const darker = [...one.data.keys()].filter(
        (at) => (one.data[at] ?? 0) < (other.data[at] ?? 0) - 60,
      );
      const mean = (of: (at: number) => number) =>
        darker.reduce((sum, at) => sum + of(at), 0) / darker.length;
      return {
        x: mean((at) => at % width) / width,
        y: mean((at) => Math.floor(at / width)) / height,
      };
    };

    const [hoog, laag] = [await plaats(2, 2), await plaats(0, 0)];
    // High stands above and to the right of low.
    expect(hoog.x).toBeGreaterThan(laag.x + 0.3);
    expect(hoog.y).toBeLessThan(laag.y - 0.2);
  });
});

it('draws 515 strings that break other programs, and none of them becomes markup', async () => {
  expect(BLNS.length).toBeGreaterThanOrEqual(515);
  const perBlad = 103;
  for (let from = 0; from < BLNS.length; from += perBlad) {
    const strings = schoonAlles(BLNS.slice(from, from + perBlad));
    const blad = kolom({ width: BREED }, ...strings.map((one) => tekst(one, 2)));
    const { svg, png } = await afdruk(await alsSvg(blad), strings.join(' '), strings);

    expect(svg).not.toMatch(/<(script|iframe|img|foreignObject|a|style)[\s>]/i);
    expect((await sharp(Buffer.from(svg)).png().toBuffer()).length).toBeGreaterThan(0);
    expect((await sharp(png).metadata()).format).toBe('png');
  }
});

it('says what stands in it literally, also where a programmer would read a pattern', async () => {
  const woorden = ["Kosten: $' en $& en $` en $1 en $$"];

  const { svg } = await afdruk(
    await alsSvg(kolom({ width: BREED }, tekst('Geld', 1))),
    "$' over",
    woorden,
  );

  expect(svg).toContain("<title>$' over</title>");
  expect(svg).toContain("<desc>Kosten: $' en $&amp; en $` en $1 en $$</desc>");
  expect((await sharp(Buffer.from(svg)).metadata()).format).toBe('svg');
});

it('draws a plan with such strings as its name, people and problems', async () => {
  for (const nth of [20, 100, 180, 260, 340, 420, 500]) {
    let at = nth;
    const wereld = stadium(HALF, 6, 'na overleg', () => BLNS[at++ % BLNS.length] ?? '');
    await past((await tekenPoster(posterVan(wereld.beeld))).png, 80);
    const [matrix] = figurenVan(wereld);
    if (matrix) await past((await tekenPrent(matrix)).png);
  }
});
