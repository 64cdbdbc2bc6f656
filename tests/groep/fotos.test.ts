import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { foto, fotosBij, MAX_FOTOS } from '../../src/process/feiten/foto.ts';
import { document } from '../../src/process/feiten/gegevens.ts';
import { all, type Project } from '../../src/process/feiten/project.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { probleem } from '../../src/planner/plan/plan.ts';
import { TENANT } from '../../support/identity.ts';
import type { Wire } from '../../support/activities.ts';
import {
  ingevuld,
  inputsOp,
  knoppenOp,
  textOf,
  type AnyCard,
} from '../../support/voorbeeld/kaart.ts';
import type { Groep, World } from '../../support/world.ts';
import { bestemming, lezer, tekstVan } from '../tab/lezer.ts';
import {
  eenWereld,
  gebeurtenis,
  lidAccount,
  opentEnVult,
  PROBLEEM,
  projectVan,
  rijen,
  titels,
  vult,
} from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

const world = eenWereld();

/** A picture of so many points, in one colour, as a camera makes it. */
const prent = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

const jpg = (width = 400, height = 300) => prent(width, height).jpeg().toBuffer();

let nth = 0;
const teller = () => `${++nth}`;

/** A file in somebody's OneDrive, as Teams tells of it. */
function inOneDrive(naam: string, bytes: Buffer, adres?: string): Wire {
  const url = adres ?? `https://gemeente-my.sharepoint.com/download?id=${teller()}&tempauth=x`;
  world().teams.files.set(url, { bytes });
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    content: { downloadUrl: url, uniqueId: teller(), fileType: naam.split('.').at(-1) },
    contentUrl: `https://gemeente-my.sharepoint.com/${naam}`,
    name: naam,
  };
}

/** The same, where something else stands there. */
const inOneDriveOp = (naam: string, downloadUrl: string): Wire => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  content: { downloadUrl },
  name: naam,
});

/** The beginning of a photo of an iPhone. */
const heic = () =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(200),
  ]);

/** A PNG that says it has so many points: whoever looks at how many there are has not drawn it yet. */
async function groot(width: number, height: number): Promise<Buffer> {
  const bytes = await prent(10, 10).png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** A picture that was pasted in the message. */
function geplakt(bytes: Buffer): Wire {
  const contentUrl = `https://smba.trafficmanager.net/emea/v3/attachments/${teller()}/views/original`;
  world().teams.files.set(contentUrl, { bytes });
  return { contentType: 'image/*', contentUrl };
}

/** What answers a message with these files in this person's own chat. */
async function stuurt(naam: string, ...attachments: readonly Wire[]): Promise<AnyCard[]> {
  const eigen = world().alleen(naam);
  const before = eigen.cards().length;
  const { status } = await eigen.lid(naam).stuurt(bericht(eigen, naam, attachments));
  expect(status).toBe(200);
  await world().rust();
  return eigen.cards().slice(before);
}

const bericht = (eigen: Groep, naam: string, attachments: readonly Wire[], text = ''): Wire =>
  gebeurtenis(
    eigen,
    'message',
    { text, attachments, from: lidAccount(naam), timestamp: world().nu() },
    'personal',
  );

const koptekst = (card: AnyCard) => textOf(card).split('\n')[0];

const toestand = async (id: string): Promise<Project> => {
  const found = await openLog(world().tables.projecten).read(id);
  if (!found) throw new Error('no project');
  return found.project;
};

/** A group in step 2 in which somebody gave problems. */
async function metProblemen(
  naam: string,
  ...problemen: readonly string[]
): Promise<Stuk & { kaart: AnyCard; project: string }> {
  // Who leads presses no faster than one may.
  world().minuut();
  const stuk = await inStap2({ world: world(), namen: ['Sanne', naam, 'Bram'] });
  for (const tekst of problemen)
    await opentEnVult(stuk.lid(naam), stuk.kaart, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': tekst,
    });
  await world().rust();
  return { ...stuk, project: projectVan(stuk.kaart) };
}

