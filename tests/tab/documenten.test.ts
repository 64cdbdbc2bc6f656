import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { all, GEWIST, oneEver, type Project } from '../../src/process/feiten/project.ts';
import { document } from '../../src/process/feiten/gegevens.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { MAX_BYTES, SOORTEN } from '../../src/process/feiten/upload.ts';
import { eenWereld } from '../groep/hulp.ts';
import { metProject } from '../groep/stuk.ts';
import { claimsOf, tokenOf } from '../../support/tokens.ts';
import { TENANT } from '../../support/identity.ts';
import { bestemming, lezer, tekstVan } from './lezer.ts';

const world = eenWereld();
const PDF = Buffer.from(`%PDF-1.7\n${'1 0 obj\n<<>>\nendobj\n'.repeat(40)}`);

const gestart = () => metProject(world(), 'Sanne', 'Fatima', 'Bram');

/** An upload of which the test writes the body itself. */
const verzoek = (token: string, project: string, headers: Record<string, string>) =>
  request(`${world().address}/tab/upload`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      Authorization: `Bearer ${token}`,
      'X-Project': encodeURIComponent(project),
      ...headers,
    },
  });

/** Sends a file as the script in the browser does. */
async function stuur(
  naam: string,
  project: string,
  bestand: string,
  bytes: Buffer | string = PDF,
): Promise<{ status: number; sleutel?: string; fout?: string }> {
  const token = await tokenOf(claimsOf(`oid-${naam}`, world().nu(), TENANT));
  const response = await fetch(`${world().address}/tab/upload`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      ...(naam !== '' && { Authorization: `Bearer ${token}` }),
      'X-Project': encodeURIComponent(project),
      'X-Naam': encodeURIComponent(bestand),
    },
    body: bytes,
  });
  const answer = (await response.json()) as { sleutel?: string; fout?: string };
  return { status: response.status, ...answer };
}

/** Sends a file and makes a document of it. */
async function voegToe(naam: string, project: string, bestand = 'Wijkscan 2026 (def).pdf') {
  const { sleutel = '' } = await stuur(naam, project, bestand);
  const vraag = { project, verb: 'document.uploaden', args: { upload: sleutel } };
  const form = await lezer(world(), naam).blad(vraag);
  const titel = /name="titel"[^>]*value="([^"]*)"/.exec(form.html)?.[1] ?? '';
  const done = await lezer(world(), naam).doe({
    ...bestemming(form.html),
    velden: { titel, toelichting: 'Cijfers van de wijk.' },
    extra: '',
  });
  return { sleutel, titel, done };
}

const toestand = async (id: string): Promise<Project> => {
  const found = await openLog(world().tables.projecten).read(id);
  if (!found) throw new Error('no project');
  return found.project;
};

const documentenVan = async (project: string) => all(await toestand(project), document);

/** The address for one use, or the sentence why there is none. */
const vraagOp = async (naam: string, project: string, id: string) =>
  (
    await lezer(world(), naam).post('/tab/download', {
      project,
      vraag: { soort: 'document', id },
    })
  ).body as unknown as { adres?: string; fout?: string };

