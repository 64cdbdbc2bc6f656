import { describe, expect, it } from 'vitest';
import { cluster, onderwerpen } from '../../src/planner/plan/plan.ts';
import { problemenMee } from '../../src/planner/plan/meenemen.ts';
import { clusterTabel } from '../../src/planner/probleem/clusters/hoofdstuk-samen.ts';
import { samenvoegen } from '../../src/planner/probleem/clusters/werk-clusters.ts';
import { problemenTabel } from '../../src/planner/probleem/invoer/hoofdstuk-problemen.ts';
import { alsLezing } from '../../src/process/contract/gelezen.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { kortweg } from '../../src/process/taal/tekst.ts';
import { say } from '../../support/gezegd.ts';
import { gedaan, geeft, getypt, inStap2, type Groep } from './probleem-groep.ts';

const KORT = 'Kanarie reed over de stoep.';
const LANG = `${KORT} ${'En dat gaat al heel lang zo door. '.repeat(5)}`.trim();
const OPEN = 'Er ligt glas.';

/** Who merges leaves the name empty; an older program kept a copy of the text in its place. */
const HOE = {
  'with nothing in its place': () => '',
  'with a copy in an older log': kortweg,
  'with a whole copy in an older log': (tekst: string) => tekst,
} as const;
const GEVALLEN = [KORT, LANG].flatMap((tekst) =>
  Object.entries(HOE).map(([hoe, naam]) => ({ hoe, tekst, naam: naam(tekst) })),
);

function samen(tekst: string, naam: string) {
  const world = inStap2('anna', 'bram', 'cees');
  const ids = [geeft(world, 'bram', tekst), geeft(world, 'anna', OPEN)];
  const id = gedaan(
    world.doet('anna', 'cluster.maken', { problemen: ids.join(','), naam: 'Eerst anders' }),
  );
  world.said('anna', [say(cluster, id, {}, { naam })]);
  return { world, ids, id };
}

const wijzigt = (world: Groep, id: string, tekst: string, vertrouwelijk: string) =>
  gedaan(world.doet('bram', 'probleem.wijzigen', getypt(tekst, { vertrouwelijk }), { id }));

/** Everything in which this person reads what a group of problems is called. */
function leest(world: Groep, wie: string, { ids, id }: { ids: string[]; id: string }): string {
  const lezing = alsLezing({ ...world.beeld, lezer: world.ctx(wie).actor });
  return JSON.stringify([
    world.ziet(wie, 'clusters'),
    world.ziet(wie, 'probleem', { id }),
    world.ziet(wie, 'probleem', { id: ids[1]! }),
    samenvoegen(lezing),
    problemenTabel(lezing),
    clusterTabel(lezing),
    onderwerpen(voorIedereen(world.project)).map(({ naam }) => naam),
  ]);
}

describe('a group of problems without a name of its own', () => {
  it.each(GEVALLEN)('is called after a problem as it is now, $hoe: $tekst', ({ tekst, naam }) => {
    const { world, ids, id } = samen(tekst, naam);
    expect(onderwerpen(world.project)[0]?.naam).toBe(kortweg(tekst));

    wijzigt(world, ids[0]!, tekst, 'true');
    expect(onderwerpen(world.project)[0]?.naam).toBe(OPEN);
    expect(leest(world, 'cees', { ids, id })).not.toContain('Kanarie');
    expect(leest(world, 'cees', { ids, id })).toContain(OPEN);

    gedaan(world.doet('anna', 'cluster.ontbinden', {}, { id }));
    expect(leest(world, 'cees', { ids, id })).not.toContain('Kanarie');
    gedaan(world.doet('anna', 'cluster.herstellen', {}, { id }));
    expect(leest(world, 'cees', { ids, id })).not.toContain('Kanarie');
  });

  it('is masked where all of its problems are confidential', () => {
    const { world, ids } = samen(KORT, KORT);
    wijzigt(world, ids[0]!, KORT, 'true');
    world.doet('anna', 'probleem.wijzigen', getypt(OPEN, { vertrouwelijk: 'true' }), {
      id: ids[1]!,
    });
    expect(onderwerpen(world.project)[0]?.naam).toBe('Een vertrouwelijk probleem');
  });

  it('follows its problem, and takes no name along to a new round', () => {
    const { world, ids } = samen(KORT, KORT);
    expect(problemenMee(world.project).find(({ kind }) => kind === cluster.name)?.texts).toEqual({
      naam: '',
    });
    const { world: later, ids: die } = samen(KORT, '');
    wijzigt(later, die[0]!, 'Er staan fietsen.', '');
    expect(onderwerpen(later.project)[0]?.naam).toBe('Er staan fietsen.');
    later.doet('bram', 'probleem.intrekken', {}, { id: die[0]! });
    expect(onderwerpen(later.project)[0]?.naam).toBe(OPEN);
    world.doet('bram', 'probleem.intrekken', {}, { id: ids[0]! });
    expect(onderwerpen(world.project)[0]?.naam).toBe(OPEN);
  });

  it('gets a name and loses it again; a name that was typed stays, whatever its problems are', () => {
    const { world, ids, id } = samen(KORT, '');
    const noemt = (naam: string) =>
      gedaan(world.doet('anna', 'cluster.wijzigen', { naam, problemen: ids.join(',') }, { id }));
    noemt('Verkeer');
    wijzigt(world, ids[0]!, KORT, 'true');
    expect(onderwerpen(voorIedereen(world.project))[0]?.naam).toBe('Verkeer');
    noemt('');
    expect(onderwerpen(world.project)[0]?.naam).toBe(OPEN);
  });
});