describe('a photo that somebody sends in their own chat', () => {
  it('is put with a problem of theirs, and stands small on the page of problems [B9]', async () => {
    const naam = 'Fatima';
    const { project } = await metProblemen(naam, 'Scooters op de stoep.', 'Het is er donker.');
    const [vraag] = await stuurt(naam, inOneDrive('IMG_0001.jpg', await jpg(4_000, 3_000)));

    expect(textOf(vraag!)).toContain('Waar hoort deze foto bij?');
    expect(textOf(vraag!)).toContain('geen herkenbare mensen, geen kentekens');
    expect(titels(vraag!)).toEqual(['Foto toevoegen', 'Weg ermee']);
    const eigen = world().alleen(naam).lid(naam);
    const zonder = await eigen.drukt('Foto toevoegen', {}, vraag);
    expect(textOf(zonder)).toContain('Kies waar het bij hoort.');
    const klaar = await vult(
      eigen,
      zonder,
      { 'Kies er een': 'Het is er donker.' },
      'Foto toevoegen',
    );
    expect(textOf(klaar)).toContain('De foto staat erbij.');

    const nu = await toestand(project);
    const donker = all(nu, probleem).find(({ texts }) => texts.omschrijving.includes('donker'));
    const [found] = fotosBij(nu, 'probleem', donker!.id);
    expect(found).toBeDefined();
    const pagina = await lezer(world(), 'Bram').blad({ project, blad: 'hoofdstuk.probleem' });
    expect(pagina.html).toContain(`data-foto="${found!.id}"`);
    const { body } = await lezer(world(), 'Bram').post('/tab/foto', { project, id: found!.id });
    const { foto: klein } = body as unknown as { foto: string };
    const beeld = Buffer.from(klein.split(',')[1] ?? '', 'base64');
    expect(await sharp(beeld).metadata()).toMatchObject({
      format: 'jpeg',
      width: 240,
      height: 180,
    });
    const heel = await lezer(world(), 'Bram').bestand(project, { soort: 'foto', id: found!.id });
    expect(await sharp(heel).metadata()).toMatchObject({ width: 1_600, height: 1_200 });
  });

  it('is kept upright and without what its camera wrote in it, such as the place', async () => {
    const naam = 'Gijs';
    const { project } = await metProblemen(naam, 'Afval bij de flats.');
    const bytes = await prent(300, 200)
      .withExif({
        IFD0: { Make: 'Camera van Gijs' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    await zetBij(naam, inOneDrive('IMG_0002.jpg', bytes), 'Afval bij de flats.');

    const opgeslagen = await bytesVan(project);
    const { width, height, orientation, exif, icc, xmp, iptc } = await sharp(opgeslagen).metadata();
    expect([width, height, orientation]).toEqual([200, 300, undefined]);
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(opgeslagen.includes('Camera van Gijs')).toBe(false);
  });

  it.each([
    [
      'PNG with a see-through part',
      'plaatje.png',
      async () => prent(50, 40).ensureAlpha(0.5).png().toBuffer(),
    ],
    ['WebP', 'plaatje.webp', async () => prent(50, 40).webp().toBuffer()],
    ['JPEG under another name', 'IMG_0042.HEIC', async () => jpg(50, 40)],
  ])('of the kind %s is kept as JPEG', async (_, bestand, bytes) => {
    const naam = `Hanna ${teller()}`;
    const { project } = await metProblemen(naam, 'Vernieling van het bushokje.');
    await zetBij(naam, inOneDrive(bestand, await bytes()), 'Vernieling');
    expect(await sharp(await bytesVan(project)).metadata()).toMatchObject({
      format: 'jpeg',
      width: 50,
      height: 40,
    });
  });

  it.each(['status', 'plan', 'help', 'mijn taken', 'Hier'])(
    'is asked about, also with a word that the bot answers to: %s [B9]',
    async (woord) => {
      const naam = 'Hanna';
      await metProblemen(naam, 'Scooters op de stoep.');
      const eigen = world().alleen(naam);
      const antwoorden = async (text: string, ...attachments: Wire[]) => {
        const before = eigen.cards().length;
        await eigen.lid(naam).stuurt(bericht(eigen, naam, attachments, text));
        await world().rust();
        return eigen.cards().slice(before);
      };
      const zonder = woord === 'Hier' ? [] : await antwoorden(woord);
      const met = await antwoorden(woord, inOneDrive('IMG.jpg', await jpg()));
      expect(met.map(koptekst).slice(0, -1)).toEqual(zonder.map(koptekst));
      expect(textOf(met.at(-1)!)).toContain('Waar hoort deze foto bij?');
    },
  );

  it('that was pasted is fetched with the token of the bot, and a file of OneDrive without', async () => {
    const naam = 'Ilse';
    await metProblemen(naam, 'Brandjes in het park.');
    const before = world().teams.fetched.length;
    const [vraag] = await stuurt(naam, geplakt(await jpg()), inOneDrive('x.jpg', await jpg()));
    expect(textOf(vraag!)).toContain('Waar horen deze 2 foto’s bij?');
    expect(
      world()
        .teams.fetched.slice(before)
        .map(({ authorization }) => authorization),
    ).toEqual(['Bearer token-of-the-bot', undefined]);
  });

  it.each([
    ['one', 1, ['Waar hoort deze foto bij?']],
    ['two', 2, ['Waar horen deze 2 foto’s bij?']],
    ['six', 6, ['Waar horen deze 5 foto’s bij?', 'Waar hoort deze foto bij?']],
    [
      'more than come with one message',
      11,
      [
        'Ik neem er 10 tegelijk aan. Stuur de andere opnieuw.',
        'Waar horen deze 5 foto’s bij?',
        'Waar horen deze 5 foto’s bij?',
      ],
    ],
  ])('comes with others: %s', async (_, n, zinnen) => {
    const naam = `Jolanda ${n}`;
    const { project } = await metProblemen(naam, 'Hangjongeren bij de winkel.');
    const bytes = await jpg(60, 40);
    const sent = Array.from({ length: n }, (_unused, at) => inOneDrive(`IMG_${at}.jpg`, bytes));
    const vragen = await stuurt(naam, ...sent);
    expect(vragen.map((vraag) => textOf(vraag))).toEqual(
      zinnen.map((zin) => expect.stringContaining(zin) as string),
    );
    for (const vraag of vragen.filter((een) => textOf(een).startsWith('Waar')))
      await kiest(naam, vraag, 'Hangjongeren');
    expect(all(await toestand(project), foto)).toHaveLength(Math.min(n, MAX_FOTOS));
  });

  it('is one of at most five with one problem, counted when it is saved', async () => {
    const naam = 'Karima';
    const { project } = await metProblemen(naam, 'Te hard rijden.', 'Fout parkeren.');
    const drie = await drieFotos(naam);
    const nogDrie = await drieFotos(naam);
    await kiest(naam, drie, 'Te hard rijden.');
    const vol = await kiest(naam, nogDrie, 'Te hard rijden.');
    expect(textOf(vol)).toContain('Hier staan al 3 foto’s. Er passen er nog 2 bij.');
    expect(all(await toestand(project), foto)).toHaveLength(3);
    await kiest(naam, vol, 'Fout parkeren.');
    expect(all(await toestand(project), foto)).toHaveLength(6);
  });

  it('is put once however often it is pressed, in whatever order, and with one problem only', async () => {
    const naam = 'Lars';
    const { project } = await metProblemen(naam, 'Zwerfvuil.', 'Kapotte lampen.');
    const [vraag] = await stuurt(naam, inOneDrive('IMG.jpg', await jpg()));
    const lid = world().alleen(naam).lid(naam);
    const keer = await Promise.all(
      [1, 2, 3].map(() =>
        lid.stuurt(
          lid.druk('Foto toevoegen', ingevuld(vraag!, { 'Kies er een': 'Zwerfvuil.' }), vraag),
        ),
      ),
    );
    expect(keer.map(({ status }) => status)).toEqual([200, 200, 200]);
    await world().rust();
    expect(all(await toestand(project), foto)).toHaveLength(1);

    const elders = await kiest(naam, vraag!, 'Kapotte lampen.');
    expect(textOf(elders)).toContain('Deze foto staat al ergens.');
    // Throwing it away comes too late as well.
    const weg = await lid.drukt('Weg ermee', {}, vraag);
    expect(textOf(weg)).toContain('Dit is al toegevoegd. Het blijft staan.');
    expect(await bytesVan(project)).toBeDefined();
    expect(all(await toestand(project), foto)).toHaveLength(1);
  });

  it('is thrown away at once when its owner says so, and by nobody else', async () => {
    const naam = 'Marit';
    const { project, lid } = await metProblemen(naam, 'Geluid in de nacht.');
    const [vraag] = await stuurt(naam, inOneDrive('IMG.jpg', await jpg()));
    const [sleutel = ''] = losVan(naam, await world().blobs.list());
    expect(sleutel).not.toBe('');
    // Somebody else who sends the same press, from the group or from their own chat.
    const ander = world().alleen('Bram');
    await ander.lid('Bram').stuurt(ander.lid('Bram').druk('Weg ermee', {}, vraag));
    await lid('Bram').stuurt(lid('Bram').druk('Weg ermee', {}, vraag));
    await world().rust();
    expect(await world().blobs.about(sleutel)).toBeDefined();
    // Nor can they put it with something.
    const invoer = { bij: ingevuld(vraag!, { 'Kies er een': 'Geluid' })['bij'] ?? '' };
    await ander.lid('Bram').stuurt(ander.lid('Bram').druk('Foto toevoegen', invoer, vraag));
    expect(all(await toestand(project), foto)).toEqual([]);

    const weg = await world().alleen(naam).lid(naam).drukt('Weg ermee', {}, vraag);
    expect(textOf(weg)).toContain('Ik heb het weggegooid.');
    expect(await world().blobs.about(sleutel)).toBeUndefined();
    const teLaat = await kiest(naam, vraag!, 'Geluid');
    expect(textOf(teLaat)).toContain('Dit heb ik niet meer.');
  });

  it('with something of several projects is asked for the project first', async () => {
    const naam = 'Petra';
    const een = await metProblemen(naam, 'Het eerste.');
    const twee = await metProblemen(naam, 'Het tweede.');
    const [vraag] = await stuurt(naam, inOneDrive('IMG.jpg', await jpg()));
    expect(textOf(vraag!)).toContain('Waar hoort deze foto bij?');
    expect(titels(vraag!)).toEqual(['Kies', 'Kies', 'Weg ermee']);
    const eigen = world().alleen(naam).lid(naam);
    const forms = [];
    for (const at of [0, 1]) {
      const knop = knoppenOp(vraag!).filter(({ title }) => title === 'Kies')[at]!;
      forms.push(await eigen.drukt('Kies', {}, { ...vraag!, body: [], actions: [knop] }));
    }
    const [eerste, tweede] = forms;
    await vult(eigen, eerste!, { 'Kies er een': keuzeOp(eerste!) }, 'Foto toevoegen');
    const ook = await vult(eigen, tweede!, { 'Kies er een': keuzeOp(tweede!) }, 'Foto toevoegen');
    expect(textOf(ook)).toContain('Dit heb ik niet meer.');
    const totaal = await Promise.all([een, twee].map(({ project }) => toestand(project)));
    expect(totaal.flatMap((nu) => all(nu, foto))).toHaveLength(1);
  });

  it('of a confidential problem is for nobody else to see', async () => {
    const naam = 'Quinten';
    const { project, lid, kaart } = await metProblemen(naam);
    await opentEnVult(lid(naam), kaart, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': 'Iets vertrouwelijks.',
      'Dit is vertrouwelijk': 'true',
    });
    await world().rust();
    await zetBij(naam, inOneDrive('IMG.jpg', await jpg()), 'Iets vertrouwelijks.');
    const [found] = all(await toestand(project), foto);
    const id = found?.id ?? '';
    const klein = async (wie: string) =>
      (
        (await lezer(world(), wie).post('/tab/foto', { project, id })).body as unknown as {
          foto: string;
        }
      ).foto;
    expect(await klein(naam)).toContain('data:image/jpeg');
    expect(await klein('Sanne')).toContain('data:image/jpeg');
    expect(await klein('Bram')).toBe('');
    expect(await klein('Fatima')).toBe('');
    const pagina = await lezer(world(), 'Bram').blad({ project, blad: 'hoofdstuk.probleem' });
    expect(pagina.html).not.toContain('data-foto');
    const { body } = await lezer(world(), 'Bram').post('/tab/download', {
      project,
      vraag: { soort: 'foto', id },
    });
    expect(body).toHaveProperty('fout');
  });
});

describe('a file that is no photo', () => {
  it('becomes a document, when its owner gives it a title [B8, B9]', async () => {
    const naam = 'Roos';
    const { project } = await metProblemen(naam, 'Een probleem.');
    const pdf = Buffer.from(`%PDF-1.7\n${'1 0 obj\n<<>>\nendobj\n'.repeat(40)}`);
    const [vraag] = await stuurt(naam, inOneDrive('Wijkscan.pdf', pdf));
    expect(textOf(vraag!)).toContain('Het komt bij de documenten van');
    expect(titels(vraag!)).toEqual(['Opslaan', 'Weg ermee']);
    const klaar = await world().alleen(naam).lid(naam).drukt('Opslaan', {}, vraag);
    expect(textOf(klaar)).toContain('Het bestand is opgeslagen.');
    const [found] = all(await toestand(project), document);
    expect(found?.texts).toMatchObject({ titel: 'Wijkscan', bestandsnaam: 'Wijkscan.pdf' });
    const heel = await lezer(world(), 'Bram').bestand(project, {
      soort: 'document',
      id: found!.id,
    });
    expect(Buffer.from(heel).equals(pdf)).toBe(true);
  });

  it('is put nowhere as a photo, and neither is a photo that came by the tab', async () => {
    const naam = 'Rik';
    const { project } = await metProblemen(naam, 'Een probleem.');
    await stuurt(naam, inOneDrive('Wijkscan.pdf', Buffer.from('%PDF-1.7\n')));
    const [pdf = ''] = losVan(naam, await world().blobs.list());
    const perTab = `b_${randomUUID()}`;
    const about = { project, tenant: TENANT, oid: `oid-${naam}`, soort: 'jpg', naam: 'x.jpg' };
    await world().blobs.put(perTab, await jpg(), { ...about, at: world().nu(), bytes: '9' });
    const [vraag] = await stuurt(naam, inOneDrive('IMG.jpg', await jpg()));
    const [eigen = ''] = losVan(naam, await world().blobs.list()).filter((key) => key !== pdf);
    const lid = world().alleen(naam).lid(naam);
    const invoer = { bij: ingevuld(vraag!, { 'Kies er een': 'Een probleem.' })['bij'] ?? '' };
    for (const upload of [pdf, perTab, `${eigen},${pdf}`]) {
      const press = JSON.stringify(lid.druk('Foto toevoegen', invoer, vraag));
      expect(press).toContain(`"upload":"${eigen}"`);
      const forged = press.replace(`"upload":"${eigen}"`, `"upload":"${upload}"`);
      await lid.stuurt(JSON.parse(forged) as Wire);
    }
    await world().rust();
    expect(all(await toestand(project), foto)).toEqual([]);
    // Named twice it is put once.
    const press = JSON.stringify(lid.druk('Foto toevoegen', invoer, vraag));
    const twice = press.replace(`"upload":"${eigen}"`, `"upload":"${eigen},${eigen}"`);
    await lid.stuurt(JSON.parse(twice) as Wire);
    await world().rust();
    expect(all(await toestand(project), foto)).toHaveLength(1);
    await world().blobs.remove(perTab);
  });

  it('is asked for one by one beside photos, and a moving picture is one', async () => {
    const naam = 'Siem';
    await metProblemen(naam, 'Een probleem.');
    const gif = await prent(20, 20).gif().toBuffer();
    const vragen = await stuurt(
      naam,
      inOneDrive('IMG.jpg', await jpg()),
      inOneDrive('film.gif', gif),
      inOneDrive('Wijkscan.pdf', Buffer.from('%PDF-1.7\n')),
    );
    expect(vragen.map((vraag) => textOf(vraag).split('\n')[0])).toEqual([
      'Waar hoort deze foto bij?',
      'Bestand toevoegen',
      'Bestand toevoegen',
    ]);
  });

  it('is a photo too as long as there is nothing to put it with', async () => {
    const naam = 'Tess';
    await metProblemen(naam);
    const [vraag] = await stuurt(naam, inOneDrive('IMG.png', await prent(20, 20).png().toBuffer()));
    expect(textOf(vraag!)).toContain('Bestand toevoegen');
  });

  it.each([
    ['a photo of an iPhone', 'IMG_1.HEIC', async () => heic(), 'Kies de foto als JPG.'],
    [
      'a program with another name',
      'IMG_1.jpg',
      async () => Buffer.from(`MZ${'\0'.repeat(100)}`),
      'Dit is een programma of script.',
    ],
    [
      'a photo that broke off',
      'IMG_1.jpg',
      async () => (await jpg(900, 900)).subarray(0, 900),
      'Deze foto is niet heel.',
    ],
    [
      'a photo of 41 megapixel',
      'IMG_1.png',
      async () => groot(8_200, 5_000),
      'Deze foto heeft meer dan 40 megapixel.',
    ],
    [
      'a photo of more than 15 MB',
      'IMG_1.jpg',
      async () => Buffer.concat([await jpg(), Buffer.alloc(15 * 1024 * 1024)]),
      'Deze foto is groter dan 15 MB.',
    ],
    [
      'a file of more than 25 MB',
      'groot.pdf',
      async () => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(25 * 1024 * 1024)]),
      'Dit bestand is groter dan 25 MB.',
    ],
    ['nothing', 'leeg.jpg', async () => Buffer.alloc(0), 'Dit bestand is leeg.'],
    [
      'a page',
      'x.html',
      async () => Buffer.from('<!doctype html><p>hallo'),
      'Dit is een webpagina.',
    ],
  ])('%s is not kept, and one reads why', async (_, bestand, bytes, zin) => {
    const naam = `Ursula ${teller()}`;
    await metProblemen(naam, 'Een probleem.');
    const antwoorden = await stuurt(naam, inOneDrive(bestand, await bytes()));
    expect(antwoorden.map(textOf)).toEqual([expect.stringContaining(zin) as string]);
    expect(losVan(naam, await world().blobs.list())).toEqual([]);
  });

  it('is named where another of the same message is kept', async () => {
    const naam = 'Vera';
    await metProblemen(naam, 'Een probleem.');
    const [fout, vraag] = await stuurt(
      naam,
      inOneDrive('kapot.jpg', (await jpg(900, 900)).subarray(0, 900)),
      inOneDrive('heel.jpg', await jpg()),
      inOneDrive('iphone.heic', heic()),
    );
    expect(textOf(fout!)).toContain('2 bestanden kan ik niet bewaren.');
    expect(textOf(fout!)).toContain('kapot.jpg: Deze foto is niet heel.');
    expect(textOf(fout!)).toContain('iphone.heic: Dit is een foto van het soort HEIC.');
    expect(textOf(vraag!)).toContain('Waar hoort deze foto bij?');
  });
});

