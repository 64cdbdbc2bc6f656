import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOf, type AnyCard } from '../support/voorbeeld/kaart.ts';
import { COMMANDS, understand } from '../src/teams/talk/commands.ts';
import { BOT } from '../support/activities.ts';
import blns from './data/blns.json' with { type: 'json' };
import {
  gebeurtenis,
  lidAccount,
  live,
  projectVan,
  start,
  titels,
  volgende,
  zegt,
} from './groep/hulp.ts';
import { openWorld, type Groep, type World } from '../support/world.ts';

/** What somebody may type for each command, and what they then read. */
interface Woord {
  woord: string;
  /** As one types in a hurry. */
  fout: string;
  ook: string;
  /** In a conversation where step 1 of a project runs, for who leads it. */
  leest: RegExp;
}

const WOORDEN: readonly Woord[] = [
  {
    woord: 'help',
    fout: 'hlep',
    ook: 'wat kun je',
    leest: /Stap 1: Projectprofiel[^]*Je kunt typen/,
  },
  {
    woord: 'start',
    fout: 'strat',
    ook: 'nieuw project',
    leest: /Hier loopt al een project: Overlast Stationsplein|Een project starten/,
  },
  { woord: 'status', fout: 'staus', ook: 'stand van zaken', leest: /Nu: stap 1, / },
  {
    woord: 'mijn taken',
    fout: 'mijn takne',
    ook: 'wat moet ik doen',
    leest: /Mijn taken|Je hoeft nu niets te doen|Je taken staan in je chat met mij/,
  },
  { woord: 'volgende stap', fout: 'volgend stap', ook: 'verder', leest: /Stap 2 starten\?/ },
  {
    woord: 'agenda',
    fout: 'agneda',
    ook: 'vergadering',
    leest: /Agenda overleg 1: wat pakken we het eerst aan/,
  },
  {
    woord: 'deadline',
    fout: 'dedaline',
    ook: 'uitstel',
    leest: /van stap 1[^]*Wanneer moet dit klaar zijn/,
  },
  { woord: 'deelnemers', fout: 'deelemers', ook: 'wie doen mee', leest: /Deelnemers \(\d\)/ },
  { woord: 'plan', fout: 'plna', ook: 'het plan', leest: /Plan: Overlast Stationsplein/ },
  {
    woord: 'instellingen',
    fout: 'instelingen',
    ook: 'voorkeuren',
    leest: /Instellingen[^]*Voor jou/,
  },
];

let world: World;
let gesprekken: Readonly<Record<'groepschat' | 'kanaal' | 'persoonlijk', Groep>>;
let projecten: string[];

/** Each test types in a minute of its own: somebody may type so much in one. */
let minuut = 0;
beforeEach(() => {
  minuut += 1;
  world.het_is('2027-01-05', `1${Math.floor(minuut / 60)}:${String(minuut % 60).padStart(2, '0')}`);
});

beforeAll(async () => {
  world = await openWorld();
  gesprekken = {
    groepschat: world.groepschat('Sanne', 'Bo'),
    kanaal: world.kanaal('Sanne', 'Bo'),
    persoonlijk: world.alleen('Kees'),
  };
  projecten = [];
  for (const groep of Object.values(gesprekken)) {
    await start(groep.lid(leider(groep)));
    projecten.push(projectVan(await live(world, groep, 1)));
  }
});
afterAll(() => world.close());

const leider = (groep: Groep) => (groep === gesprekken.persoonlijk ? 'Kees' : 'Sanne');
const soortVan = (groep: Groep) =>
  (
    {
      [gesprekken.kanaal.conversation]: 'channel',
      [gesprekken.persoonlijk.conversation]: 'personal',
    } as const
  )[groep.conversation] ?? 'groupChat';

/** Everything that the projects hold: what was said, and what was answered to. */
async function gezegd(): Promise<number> {
  await world.rust();
  const rows = projecten.flatMap((id) => [
    world.tables.projecten.range(id, 'e_', 'e_~'),
    world.tables.projecten.range(id, 's_', 's_~'),
  ]);
  return (await Promise.all(rows)).flat().length;
}

