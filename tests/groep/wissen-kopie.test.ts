import { describe, expect, it } from 'vitest';
import { cluster, prioriteitenlijst, probleem } from '../../src/planner/plan/plan.ts';
import { kortweg } from '../../src/process/taal/tekst.ts';
import { nagekomen } from '../../src/process/stappen/nagekomen.ts';
import { all, type NewEvent } from '../../src/process/feiten/project.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { say } from '../../support/gezegd.ts';
import { ingevuld, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { bestemming, lezer } from '../tab/lezer.ts';
import { allesIn, opentEnVult, PROBLEEM, projectVan, rijen, titels } from './hulp.ts';
import { begintOverleg, inStap2, type Stuk } from './stuk.ts';
import { PROBLEEM as PROBLEEM_FEITEN } from '../planner/feiten.ts';

type Begin = Stuk & { kaart: AnyCard; project: string };

const TEKSTEN = {
  'of a few words': 'Kanarie op straat.',
  'of a sentence': 'Kanarie rijdt op vrijdagavond hard over de stoep.',
  'longer than a name': `Kanarie ${'rijdt elke avond hard over de stoep en '.repeat(4)}stopt niet.`,
} as const;

const begin = async (): Promise<Begin> => {
  const stuk = await inStap2();
  return { ...stuk, project: projectVan(stuk.kaart) };
};

const laatste = async ({ world, project }: Begin, soort: string) =>
  (await openLog(world.tables.projecten).events(project)).findLast(({ kind }) => kind === soort)!
    .id;

/** What a program said before, or another way in. */
async function zegtLog({ world, project }: Begin, ...events: NewEvent[]): Promise<void> {
  const log = openLog(world.tables.projecten);
  const marker = { key: 'vroeger', about: '', nonce: 'n' };
  const added = { events, by: 'klok', at: world.nu(), outbox: [], marker };
  expect((await log.append((await log.read(project))!, added)).kind).toBe('stored');
}

async function doet({ world, project }: Begin, verb: string, args: object, velden = {}) {
  world.minuut();
  const sanne = lezer(world, 'Sanne');
  const form = await sanne.blad({ project, verb, args });
  const { html } = await sanne.doe({ ...bestemming(form.html), velden, extra: '' });
  await world.rust();
  return html;
}

/** A problem of Bram's, in time; its id. */
async function opTijd(stuk: Begin, tekst: string): Promise<string> {
  const vraag = { ...PROBLEEM, 'Wat is het probleem?': tekst };
  await opentEnVult(stuk.lid('Bram'), stuk.kaart, 'Probleem doorgeven', vraag);
  return laatste(stuk, probleem.name);
}

/** The same, too late; who leads takes it over. */
async function teLaat(stuk: Begin, tekst: string): Promise<string> {
  const { world, project } = stuk;
  const bram = stuk.lid('Bram');
  const form = await bram.drukt('Probleem doorgeven', {}, stuk.kaart);
  await world.wordt('2027-01-14', '17:30');
  const vraag = { ...PROBLEEM, 'Wat is het probleem?': tekst };
  const laat = await bram.drukt('Opslaan', ingevuld(form, vraag), form);
  await bram.drukt(titels(laat)[0]!, {}, laat);
  await world.rust();
  const args = { id: await laatste(stuk, nagekomen.name) };
  await lezer(world, 'Sanne').doe({
    project,
    verb: 'nagekomen.overnemen',
    args,
    rev: 0,
    nonce: 'neem-over',
  });
  return laatste(stuk, probleem.name);
}

/** Merged with another, with this name; then put on the list, on which somebody answered. */
async function opDeLijst(stuk: Begin, id: string, naam: string) {
  await zegtLog(
    stuk,
    say(probleem, 'p900', ANDER, { omschrijving: 'Er ligt glas.', plaats: '', cijfers: '' }),
  );
  await begintOverleg(stuk);
  const problemen = `${id},p900`;
  await doet(stuk, 'cluster.maken', {}, { problemen, naam });
  await doet(stuk, 'lijst.vaststellen', {}, { eerst: '1', tot: '' });
  const { project: nu } = (await openLog(stuk.world.tables.projecten).read(stuk.project))!;
  expect(all(nu, cluster).map(({ texts }) => texts.naam)).toEqual([naam]);
  expect(all(nu, prioriteitenlijst)).toHaveLength(1);
}

const ANDER = { ...PROBLEEM_FEITEN, van: '' } as const;

async function staatNergens({ world, groep, project }: Begin): Promise<void> {
  expect(JSON.stringify(await rijen(project))).not.toContain('Kanarie');
  const chats = [groep, ...['Sanne', 'Bram', 'Lotte'].map((naam) => world.alleen(naam))];
  expect(chats.map(allesIn).join('\n')).not.toContain('Kanarie');
}

const wist = (stuk: Begin, soort: string, id: string) => doet(stuk, 'tekst.wissen', { soort, id });

const gevallen = Object.entries(TEKSTEN).flatMap(([hoe, tekst]) =>
  (['', kortweg(tekst)] as const).flatMap((naam) =>
    Object.entries({ opTijd, teLaat }).map(([weg, geeft]) => ({
      ...{ hoe, tekst, naam, geeft },
      wat: `${weg}, ${naam === '' ? 'no name' : 'a copy as name'}`,
    })),
  ),
);

describe('a text that was erased is in no row and no message', () => {
  it.each(gevallen)('$hoe, $wat [Z5]', async ({ tekst, naam, geeft }) => {
    const stuk = await begin();
    const id = await geeft(stuk, tekst);
    await opDeLijst(stuk, id, naam);
    expect(JSON.stringify(await rijen(stuk.project))).toContain('Kanarie');
    await wist(stuk, probleem.name, id);
    await staatNergens(stuk);
    await stuk.world.close();
  });

  it('also where the late text is what was erased', async () => {
    const stuk = await begin();
    await teLaat(stuk, TEKSTEN['of a few words']);
    await wist(stuk, nagekomen.name, await laatste(stuk, nagekomen.name));
    await staatNergens(stuk);
    await stuk.world.close();
  });

  it('leaves the same words of another, and the name that was typed for a group of problems', async () => {
    const stuk = await begin();
    const id = await opTijd(stuk, TEKSTEN['of a few words']);
    const vraag = { ...PROBLEEM, 'Wat is het probleem?': TEKSTEN['of a few words'] };
    await opentEnVult(stuk.lid('Lotte'), stuk.kaart, 'Probleem doorgeven', vraag);
    await opDeLijst(stuk, id, 'Vogels');
    await wist(stuk, probleem.name, id);
    const rows = JSON.stringify(await rijen(stuk.project));
    expect(rows.split(TEKSTEN['of a few words'])).toHaveLength(2);
    expect(rows).toContain('Vogels');
    await stuk.world.close();
  });
});