const ELDERS = [
  'http://gemeente.sharepoint.com/x.jpg',
  'https://gemeente.sharepoint.com.evil.nl/x.jpg',
  'https://evil.nl/x.jpg',
  'https://user@gemeente.sharepoint.com/x.jpg',
  'https://gemeente.sharepoint.com:8443/x.jpg',
  'https://127.0.0.1/x.jpg',
  'https://.sharepoint.com/x.jpg',
  'https://smba.trafficmanager.net.evil.nl/x.jpg',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'geen adres',
];

describe('an address of a file', () => {
  it('is asked for at Teams, and nowhere else [risk R10]', async () => {
    const naam = 'Wim';
    await metProblemen(naam, 'Een probleem.');
    const before = world().teams.fetched.length;
    const bytes = await jpg();
    for (const adres of ELDERS) {
      const files = [
        inOneDrive('x.jpg', bytes, adres),
        { contentType: 'image/jpeg', contentUrl: adres },
      ];
      const [antwoord] = await stuurt(naam, ...files);
      expect(textOf(antwoord!), adres).toContain('2 bestanden kan ik niet bewaren.');
      expect(textOf(antwoord!), adres).toContain('Dit bestand staat niet in Teams.');
    }
    expect(world().teams.fetched).toHaveLength(before);
  });

  it.each([
    [
      'on to another of Teams',
      'https://gemeente.sharepoint.com/verder',
      'Waar hoort deze foto bij?',
    ],
    ['away from Teams', 'https://evil.nl/x.jpg', 'Dit bestand staat niet in Teams.'],
    ['to a machine inside', 'http://169.254.169.254/', 'Dit bestand staat niet in Teams.'],
    ['in a circle', 'https://gemeente.sharepoint.com/begin', 'Ik kan dit bestand nu niet ophalen.'],
    ['to nothing', '', 'Ik kan dit bestand nu niet ophalen.'],
  ])('may lead %s, and the token goes to nobody [risk R10]', async (_, location, zin) => {
    const naam = `Xander ${teller()}`;
    await metProblemen(naam, 'Een probleem.');
    const { files, fetched } = world().teams;
    const before = fetched.length;
    const begin = 'https://gemeente.sharepoint.com/begin';
    const geplaktBegin = `https://smba.trafficmanager.net/emea/v3/attachments/${teller()}/views/original`;
    files.set('https://gemeente.sharepoint.com/verder', { bytes: await jpg() });
    for (const adres of [begin, geplaktBegin])
      files.set(adres, { status: 302, headers: location === '' ? {} : { Location: location } });
    const vrij = inOneDriveOp('x.jpg', begin);
    const eigen = { contentType: 'image/*', contentUrl: geplaktBegin };
    for (const een of [vrij, eigen]) {
      const [antwoord] = await stuurt(naam, een);
      expect(textOf(antwoord!)).toContain(zin);
    }
    const asked = fetched.slice(before);
    expect(asked.every(({ address }) => /sharepoint\.com\/|smba\./.test(address))).toBe(true);
    const metToken = asked.filter(({ authorization }) => authorization !== undefined);
    expect(metToken.map(({ address }) => address)).toEqual([geplaktBegin]);
  });

  it('that gives nothing is told, and is not asked for again when Teams repeats the message', async () => {
    const naam = 'Yara';
    await metProblemen(naam, 'Een probleem.');
    world().teams.files.set('https://gemeente.sharepoint.com/weg', { status: 404 });
    const [antwoord] = await stuurt(
      naam,
      inOneDriveOp('x.jpg', 'https://gemeente.sharepoint.com/weg'),
    );
    expect(textOf(antwoord!)).toContain('Ik kan dit bestand nu niet ophalen.');
    const eigen = world().alleen(naam);
    const twee = bericht(eigen, naam, [inOneDrive('IMG.jpg', await jpg())]);
    const before = world().teams.fetched.length;
    await Promise.all([1, 2].map(() => eigen.lid(naam).stuurt(twee)));
    await world().rust();
    expect(world().teams.fetched).toHaveLength(before + 1);
  });
});

