import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { maatregel, prioriteitenlijst, probleem } from '../../src/planner/plan/plan.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { klokkeuze } from '../../src/process/kalender/moment.ts';
import { takenVan } from '../../src/process/weergaven/taken.ts';
import { say } from '../../support/gezegd.ts';
import { groep, tekst } from '../../support/groep.ts';
import { wordt } from '../klok/lezen.ts';
import { PROBLEEM } from './feiten.ts';

const stap3 = stepOf(planner, 'maatregelen');
const ORGANISATIES = ['Politie', 'GGZ', 'Woonstede', 'Brandweer'];

/** Anna leads; each of four organisaties has one person; so many problems are tackled first, until 11 February. */
function inStap3(problemen: number) {
  const world = groep('anna');
  for (const naam of ORGANISATIES) world.meedoen(naam.toLowerCase(), naam);
  const ids = Array.from({ length: problemen }, (_, at) => `p${at + 1}`);
  world.said('anna', [
    say(klokkeuze, 'klok', { bevrijdingsdag: 'lustrum', voorstel: 3, toontStil: true }),
    ...ids.map((id) =>
      say(probleem, id, { ...PROBLEEM, van: 'anna' }, { omschrijving: `Iets met ${id}` }),
    ),
    say(prioriteitenlijst, 'lijst', {
      onderwerpen: ids,
      eerst: ids,
      vastgesteld: world.now,
      tot: '',
    }),
  ]);
  world.stap('maatregelen', '2027-02-11');
  return world;
}

type Wereld = ReturnType<typeof groep>;

const geeft = (world: Wereld, van: string, onderwerp: string) =>
  world.said(van, [
    say(
      maatregel,
      `m-${van}-${onderwerp}`,
      {
        van,
        onderwerp,
        soorten: ['gebied'],
        type: 'preventief',
        criteria: {},
        ingebracht: '',
        aanvullend: false,
        vertrouwelijk: false,
        voor: [],
      },
      { omschrijving: 'Toezicht.' },
    ),
  ]);

const actor = (world: Wereld, wie: string) => world.ctx(wie).actor;

/** Every sentence that says who gave nothing: on the card, in the summary, with who leads, and in their tasks. */
const overWieZwijgt = (world: Wereld): string[] => [
  tekst(stap3.kaart(world.beeld)),
  tekst(stap3.samenvatting(world.beeld)),
  tekst(world.ziet('anna', 'leiding')),
  tekst(takenVan(world.ctx('anna'))),
];

describe('who gave a measure at one of several problems', () => {
  it('has answered: nobody is told that they are silent, and no reminder asks them', () => {
    const world = inStap3(3);
    geeft(world, 'politie', 'p1');

    expect(tekst(stap3.kaart(world.beeld))).toContain('1 van de 5 heeft gereageerd');
    for (const gelezen of overWieZwijgt(world)) {
      expect(gelezen).not.toContain('Politie');
      expect(gelezen).toMatch(/GGZ.*Woonstede|van de 5/);
    }

    // Half-way, at 80 percent, at the end, and when whoever leads is asked how to go on.
    const gelezen = ['2027-01-25', '2027-02-04', '2027-02-11', '2027-02-12', '2027-02-17'].flatMap(
      (dag) => wordt(world, dag, '16:00'),
    );
    const eigen = new Set(gelezen.map(({ wie }) => wie));
    expect(['ggz', 'woonstede', 'brandweer'].filter((wie) => !eigen.has(wie))).toEqual([]);
    expect(eigen).not.toContain('politie');
    const alles = gelezen.map(({ tekst: gezegd }) => gezegd).join('\n');
    expect(alles).toContain('GGZ');
    expect(alles).not.toContain('Politie');
  });

  it.each([
    [1, 1, 'Van jullie: 1 maatregel.', false],
    [2, 1, 'Van jullie: 1 maatregel. Nog niets bij 1 probleem.', true],
    [3, 1, 'Van jullie: 1 maatregel. Nog niets bij 2 problemen.', true],
    [3, 2, 'Van jullie: 2 maatregelen. Nog niets bij 1 probleem.', true],
    [3, 3, 'Van jullie: 3 maatregelen.', false],
    [3, 0, 'Van jullie: nog niets.', true],
  ])('of %i problems answered %i: that organisation alone reads what is left', (n, m, zin, nog) => {
    const world = inStap3(n);
    for (let nth = 1; nth <= m; nth++) geeft(world, 'politie', `p${nth}`);

    const jij = (wie: string) => stap3.jij(world.beeld, actor(world, wie));
    expect(jij('politie')).toMatchObject({ zin, moetNog: nog });
    for (const ander of ['ggz', 'anna']) expect(jij(ander).zin).toBe('Van jullie: nog niets.');
    expect(tekst(stap3.kaart(world.beeld))).not.toContain('Nog niets bij');
  });

  it('is asked for nothing more on their own line once the step is closed', () => {
    const world = inStap3(3);
    geeft(world, 'politie', 'p1');
    world.het_is('2027-02-12');
    world.sluit('maatregelen');

    const jij = (wie: string) => stap3.jij(world.beeld, actor(world, wie));
    expect(jij('politie')).toEqual({
      zin: 'Van jullie: 1 maatregel.',
      moetNog: false,
      knoppen: undefined,
    });
    expect(jij('ggz')).toEqual({ zin: '', moetNog: false, knoppen: undefined });
  });
});
