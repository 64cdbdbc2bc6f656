import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { backup, restore } from '../../src/admin/backups.ts';
import { verify } from '../../src/admin/verify.ts';
import { openLog } from '../../src/storage/log/log.ts';
import type { Archive } from '../../src/storage/files/archive.ts';
import { claimsOf, tokenOf } from '../../support/tokens.ts';
import { TENANT } from '../../support/identity.ts';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { PARTNERS } from '../../support/voorbeeld/stationsplein.ts';
import * as verhaal from '../../support/voorbeeld/verhaal.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import {
  allesIn,
  gebeurtenis,
  lidAccount,
  live,
  opentEnVult,
  projectVan,
  rijen,
  titels,
  zegt,
} from '../groep/hulp.ts';
import { inStap2 } from '../groep/stuk.ts';
import { bestemming, lezer, tekstVan } from '../tab/lezer.ts';
import { beheerder, eigenArchief, raaktKwijt } from './hulp.ts';

const LEIDER = 'Sanne de Wit';
const WEG = 'Fatima El Idrissi';
const PDF = Buffer.from(`%PDF-1.7\n${'1 0 obj\n<<>>\nendobj\n'.repeat(40)}`);

/** What she ever said or is called. Her ids in Teams and Entra hold her name. */
function kanaries(): string[] {
  const partner = PARTNERS.find(({ naam }) => naam === WEG)!;
  const teksten = [...partner.problemen, ...partner.maatregelen, partner.samenwerking]
    .flatMap((antwoorden) => Object.values(antwoorden).flat())
    .filter((text) => text.split(' ').length > 3);
  return [
    ...[WEG, partner.functie, partner.organisatie, partner.bezwaar, ...teksten],
    ...['Notities van de wijk', 'Kanariegele cijfers'],
  ];
}

const vindt = (waar: string): string[] => kanaries().filter((kanarie) => waar.includes(kanarie));

interface Toneel {
  world: World;
  groep: Groep;
  archive: Archive;
  project: string;
  sleutel: string;
}

/** The whole example, to the end or to where it goes on, with everything of hers in it that a person can leave behind. */
async function gespeeld(tot: 'stap 2' | 'einde'): Promise<Toneel> {
  const archive = await eigenArchief();
  const world = await openWorld({ archive });
  const groep = world.groepschat(LEIDER, ...PARTNERS.map(({ naam }) => naam));
  const toneel: verhaal.Toneel = {
    leider: groep.lid(LEIDER),
    partner: (naam) => groep.lid(naam),
    kaart: (stap) => live(world, groep, stap),
    vandaag: '2027-01-04',
    pauze: () => world.minuut(),
  };
  await verhaal.stap1(toneel);
  await verhaal.stap2(toneel);
  const project = projectVan(await live(world, groep, 1));
  const sleutel = await geeftDocument(world, project);
  const eigen = world.alleen(WEG);
  for (const text of ['mijn taken', 'status', 'deelnemers'])
    await zegt(world, eigen, eigen.lid(WEG), text);
  await zegt(world, groep, groep.lid(WEG), 'mijn taken');
  await opentEnVult(groep.lid('Bram Jansen'), await live(world, groep, 2), 'Probleem doorgeven', {
    'Wat is het probleem?': `Volgens ${WEG.toUpperCase()} is het er donker.`,
    'Hoe hoog is het risico?': 'Laag',
    'Wat raakt dit': 'Personen',
    'Hoe belangrijk is het': 'Laag',
  });
  const later = [verhaal.overleg1, verhaal.stap3, verhaal.stap4, verhaal.stap5, verhaal.stap6];
  for (const scene of tot === 'einde' ? later : []) await scene(toneel);
  await world.rust();
  return { world, groep, archive, project, sleutel };
}

