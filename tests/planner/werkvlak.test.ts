import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { cluster, clusterNaam, onderwerpen } from '../../src/planner/plan/plan.ts';
import { verbanden } from '../../src/planner/probleem/regels/kring.ts';
import { samenvoegen, verband } from '../../src/planner/probleem/clusters/werk-clusters.ts';
import type { Lezing } from '../../src/process/contract/contract.ts';
import type { Decision } from '../../src/process/contract/decision.ts';
import { judge } from '../../src/process/contract/judge.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import type { Invulling, Opdracht } from '../../src/process/vormen/werkvlak.ts';
import { gedaan, geeft, geweigerd, inStap2, type Groep } from './probleem-groep.ts';

const lezing = (world: Groep, wie = 'anna'): Lezing => ({
  ...world.beeld,
  lezer: world.ctx(wie).actor,
});

type Uit = Partial<Record<Invulling['uit'], string>>;

/** Carries out a gesture as the page does: what was chosen goes into the arguments and fields that ask for it. */
function doet(world: Groep, opdracht: Opdracht | undefined, uit: Uit = {}): Decision {
  if (!opdracht) throw new Error('nothing to do');
  const args = { ...opdracht.args };
  const raw = { ...opdracht.velden };
  for (const { uit: van, arg, veld } of opdracht.vult) {
    if (arg !== '') args[arg] = uit[van] ?? '';
    if (veld !== '') raw[veld] = uit[van] ?? '';
  }
  const action = planner.acties.get(opdracht.verb)!;
  const decision = judge(action, world.ctx('anna', args), { raw, rev: opdracht.rev });
  if (decision.accepted) world.said('anna', decision.events);
  return decision;
}

/** Takes it back, on what stands there since. */
function terug(world: Groep, opdracht: Opdracht | undefined, over: string, uit: Uit = {}) {
  const back = opdracht?.terug;
  if (!back) throw new Error('no way back');
  const args = back.over === '' ? back.args : { ...back.args, [back.over]: over };
  return doet(world, { ...back, args, rev: one(world.project, cluster, over)?.rev ?? 0 }, uit);
}

function met(n: number): { world: Groep; ids: string[] } {
  const world = inStap2('anna', 'bram');
  return { world, ids: Array.from({ length: n }, (_, at) => geeft(world, 'bram', `P${at + 1}`)) };
}

const inhoud = (world: Groep) =>
  all(world.project, cluster).map((found) => [
    clusterNaam(world.project, found),
    ...found.facts.problemen,
  ]);

