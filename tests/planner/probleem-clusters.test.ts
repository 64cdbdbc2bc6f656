import { opBladen } from '../../src/process/vormen/bladen.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { describe, expect, it } from 'vitest';
import { overleg, overlegId } from '../../src/process/feiten/overleg.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { begin } from '../../src/process/feiten/project.ts';
import { nietsAan } from '../../src/planner/plan/plan.ts';
import { say } from '../../support/gezegd.ts';
import { cluster, onderwerpen, probleem } from '../../src/planner/plan/plan.ts';
import { hasKring, verbanden } from '../../src/planner/probleem/regels/kring.ts';
import { tekst } from '../../support/groep.ts';
import {
  gedaan,
  geeft,
  geweigerd,
  gezegd,
  inStap2,
  items,
  keuzes,
  pastInKaart,
  verbs,
  type Groep,
} from './probleem-groep.ts';

/** A group with so many problems, called A, B, C, …; their ids. */
function met(n: number): { world: Groep; ids: string[] } {
  const world = inStap2('anna', 'bram', 'cees');
  const ids = Array.from({ length: n }, (_, at) =>
    geeft(world, at % 2 ? 'bram' : 'cees', String.fromCharCode(65 + at)),
  );
  return { world, ids };
}

const namen = (world: Groep) => onderwerpen(world.project).map(({ naam }) => naam);
const maakt = (world: Groep, ids: readonly string[], naam = '') =>
  gedaan(world.doet('anna', 'cluster.maken', { problemen: ids.join(','), naam }));