async function geeftDocument(world: World, project: string): Promise<string> {
  const token = await tokenOf(claimsOf(`oid-${WEG}`, world.nu(), TENANT));
  const response = await fetch(`${world.address}/tab/upload`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      Authorization: `Bearer ${token}`,
      'X-Project': encodeURIComponent(project),
      'X-Naam': encodeURIComponent('Notities van de wijk.pdf'),
    },
    body: PDF,
  });
  const { sleutel = '' } = (await response.json()) as { sleutel?: string };
  const vraag = { project, verb: 'document.uploaden', args: { upload: sleutel } };
  const form = await lezer(world, WEG).blad(vraag);
  await lezer(world, WEG).doe({
    ...bestemming(form.html),
    velden: { titel: 'Notities van de wijk', toelichting: 'Kanariegele cijfers' },
    extra: '',
  });
  return sleutel;
}

/** Who leads presses the one button at this person, in the tab, where every deelnemer stands on one page. */
async function wist(world: World, project: string, wie = WEG, leider = LEIDER): Promise<string> {
  const log = openLog(world.tables.projecten);
  const events = await log.events(project);
  const id = events.find(({ kind, texts }) => kind === 'deelnemer' && texts?.['naam'] === wie)!.id;
  const vraag = { project, verb: 'persoon.wissen', args: { id } };
  const form = await lezer(world, leider).blad(vraag);
  const done = await lezer(world, leider).doe({
    ...bestemming(form.html),
    velden: {},
    extra: '',
  });
  await world.rust();
  return `${tekstVan(form.html)}\n${tekstVan(done.html)}`;
}

/** Every message in every conversation, as Teams has it now. */
function inTeams({ teams }: World): string {
  const standing = new Map<string, unknown>();
  for (const { activityId, activity } of teams.sent) standing.set(activityId, activity);
  return JSON.stringify([...standing.values()].map((activity) => inhoud(activity as Inhoud)));
}

interface Inhoud {
  text?: string;
  summary?: string;
  attachments?: unknown;
  entities?: unknown;
}
const inhoud = ({ text, summary, attachments, entities }: Inhoud) => ({
  ...{ text, summary, attachments, entities },
});

/** Every file in the archive, unpacked. */
async function inArchief(archive: Archive, prefix = ''): Promise<string> {
  const all: string[] = [];
  for (const path of await archive.list(prefix)) {
    const bytes = (await archive.get(path))!;
    all.push(path, path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString());
  }
  return all.join('\n');
}

const BLADEN = ['stand', 'mijn', 'verloop', 'downloads', 'beeld'].concat(
  ['profiel', 'probleem', 'maatregelen', 'doelstellingen', 'uitvoering', 'resultaat'].map(
    (stap) => `hoofdstuk.${stap}`,
  ),
);
const SCHERMEN = ['deelnemers', 'documenten', 'plan', 'status', 'wissen', 'afspraken', 'overleg'];
const BESTANDEN = ['plan', 'tabellen', 'agenda', 'poster-druk'];

/** Every page of the tab, and every file that it gives. */
async function inTab(world: World, project: string): Promise<string> {
  const sanne = lezer(world, LEIDER);
  const found: string[] = [];
  for (const blad of BLADEN) found.push((await sanne.blad({ project, blad })).html);
  for (const verb of SCHERMEN) found.push((await sanne.blad({ project, verb })).html);
  for (const soort of BESTANDEN) found.push(await bestandVan(world, project, { soort }));
  for (const id of ['overleg1', 'overleg2', 'overleg3'])
    found.push(await bestandVan(world, project, { soort: 'verslag', id }));
  expect(found.filter((text) => text.length < 100)).toEqual([]);
  return found.join('\n');
}

/** The text in a file, of all its parts. */
async function bestandVan(world: World, project: string, vraag: object): Promise<string> {
  const bytes = await lezer(world, LEIDER).bestand(project, vraag);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : Buffer.from(bytes).toString();
}

const inRijen = async (project: string) => JSON.stringify(await rijen(project));