describe('a file that a deelnemer adds', () => {
  it('is there for everybody in the group, as it was, and only as a download [B8, B9]', async () => {
    const { project } = await gestart();
    const { titel, done } = await voegToe('Fatima', project);
    expect(titel).toBe('Wijkscan 2026 (def)');
    expect(tekstVan(done.html)).toContain('Het bestand is opgeslagen.');

    const pagina = await lezer(world(), 'Bram').blad({ project, blad: 'hoofdstuk.profiel' });
    expect(tekstVan(pagina.html)).toContain('Wijkscan 2026 (def)');
    expect(tekstVan(pagina.html)).toContain('Cijfers van de wijk.');
    const [found] = await documentenVan(project);
    const { adres = '' } = await vraagOp('Bram', project, found?.id ?? '');
    const response = await fetch(world().address + adres);
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(response.headers.get('content-disposition')).toContain('Wijkscan-2026-def.pdf');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(world().address + adres)).status).toBe(410);
  });

  it('is chosen with what the server takes, which its button tells the page [B8]', async () => {
    const { project } = await gestart();
    const { html } = await lezer(world(), 'Fatima').blad({ project, blad: 'hoofdstuk.profiel' });
    const knop = /<button[^>]*data-op="upload"[^>]*>/.exec(html)?.[0] ?? '';

    expect(knop).toContain(`data-max="${MAX_BYTES}"`);
    const kan = /data-kan="([^"]*)"/.exec(knop)?.[1]?.split(',') ?? [];
    const ook = ['.jpeg', '.jpe', '.jfif', '.pjpeg', '.pjp'];
    expect(new Set(kan)).toEqual(new Set([...SOORTEN.map(({ id }) => `.${id}`), ...ook]));
  });

  it('is named after what is in it, however long its name is and whatever it ends on [B8]', async () => {
    const { project } = await gestart();
    await voegToe('Fatima', project, `${'Wijkscan '.repeat(28)}.docx`);
    const [found] = await documentenVan(project);
    expect(found?.texts.bestandsnaam).toMatch(/^(?:Wijkscan )+Wijks?c?a?n?\.pdf$/);
    expect(found?.texts.bestandsnaam.length).toBeLessThanOrEqual(200);
    const { adres = '' } = await vraagOp('Bram', project, found?.id ?? '');
    const response = await fetch(world().address + adres);
    expect(response.headers.get('content-disposition')).toMatch(/filename="[^"]*\.pdf"/);
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
  });

  it('is nobody else’s to read: not of another project, not after it was taken away [A13, B8]', async () => {
    const { project } = await gestart();
    const { sleutel } = await voegToe('Fatima', project);
    const [found] = await documentenVan(project);
    const id = found?.id ?? '';
    const ander = await gestart();

    expect(await vraagOp('Karel', project, id)).toEqual({ fout: expect.any(String) as string });
    // The key of a file of another project, or of somebody else, makes no document.
    for (const [naam, waar] of [
      ['Fatima', ander.project],
      ['Bram', project],
    ] as const) {
      const vraag = { project: waar, verb: 'document.uploaden', args: { upload: sleutel } };
      const form = await lezer(world(), naam).blad(vraag);
      const done = await lezer(world(), naam).doe({
        ...bestemming(form.html),
        velden: { titel: 'Van een ander' },
        extra: '',
      });
      expect(done.opgeslagen).not.toBe(true);
    }
    const { adres = '' } = await vraagOp('Bram', project, id);
    const weg = { project, verb: 'document.intrekken', args: { id }, rev: 0, nonce: 'weg-of-niet' };
    await lezer(world(), 'Fatima').doe(weg);
    expect(await documentenVan(project)).toEqual([]);
    expect((await fetch(world().address + adres)).status).toBe(404);
    expect(await vraagOp('Bram', project, id)).toHaveProperty('fout');
  });

  it('goes for good when whoever leads erases it', async () => {
    const { project } = await gestart();
    const { sleutel } = await voegToe('Fatima', project);
    const [found] = await documentenVan(project);
    const args = { soort: 'document', id: found?.id ?? '' };
    const form = await lezer(world(), 'Sanne').blad({ project, verb: 'tekst.wissen', args });
    await lezer(world(), 'Sanne').doe({ ...bestemming(form.html), velden: {}, extra: '' });
    await world().rust();

    const erased = oneEver(await toestand(project), document, found?.id ?? '');
    expect(erased?.texts.titel).toBe(GEWIST);
    expect(await world().blobs.get(sleutel)).toBeUndefined();
  });

  it.each([
    ['programma.exe', Buffer.from(`MZ${'\0'.repeat(100)}`), 'Dit is een programma of script.'],
    [
      'cijfers.csv',
      Buffer.from('wijk;aantal\nNoord;3\n'),
      'Open het in Excel en sla het op als .xlsx.',
    ],
    ['leeg.pdf', Buffer.alloc(0), 'Dit bestand is leeg.'],
  ])('%s that cannot be is refused with the reason [B8]', async (naam, bytes, zin) => {
    const { project } = await gestart();
    const { status, fout } = await stuur('Fatima', project, naam, bytes);
    expect(status).toBe(422);
    expect(fout).toContain(zin);
  });

  it('of more than 25 MB is refused before it is read, also when it says that it is smaller [B8]', async () => {
    const { project } = await gestart();
    const token = await tokenOf(claimsOf('oid-Fatima', world().nu(), TENANT));
    const belofte = (headers: Record<string, string>, bytes: number) =>
      new Promise<string>((done, fail) => {
        const asked = verzoek(token, project, { 'X-Naam': 'groot.pdf', ...headers });
        asked.on('response', (response) => {
          response.setEncoding('utf8');
          let text = '';
          response.on('data', (part: string) => (text += part));
          response.on('end', () => done(text));
        });
        asked.on('error', fail);
        asked.write(Buffer.alloc(bytes));
      });

    const gezegd = await belofte({ 'Content-Length': String(MAX_BYTES + 1) }, 10);
    const stiekem = await belofte({ 'Transfer-Encoding': 'chunked' }, MAX_BYTES + 1);

    expect(gezegd).toContain('groter dan 25 MB');
    expect(stiekem).toContain('groter dan 25 MB');
  });

  it('of one person on a slow line leaves room for the others', async () => {
    world().het_is('2027-01-04', '10:20');
    const { project } = await gestart();
    const token = await tokenOf(claimsOf('oid-Fatima', world().nu(), TENANT));
    const traag = () => {
      const length = { 'Content-Length': String(PDF.length) };
      const asked = verzoek(token, project, { 'X-Naam': 'traag.pdf', ...length });
      const antwoord = new Promise<{ status: number; text: string }>((done) => {
        asked.on('response', (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('end', () => done({ status: response.statusCode ?? 0, text }));
        });
      });
      asked.on('error', () => undefined);
      asked.write(PDF.subarray(0, 10));
      return { antwoord, rest: () => asked.end(PDF.subarray(10)) };
    };
    const vier = Array.from({ length: 4 }, traag);
    const klaar = new Set<number>();
    const geweigerd = vier.map(({ antwoord }, at) =>
      antwoord.then(({ text }) => {
        klaar.add(at);
        return text;
      }),
    );
    const eerste = await Promise.race(geweigerd);
    await Promise.race(geweigerd.filter((_, at) => !klaar.has(at)));

    expect(eerste).toContain('Er worden nu veel bestanden verstuurd.');
    expect((await stuur('Bram', project, 'vlot.pdf')).status).toBe(200);
    expect((await stuur('Fatima', project, 'meer.pdf')).status).toBe(422);
    for (const { rest } of vier) rest();
    const statussen = (await Promise.all(vier.map(({ antwoord }) => antwoord))).map(
      ({ status }) => status,
    );
    expect(statussen.sort()).toEqual([200, 200, 422, 422]);
    expect((await stuur('Fatima', project, 'daarna.pdf')).status).toBe(200);
  });

  it('is not read at all when nobody knows who sends it, or who sends takes no part [A13]', async () => {
    const { project } = await gestart();
    expect((await stuur('', project, 'a.pdf')).status).toBe(401);
    const { status, fout } = await stuur('Karel', project, 'a.pdf');
    expect(status).toBe(422);
    expect(fout).toContain('niet gevonden');
  });

  it('makes one document and no second, so that erasing one never takes the file of another', async () => {
    const { project } = await gestart();
    const { sleutel } = await voegToe('Fatima', project);
    const vraag = { project, verb: 'document.uploaden', args: { upload: sleutel } };
    const maakt = async () => {
      const form = await lezer(world(), 'Fatima').blad(vraag);
      const velden = { titel: 'Nog een keer', toelichting: '' };
      return lezer(world(), 'Fatima').doe({ ...bestemming(form.html), velden, extra: '' });
    };

    expect((await maakt()).opgeslagen).not.toBe(true);
    const [found] = await documentenVan(project);
    expect(await documentenVan(project)).toHaveLength(1);
    const id = found?.id ?? '';
    const weg = { project, verb: 'document.intrekken', args: { id }, rev: 0, nonce: 'ingetrokken' };
    await lezer(world(), 'Fatima').doe(weg);
    expect((await maakt()).opgeslagen).not.toBe(true);
    expect(await documentenVan(project)).toEqual([]);
  });

  it('of which nobody made a document is thrown away after a day, and no other', async () => {
    world().het_is('2027-01-05', '10:00');
    const { project } = await gestart();
    const { sleutel: los = '' } = await stuur('Fatima', project, 'los.pdf');
    const { sleutel: vast } = await voegToe('Fatima', project);
    const { sleutel: ingetrokken } = await voegToe('Bram', project);
    const id =
      (await documentenVan(project)).find(({ facts }) => facts.upload?.sleutel === ingetrokken)
        ?.id ?? '';
    await lezer(world(), 'Bram').doe({
      ...{ project, verb: 'document.intrekken', args: { id }, rev: 0, nonce: 'ingetrokken' },
    });
    // A file of a project that we do not know is not ours to throw away.
    const vreemd = `b_${randomUUID()}`;
    const oud = { project: 'p_elders', at: '2026-01-01T00:00:00.000Z' };
    await world().blobs.put(vreemd, PDF, oud);
    const opruimen = async (datum: string, tijd: string) => {
      await world().wordt(datum, tijd);
      await world().apps[0]?.delivery.reconcile();
      await world().rust();
    };

    await opruimen('2027-01-06', '08:30');
    expect(await world().blobs.about(los)).toBeDefined();
    const { sleutel: nieuw = '' } = await stuur('Fatima', project, 'nieuw.pdf');
    await opruimen('2027-01-07', '08:00');

    expect(await world().blobs.about(los)).toBeUndefined();
    for (const sleutel of [vast, ingetrokken, nieuw, vreemd])
      expect(await world().blobs.about(sleutel), sleutel).toBeDefined();
    // Shortly before it goes no document is made of it any more.
    world().het_is('2027-01-07', '08:15');
    const vraag = { project, verb: 'document.uploaden', args: { upload: nieuw } };
    const form = await lezer(world(), 'Fatima').blad(vraag);
    const velden = { titel: 'Te laat', toelichting: '' };
    const laat = await lezer(world(), 'Fatima').doe({
      ...bestemming(form.html),
      velden,
      extra: '',
    });
    expect(laat.opgeslagen).not.toBe(true);
    await world().blobs.remove(vreemd);
  });
});