describe('merging on a big screen', () => {
  it('takes problems from anywhere in a long list, and back [D3]', () => {
    const { world, ids } = met(60);
    const chosen = { gekozen: [ids[2]!, ids[40]!, ids[59]!].join(',') };

    const { maken } = samenvoegen(lezing(world));
    const id = gedaan(doet(world, maken, chosen));
    expect(inhoud(world)).toEqual([['P3', ids[2], ids[40], ids[59]]]);

    gedaan(terug(world, maken, id, chosen));
    expect(inhoud(world)).toEqual([]);
  });

  it('adds to a cluster, takes out and renames, each with its way back', () => {
    const { world, ids } = met(6);
    const id = gedaan(
      doet(world, samenvoegen(lezing(world)).maken, { gekozen: `${ids[0]!},${ids[1]!}` }),
    );
    const groep = () => samenvoegen(lezing(world)).groepen[0]!;

    const { erbij } = groep();
    const more = { gekozen: `${ids[3]!},${ids[5]!}` };
    gedaan(doet(world, erbij, more));
    expect(inhoud(world)).toEqual([['P1', ids[0], ids[1], ids[3], ids[5]]]);

    const { eruit } = groep().leden[1]!;
    gedaan(doet(world, eruit));
    expect(inhoud(world)).toEqual([['P1', ids[0], ids[3], ids[5]]]);
    gedaan(terug(world, eruit, id));
    expect(inhoud(world)).toEqual([['P1', ids[0], ids[3], ids[5], ids[1]]]);

    const { hernoemen } = groep();
    gedaan(doet(world, hernoemen, { tekst: 'Scooters' }));
    expect(inhoud(world)[0]?.[0]).toBe('Scooters');
    gedaan(terug(world, hernoemen, id));
    expect(inhoud(world)[0]?.[0]).toBe('P1');

    gedaan(terug(world, erbij, id, more));
    expect(inhoud(world)).toEqual([['P1', ids[0], ids[1]]]);
  });

  it('of two, taking one out leaves no cluster; and it comes back', () => {
    const { world, ids } = met(3);
    const id = gedaan(
      doet(world, samenvoegen(lezing(world)).maken, { gekozen: `${ids[0]!},${ids[1]!}` }),
    );
    const { eruit } = samenvoegen(lezing(world)).groepen[0]!.leden[0]!;

    gedaan(doet(world, eruit));
    expect(onderwerpen(world.project).map(({ naam }) => naam)).toEqual(['P1', 'P2', 'P3']);
    expect(samenvoegen(lezing(world)).uiteen.map(({ naam }) => naam)).toEqual(['P1']);

    gedaan(terug(world, eruit, id));
    expect(inhoud(world)).toEqual([['P1', ids[0], ids[1]]]);
  });

  it('does not overwrite what another editor changed meanwhile', () => {
    const { world, ids } = met(4);
    gedaan(doet(world, samenvoegen(lezing(world)).maken, { gekozen: `${ids[0]!},${ids[1]!}` }));
    const seen = samenvoegen(lezing(world)).groepen[0]!;
    gedaan(doet(world, seen.hernoemen, { tekst: 'Van een ander' }));

    expect(geweigerd(doet(world, seen.erbij, { gekozen: ids[2]! }))).toBe('gewijzigd');
    expect(inhoud(world)).toEqual([['Van een ander', ids[0], ids[1]]]);
  });

  it('is only to read for a deelnemer, and says why nobody can work on it during a vote', () => {
    const { world, ids } = met(3);
    const bram = samenvoegen(lezing(world, 'bram'));
    expect(bram.maken).toBeUndefined();
    expect(bram.los).toHaveLength(3);

    gedaan(
      world.doet('anna', 'stemming.openen', {
        onderwerpen: ids.join(','),
        vorm: 'kiezen',
        zicht: 'open',
      }),
    );
    const anna = samenvoegen(lezing(world));
    expect(anna.maken).toBeUndefined();
    expect(anna.melding).toContain('De stemming loopt nog');
  });

  it('tells nothing of what is vertrouwelijk, also not that it looks like something', () => {
    const metTwee = (vertrouwelijk: string) => {
      const world = inStap2('anna', 'bram');
      const secret = geeft(world, 'bram', 'Wapenhandel in het café op de hoek', { vertrouwelijk });
      const open = geeft(world, 'bram', 'Wapenhandel bij café op de hoek');
      return { secret, open, los: samenvoegen(lezing(world)).los };
    };
    const { secret, open, los } = metTwee('true');
    const gewoon = metTwee('');

    expect(JSON.stringify(gewoon.los)).toContain('Wapenhandel in');
    expect(gewoon.los.find(({ id }) => id === gewoon.open)?.lijktOp).toHaveLength(1);
    expect(JSON.stringify(los)).not.toContain('Wapenhandel in');
    expect(los.find(({ id }) => id === open)?.lijktOp).toEqual([]);
    expect(los.find(({ id }) => id === secret)?.lijktOp).toEqual([]);
  });
});

describe('causes and effects on a big screen', () => {
  it('are linked from anywhere in a long list, and back [D4]', () => {
    const { world, ids } = met(50);
    const { leggen } = verband(lezing(world));

    const id = gedaan(doet(world, leggen, { oorzaak: ids[44]!, gevolg: ids[3]! }));
    expect(verband(lezing(world)).verbanden).toMatchObject([{ oorzaak: 'P45', gevolg: 'P4' }]);

    const { weg } = verband(lezing(world)).verbanden[0]!;
    gedaan(doet(world, weg));
    expect(verbanden(world.project)).toEqual([]);
    gedaan(terug(world, weg, id));
    expect(verband(lezing(world)).verbanden).toMatchObject([{ oorzaak: 'P45', gevolg: 'P4' }]);
    gedaan(terug(world, leggen, verband(lezing(world)).verbanden[0]!.id));
    expect(verbanden(world.project)).toEqual([]);
  });
});