describe('everything of one person', () => {
  it('is erased with one press: out of every row, message, page, file and backup, at the end of a whole project [Z5]', async () => {
    const { world, archive, project, sleutel } = await gespeeld('einde');
    const { doet } = beheerder(world, archive);
    await doet(backup);
    for (const soort of ['plan', 'tabellen', 'poster-druk'])
      expect(vindt(await bestandVan(world, project, { soort })), soort).not.toEqual([]);
    for (const waar of [
      await inRijen(project),
      inTeams(world),
      await inTab(world, project),
      await inArchief(archive),
    ])
      expect(vindt(waar)).toContain(WEG);
    expect(await world.blobs.get(sleutel)).toBeDefined();

    const gezegd = await wist(world, project);

    expect(gezegd).toContain(`Alles van ${WEG} wissen?`);
    expect(gezegd).toContain('Dit kan niet ongedaan worden gemaakt.');
    expect(gezegd).toContain('Alles van deze persoon is gewist.');
    expect(vindt(await inRijen(project))).toEqual([]);
    expect(vindt(inTeams(world))).toEqual([]);
    expect(vindt(await inTab(world, project))).toEqual([]);
    expect(await world.blobs.get(sleutel)).toBeUndefined();
    expect((await doet(verify)).zegt).toBe('1 project bekeken, 0 fouten over.');

    const [before = ''] = await archive.folders('2');
    world.het_is('2027-06-01');
    await doet(backup);
    const [, next = ''] = await archive.folders('2');
    expect(vindt(await inArchief(archive, next))).toEqual([]);
    expect(vindt(await inArchief(archive, 'gewist'))).toEqual([]);
    expect(await inArchief(archive, 'bestanden')).toBe('');

    await raaktKwijt(world.tables);
    await doet(restore, before);
    expect(vindt(await inRijen(project))).toEqual([]);
    await world.wordt('2027-06-02');
    expect(vindt(await inRijen(project))).toEqual([]);
    expect(vindt(inTeams(world))).toEqual([]);
    expect(vindt(await inTab(world, project))).toEqual([]);
    expect(await world.blobs.get(sleutel)).toBeUndefined();
    await world.close();
  });

  it('leaves what the group decided and counted, of somebody, and says on the record who erased', async () => {
    const { world, groep, project } = await gespeeld('einde');
    const sanne = groep.lid(LEIDER);
    const before = textOf(await live(world, groep, 3));

    await wist(world, project);

    const after = textOf(await live(world, groep, 3));
    expect(before).toContain('1. Fietsdiefstal\n4 maatregelen');
    expect(after).toContain('1. Fietsdiefstal\n4 maatregelen');
    const verloop = tekstVan((await lezer(world, LEIDER).blad({ project, blad: 'verloop' })).html);
    expect(verloop).toMatch(/Sanne de Wit .{0,60}wiste alles van een persoon/);
    expect(verloop).toMatch(/iemand .{0,20}gaf een probleem door/);
    expect(textOf(await zegt(world, groep, sanne, 'deelnemers'))).not.toContain(WEG);
    await world.close();
  });

  it('takes the way in away; who comes back is somebody new', async () => {
    const { world, groep, project } = await gespeeld('stap 2');
    const fatima = groep.lid(WEG);
    const oud = await live(world, groep, 2);

    await wist(world, project);

    const { html } = await lezer(world, WEG).blad({ project, blad: 'stand' });
    expect(tekstVan(html)).toContain('Dit project is niet gevonden, of je doet er niet aan mee.');
    const refused = await fatima.drukt('Probleem doorgeven', {}, oud);
    expect(titels(refused)).toContain('Ik wil meedoen');
    await fatima.drukt('Ik wil meedoen', {}, refused);
    await world.rust();
    const lijst = textOf(await zegt(world, groep, groep.lid(LEIDER), 'deelnemers'));
    expect(lijst).toContain(`Wil meedoen\n${WEG}`);
    await world.close();
  });

  it('takes back what stands in their own chat, and every row about it, but leaves who was not erased what they got [Z5]', async () => {
    const { world, groep, lid } = await inStap2();
    const project = projectVan(await live(world, groep, 2));
    await world.wordt('2027-01-13', '10:00');
    await world.wordt('2027-01-14', '10:00');
    const [lotte, bram] = [world.alleen('Lotte'), world.alleen('Bram')];
    expect(allesIn(lotte)).toContain('Overlast Stationsplein');
    expect(allesIn(bram)).toContain('Overlast Stationsplein');
    expect(await inRijen(project)).toContain(lotte.conversation);

    await wist(world, project, 'Lotte', 'Sanne');

    const na = lotte.cards().map(textOf);
    expect(new Set(na)).toEqual(
      new Set(['Dit bericht is weggehaald.\nJe gegevens zijn hier gewist.']),
    );
    expect(allesIn(bram)).toContain('Overlast Stationsplein');
    expect(await inRijen(project)).not.toContain('Lotte');
    expect(await inRijen(project)).toContain(bram.conversation);
    expect(inTeams(world)).not.toContain('Lotte');
    // Who comes back is found again, also by the chat of their own.
    await groep.lid('Lotte').drukt('Ik wil meedoen', {}, await live(world, groep, 1));
    await world.rust();
    await lid('Sanne').drukt('Toelaten', {}, await zegt(world, groep, lid('Sanne'), 'deelnemers'));
    await world.rust();
    expect(textOf(await zegt(world, lotte, lotte.lid('Lotte'), 'status'))).toContain(
      'Overlast Stationsplein',
    );
    await world.close();
  });

  it('takes their name out of what was said to them about typing too fast', async () => {
    const { world, groep, lid } = await inStap2();
    const project = projectVan(await live(world, groep, 2));
    const haast = {
      ...{ text: 'help', textFormat: 'plain', entities: [] },
      from: lidAccount('Lotte'),
    };
    for (let nth = 0; nth < 66; nth++)
      await lid('Lotte').stuurt(gebeurtenis(groep, 'message', haast));
    await world.rust();
    expect(allesIn(groep)).toContain('Lotte, je schreef te snel achter elkaar.');

    await wist(world, project, 'Lotte', 'Sanne');

    expect(allesIn(groep)).not.toContain('te snel');
    expect(inTeams(world)).not.toContain('Lotte');
    await world.close();
  });

  it('is erased by the person too, from their own data, and by nobody else', async () => {
    const { world, project } = await gespeeld('stap 2');
    const eigen = world.alleen('Bram Jansen');
    const bram = eigen.lid('Bram Jansen');
    const ander = await lezer(world, 'Bram Jansen').post('/tab/blad', {
      project,
      verb: 'persoon.wissen',
      args: { id: 'd3' },
    });
    expect(tekstVan(ander.body.html)).not.toContain('wissen?');

    const lijst = await zegt(world, eigen, bram, 'deelnemers');
    const gegevens = await bram.drukt('Mijn gegevens', {}, lijst);
    const form = await bram.drukt('Alles van deze persoon wissen', {}, gegevens);
    expect(textOf(form)).toContain('Alles van jou wissen?');
    const done = await bram.drukt('Alles voorgoed wissen', {}, form);
    expect(textOf(done)).toContain('Alles van deze persoon is gewist.');
    await world.rust();

    expect(await inRijen(project)).not.toContain('Bram Jansen');
    expect(inTeams(world)).not.toContain('Bram Jansen');
    expect(await inRijen(project)).toContain(WEG);
    await world.close();
  });

  it('of who leads waits until another does, and says so', async () => {
    const { world, groep, project } = await gespeeld('stap 2');
    const sanne = groep.lid(LEIDER);
    const refused: AnyCard = await sanne.drukt(
      'Alles van deze persoon wissen',
      {},
      await sanne.drukt('Mijn gegevens', {}, await live(world, groep, 1)),
    );
    expect(textOf(refused)).toContain('Draag het project eerst over aan iemand anders');
    await opentEnVult(sanne, refused, 'Project overdragen', { 'Wie wordt': 'Bram' });
    const gegevens = await sanne.drukt('Mijn gegevens', {}, await live(world, groep, 1));
    const form = await sanne.drukt('Alles van deze persoon wissen', {}, gegevens);
    await sanne.drukt('Alles voorgoed wissen', {}, form);
    await world.rust();
    expect(await inRijen(project)).not.toContain(LEIDER);
    expect(inTeams(world)).not.toContain(LEIDER);
    // What she wrote down for the group is of the group.
    expect(textOf(await live(world, groep, 2))).toContain('Overlast Stationsplein');
    await world.close();
  });
});