/** Sends this text exactly so, with the mentions in it; the newest card that came back. */
async function stuurt(groep: Groep, text: string): Promise<AnyCard> {
  await world.rust();
  const before = groep.cards().length;
  const at = `<at>${BOT.name}</at>`;
  const entities = text.includes(at) ? [{ type: 'mention', mentioned: BOT, text: at }] : [];
  const from = lidAccount(leider(groep));
  const fields = { text, textFormat: 'plain', entities, from };
  const { status } = await groep
    .lid(leider(groep))
    .stuurt(gebeurtenis(groep, 'message', fields, soortVan(groep)));
  expect(status).toBe(200);
  await world.rust();
  const came = groep.cards().slice(before);
  // The live card may come back in sight twice meanwhile: what is left of the first is no answer.
  const answer =
    came.findLast(
      (card) => card.isLive !== true && !textOf(card).includes('nu verder naar beneden'),
    ) ?? came.at(-1);
  if (!answer) throw new Error(`nothing came back to "${text}"`);
  return answer;
}

describe.each(['groepschat', 'kanaal', 'persoonlijk'] as const)('in a %s', (soort) => {
  it.each(WOORDEN)(
    '$woord is understood with a mention, in any case, with a typing error, and by another word [Z7]',
    async ({ woord, fout, ook, leest }) => {
      const groep = gesprekken[soort];
      const at = `<at>${BOT.name}</at>`;
      const before = await gezegd();

      for (const text of [
        `${at}&nbsp;${woord}`,
        `${woord.toUpperCase()}!  ${at}`,
        `${at} ${at}\n ${woord.charAt(0).toUpperCase()}${woord.slice(1)}. `,
        `${at} ${fout}`,
        `${at}${ook}?`,
        ...(soort === 'persoonlijk' ? [woord, fout] : []),
      ])
        expect(textOf(await stuurt(groep, text)), text).toMatch(leest);

      expect(await gezegd(), 'a typed command changes nothing').toBe(before);
    },
  );

  it('whatever else one types gets all ten words, with the one that it looks like or what help offers', async () => {
    const groep = gesprekken[soort];
    const before = await gezegd();
    for (const [text, bedoeld] of [
      ['wat is de status van het project', 'Status'],
      ['laat de deelnemers eens zien', 'Deelnemers'],
      ['agendaatje', 'Agenda'],
      ['can we go to the next step please', 'Volgende stap'],
      ['hoe zit het met de deadlien van deze week', 'Deadline'],
      ...['🚲🚲🚲', '', 'x'.repeat(3_000), 'cancel', 'maatregelen', 'stoppen', 'nee'].map(
        (other) => [other, undefined] as const,
      ),
    ] as const) {
      const answer = await stuurt(groep, `<at>${BOT.name}</at> ${text}`);

      const read = textOf(answer);
      expect(read).toContain('Dat begrijp ik niet.');
      for (const { woord } of WOORDEN) expect(read).toContain(woord);
      expect(titels(answer), text).toEqual(
        bedoeld ? [bedoeld] : ['Mijn taken', 'Plan tot nu toe', 'Voor de projectleider'],
      );
      expect(read.includes('Bedoel je')).toBe(bedoeld !== undefined);
    }
    expect(await gezegd()).toBe(before);
  });
});

it('there are ten of them, and each other word leads to one only', () => {
  const said = COMMANDS.flatMap(({ woord, ookGoed }) => [woord, ...ookGoed]);

  expect(COMMANDS.map(({ woord }) => woord)).toEqual(WOORDEN.map(({ woord }) => woord));
  expect(new Set(said).size).toBe(said.length);
  for (const { woord, ookGoed } of COMMANDS)
    for (const word of [woord, ...ookGoed])
      expect(understand(word)).toMatchObject({ zeker: true, command: { woord } });
});

