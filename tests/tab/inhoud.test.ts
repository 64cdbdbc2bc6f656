import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../src/process/feiten/upload.ts';
import { inhoudVan } from '../../src/tab/uploads/inhoud.ts';

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

const foto = (soort: 'png' | 'jpeg' | 'webp' | 'gif') =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .toFormat(soort)
    .toBuffer();
const pdf = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

describe('a file that somebody adds', () => {
  it.each([
    ['Plan van aanpak.docx', word, 'docx'],
    ['wijkscan.pdf', async () => pdf, 'pdf'],
    ['plein.JPG', () => foto('jpeg'), 'jpg'],
    ['plein.jpeg', () => foto('jpeg'), 'jpg'],
    ['kaart.png', () => foto('png'), 'png'],
    ['kaart.webp', () => foto('webp'), 'webp'],
    ['kaart.gif', () => foto('gif'), 'gif'],
  ])('%s is known by what is in it [B8]', async (naam, bytes, soort) => {
    expect(await inhoudVan(naam, await bytes())).toEqual({ soort });
  });

  it.each([
    ['plan.docx', metMacros],
    ['plan.docm', metMacros],
    [
      'tekening.svg',
      async () => strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['pagina.html', async () => strToU8('<!doctype html><script>alert(1)</script>')],
    ['pagina.pdf', async () => strToU8('<!doctype html><script>alert(1)</script>')],
    ['programma.exe', async () => strToU8(`MZ${'\0'.repeat(200)}`)],
    ['foto.png', async () => strToU8('Dit is geen foto.')],
    ['alles.zip', async () => zipSync({ 'a.txt': strToU8('a') })],
    ['plan.docx', async () => zipSync({ 'a.txt': strToU8('a') })],
    ['bijna.docx', async () => (await word()).subarray(0, 40)],
  ])('%s with something else in it is not taken in [B8]', async (naam, bytes) => {
    expect(await inhoudVan(naam, await bytes())).toEqual({
      fout: expect.stringContaining('Dit soort bestand kan niet.') as string,
    });
  });

  it('whose name says something else than its content is sent back with how it must be called [B8]', async () => {
    expect(await inhoudVan('plan.docx', pdf)).toEqual({
      fout: 'De inhoud is: PDF. Laat de naam van het bestand eindigen op .pdf.',
    });
    expect(await inhoudVan('zonder einde', pdf)).toHaveProperty('fout');
  });

  it('that is empty or larger than 25 MB is sent back with that reason [B8]', async () => {
    expect(await inhoudVan('leeg.pdf', new Uint8Array())).toEqual({ fout: 'Dit bestand is leeg.' });
    const groot = new Uint8Array(MAX_BYTES + 1);
    groot.set(pdf);
    expect(await inhoudVan('groot.pdf', groot)).toEqual({
      fout: 'Dit bestand is groter dan 25 MB.',
    });
  });
});
