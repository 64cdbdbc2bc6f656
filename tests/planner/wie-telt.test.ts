import { describe, expect, it } from 'vitest';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import type { ListScreen } from '../../src/process/vormen/screen.ts';
import { draagvlakZinnen } from '../../src/planner/probleem/lijst/draagvlak.ts';
import { akkoordDelen } from '../../src/planner/probleem/lijst/hoofdstuk-lijst.ts';
import { say } from '../../support/gezegd.ts';
import { inOverleg, steltVast } from './inbreng-groep.ts';
import { geeft, gedaan, type Groep } from './probleem-groep.ts';

const WIE = ['bram', 'cees', 'dirk'];

/** All four are in the overleg; these do not agree, and then these leave the group. */
function na(tegen: readonly string[], weg: readonly string[], status: 'weg' | 'vertrokken'): Groep {
  const world = inOverleg(...WIE);
  geeft(world, 'bram', 'A');
  steltVast(world, 1);
  for (const wie of tegen)
    gedaan(world.doet(wie, 'akkoord.niet', { reden: `${wie} wil het anders.` }));
  world.said(
    'anna',
    weg.map((wie) => say(deelnemer, wie, { status })),
  );
  return world;
}

const kop = (world: Groep, wie: string, titel: string) =>
  (world.ziet(wie, 'akkoord') as ListScreen).groepen.find((groep) => groep.kop === titel)?.items ??
  [];

const deelVan = (world: Groep) => {
  const { project, now, traject } = world.beeld;
  return akkoordDelen({ project, now, traject, lezer: world.ctx('anna').actor });
};

/** What a page says of one word, `1`. */
const gegeven = (world: Groep, naam: string) =>
  deelVan(world).flatMap((deel) =>
    deel.soort === 'kenmerken' ? deel.paren.filter((paar) => paar.naam === naam) : [],
  )[0]?.waarde;

const genoemd = (world: Groep) =>
  deelVan(world).flatMap((deel) => (deel.soort === 'opsomming' ? deel.punten : [])).length;

describe.each(['weg', 'vertrokken'] as const)('of who is %s', (status) => {
  it.each([
    [[], []],
    [['bram'], ['bram']],
    [['bram', 'cees'], ['bram']],
    [
      ['bram', 'cees', 'dirk'],
      ['bram', 'cees'],
    ],
    [['bram'], ['bram', 'cees', 'dirk']],
  ])('every count is that of the names below it: %j against, %j gone', (tegen, weg) => {
    const world = na(tegen, weg, status);
    const over = tegen.filter((wie) => !weg.includes(wie)).length;
    expect(kop(world, 'anna', 'Niet akkoord')).toHaveLength(over);
    expect(kop(world, 'anna', 'Geen antwoord')).toHaveLength(4 - weg.length - over);
    expect(gegeven(world, 'Niet akkoord')).toBe(String(over));
    expect(genoemd(world)).toBe(over);
    const zinnen = draagvlakZinnen(world.project).join(' ');
    expect(zinnen.match(/Niet akkoord: (\d+)/)?.[1] ?? '0').toBe(String(over));
  });

  it('the group reads why fewer count than were there', () => {
    const zinnen = (weg: readonly string[]) => draagvlakZinnen(na([], weg, status).project);
    expect(zinnen([]).join(' ')).not.toContain('niet meer');
    expect(zinnen(['bram'])).toContain('1 aanwezige is niet meer in de groep.');
    expect(zinnen(['bram', 'cees'])).toContain('2 aanwezigen zijn niet meer in de groep.');
  });
});

it('a bestuurder who answers counts where their reason is read', () => {
  const world = inOverleg('bram');
  world.meedoen('berta', 'organisatie van berta', 'bestuurder');
  geeft(world, 'bram', 'A');
  steltVast(world, 1);
  gedaan(world.doet('berta', 'akkoord.niet', { reden: 'Te duur.' }));
  expect(gegeven(world, 'Niet akkoord')).toBe('1');
  expect(draagvlakZinnen(world.project).join(' ')).toContain('Niet aanwezig: 0 akkoord, 1 niet');
});
