import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, SOORTEN } from '../../src/process/feiten/upload.ts';
import { isLeesbaar } from '../../src/process/taal/schrift.ts';
import { inhoudVan } from '../../src/uploads/inhoud.ts';
import { naamMetEinde } from '../../src/uploads/naam.ts';
import { oleMet } from './ole.ts';

const word = async () =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Plan')] }] }));

/** The same document, as one that holds macros says what it is. */
async function metMacros(): Promise<Uint8Array> {
  const files = unzipSync(await word());
  const types = new TextDecoder().decode(files['[Content_Types].xml']);
  const macro = types.replace(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'application/vnd.ms-word.document.macroEnabled.main+xml',
  );
  return zipSync({ ...files, '[Content_Types].xml': strToU8(macro) });
}

const foto = (soort: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'avif') =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .toFormat(soort)
    .toBuffer();
const pdf = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const voor = (lines: string) => async () => strToU8(lines + new TextDecoder().decode(pdf));

/** An Office document of which the list of what it holds is missing. */
async function zonderLijst(map: string): Promise<Uint8Array> {
  return zipSync({ [`${map}/document.xml`]: strToU8('<a/>'), 'docProps/app.xml': strToU8('<a/>') });
}

/** The word document with other contents types, as its template or slides have. */
async function alsSoort(mime: string): Promise<Uint8Array> {
  const files = unzipSync(await word());
  const types = new TextDecoder().decode(files['[Content_Types].xml']);
  const other = types.replace(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    mime,
  );
  return zipSync({ ...files, '[Content_Types].xml': strToU8(other) });
}

/** A document that keeps silent about the macros in it. */
async function stiekem(): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await word()), 'word/vbaProject.bin': strToU8('x') });
}

/** The first bytes of a film or a picture as phones make them. */
const isoMet = (merk: string) => async () =>
  new Uint8Array([0, 0, 0, 24, ...strToU8(`ftyp${merk}`), 0, 0, 0, 0, ...strToU8(`mif1${merk}`)]);

const tekst = (zin: string) => async () => strToU8(zin);

