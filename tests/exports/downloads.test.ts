import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { textOf, rijOp } from '../../support/voorbeeld/kaart.ts';
import { document as gegeven } from '../../src/process/feiten/gegevens.ts';
import { all } from '../../src/process/feiten/project.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';
import { BOT } from '../../support/activities.ts';
import { eenWereld, live, projectVan, start, titels, NAAM } from '../groep/hulp.ts';
import { metProject } from '../groep/stuk.ts';
import { bestemming, lezer, tekstVan } from '../tab/lezer.ts';
import { claimsOf, tokenOf } from '../../support/tokens.ts';
import type { Groep } from '../../support/world.ts';
import { metStijl } from './hulp.ts';

const world = eenWereld();

const gestart = () => metProject(world(), 'Sanne', 'Fatima', 'Bram');

const vraagt = async (naam: string, project: string, vraag: object) =>
  (await lezer(world(), naam).post('/tab/download', { project, vraag })).body as {
    adres?: string;
    fout?: string;
  };

const haalt = async (adres: string | undefined) => {
  const response = await fetch(`${world().address}${adres ?? ''}`);
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe('a file from the tab', () => {
  it('comes once, as a download that no browser opens, with a name that is safe [Q17]', async () => {
    const { project } = await gestart();

    const { adres } = await vraagt('Sanne', project, { soort: 'plan' });
    const first = await haalt(adres);
    const again = await haalt(adres);

    expect(first.response.status).toBe(200);
    const { headers } = first.response;
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="Plan-Overlast-Stationsplein-2027-01-\d\d\.docx"; filename\*=UTF-8''/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(metStijl(first.bytes, 'Title')).toEqual([NAAM]);
    expect(again.response.status).toBe(410);
    expect(new TextDecoder().decode(again.bytes)).toContain('werkt één keer');
  });

  it('is for who takes part, and rights are looked at again when it is fetched', async () => {
    const { groep, project } = await gestart();

    expect((await vraagt('Vreemde', project, { soort: 'plan' })).adres).toBeUndefined();
    expect((await vraagt('Fatima', project, { soort: 'akkoordverzoek', id: 'o.x' })).fout).toMatch(
      /er niet/,
    );
    expect((await vraagt('Fatima', 'p_bestaatniet', { soort: 'plan' })).adres).toBeUndefined();
    const { adres } = await vraagt('Fatima', project, { soort: 'plan' });
    await verwijder(groep, 'Fatima');
    const found = await haalt(adres);

    expect(found.response.status).toBe(404);
    expect(new TextDecoder().decode(found.bytes)).toContain('niet meer voor jou');
  });

  it('says that it is busy where it is, and then the address still works', async () => {
    const { project } = await gestart();
    const { werkplaats } = world().apps[0]!;
    const { maxWacht } = werkplaats.options;
    const { adres } = await vraagt('Sanne', project, { soort: 'plan' });

    werkplaats.options.maxWacht = 0;
    const busy = await haalt(adres);
    werkplaats.options.maxWacht = maxWacht;
    const later = await haalt(adres);

    expect(busy.response.status).toBe(503);
    expect(new TextDecoder().decode(busy.bytes)).toContain('Het is nu druk.');
    expect(metStijl(later.bytes, 'Title')).toEqual([NAAM]);
    expect((await haalt(adres)).response.status).toBe(410);
  });

  it('is not kept waiting by who looks at the plan at a glance: that is drawn once', async () => {
    const { project } = await gestart();
    const { werkplaats } = world().apps[0]!;
    const { maxWacht } = werkplaats.options;
    const kijkt = async (naam: string) =>
      (await lezer(world(), naam).blad({ project, blad: 'beeld' })).html;

    const first = await kijkt('Sanne');
    werkplaats.options.maxWacht = 0;
    const again = await kijkt('Fatima');
    werkplaats.options.maxWacht = maxWacht;

    const svg = /src="data:image\/svg[^"]*"/;
    expect(svg.exec(first)?.[0].length).toBeGreaterThan(1_000);
    expect(svg.exec(again)?.[0]).toBe(svg.exec(first)?.[0]);
  });

  it('that was never there gets one clear sentence', async () => {
    const { response, bytes } = await haalt('/tab/bestand/zomaar');

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(new TextDecoder().decode(bytes)).toContain('Deze download bestaat niet.');
  });

  it('stands on a page of its own, with the chapters one can choose', async () => {
    const { project } = await gestart();

    const page = await lezer(world(), 'Sanne').blad({ project, blad: 'downloads' });
    const chosen = await lezer(world(), 'Sanne').blad({
      ...{ project, blad: 'downloads' },
      args: { hoofdstukken: 'groep' },
    });

    expect(tekstVan(page.html)).toContain('Download (Word)');
    expect(tekstVan(page.html)).toContain('Download (Excel)');
    expect(tekstVan(page.html)).toContain('Er staat niets vertrouwelijks in de bestanden.');
    expect(tekstVan(chosen.html)).toContain('1 hoofdstuk gekozen');
    const { adres } = await vraagt('Sanne', project, { soort: 'plan', hoofdstukken: 'groep' });
    expect(metStijl((await haalt(adres)).bytes, 'Heading1')).toHaveLength(1);
  });
});

