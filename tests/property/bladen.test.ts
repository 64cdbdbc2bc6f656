import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opBladen } from '../../src/process/vormen/bladen.ts';
import { keuze, meer, parse, type Fields } from '../../src/process/vormen/form.ts';

/** `lang`: with ids as Teams has them. */
const lijst = (n: number, lang = false) =>
  Array.from({ length: n }, (_, at) => ({
    id: lang ? `29:1${'aBc'.repeat(25)}-${at}` : `k${at}`,
    tekst: `Keuze ${at}`,
  }));

/** What a client sends of a form as it stands: what is drawn, and what goes along. */
function verzonden(velden: Fields, raw?: Record<string, string>): Record<string, string> {
  const { vragen, mee } = opBladen(velden, raw);
  return { ...Object.fromEntries(vragen.map(({ id, waarde }) => [id, waarde])), ...mee };
}

/** Presses the button that turns these lists. */
function blader(velden: Fields, raw: Record<string, string>, wat: string): Record<string, string> {
  const knop = opBladen(velden, raw).knoppen.find(({ titel }) => titel.startsWith(`Andere ${wat}`));
  return knop ? { ...raw, ...knop.mee, ...omgeslagen(raw, knop.mee) } : raw;
}
const omgeslagen = (raw: Record<string, string>, mee: Record<string, string>) =>
  Object.fromEntries(
    Object.keys(raw).flatMap((key) =>
      key.startsWith('elders.') && !(key in mee) ? [[key, ''] as const] : [],
    ),
  );

type Daad = { doe: 'vink'; nr: number } | { doe: 'blader' } | { doe: 'trek in'; nr: number };

const daden = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ doe: fc.constant('vink' as const), nr: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ doe: fc.constant('blader' as const) }) },
    { weight: 1, arbitrary: fc.record({ doe: fc.constant('trek in' as const), nr: fc.nat() }) },
  ),
  { maxLength: 40 },
);

describe('a choice over pages', () => {
  it('keeps what was ticked and unticked on every page, in any order, also when choices vanish', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 3, max: 40 }),
        fc.array(fc.nat(129), { maxLength: 20 }),
        daden,
        fc.boolean(),
        (n, per, vooraf, wat: readonly Daad[], lang) => {
          let keuzes = lijst(n, lang);
          const gekozen = new Set(vooraf.flatMap((at) => keuzes[at]?.id ?? []));
          const waarde = [...gekozen];
          const nu = () => ({ wie: meer({ label: 'Wie?', wat: 'mensen', per, waarde }, keuzes) });
          let raw = verzonden(nu());
          for (const daad of wat) {
            const shown = opBladen(nu(), raw).vragen[0]?.veld.keuzes ?? [];
            expect(shown.length).toBeLessThanOrEqual(per);
            const here = daad.doe === 'blader' ? undefined : shown[daad.nr % (shown.length || 1)];
            if (daad.doe === 'blader') raw = verzonden(nu(), blader(nu(), raw, 'mensen'));
            else if (!here) continue;
            else if (daad.doe === 'trek in') {
              keuzes = keuzes.filter(({ id }) => id !== here.id);
              gekozen.delete(here.id);
              raw = verzonden(nu(), raw);
            } else {
              if (!gekozen.delete(here.id)) gekozen.add(here.id);
              const ticked = shown.map(({ id }) => id).filter((id) => gekozen.has(id));
              raw = { ...raw, wie: ticked.join(',') };
            }
          }
          const answer = parse(nu(), raw);
          expect('values' in answer && new Set(answer.values.wie)).toEqual(gekozen);
        },
      ),
    );
  });

  it('shows every choice on exactly one page, those chosen before first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 41, max: 300 }), fc.integer({ min: 5, max: 40 }), (n, per) => {
        const velden = {
          wie: meer({ label: 'Wie?', wat: 'mensen', per, waarde: [`k${n - 1}`] }, lijst(n)),
        };
        let raw = verzonden(velden);
        const seen: string[] = [];
        for (let blad = 0; blad < Math.ceil(n / per); blad += 1) {
          seen.push(...(opBladen(velden, raw).vragen[0]?.veld.keuzes ?? []).map(({ id }) => id));
          raw = verzonden(velden, blader(velden, raw, 'mensen'));
        }
        expect(seen[0]).toBe(`k${n - 1}`);
        expect([...seen].sort()).toEqual(
          lijst(n)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  it('with one answer keeps it among the choices of every page', () => {
    const velden = {
      trekker: keuze({ label: 'Wie?', wat: 'mensen', waarde: 'k0' }, lijst(100)),
      anderen: meer({ label: 'Wie nog meer?', wat: 'mensen' }, lijst(100)),
    };
    let raw: Record<string, string> = { ...verzonden(velden), trekker: 'k38', anderen: 'k1,k2' };
    for (let blad = 0; blad < 5; blad += 1) {
      raw = verzonden(velden, blader(velden, raw, 'mensen'));
      const { vragen, knoppen } = opBladen(velden, raw);
      expect(knoppen).toHaveLength(1);
      expect(vragen.map(({ veld }) => veld.keuzes.length <= 40)).toEqual([true, true]);
      expect(vragen[0]?.veld.keuzes.some(({ id }) => id === 'k38')).toBe(true);
      expect(parse(velden, raw)).toEqual({ values: { trekker: 'k38', anderen: ['k1', 'k2'] } });
    }
  });

  it('takes little of a card, however long its ids are', () => {
    const keuzes = lijst(1_000, true);
    const waarde = keuzes.map(({ id }) => id);
    const velden = { wie: meer({ label: 'Wie?', wat: 'mensen', waarde }, keuzes) };
    expect(JSON.stringify(opBladen(velden).mee).length).toBeLessThan(16_000);
    expect(parse(velden, verzonden(velden))).toEqual({ values: { wie: waarde } });
  });

  it('that nobody can have been offered is refused, on the page and not along with it', () => {
    const velden = { wie: meer({ label: 'Wie?' }, lijst(50)) };
    expect(parse(velden, { wie: 'k99' })).toHaveProperty('velden');
    expect(parse(velden, { wie: 'k1', 'elders.wie': 'k99,k2' })).toEqual({
      values: { wie: ['k1', 'k2'] },
    });
  });
});