describe('a photo is gone for good', () => {
  it.each([
    ['when its problem is erased', 'probleem'],
    ['when it is erased itself', 'foto'],
  ])('%s, with its file', async (_, soort) => {
    const naam = `Zoë ${teller()}`;
    const { project } = await metProblemen(naam, 'Iets over een persoon.');
    await zetBij(naam, inOneDrive('IMG_Jansen.jpg', await jpg()), 'Iets over een persoon.');
    const [found] = all(await toestand(project), foto);
    const args = { soort, id: soort === 'foto' ? found!.id : found!.facts.bij };
    const form = await lezer(world(), 'Sanne').blad({ project, verb: 'tekst.wissen', args });
    await lezer(world(), 'Sanne').doe({ ...bestemming(form.html), velden: {}, extra: '' });
    await world().rust();

    await isWeg(project, found!.facts.sleutel, found!.id);
    expect(JSON.stringify(await rijen(project))).not.toContain('IMG_Jansen');
  });

  it('when who it is of takes it away, and not when another does', async () => {
    const naam = 'Aart';
    const { project } = await metProblemen(naam, 'Een probleem.');
    await zetBij(naam, inOneDrive('IMG.jpg', await jpg()), 'Een probleem.');
    const [found] = all(await toestand(project), foto);
    const vraag = { project, verb: 'foto.weghalen', args: { id: found!.id } };
    const bram = await lezer(world(), 'Bram').blad(vraag);
    expect(tekstVan(bram.html)).toContain('Je kunt alleen aanpassen wat je zelf hebt ingevuld.');
    const form = await lezer(world(), naam).blad(vraag);
    const done = await lezer(world(), naam).doe({
      ...bestemming(form.html),
      velden: {},
      extra: '',
    });
    expect(tekstVan(done.html)).toContain('De foto is weg.');
    await world().rust();
    await isWeg(project, found!.facts.sleutel, found!.id);
  });

  it('when everything of its owner is erased, with what they sent and put nowhere', async () => {
    const naam = 'Bea';
    const { project } = await metProblemen(naam, 'Een probleem.');
    await zetBij(naam, inOneDrive('Bea_thuis.jpg', await jpg()), 'Een probleem.');
    const [found] = all(await toestand(project), foto);
    await stuurt(naam, inOneDrive('los.jpg', await jpg()));
    expect(losVan(naam, await world().blobs.list())).toHaveLength(1);
    const events = await openLog(world().tables.projecten).events(project);
    const wie = events.find(({ kind, texts }) => kind === 'deelnemer' && texts?.['naam'] === naam)!;
    const vraag = { project, verb: 'persoon.wissen', args: { id: wie.id } };
    const form = await lezer(world(), 'Sanne').blad(vraag);
    await lezer(world(), 'Sanne').doe({ ...bestemming(form.html), velden: {}, extra: '' });
    await world().rust();

    await isWeg(project, found!.facts.sleutel, found!.id);
    expect(losVan(naam, await world().blobs.list())).toEqual([]);
    expect(JSON.stringify(await rijen(project))).not.toContain('Bea_thuis');
  });

  it('from the page when its problem is withdrawn, and back with it', async () => {
    const naam = 'Cas';
    const { project } = await metProblemen(naam, 'Een probleem.');
    await zetBij(naam, inOneDrive('IMG.jpg', await jpg()), 'Een probleem.');
    const [found] = all(await toestand(project), foto);
    const id = found!.facts.bij;
    const doet = (verb: string) =>
      lezer(world(), naam).doe({ project, verb, args: { id }, rev: 0, nonce: `${verb} ${id}` });
    const klein = async () =>
      (
        (await lezer(world(), naam).post('/tab/foto', { project, id: found!.id }))
          .body as unknown as { foto: string }
      ).foto;
    await doet('probleem.intrekken');
    expect(await klein()).toBe('');
    await doet('probleem.terughalen');
    expect(await klein()).toContain('data:image/jpeg');
  });
});