describe('a document that somebody put there', () => {
  it('is no fault of ours when who fetches it leaves halfway [B8]', async () => {
    const { project } = await gestart();
    const id = await document('Sanne', project);
    const { adres = '' } = await vraagt('Sanne', project, { soort: 'document', id });

    await new Promise<void>((left) => {
      const asked = get(`${world().address}${adres}`, (response) => {
        response.once('data', () => response.destroy());
        response.on('error', () => undefined);
        response.on('close', left);
      });
      asked.on('error', () => undefined);
    });

    // The world itself says at its end whether anything was logged as an error.
    const again = await vraagt('Sanne', project, { soort: 'document', id });
    expect((await haalt(again.adres)).bytes).toHaveLength(GROOT);
  });
});

const GROOT = 20 * 1024 * 1024;

/** Adds a document of 20 MB; gives its id. */
async function document(naam: string, project: string): Promise<string> {
  const token = await tokenOf(claimsOf(`oid-${naam}`, world().nu(), TENANT));
  const sent = await fetch(`${world().address}/tab/upload`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      Authorization: `Bearer ${token}`,
      ...{ 'X-Project': project, 'X-Naam': 'Wijkscan.pdf' },
    },
    body: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(GROOT - 9, 'x')]),
  });
  const { sleutel = '' } = (await sent.json()) as { sleutel?: string };
  const vraag = { project, verb: 'document.uploaden', args: { upload: sleutel } };
  const form = await lezer(world(), naam).blad(vraag);
  const velden = { titel: 'Wijkscan', toelichting: '' };
  await lezer(world(), naam).doe({ ...bestemming(form.html), velden, extra: '' });
  const read = await openLog(world().tables.projecten).read(project);
  return read ? (all(read.project, gegeven)[0]?.id ?? '') : '';
}

/** Somebody leaves the group by the projectleider's hand. */
async function verwijder(groep: Groep, naam: string): Promise<void> {
  const sanne = groep.lid('Sanne');
  const lijst = await sanne.typt('deelnemers');
  const form = await sanne.drukt('Uit de groep halen', {}, rijOp(lijst, naam));
  await sanne.drukt(titels(form)[0]!, {}, form);
}

describe('a file in a conversation', () => {
  it('is not given where others read along: there the button leads to the tab', async () => {
    const { groep } = await gestart();
    const plan = await groep.lid('Sanne').typt('plan');

    const card = await groep.lid('Sanne').drukt('Downloads', {}, plan);

    expect(textOf(card)).toContain('Dan ziet alleen jij ze.');
    expect(titels(card)).not.toContain('Download');
  });
});

