import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { foto, fotosBij, MAX_FOTOS } from '../../src/process/feiten/foto.ts';
import { document } from '../../src/process/feiten/gegevens.ts';
import { all, type Project } from '../../src/process/feiten/project.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { probleem } from '../../src/planner/plan/plan.ts';
import type { Wire } from '../../support/activities.ts';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Groep, World } from '../../support/world.ts';
import { bestemming, lezer, tekstVan } from '../tab/lezer.ts';
import {
  eenWereld,
  gebeurtenis,
  lidAccount,
  opentEnVult,
  PROBLEEM,
  projectVan,
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

const bericht = (eigen: Groep, naam: string, attachments: readonly Wire[]): Wire =>
  gebeurtenis(
    eigen,
    'message',
    { text: '', attachments, from: lidAccount(naam), timestamp: world().nu() },
    'personal',
  );

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
});