describe('clusters', () => {
  it('merges problems, named after the first one when no name is typed [D3]', () => {
    const { world, ids } = met(3);

    const id = maakt(world, [ids[0]!, ids[2]!]);

    expect(namen(world)).toEqual(['A', 'B']);
    expect(one(world.project, cluster, id)?.facts.problemen).toEqual([ids[0], ids[2]]);
    expect(all(world.project, probleem)).toHaveLength(3);
    expect(tekst(world.ziet('bram', 'probleem', { id: ids[2]! }))).toContain('Hoort bij: A');
  });

  it('never names a cluster after what is vertrouwelijk', () => {
    const world = inStap2('anna', 'bram');
    const secret = geeft(world, 'bram', 'Geheim', { vertrouwelijk: 'true' });
    const open = geeft(world, 'bram', 'Openbaar');

    maakt(world, [secret, open]);

    expect(namen(world)).toEqual(['Openbaar']);
    expect(tekst(world.ziet('bram', 'clusters'))).not.toContain('Geheim');
  });

  it('refuses one problem, a problem of another cluster, and nothing loose', () => {
    const { world, ids } = met(3);

    expect(geweigerd(world.doet('anna', 'cluster.maken', { problemen: ids[0]! }))).toContain(
      'Kies er minstens twee.',
    );
    maakt(world, [ids[0]!, ids[1]!]);
    expect(
      geweigerd(world.doet('anna', 'cluster.maken', { problemen: `${ids[1]!},${ids[2]!}` })),
    ).toContain('geen twee losse problemen');
  });

  it('adds from every page, drops, renames, and keeps withdrawn problems in their place', () => {
    const { world, ids } = met(20);
    const id = maakt(world, [ids[0]!, ids[1]!], 'Samen');
    world.doet('bram', 'probleem.intrekken', {}, { id: ids[1]! });

    pastInKaart(world.opent('anna', 'cluster.wijzigen', { id }));
    const added = world.doet(
      'anna',
      'cluster.wijzigen',
      { naam: 'Samen', problemen: `${ids[0]!},${ids[18]!}` },
      { id },
    );
    const same = world.doet(
      'anna',
      'cluster.wijzigen',
      { naam: 'Samen', problemen: `${ids[0]!},${ids[18]!}` },
      { id },
    );
    const renamed = world.doet(
      'anna',
      'cluster.wijzigen',
      { naam: 'Anders', problemen: `${ids[0]!},${ids[18]!}` },
      { id },
    );
    const tooFew = world.doet(
      'anna',
      'cluster.wijzigen',
      { naam: 'Anders', problemen: ids[0]! },
      { id },
    );
    world.doet('bram', 'probleem.terughalen', {}, { id: ids[1]! });

    expect([added, same, renamed].map(gezegd)).toEqual([1, 0, 1]);
    expect(geweigerd(tooFew)).toContain('Kies er minstens twee');
    expect(onderwerpen(world.project)[0]).toMatchObject({
      naam: 'Anders',
      problemen: [{ id: ids[0] }, { id: ids[1] }, { id: ids[18] }],
    });
  });

  it('keeps the members of a large cluster that stand on another page', () => {
    const world = inStap2('anna');
    const ids = Array.from({ length: 61 }, (_, at) => geeft(world, 'anna', `P${at}`));
    world.said('anna', [say(cluster, 'cl1', { problemen: ids.slice(0, 60) }, { naam: 'Groot' })]);
    const { velden } = world.opent('anna', 'cluster.wijzigen', { id: 'cl1' }) as FormScreen;
    const { vragen, mee } = opBladen(velden);
    const [, problemen] = vragen;

    expect(problemen?.veld.keuzes).toHaveLength(40);
    // The first of this page is unticked; those of the other page go along.
    const here = problemen?.waarde.split(',').slice(1).join(',') ?? '';
    world.doet(
      'anna',
      'cluster.wijzigen',
      { naam: 'Groot', problemen: here, ...mee },
      { id: 'cl1' },
    );

    expect(new Set(one(world.project, cluster, 'cl1')?.facts.problemen)).toEqual(
      new Set(ids.slice(1, 60)),
    );
  });

  it('takes a cluster apart and undoes that, each quiet when repeated', () => {
    const { world, ids } = met(3);
    const id = maakt(world, [ids[0]!, ids[1]!]);

    const apart = world.doet('anna', 'cluster.ontbinden', {}, { id });
    const apartAgain = world.doet('anna', 'cluster.ontbinden', {}, { id });
    const loose = namen(world);
    const undone = world.doet('anna', 'cluster.herstellen', {}, { id });
    const undoneAgain = world.doet('anna', 'cluster.herstellen', {}, { id });

    expect([apart, apartAgain, undone, undoneAgain].map(gezegd)).toEqual([1, 0, 1, 0]);
    expect(loose).toEqual(['A', 'B', 'C']);
    expect(namen(world)).toEqual(['A', 'C']);
  });

  it('undoes with what is still loose; refuses when nothing is', () => {
    const { world, ids } = met(4);
    const first = maakt(world, [ids[0]!, ids[1]!]);
    world.doet('anna', 'cluster.ontbinden', {}, { id: first });
    const second = maakt(world, [ids[1]!, ids[2]!]);
    gedaan(world.doet('anna', 'cluster.herstellen', {}, { id: first }));
    world.doet('anna', 'cluster.ontbinden', {}, { id: first });
    world.doet(
      'anna',
      'cluster.wijzigen',
      { naam: 'B', problemen: ids.slice(0, 3).join(',') },
      { id: second },
    );

    expect(geweigerd(world.doet('anna', 'cluster.herstellen', {}, { id: first }))).toContain(
      'in een andere groep problemen',
    );
  });

  it('lets the notulist of the overleg work on clusters, and nobody else', () => {
    const { world, ids } = met(4);
    const before = world.doet('bram', 'cluster.maken', { problemen: ids.slice(0, 2).join(',') });
    world.overleg(1, ['bram']);
    world.said('anna', [say(overleg, overlegId(1), { notulist: 'bram' })]);

    expect(geweigerd(before)).toBe('alleen-projectleider');
    expect(
      gezegd(world.doet('bram', 'cluster.maken', { problemen: ids.slice(0, 2).join(',') })),
    ).toBe(1);
    expect(verbs(world.ziet('bram', 'clusters'))).toContain('cluster.wijzigen');
    expect(verbs(world.ziet('cees', 'clusters'))).not.toContain('cluster.wijzigen');
    expect(geweigerd(world.doet('bram', 'stemming.openen', {}))).toBe('alleen-projectleider');
  });

  it.each(['cluster.wijzigen', 'cluster.ontbinden', 'cluster.herstellen', 'gevolg.weghalen'])(
    'finds nothing for %s with an unknown id',
    (verb) => {
      expect(geweigerd(met(2).world.doet('anna', verb, {}, { id: 'cl99' }))).toBe('niet-gevonden');
    },
  );

  it('stands still while the group votes, once the list is fixed, and once step 3 speaks of it', () => {
    const { world, ids } = met(4);
    const id = maakt(world, [ids[0]!, ids[1]!]);
    const tries = () => [
      geweigerd(world.doet('anna', 'cluster.maken', { problemen: ids.slice(2).join(',') })),
      geweigerd(world.doet('anna', 'cluster.ontbinden', {}, { id })),
    ];

    world.doet('anna', 'stemming.openen', {
      onderwerpen: ids.slice(2).join(','),
      vorm: 'kiezen',
      zicht: 'open',
    });
    const voting = tries();
    world.doet('anna', 'stemming.sluiten');
    world.doet('anna', 'lijst.vaststellen', { eerst: '1' });
    const fixed = tries();
    world.doet('anna', 'lijst.heropenen');
    world.stap('maatregelen');
    const nogNiets = geweigerd(
      world.doet('anna', 'cluster.maken', { problemen: [ids[2], ids[2]].join(',') }),
    );
    world.said('anna', [
      begin(nietsAan, `anna.${ids[2]}`, { van: 'anna', onderwerp: ids[2]! }, {}),
    ]);

    expect(voting).toEqual(
      Array(2).fill(
        'niet-nu: De stemming loopt nog. Sluit die eerst. Dan kun je weer problemen samenvoegen.',
      ),
    );
    expect(fixed).toEqual(
      Array(2).fill('niet-nu: De prioriteitenlijst is vastgesteld. Heropen eerst de lijst.'),
    );
    expect(nogNiets).not.toContain('verder gewerkt');
    for (const nee of tries()) expect(nee).toContain('Er is al verder gewerkt met deze problemen.');
  });

  it('offers the problems per page and per organisatie', () => {
    const { world, ids } = met(20);

    expect(keuzes(world.opent('anna', 'cluster.maken'), 'problemen')).toEqual(ids.slice(0, 15));
    expect(
      keuzes(world.opent('anna', 'cluster.maken'), 'problemen', { 'blad.problemen': '2' }),
    ).toEqual(ids.slice(15));
    expect(keuzes(world.opent('anna', 'cluster.maken', { van: 'bram' }), 'problemen')).toEqual(
      ids.filter((_, at) => at % 2 === 1),
    );
  });
});