describe('a file in a personal chat', () => {
  const UPLOAD = {
    uploadUrl: 'https://gemeente-my.sharepoint.com/personal/sanne/_api/upload?tempauth=x',
    contentUrl: 'https://gemeente-my.sharepoint.com/personal/sanne/Plan.docx',
    name: 'Plan.docx',
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'docx',
  };

  let nth = 0;
  /** Somebody with one project of their own, who looks at its files in their own chat. */
  async function alleen() {
    const naam = `Noor${++nth}`;
    const chat = world().alleen(naam);
    const noor = chat.lid(naam);
    await start(noor);
    const card = await noor.drukt('Downloads', {}, await noor.typt('plan'));
    return { naam, chat, noor, card };
  }

  const inChat = (conversation: string) =>
    world().teams.sent.filter((one) => one.conversation === conversation);

  /** What Teams sends when the card that offers a file is answered. */
  const antwoord = (naam: string, context: object, action: string, rest: object = {}) => ({
    type: 'invoke',
    name: 'fileConsent/invoke',
    id: `${Math.random()}`,
    timestamp: world().nu(),
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: { id: `29:${naam}`, name: naam, aadObjectId: `oid-${naam}`, tenantId: TENANT },
    recipient: BOT,
    conversation: { conversationType: 'personal', id: `a:29:${naam}`, tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    replyToId: consent(`a:29:${naam}`).activityId,
    value: { type: 'fileUpload', action, context, ...rest },
  });

  const consent = (conversation: string) => {
    const found = inChat(conversation).findLast(({ activity }) =>
      JSON.stringify(activity).includes('file.consent'),
    );
    if (!found) throw new Error('no file was offered');
    return found;
  };

  async function aangeboden() {
    const { naam, noor, chat, card } = await alleen();
    await noor.drukt('Download', {}, card);
    await world().rust();
    const offered = consent(chat.conversation);
    const [attachment] = (
      offered.activity as {
        attachments: { name: string; content: { sizeInBytes: number; acceptContext: object } }[];
      }
    ).attachments;
    return { naam, noor, chat, attachment: attachment! };
  }

  it('is offered by Teams itself, and brought to somebody’s OneDrive when they consent', async () => {
    const { naam, noor, chat, attachment } = await aangeboden();
    const before = world().teams.uploads.length;
    const { acceptContext, sizeInBytes } = attachment.content;

    const activity = antwoord(naam, acceptContext, 'accept', { uploadInfo: UPLOAD });
    const { status } = await noor.stuurt(activity);
    await noor.stuurt(activity);
    await world().rust();

    expect(status).toBe(200);
    expect(attachment.name).toMatch(/^Plan-Overlast-Stationsplein.*\.docx$/);
    expect(sizeInBytes).toBeGreaterThan(5_000);
    // Teams repeats its invokes: the file goes once.
    const uploads = world().teams.uploads.slice(before);
    expect(uploads).toHaveLength(1);
    expect(metStijl(new Uint8Array(uploads[0]!.bytes), 'Title')).toEqual([NAAM]);
    expect(uploads[0]!.authorization).toBeUndefined();
    const last = JSON.stringify(inChat(chat.conversation).slice(-2));
    expect(last).toContain('Plan.docx staat in je OneDrive.');
    expect(last).toContain('application/vnd.microsoft.teams.card.file.info');
  });

  it('goes nowhere when somebody declines, or when the address is not Microsoft’s', async () => {
    const { naam, noor, chat, attachment } = await aangeboden();
    const before = world().teams.uploads.length;
    const context = attachment.content.acceptContext;
    const evil = { ...UPLOAD, uploadUrl: 'https://sharepoint.com.evil.nl/upload' };

    await noor.stuurt(antwoord(naam, context, 'decline'));
    await world().rust();
    expect(JSON.stringify(inChat(chat.conversation).at(-1))).toContain('niet opgehaald');
    await noor.stuurt(antwoord(naam, context, 'accept', { uploadInfo: evil }));
    await world().rust();

    expect(world().teams.uploads).toHaveLength(before);
  });

  it('is for who may have it: what the card says is only a claim', async () => {
    const { naam, noor } = await aangeboden();
    const ander = await vanEenAnder();
    const before = world().teams.uploads.length;

    for (const context of [{ project: ander, vraag: { soort: 'plan' } }, {}, { project: 7 }]) {
      const { status } = await noor.stuurt(
        antwoord(naam, context, 'accept', {
          uploadInfo: { ...UPLOAD, uniqueId: JSON.stringify(context) },
        }),
      );
      expect(status).toBe(200);
    }
    await world().rust();

    expect(world().teams.uploads).toHaveLength(before);
  });

  /** A project in which Noor does not take part. */
  async function vanEenAnder(): Promise<string> {
    const groep = world().groepschat('Joost', 'Mila');
    await start(groep.lid('Joost'));
    return projectVan(await live(world(), groep, 1));
  }
});