describe('a file that somebody adds', () => {
  it.each([
    ['Plan van aanpak.docx', word, 'docx', 'Plan van aanpak.docx'],
    ['wijkscan.pdf', async () => pdf, 'pdf', 'wijkscan.pdf'],
    ['plein.JPG', () => foto('jpeg'), 'jpg', 'plein.JPG'],
    ['plein.jpeg', () => foto('jpeg'), 'jpg', 'plein.jpeg'],
    ['kaart.png', () => foto('png'), 'png', 'kaart.png'],
    ['kaart.webp', () => foto('webp'), 'webp', 'kaart.webp'],
    ['kaart.gif', () => foto('gif'), 'gif', 'kaart.gif'],
    // A name that is not what the content is.
    ['foto.jfif', () => foto('jpeg'), 'jpg', 'foto.jpg'],
    ['foto.jpe', () => foto('jpeg'), 'jpg', 'foto.jpg'],
    ['foto.pjpeg', () => foto('jpeg'), 'jpg', 'foto.jpg'],
    ['IMG_0042.HEIC', () => foto('jpeg'), 'jpg', 'IMG_0042.jpg'],
    ['schermafdruk.jpg', () => foto('png'), 'png', 'schermafdruk.png'],
    ['plan.docx', async () => pdf, 'pdf', 'plan.pdf'],
    ['zonder einde', async () => pdf, 'pdf', 'zonder einde.pdf'],
    ['Verslag overleg 12.30', async () => pdf, 'pdf', 'Verslag overleg 12.30.pdf'],
    ['Wijkscan v1.2', word, 'docx', 'Wijkscan v1.2.docx'],
    ['.pdf', async () => pdf, 'pdf', 'bestand.pdf'],
    ['', async () => pdf, 'pdf', 'bestand.pdf'],
    ['C:\\fakepath\\plan.pdf', async () => pdf, 'pdf', 'plan.pdf'],
    ['plan.pdf. ', async () => pdf, 'pdf', 'plan.pdf'],
    // What printers, mail and web servers put before a PDF.
    ['scan.pdf', voor('\r\n\r\n'), 'pdf', 'scan.pdf'],
    [
      'scan.pdf',
      voor('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'),
      'pdf',
      'scan.pdf',
    ],
    ['scan.pdf', voor('\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n'), 'pdf', 'scan.pdf'],
    ['scan.pdf', voor('\uFEFF'), 'pdf', 'scan.pdf'],
    ['scan.pdf', voor('x'.repeat(1_019)), 'pdf', 'scan.pdf'],
  ])('%s is known by what is in it [B8]', async (naam, bytes, soort, heet) => {
    expect(await inhoudVan(naam, await bytes())).toEqual({ soort, naam: heet });
  });

  it.each([
    // Pictures that are no kind of ours.
    ['IMG_0042.HEIC', isoMet('heic'), 'Kies de foto als JPG.'],
    ['IMG_0042.jpg', isoMet('heic'), 'HEIC'],
    ['foto.avif', () => foto('avif'), 'Kies de foto als JPG.'],
    ['scan.tif', () => foto('tiff'), 'Kies de foto als JPG.'],
    ['oud.bmp', tekst(`BM${'\0'.repeat(60)}`), 'Kies de foto als JPG.'],
    ['kaart.svg', tekst('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'SVG'],
    ['kaart.svg', tekst('<?xml version="1.0"?>\n<!-- x -->\n<svg/>'), 'PDF of PNG'],
    // Office of before, with a password, with macros, as a template, or not whole.
    ['plan.doc', async () => oleMet('WordDocument'), 'sla het op als .docx'],
    ['cijfers.xls', async () => oleMet('Workbook'), 'sla het op als .xlsx'],
    ['cijfers.xls', async () => oleMet('Book'), 'sla het op als .xlsx'],
    ['dia.ppt', async () => oleMet('PowerPoint Document'), 'sla het op als .pptx'],
    ['met tabel.doc', async () => oleMet('WordDocument', 'Workbook'), 'Word'],
    ['geheim.docx', async () => oleMet('EncryptedPackage'), 'wachtwoord eraf'],
    ['geheim.xlsx', async () => oleMet('EncryptedPackage'), 'wachtwoord eraf'],
    ['bericht.msg', async () => oleMet('__properties_version1.0'), 'Dit is een e-mail'],
    ['kapot.doc', async () => oleMet('WordDocument').subarray(0, 600), 'sla het op als .docx'],
    ['plan.docx', metMacros, 'macro’s'],
    ['plan.docm', metMacros, '.docx'],
    ['plan.docx', stiekem, 'macro’s'],
    [
      'brief.dotx',
      () =>
        alsSoort(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
        ),
      'sla het op als .docx',
    ],
    ['cijfers.xlsx', () => zonderLijst('xl'), 'niet heel'],
    ['plan.docx', () => zonderLijst('word'), 'sla het opnieuw op als .docx'],
    ['bijna.docx', async () => (await word()).subarray(0, 40), 'niet heel'],
    ['plan.docx', async () => zipSync({ 'a.txt': strToU8('a') }), 'maar is het van binnen niet'],
    ['brief.rtf', tekst('{\\rtf1\\ansi Plan}'), 'sla het op als .docx'],
    ['brief.doc', tekst('{\\rtf1\\ansi Plan}'), 'sla het op als .docx'],
    ['cijfers.xls', tekst('<html><table><tr><td>1</td></tr></table></html>'), 'als .xlsx'],
    // Text.
    ['cijfers.csv', tekst('wijk;aantal\nNoord;3\nZuid;4\n'), '.xlsx'],
    ['export', tekst('wijk,aantal\nNoord,3\nZuid,4\n'), 'CSV'],
    ['cijfers.csv', async () => Buffer.from('\uFEFFwijk\taantal\nNoord\t3\n', 'utf16le'), 'CSV'],
    ['notitie.txt', tekst('Dit is een notitie.'), 'alleen tekst'],
    ['notitie.txt', async () => Buffer.from('Een caf\u00e9 in de wijk', 'latin1'), 'alleen tekst'],
    ['foto.png', tekst('Dit is geen foto.'), 'alleen tekst'],
    ['bericht.eml', tekst('From: a@b.nl\r\nTo: c@d.nl\r\nSubject: Plan\r\n\r\nHallo'), 'e-mail'],
    ['pagina.html', tekst('<!doctype html><script>alert(1)</script>'), 'webpagina'],
    ['pagina.pdf', tekst('<!doctype html><script>alert(1)</script>'), 'webpagina'],
    ['afspraak.ics', tekst('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'), 'agenda'],
    // The rest.
    ['alles.zip', async () => zipSync({ 'a.txt': strToU8('a') }), 'Pak het uit'],
    ['leeg.zip', async () => zipSync({}), 'Pak het uit'],
    ['half.zip', async () => zipSync({ 'a.txt': strToU8('a') }).subarray(0, 30), 'niet heel'],
    ['film.mp4', isoMet('mp42'), 'video'],
    ['film.mov', isoMet('qt  '), 'video'],
    ['programma.exe', tekst(`MZ${'\0'.repeat(200)}`), 'programma'],
    ['wijkscan.pdf', tekst(`MZ${'\0'.repeat(200)}%PDF-1.7`), 'programma'],
    ['start.bat', tekst('del *.*'), 'programma of script'],
    ['start', tekst('#!/bin/sh\nls\n'), 'programma of script'],
    [
      'iets.xyz',
      async () => new Uint8Array([1, 2, 3, 0, 9]),
      'Dit soort bestand kun je niet toevoegen.',
    ],
    ['te ver.pdf', voor('\u0001'.repeat(1_100)), 'Dit soort bestand kun je niet toevoegen.'],
  ])(
    '%s that is not taken in is told what it is, and what one can do [B8]',
    async (naam, bytes, zin) => {
      const inhoud = await inhoudVan(naam, await bytes());
      expect(inhoud).toEqual({ fout: expect.stringContaining(zin) as string });
      expect('fout' in inhoud && inhoud.fout).toMatch(/\b(?:Sla|sla|Pak|Haal|Zet|zet|Wel:)/);
    },
  );

  it('that is empty or larger than 25 MB is sent back with that reason [B8]', async () => {
    expect(await inhoudVan('leeg.pdf', new Uint8Array())).toEqual({
      fout: 'Dit bestand is leeg. Kijk of het goed is opgeslagen en kies het dan opnieuw.',
    });
    const groot = new Uint8Array(MAX_BYTES + 1);
    groot.set(pdf);
    expect(await inhoudVan('groot.pdf', groot)).toEqual({
      fout: expect.stringContaining('groter dan 25 MB') as string,
    });
  });

  it('is called something that opens, whatever signs and length its name has [B8]', () => {
    const soort = fc.constantFrom(...SOORTEN.map(({ id }) => id));
    const naam = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .tuple(fc.string({ unit: 'grapheme', minLength: 150, maxLength: 300 }), soort)
        .map(([stam, einde]) => `${stam}.${einde}`),
    );
    fc.assert(
      fc.property(naam, soort, (gegeven, id) => {
        const heet = naamMetEinde(gegeven, id);
        expect(heet.length).toBeLessThanOrEqual(200);
        expect(heet.toLowerCase()).toMatch(id === 'jpg' ? /\.jpe?g$/ : new RegExp(`\\.${id}$`));
        expect(heet).not.toMatch(/\p{Cs}/u);
        expect(isLeesbaar(heet.slice(0, heet.lastIndexOf('.')))).toBe(true);
        expect(heet).not.toMatch(/[/\\\n]/);
        expect(naamMetEinde(heet, id)).toBe(heet);
      }),
    );
  });

  it('with a name of 255 signs keeps its beginning and its end, without half a sign [B8]', () => {
    const familie = '👩‍👩‍👧‍👦';
    expect(naamMetEinde(`${'a'.repeat(251)}.pdf`, 'pdf')).toBe(`${'a'.repeat(196)}.pdf`);
    expect(naamMetEinde(`${familie.repeat(30)}.pdf`, 'pdf')).toBe(`${familie.repeat(17)}.pdf`);
  });
});