it.each([
  ['next step', 'volgende stap'],
  ['Next step!', 'volgende stap'],
  ['nxt step', 'volgende stap'],
  ['next', 'volgende stap'],
  ['my tasks', 'mijn taken'],
  ['meeting', 'agenda'],
  ['participants', 'deelnemers'],
  ['new project', 'start'],
  ['settings', 'instellingen'],
  ['the plan', 'plan'],
  ['due date', 'deadline'],
  ['help me', 'help'],
  ['overview', 'status'],
])('in English, %s is %s [Z7]', (said, woord) => {
  expect(understand(said)).toMatchObject({ zeker: true, command: { woord } });
});

it('no text at all brings it out of step', () => {
  for (const text of [...blns.map(String), '\u0000', ' \n\t ', '<at>', '&nbsp;', '\ud800'])
    expect([...COMMANDS, undefined]).toContain(understand(text).command);
});

it.each(['cancel', 'annuleren', 'maatregelen', 'akkoord', 'stemmen', 'ja', 'quit', 'opslaan'])(
  '%s is like no command, and none is suggested',
  (said) => {
    expect(understand(said)).toEqual({ command: undefined, zeker: false });
  },
);

describe('help fits the step and who asks', () => {
  it('says to the leader what only the leader can do, and to an outsider how to join', async () => {
    const tweede = await openWorld();
    const groep = tweede.groepschat('Sanne', 'Bo');
    await start(groep.lid('Sanne'));
    const zegtHelp = async (naam: string) =>
      textOf(await zegt(tweede, groep, groep.lid(naam), 'help'));

    expect(await zegtHelp('Sanne')).toContain('Typ ook: volgende stap, deadline');
    expect(await zegtHelp('Bo')).not.toContain('volgende stap');
    await volgende(groep.lid('Sanne'));
    await tweede.rust();
    expect(await zegtHelp('Bo')).toContain('Stap 2: Wat is het probleem?');
    expect(await zegtHelp('Bo')).toContain('interactieve probleembepaling');
    groep.komt_erbij('Fatima');
    const outsider = await zegt(tweede, groep, groep.lid('Fatima'), 'help');
    expect(textOf(outsider)).toContain('Je doet nog niet mee aan dit project.');
    expect(titels(outsider)).toEqual(['Ik wil meedoen']);
    await tweede.close();
  });

  it('tells who has no project yet what it is and how to begin, and refuses the other nine with that', async () => {
    const tweede = await openWorld();
    const groep = tweede.groepschat('Sanne', 'Bo');

    const help = await groep.lid('Bo').typt('help');
    expect(titels(help)).toEqual(['Start een project']);
    expect(textOf(help)).toContain('6. Wat hebben wij bereikt?');
    for (const { woord } of WOORDEN.slice(2)) {
      const answer = await groep.lid('Bo').typt(woord);
      expect(textOf(answer), woord).toContain('Hier loopt nog geen project.');
      expect(titels(answer)).toContain('Start een project');
    }
    const cancel = await groep.lid('Bo').typt('cancel');
    expect(textOf(cancel)).toContain('Dat begrijp ik niet.');
    expect(titels(cancel)).toEqual(['Start een project']);
    expect(titels(await groep.lid('Bo').typt('start'))).toContain('Project starten');
    await tweede.close();
  });

  it('shows somebody who takes no part nothing but the way in, whatever they type', async () => {
    const groep = gesprekken.groepschat;
    const fatima = groep.komt_erbij('Fatima');
    for (const { woord } of WOORDEN.filter(({ woord: one }) => one !== 'start')) {
      const answer = await zegt(world, groep, fatima, woord);
      expect(textOf(answer), woord).not.toMatch(/burgemeester|Voor de projectleider/);
      expect(titels(answer), woord).toEqual(['Ik wil meedoen']);
    }
    expect(titels(await zegt(world, groep, fatima, 'maatregelen'))).toEqual(['Ik wil meedoen']);
  });
});