describe('in time, what is sent', () => {
  it('that is put nowhere goes after a day; one that was, stays, also when its answer was lost', async () => {
    const naam = 'Noor';
    const { project } = await metProblemen(naam, 'Graffiti op de brug.');
    await zetBij(naam, inOneDrive('vast.jpg', await jpg()), 'Graffiti');
    const [scan] = await stuurt(naam, inOneDrive('Wijkscan.pdf', Buffer.from('%PDF-1.7\n')));
    await world().alleen(naam).lid(naam).drukt('Opslaan', {}, scan);
    await stuurt(naam, inOneDrive('los.jpg', await jpg()));
    const [los = ''] = losVan(naam, await world().blobs.list());
    // The process died between saying where it belongs and the entry.
    await stuurt(naam, inOneDrive('half.jpg', await jpg()));
    const [half = ''] = losVan(naam, await world().blobs.list()).filter((key) => key !== los);
    const about = (await world().blobs.about(half))!;
    expect(await world().blobs.retell(half, about, { ...about, project })).toBe(true);
    expect(await world().blobs.retell(half, about, { ...about, project: 'p_elders' })).toBe(false);

    await ruimtOp('2027-01-05', '09:00');
    for (const sleutel of [los, half]) expect(await world().blobs.about(sleutel)).toBeDefined();
    await ruimtOp('2027-01-06', '12:00');
    for (const sleutel of [los, half]) expect(await world().blobs.about(sleutel)).toBeUndefined();
    expect(await bytesVan(project)).toBeDefined();
    const [stuk] = all(await toestand(project), document);
    expect(await world().blobs.about(stuk!.facts.upload!.sleutel)).toBeDefined();
  });

  it('is put with nothing that is closed, withdrawn or of somebody else [E18]', async () => {
    const naam = 'Omar';
    const { project, lid, kaart } = await metProblemen(naam, 'Inbraken.', 'Fietsendiefstal.');
    await opentEnVult(lid('Bram'), kaart, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': 'Iets van Bram.',
    });
    await world().rust();
    const [vraag] = await stuurt(naam, inOneDrive('IMG.jpg', await jpg()));
    expect(textOf(vraag!)).not.toContain('Iets van Bram.');
    expect(JSON.stringify(vraag)).not.toContain('Iets van Bram.');
    const nu = await toestand(project);
    const van = (tekst: string) =>
      all(nu, probleem).find(({ texts }) => texts.omschrijving === tekst)!.id;
    const eigen = world().alleen(naam).lid(naam);
    const bij = async (id: string) =>
      eigen.drukt('Foto toevoegen', { bij: `probleem.${id}` }, vraag);
    await bij(van('Iets van Bram.'));
    await lezer(world(), naam).doe({
      ...{ project, verb: 'probleem.intrekken', args: { id: van('Inbraken.') } },
      ...{ rev: 0, nonce: 'ingetrokken' },
    });
    await bij(van('Inbraken.'));
    expect(all(await toestand(project), foto)).toEqual([]);
    // The deadline, with its minute of grace.
    world().het_is('2027-01-14', '17:05');
    const opnieuw = await stuurt(naam, inOneDrive('IMG.jpg', await jpg()));
    expect(textOf(opnieuw[0]!)).not.toContain('Waar hoort deze foto bij?');
    const laat = await bij(van('Fietsendiefstal.'));
    expect(textOf(laat)).toMatch(/Dit heb ik niet meer|of de stap is gesloten/);
    expect(all(await toestand(project), foto)).toEqual([]);
  });
});

