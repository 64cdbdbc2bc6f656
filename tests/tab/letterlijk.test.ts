import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { emptyProject } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { openLog } from '../../src/storage/log/log.ts';
import blns from '../data/blns.json' with { type: 'json' };
import { browserHere } from '../e2e/stage.ts';
import { TENANT } from '../../support/identity.ts';
import { stadium, VOL, WIE } from '../../support/stadia.ts';
import { openWorld, type World } from '../../support/world.ts';
import { openTab } from './gastheer.ts';
import { lezer } from './lezer.ts';

const here = await browserHere();
const browser = here as Browser;

/** What people could type: every string that breaks things elsewhere. */
const STRINGS = blns.map(String).filter((text) => text.trim() !== '');
/** One save stores at most so many events. */
const PORTION = 80;

/** A full project whose every text is the next of these strings, in storage. */
async function vulIn(world: World): Promise<string> {
  let nth = 0;
  const wereld = stadium(VOL, 6, 'overleg', () => STRINGS[nth++ % STRINGS.length] ?? '');
  expect(nth).toBeGreaterThan(STRINGS.length);
  const identity = { tenant: TENANT, oid: 'oid-Sanne', teamsId: '' };
  const events = [
    ...wereld.log.map(({ kind, id, facts, texts }) => ({
      ...{ kind, id },
      ...(facts && { facts }),
      ...(texts && { texts }),
    })),
    say(deelnemer, WIE.leider, { identities: [identity] }, {}),
  ];
  const log = openLog(world.tables.projecten);
  let snapshot = { project: emptyProject(`p_${randomUUID()}`), version: '' };
  for (let at = 0; at < events.length; at += PORTION) {
    const marker = { key: `deel${at}`, about: '', nonce: 'n' };
    const portion = events.slice(at, at + PORTION);
    const added = { events: portion, by: WIE.leider, at: world.nu(), outbox: [], marker };
    const appended = await log.append(snapshot, added);
    if (appended.kind !== 'stored') throw new Error(appended.kind);
    snapshot = appended.snapshot;
  }
  return snapshot.project.id;
}

describe.skipIf(typeof here === 'string')('whatever people typed', () => {
  let world: World;
  let project: string;

  beforeAll(async () => {
    world = await openWorld();
    project = await vulIn(world);
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('stands in the tab as it is, and runs nothing [risk R42]', async () => {
    const first = await lezer(world, 'Sanne').blad({ project });
    const bladen = [...(first.nav ?? '').matchAll(/data-blad="(hoofdstuk[^"]*|stand)"/g)];
    const tab = await openTab(browser, world, { naam: 'Sanne', ingang: `${project}/stand` });
    const dialogs: string[] = [];
    tab.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const wrong: string[] = [];
    let read = '';
    for (const [, blad = ''] of bladen) {
      await tab.frame.click(`nav a[data-blad="${blad}"]`);
      await tab.frame.waitForSelector(`nav a[data-blad="${blad}"][aria-current]`);
      wrong.push(...(await tab.frame.evaluate<string[]>(FOREIGN)).map((one) => `${blad}: ${one}`));
      read += await tab.frame.evaluate<string>("document.querySelector('main').textContent");
    }

    expect(bladen.length).toBeGreaterThan(10);
    expect(dialogs).toEqual([]);
    expect(wrong).toEqual([]);
    expect(tab.fouten).toEqual([]);
    const seen = plat(read);
    expect(STRINGS.filter((text) => !seen.includes(plat(text)))).toEqual([]);
    await tab.close();
  });
});

/** What our own pages never hold: elements that load or run something, and what a text could make of an attribute. */
const FOREIGN = `[...document.querySelectorAll('main *')].flatMap((one) => [
  ...(/^(SCRIPT|IFRAME|IMG|OBJECT|EMBED|STYLE|LINK|META|BASE|AUDIO|VIDEO|APPLET|MARQUEE|BODY|INPUT)$/i.test(one.tagName) &&
  !(one.tagName === 'INPUT' && one.type === 'search') ? [one.outerHTML.slice(0, 100)] : []),
  ...[...one.attributes].filter(({ name, value }) => /^on|^style$|^srcdoc$/i.test(name) || /^\\s*javascript:/i.test(value) && name === 'href')
    .map(({ name }) => one.tagName + ' ' + name),
])`;

/** As a browser shows it: every kind of white space is one space, and what shows nothing is left out. */
const plat = (text: string) =>
  text
    .replace(/[^\P{Cc}\s]|\p{Cs}|\u{fffd}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
