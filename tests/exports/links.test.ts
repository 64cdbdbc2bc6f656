import { describe, expect, it } from 'vitest';
import { GELDIG_MS, openLinks } from '../../src/storage/links.ts';
import { plusMs } from '../../src/process/taal/time.ts';
import { Lab } from '../storage/lab.ts';

const LINK = { project: 'p_wijkpark', wie: 'd1', vraag: { soort: 'plan', hoofdstukken: 'groep' } };
const BEGIN = '2027-01-04T09:00:00.000Z';

/** Two instances of the program on the same tables, with one clock. */
async function twee() {
  const lab = new Lab();
  const wall = { now: BEGIN };
  const open = async () => {
    const tables = await lab.tables();
    return { tables, links: openLinks(tables.wegwijzer, () => wall.now) };
  };
  const [een, ander] = [await open(), await open()];
  const rows = () => een.tables.wegwijzer.range('l_links', 'l_', 'l_~');
  return { wall, een: een.links, ander: ander.links, rows };
}

describe('a link to a file', () => {
  it('opens it once, on any instance, however many follow it at the same time', async () => {
    const { een, ander } = await twee();
    const token = await een.maak(LINK);

    const found = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? een : ander).gebruik(token)),
    );

    expect(found.filter(({ kind }) => kind === 'link')).toEqual([{ kind: 'link', link: LINK }]);
    expect(found.filter(({ kind }) => kind === 'voorbij')).toHaveLength(19);
  });

  it('ends after a minute', async () => {
    const { wall, een } = await twee();
    const [op, laat] = [await een.maak(LINK), await een.maak(LINK)];

    wall.now = plusMs(BEGIN, GELDIG_MS);
    expect((await een.gebruik(op)).kind).toBe('link');
    wall.now = plusMs(BEGIN, GELDIG_MS + 1);
    expect(await een.gebruik(laat)).toEqual({ kind: 'voorbij' });
  });

  it('cannot be guessed or changed, and storage does not know it', async () => {
    const { een, rows } = await twee();
    const token = await een.maak(LINK);
    const [ends = '', secret = ''] = token.split('.');
    const later = `${Number(ends) + 60_000}.${secret}`;

    expect(JSON.stringify(await rows())).not.toContain(secret);
    expect((await een.gebruik(later)).kind).toBe('voorbij');
    for (const one of ['', 'x', token.slice(1), `${token}x`, `${token}/..`, "l_'or'1'eq'1", '%00'])
      expect((await een.gebruik(one)).kind).toBe('nooit');
    expect((await een.gebruik(token)).kind).toBe('link');
  });

  it('that nobody followed is thrown away', async () => {
    const { wall, een, rows } = await twee();
    await een.maak(LINK);
    await een.maak(LINK);

    wall.now = plusMs(BEGIN, 12 * 60_000);
    await een.maak(LINK);

    expect(await rows()).toHaveLength(1);
  });
});