describe('cause and effect', () => {
  const legt = (world: Groep, oorzaak: string, gevolg: string) =>
    world.doet('anna', 'gevolg.leggen', { oorzaak, gevolg });

  it('links a cause to its effect, shows it, and takes it away again [D4]', () => {
    const { world, ids } = met(3);
    const [a, b] = ids as [string, string];

    const id = gedaan(legt(world, a, b));
    const again = legt(world, a, b);
    const shown = items(world.ziet('bram', 'clusters'))[0];
    const gone = world.doet('anna', 'gevolg.weghalen', {}, { id });
    const goneAgain = world.doet('anna', 'gevolg.weghalen', {}, { id });

    expect(shown).toBe('Oorzaak: A. Gevolg: B');
    expect([again, gone, goneAgain].map(gezegd)).toEqual([0, 1, 0]);
    expect(verbanden(world.project)).toEqual([]);
  });

  it('refuses a problem as its own cause, a circle, and what is not there', () => {
    const { world, ids } = met(3);
    const [a, b, c] = ids as [string, string, string];
    legt(world, a, b);
    legt(world, b, c);

    expect(geweigerd(legt(world, a, a))).toBe('velden: Kies een ander probleem dan de oorzaak.');
    expect(geweigerd(legt(world, c, a))).toBe(
      'velden: Dan is een probleem de oorzaak van zichzelf. Haal eerst een ander verband weg.',
    );
    expect(geweigerd(legt(world, a, 'p999'))).toBe('velden: Kies het gevolg.');
    expect(geweigerd(legt(world, '', b))).toBe('velden: Kies de oorzaak.');
  });

  it('follows problems into their cluster, and refuses a cluster that closes a circle', () => {
    const { world, ids } = met(4);
    const [a, b, c, d] = ids as [string, string, string, string];
    legt(world, a, b);
    legt(world, b, c);

    const circle = world.doet('anna', 'cluster.maken', { problemen: `${a},${c}`, naam: '' });
    const id = maakt(world, [b, d], 'Samen');

    expect(geweigerd(circle)).toContain('de oorzaak van zichzelf');
    expect(verbanden(world.project).map((link) => [link.oorzaak, link.gevolg])).toEqual([
      [a, id],
      [id, c],
    ]);
  });

  it('rests a link inside a cluster until it is taken apart', () => {
    const { world, ids } = met(2);
    const [a, b] = ids as [string, string];
    legt(world, a, b);

    const id = maakt(world, [a, b]);
    const inside = verbanden(world.project).length;
    world.doet('anna', 'cluster.ontbinden', {}, { id });

    expect([inside, verbanden(world.project).length]).toEqual([0, 1]);
  });

  it('brings a withdrawn problem back, without the links that would close a circle', () => {
    const { world, ids } = met(3);
    const [a, b, c] = ids as [string, string, string];
    legt(world, a, b);
    legt(world, b, c);
    world.doet('bram', 'probleem.intrekken', {}, { id: b });
    gedaan(legt(world, c, a));

    gedaan(world.doet('bram', 'probleem.terughalen', {}, { id: b }));

    expect(verbanden(world.project).map((link) => [link.oorzaak, link.gevolg])).toEqual([[c, a]]);
    expect(namen(world)).toEqual(['A', 'B', 'C']);
  });

  it('needs two problems, and offers every page of them as effect of a chosen cause', () => {
    expect(geweigerd(legt(met(1).world, 'a', 'b'))).toContain('minstens twee problemen');
    const { world, ids } = met(45);

    pastInKaart(world.opent('anna', 'gevolg.leggen', { oorzaak: ids[0]! }));
    expect(
      gezegd(
        world.doet(
          'anna',
          'gevolg.leggen',
          { oorzaak: ids[0]!, gevolg: ids[44]! },
          { oorzaak: ids[0]! },
        ),
      ),
    ).toBe(1);
  });

  it.each([
    [[], false],
    [['ab'], false],
    [['ab', 'bc', 'ac'], false],
    [['ab', 'ba'], true],
    [['ab', 'bc', 'ca', 'xa'], true],
    [['xa', 'ab', 'bc', 'cb'], true],
    [['aa'], true],
  ])('sees in %j a circle: %s', (links, expected) => {
    expect(
      hasKring(links.map((link) => ({ oorzaak: link.charAt(0), gevolg: link.charAt(1) }))),
    ).toBe(expected);
  });
});