/** The first of the things to choose from. */
const keuzeOp = (form: AnyCard): string => inputsOp(form)[0]?.choices?.[0]?.title ?? '';

/** Nothing of a photo is left: not its file, and not a place for it on the page. */
async function isWeg(project: string, sleutel: string, id: string): Promise<void> {
  expect(await world().blobs.about(sleutel)).toBeUndefined();
  const pagina = await lezer(world(), 'Sanne').blad({ project, blad: 'hoofdstuk.probleem' });
  expect(pagina.html).not.toContain('data-foto');
  const { body } = await lezer(world(), 'Sanne').post('/tab/foto', { project, id });
  expect(body).toEqual({ foto: '' });
}

const drieFotos = async (naam: string): Promise<AnyCard> => {
  const bytes = await jpg(60, 40);
  const sent = [1, 2, 3].map((at) => inOneDrive(`IMG_${at}.jpg`, bytes));
  return (await stuurt(naam, ...sent))[0]!;
};

/** Chooses where photos belong, on the card that asks. */
async function kiest(naam: string, vraag: AnyCard, tekst: string): Promise<AnyCard> {
  const knop = titels(vraag)[0] ?? '';
  return vult(world().alleen(naam).lid(naam), vraag, { 'Kies er een': tekst }, knop);
}

async function zetBij(naam: string, file: Wire, tekst: string): Promise<void> {
  const [vraag] = await stuurt(naam, file);
  expect(textOf(await kiest(naam, vraag!, tekst))).toContain('De foto staat erbij.');
}

/** The file of the one photo of a project, as it is kept. */
async function bytesVan(project: string): Promise<Buffer> {
  const [found] = all(await toestand(project), foto);
  const file = await world().blobs.get(found?.facts.sleutel ?? '');
  if (!file) throw new Error('no file');
  return buffer(file.bytes);
}

/** The keys of what somebody sent and put nowhere. */
const losVan = (naam: string, all_: Awaited<ReturnType<World['blobs']['list']>>): string[] =>
  all_
    .filter(({ about }) => about['oid'] === `oid-${naam}` && about['project'] === 'los')
    .map(({ key }) => key);

async function ruimtOp(datum: string, tijd: string): Promise<void> {
  await world().wordt(datum, tijd);
  await world().apps[0]?.delivery.reconcile();
  await world().rust();
}
