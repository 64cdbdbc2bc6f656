import { describe, expect, it } from 'vitest';
import * as verhaal from '../../support/voorbeeld/verhaal.ts';
import { eenWereld, live, projectVan } from '../groep/hulp.ts';
import { lezer, tekstVan, type Lezer } from './lezer.ts';
import { begint, doet, inStap2, NOTULIST, toneelVan } from './overleg-hulp.ts';
import { LEIDER } from './project.ts';

const world = eenWereld();

/** The story up to and with the beginning of this overleg. */
async function totOverleg(nummer: 2 | 3) {
  const { groep, toneel } = toneelVan(world());
  const { stap1, stap2, overleg1, stap3, VERHAAL, stap5, speel } = verhaal;
  for (const scene of [stap1, stap2, overleg1, stap3]) await scene(toneel);
  const project = projectVan(await live(world(), groep, 1));
  for (const scene of VERHAAL.stap4) await speel(toneel, scene);
  if (nummer === 3) {
    await stap5(toneel);
    for (const scene of VERHAAL.stap6.slice(0, 2)) await speel(toneel, scene);
  }
  const sanne = lezer(world(), LEIDER);
  const punt = async (wie: Lezer, regel: string, scherm = '') =>
    tekstVan((await wie.blad({ project, blad: 'overleg', args: { punt: regel, scherm } })).html);
  return { project, sanne, bram: lezer(world(), 'Bram Jansen'), punt };
}

const eerste = (html: string, naam: string) =>
  new RegExp(`name="${naam}"[^>]*value="([^"]+)"`).exec(html)?.[1] ??
  new RegExp(`name="${naam}"[^]*?<option value="([^"]+)"`).exec(html)?.[1] ??
  '';

describe('overleg 2 on the big screen', () => {
  it('has all that was delivered online per problem, and fills the matrix in the same meeting [A28, F4, H4]', async () => {
    const { project, sanne, bram, punt } = await totOverleg(2);

    const beoordelen = await punt(bram, 'beoordelen');
    expect(beoordelen).toContain('Overleg 2');
    for (const van of ['Politie: ', 'Woonstede: ', 'Jongerenwerk De Spil: '])
      expect(beoordelen).toContain(van);
    expect(beoordelen).toContain('Oordeel: doorgaan.');
    expect(beoordelen).toContain('Nee, er is meer nodig.');
    expect(await punt(sanne, 'beoordelen')).toContain('Probleem 1 beoordelen');
    expect(beoordelen).not.toContain('Probleem 1 beoordelen');
    expect(await punt(bram, 'doelstelling')).toContain('Doelen');

    const { html } = await sanne.blad({ project, verb: 'regel.toevoegen' });
    const wat = 'Toezicht op vrijdagavond';
    const velden = { wat, onderwerp: eerste(html, 'onderwerp'), trekker: eerste(html, 'trekker') };
    await doet(sanne, project, 'regel.toevoegen', velden);
    expect(await punt(sanne, 'wie-wat-wanneer')).toContain(wat);
    expect(await punt(sanne, 'wie-wat-wanneer', '1')).toContain(wat);
    expect(await punt(bram, 'wie-wat-wanneer')).not.toContain(wat);
  });
});

describe('overleg 3 on the big screen', () => {
  it('has each measure and each goal with what was measured beside its line', async () => {
    const { sanne, punt } = await totOverleg(3);

    const gedaan = await punt(sanne, 'gedaan');
    expect(gedaan).toContain('Overleg 3');
    expect(gedaan).toContain('Hebben we gedaan wat we hebben afgesproken?');
    expect(gedaan).toContain('Maatregelen bespreken');
    const doelen = await punt(sanne, 'doelen', '1');
    expect(doelen).toContain('Doelen: nu, doel en gemeten');
  });
});

describe('a claim about the page', () => {
  it('of somebody from outside shows nothing, and a point that is not there leads to one that is', async () => {
    const { project, sanne, punt } = await totOverleg(2);
    const vreemd = await lezer(world(), 'Karel').blad({ project, blad: 'overleg' });
    expect(tekstVan(vreemd.html)).toContain('niet gevonden');
    expect(vreemd.html).not.toContain('data-overleg');
    expect(await punt(sanne, 'bestaat-niet')).toContain('Punt 1 van');
  });
});

describe('an outcome of which the answer was lost', () => {
  it('tells who sends it again that somebody else wrote after it, before they overwrite that', async () => {
    const stuk = await inStap2(world());
    await begint(stuk);
    const { project } = stuk;
    const [sanne, fatima] = [lezer(world(), LEIDER), lezer(world(), NOTULIST)];
    const args = { nummer: '1', regel: 'opening' };
    const sent = (rev: number, tekst: string, nonce = 'n'.repeat(8)) => ({
      ...{ project, verb: 'overleg.uitkomst', args, rev, nonce },
      velden: { tekst, soort: 'besluit', wie: '', wanneer: '', vertrouwelijk: 'false' },
    });
    const first = await sanne.doe(sent(0, 'Van Sanne.'));
    const hers = await fatima.doe(sent(first.rev ?? 0, 'Van Fatima.', 'f'.repeat(8)));
    expect([first.opgeslagen, hers.opgeslagen]).toEqual([true, true]);

    const again = await sanne.doe(sent(0, 'Van Sanne.'));
    expect(again).toMatchObject({ opgeslagen: true, rev: first.rev });
    const next = await sanne.doe(sent(again.rev ?? 0, 'Van Sanne, en meer.'));
    expect(next.reden).toBe('gewijzigd');
    const page = await sanne.blad({ project, blad: 'overleg', args: { punt: 'opening' } });
    expect(page.html).toContain('Van Fatima.');
  });
});
