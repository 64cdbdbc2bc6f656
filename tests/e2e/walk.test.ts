import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { isKaart } from '../../scripts/voorbeeld/opening.ts';
import { openPlayground, type Playground } from '../../scripts/voorbeeld/playground.ts';
import type { Toneel } from '../../support/voorbeeld/spelers.ts';
import { speel, VERHAAL, type Scene } from '../../support/voorbeeld/verhaal.ts';
import { openBrowserUser, type BrowserUser } from './browser-user.ts';
import { browserHere, openStage, photographer, type Stage } from './stage.ts';

const LEIDER = 'Sanne de Wit';
const GROEPSCHAT = 'Overlast Stationsplein';

/** The Playground draws all its cards again at each message, so that it gets slower and slower. */
const MAX_CARDS = 10;

const browser = await browserHere();
const noBrowser = typeof browser === 'string' ? browser : '';
if (noBrowser) process.stdout.write(`${noBrowser}\n`);

let stage: Stage;
let playground: Playground;
let sanne: BrowserUser;
beforeAll(async () => {
  if (typeof browser === 'string') return;
  stage = await openStage(browser);
  playground = await openPlayground(stage.stack.address);
  sanne = await openBrowserUser(stage.browser, {
    address: stage.stack.address,
    naam: LEIDER,
    width: 1300,
    bekijk: photographer('breed'),
  });
  // The bot greets who opens a chat for the first time; that is no answer to what she types next.
  await Promise.all([
    sanne.krijgt((card) => textOf(card).includes('Hallo, ik ben de Veiligheidsplanner.')),
    sanne.opent(GROEPSCHAT),
  ]);
});

afterAll(async () => {
  if (noBrowser) return;
  playground.close();
  await stage.close();
});

/** `status` brings the live card in sight. The Playground shows a new card; a change of an old one it may lose. */
async function kaart(user: BrowserUser, stap: number, knop = ''): Promise<AnyCard> {
  const [card] = await Promise.all([
    user.krijgt((one) => isKaart(one, stap, knop)),
    user.typt('status'),
  ]);
  return card;
}

const reads = async (stap: number) => textOf(await kaart(sanne, stap));

/** The projectleider clicks, the partners answer through the Playground's HTTP interface. */
async function speelt(scenes: readonly Scene[]): Promise<void> {
  const toneel: Toneel = {
    leider: sanne,
    partner: (naam) => playground.speler(naam),
    kaart: (stap, knop) => kaart(sanne, stap, knop),
    vandaag: new Date().toISOString().slice(0, 10),
  };
  for (const scene of scenes) {
    if (sanne.aantal() > MAX_CARDS) await sanne.opent(GROEPSCHAT);
    await speel(toneel, scene);
  }
}

/** An element in the browser, as far as we look at it. */
interface Vak {
  textContent: string;
  getBoundingClientRect(): { right: number };
  querySelectorAll(selector: string): Iterable<Vak>;
}

/** What sticks out of a card at its side. */
const uitstekend = (card: AnyCard, user: BrowserUser) =>
  user.opScherm(card).evaluate((vak: Vak) => {
    const { right } = vak.getBoundingClientRect();
    return [...vak.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > right + 1)
      .map(({ textContent }) => textContent);
  });

describe.skipIf(noBrowser !== '')('in the Playground', () => {
  it('lets a projectleider click through steps 1 to 3 while the partners answer [Z1, Z2, Z6, Z7]', async () => {
    await speelt(VERHAAL.stap1);
    expect(await reads(1)).toContain('8 deelnemers van 8 organisaties');
    await speelt(VERHAAL.stap2);
    expect(await reads(2)).toContain('5 van de 8 hebben gereageerd.');
    await speelt(VERHAAL.overleg1);
    expect(await reads(2)).toContain('1. Fietsdiefstal');
    await speelt(VERHAAL.stap3);
    expect(await reads(3)).toContain('5 van de 8 hebben gereageerd.');
  });

  it('fits on a phone, where a reload and status bring the live card back', async () => {
    const telefoon = await openBrowserUser(stage.browser, {
      address: stage.stack.address,
      naam: LEIDER,
      width: 360,
      bekijk: photographer('smal'),
    });
    await telefoon.opent(GROEPSCHAT);
    const stap3 = await kaart(telefoon, 3, 'Maatregel doorgeven');
    const cards = [stap3, await telefoon.drukt('Maatregel doorgeven', {}, stap3)];
    for (const woord of ['deelnemers', 'agenda', 'volgende stap', 'plan', 'help'])
      cards.push(await telefoon.typt(woord));
    for (const card of cards) expect(await uitstekend(card, telefoon)).toEqual([]);
    await telefoon.close();
  });

  it('ends with an evaluated plan and the card that closes the project [Z7]', async () => {
    await speelt(VERHAAL.stap4);
    await speelt(VERHAAL.stap5);
    expect(await reads(5)).toContain('En nog 1 maatregel.');
    await speelt(VERHAAL.stap6.slice(0, -1));
    const [slot] = await Promise.all([
      sanne.krijgt((card) => !card.isLive && textOf(card).includes('Bedankt voor jullie inzet.')),
      speelt(VERHAAL.stap6.slice(-1)),
    ]);
    expect(textOf(slot)).toContain('Overlast Stationsplein is afgerond.');
    expect(textOf(await sanne.typt('plan'))).toContain('Projectprofiel');
  });
});
