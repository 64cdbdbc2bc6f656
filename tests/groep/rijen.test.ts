import { describe, expect, it } from 'vitest';
import { knoppenOp, opentRij, rijenOp, rijOp, textOf } from '../../support/voorbeeld/kaart.ts';
import { live, opentEnVult, PROBLEEM, titels, vult } from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

/** Problems that Bram gave, each with a text of its own. */
async function metProblemen(stuk: Stuk, n: number): Promise<void> {
  for (let nth = 1; nth <= n; nth++)
    await opentEnVult(
      stuk.lid('Bram'),
      await live(stuk.world, stuk.groep, 2),
      'Probleem doorgeven',
      { ...PROBLEEM, 'Wat is het probleem?': `${NAMEN[nth - 1]!} op het plein.` },
    );
}

const NAMEN = 'Glas,Vuil,Herrie,Rook,Drank,Ratten,Brand,Borden,Fietsen,Auto’s,Honden'.split(',');

const lijst = async ({ world, groep, lid }: Stuk, naam: string) => {
  const kaart = await live(world, groep, 2);
  const alles = titels(kaart).find((titel) => titel.startsWith('Bekijk alles')) ?? '';
  return lid(naam).drukt(alles, {}, kaart);
};

describe('the rows of a list', () => {
  it.each([0, 1, 2, 11])(
    'open by pressing them, each as what it is, with the way back: %i rows',
    async (n) => {
      const stuk = await inStap2();
      await metProblemen(stuk, n);
      const sanne = stuk.lid('Sanne');
      const gezien: string[] = [];

      for (let page = await lijst(stuk, 'Sanne'); ;) {
        for (const rij of rijenOp(page)) {
          const [eerst = ''] = textOf(rij).split('\n');
          const open = await sanne.opent(eerst, page);
          expect(textOf(open)).toContain(eerst);
          expect(titels(open)).toContain('Ook bij ons');
          if (gezien.push(eerst) % 10 !== 1) continue;
          const terug = await sanne.drukt('Terug naar de lijst', {}, open);
          expect(textOf(terug)).toBe(textOf(page));
        }
        if (!titels(page).includes('Volgende')) break;
        page = await sanne.drukt('Volgende', {}, page);
      }

      expect(gezien.toSorted()).toEqual(
        NAMEN.slice(0, n)
          .map((naam) => `${naam} op het plein.`)
          .toSorted(),
      );
      await stuk.world.close();
    },
  );

  it('have no more than one button of their own beside what pressing the row does', async () => {
    const stuk = await inStap2();
    await metProblemen(stuk, 2);
    const cards = await Promise.all([
      lijst(stuk, 'Bram'),
      lijst(stuk, 'Lotte'),
      ...['deelnemers', 'instellingen', 'mijn taken', 'agenda'].map((wat) =>
        stuk.zegt('Sanne', wat),
      ),
    ]);
    for (const rij of cards.flatMap(rijenOp)) {
      const opent = opentRij(rij) ? 1 : 0;
      expect(knoppenOp(rij).length - opent, textOf(rij)).toBeLessThanOrEqual(1);
    }
    await stuk.world.close();
  });

  it('that stand elsewhere meanwhile still open as what they are', async () => {
    const stuk = await inStap2();
    await metProblemen(stuk, 3);
    const bram = stuk.lid('Bram');
    const oud = await lijst(stuk, 'Bram');
    const eerste = await bram.opent('Glas', oud);
    await bram.drukt('Intrekken', {}, eerste);

    for (const naam of ['Vuil', 'Herrie']) {
      const open = await bram.opent(naam, oud);
      expect(textOf(open)).toContain(`${naam} op het plein.`);
      const form = await bram.drukt('Aanpassen', {}, open);
      expect(JSON.stringify(form)).toContain(`${naam} op het plein.`);
    }
    await stuk.world.close();
  });

  it('that are gone show the list as it is now', async () => {
    const stuk = await inStap2();
    await metProblemen(stuk, 2);
    const bram = stuk.lid('Bram');
    const oud = await lijst(stuk, 'Lotte');
    await bram.drukt('Intrekken', {}, rijOp(await lijst(stuk, 'Bram'), 'Glas'));

    const nu = await stuk.lid('Lotte').opent('Glas', oud);

    expect(textOf(nu)).toMatch(/^(?:.*\n)?1 probleem\nVuil op het plein\.\n/);
    expect(titels(nu)).not.toContain('Terug naar de lijst');
    await stuk.world.close();
  });

  it('that say something else now show the list, in which they stand', async () => {
    const stuk = await inStap2();
    await metProblemen(stuk, 1);
    const bram = stuk.lid('Bram');
    const oud = await lijst(stuk, 'Bram');
    const form = await bram.drukt('Aanpassen', {}, rijOp(oud, 'Glas'));
    await vult(bram, form, { 'Wat is het probleem?': 'Scherven op het plein.' });

    expect(textOf(await bram.opent('Glas', oud))).toContain('Scherven op het plein.');
    await stuk.world.close();
  });
});
