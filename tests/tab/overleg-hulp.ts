import { expect } from 'vitest';
import type { Browser, Frame, Locator } from 'playwright-core';
import { PARTNERS } from '../../support/voorbeeld/stationsplein.ts';
import * as verhaal from '../../support/voorbeeld/verhaal.ts';
import { live, projectVan } from '../groep/hulp.ts';
import type { Groep, World } from '../../support/world.ts';
import { openTab, type Opening, type TabInTeams } from './gastheer.ts';
import { lezer, type Lezer } from './lezer.ts';
import { LEIDER } from './project.ts';

export const NOTULIST = 'Fatima El Idrissi';

export interface Stuk {
  world: World;
  groep: Groep;
  project: string;
}

/** Of one person so much is taken in a minute: each case has minutes of its own. */
let keer = 0;

/** The people of the example, and a chat of their own. */
export function toneelVan(world: World): { groep: Groep; toneel: verhaal.Toneel } {
  keer += 1;
  const uur = 10 + Math.floor(keer / 20);
  world.het_is('2027-01-04', `${uur}:${String((keer % 20) * 3).padStart(2, '0')}`);
  const groep = world.groepschat(LEIDER, ...PARTNERS.map(({ naam }) => naam));
  const toneel: verhaal.Toneel = {
    leider: groep.lid(LEIDER),
    partner: (naam) => groep.lid(naam),
    kaart: (stap) => live(world, groep, stap),
    vandaag: '2027-01-04',
  };
  return { groep, toneel };
}

/** The example group in step 2, everybody has given a problem. */
export async function inStap2(world: World, ...meer: string[]): Promise<Stuk> {
  const { groep, toneel } = toneelVan(world);
  await verhaal.stap1(toneel);
  await verhaal.stap2(toneel);
  const project = projectVan(await live(world, groep, 1));
  const bram = lezer(world, 'Bram Jansen');
  for (const omschrijving of meer)
    await doet(bram, project, 'probleem.doorgeven', {
      ...{ omschrijving, kans: 'midden', gevolgen: 'personen', prioriteit: 'midden' },
    });
  return { world, groep, project };
}

/** Fills in a form of the tab and saves it; throws when it was refused. */
export async function doet(
  wie: Lezer,
  project: string,
  verb: string,
  velden: Record<string, string> = {},
  args: Record<string, string> = {},
): Promise<string> {
  const { html } = await wie.blad({ project, verb, args });
  const rev = Number(/data-rev="(\d+)"/.exec(html)?.[1] ?? 0);
  const nonce = crypto.randomUUID();
  const answer = await wie.doe({ project, verb, args, rev, nonce, velden });
  expect(answer.opgeslagen, answer.melding).toBe(true);
  return answer.over ?? '';
}

/** Overleg 1 begins: everybody is there, Fatima keeps the notes. */
export async function begint({ world, project }: Stuk, notulist = NOTULIST): Promise<void> {
  const sanne = lezer(world, LEIDER);
  const { html } = await sanne.blad({ project, verb: 'overleg.starten' });
  const ids = [...html.matchAll(/name="aanwezig" type="checkbox" value="([^"]*)"/g)];
  const id = new RegExp(`value="([^"]*)"[^>]*>\\s*${notulist}`).exec(html)?.[1] ?? '';
  const aanwezig = ids.map(([, one]) => one ?? '').join(',');
  await doet(sanne, project, 'overleg.starten', { aanwezig, anderen: '', notulist: id });
}

/** Somebody looks at the page of the overleg. */
export const kijkt = (
  browser: Browser,
  { world, groep, project }: Stuk,
  naam = LEIDER,
  rest: Partial<Opening> = {},
): Promise<TabInTeams> =>
  openTab(browser, world, {
    ...{ naam, gesprek: groep.conversation, ingang: `${project}/overleg`, klok: true },
    ...rest,
  });

/** The page looks so often, and saves so long after the last key, ms. */
const PEIL_MS = 3_000;
const NA_TYPEN_MS = 1_200;
/** What a page asked for is there by then, ms, also on a busy machine: the next move of the clock begins something new. */
const BINNEN_MS = 1_200;
const KEREN = 20;

/** Moves the clock of the page until this stands on it: each time it looks whether something changed. */
export async function ziet({ page }: TabInTeams, wat: Locator): Promise<void> {
  const there = wat.first();
  for (let keer = 0; keer < KEREN; keer++) {
    await page.clock.fastForward(PEIL_MS);
    if (
      await there.waitFor({ timeout: BINNEN_MS }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`not seen: ${String(wat)}`);
}

/** The same for what is read from it. */
export const leest = ({ page }: TabInTeams, wat: () => Promise<unknown>) =>
  expect.poll(
    async () => {
      await page.clock.fastForward(PEIL_MS);
      return wat();
    },
    { interval: BINNEN_MS },
  );

/** What was typed last is sent now. */
export const naTypen = ({ page }: TabInTeams) => page.clock.fastForward(NA_TYPEN_MS);

/** Opens a point by its words, from the list. */
export async function naarPunt(frame: Frame, tekst: string): Promise<void> {
  const wanted = tekst.slice(0, 40);
  await frame.locator('.puntlink', { hasText: wanted }).first().click();
  await frame.locator('.punttitel', { hasText: wanted }).waitFor();
}

export const CLUSTEREN = 'Wat hoort bij elkaar?';
