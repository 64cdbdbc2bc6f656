import { MAX_BYTES, SOORTEN } from '../process/feiten/upload.ts';
import { uploadZinnen as zinnen } from '../text/uploads.ts';
import { eindeVan, naamMetEinde } from './naam.ts';
import { bovensteNamen } from './ole.ts';
import { tekstVan, type Tekst } from './tekst.ts';
import { namenIn } from './zip.ts';

/** A file with its kind, and the name that goes with it; or the sentence why it is not accepted. */
export type Inhoud = { soort: string; naam: string } | { fout: string };

/**
 * Decides by their content what these bytes are. The name is only a claim: it is put right for what is taken in, and helps
 * to say what a file that is not taken in is for its owner. Documents with macros, pictures that can hold scripts (SVG),
 * programs and pages are none of `SOORTEN`, whatever their name says.
 */
export async function inhoudVan(naam: string, bytes: Uint8Array): Promise<Inhoud> {
  if (bytes.length === 0) return { fout: zinnen.leeg };
  if (bytes.length > MAX_BYTES) return { fout: zinnen.teGroot };
  const einde = eindeVan(naam);
  const found = await herkend(bytes);
  if (isPdf(bytes, found)) return { soort: 'pdf', naam: naamMetEinde(naam, 'pdf') };
  const waarom = fout(bytes, found, einde);
  return waarom === undefined
    ? { soort: found, naam: naamMetEinde(naam, found) }
    : { fout: waarom };
}

/** The extension of what the bytes are; empty when that is not known, as with all plain text. */
async function herkend(bytes: Uint8Array): Promise<string> {
  // Loaded with the first file, because nothing else needs it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return found?.ext ?? '';
}

/** Readers look for the beginning of a PDF so far: printers, mail and web servers put lines before it. */
const PDF_BYTES = 1_024;
/** What else a file with such a line in its first bytes surely is. */
const NOOIT_PDF: ReadonlySet<string> = new Set(['zip', 'exe', 'elf', 'macho', 'class', 'cfb']);

function isPdf(bytes: Uint8Array, found: string): boolean {
  if (found === 'pdf') return true;
  if (NOOIT_PDF.has(found) || SOORTEN.some(({ id }) => id === found)) return false;
  return new TextDecoder('latin1').decode(bytes.subarray(0, PDF_BYTES)).includes('%PDF-');
}

const WORD = { naam: 'Word', einde: '.docx' };
const EXCEL = { naam: 'Excel', einde: '.xlsx' };
const POWERPOINT = { naam: 'PowerPoint', einde: '.pptx' };
type Programma = typeof WORD;

/** The program that a name belongs to. */
const VAN_NAAM: readonly (readonly [RegExp, Programma])[] = [
  [/^do[ct][xm]?$/, WORD],
  [/^xl[st][xmb]?$/, EXCEL],
  [/^(?:ppt|pps|pot)[xm]?$/, POWERPOINT],
];

const programmaVan = (einde: string) => VAN_NAAM.find(([vorm]) => vorm.test(einde))?.[1];

/** Why these bytes are not taken in; undefined for one of `SOORTEN`. */
function fout(bytes: Uint8Array, found: string, einde: string): string | undefined {
  if (isArchief(bytes)) return archiefFout(bytes, found, einde);
  if (SOORTEN.some(({ id }) => id === found)) return undefined;
  if (found === 'cfb') return oleFout(bytes, einde);
  const bekend = VAST.get(found);
  if (bekend !== undefined) return bekend;
  return tekstFout(bytes, einde) ?? zinnen.onbekend;
}

/** An archive begins with something in it, or at once with its end. */
const isArchief = ([a, b, c = 0]: Uint8Array) => a === 0x50 && b === 0x4b && [3, 5].includes(c);

/** The newer documents are archives. One with macros is refused by what is in it, whatever it says that it is. */
function archiefFout(bytes: Uint8Array, found: string, einde: string): string | undefined {
  const namen = namenIn(bytes);
  const van = programmaIn(namen ?? []);
  if (namen?.some((naam) => /(?:^|\/)(?:vbaProject\.bin|workbook\.bin|macrosheets\/)/i.test(naam)))
    return zinnen.macros(van ?? programmaVan(einde) ?? WORD);
  if (SOORTEN.some(({ id }) => id === found)) return undefined;
  const gevonden = programmaVan(found);
  if (gevonden) return found.endsWith('m') ? zinnen.macros(gevonden) : zinnen.anders(gevonden);
  const bekend = VAST.get(found);
  if (bekend !== undefined) return bekend;
  const heet = programmaVan(einde);
  if (!namen) return heet ? zinnen.kapot(heet) : zinnen.half;
  if (van) return zinnen.kapot(van);
  return heet ? zinnen.heetAlleenZo(heet) : zinnen.zip;
}

/** The program by the folder that only its documents have. */
const MAPPEN: readonly (readonly [string, Programma])[] = [
  ['word/', WORD],
  ['xl/', EXCEL],
  ['ppt/', POWERPOINT],
];

const programmaIn = (namen: readonly string[]) =>
  MAPPEN.find(([map]) => namen.some((naam) => naam.toLowerCase().startsWith(map)))?.[1];

/** What only such a file has in its outermost folder. */
const OLE: readonly (readonly [RegExp, string])[] = [
  [/^EncryptedPackage$/, zinnen.wachtwoord],
  [/^__properties_version1\.0$|^__nameid_version1\.0$/, zinnen.mail],
  [/^WordDocument$/, zinnen.oud(WORD)],
  [/^(?:Workbook|Book)$/, zinnen.oud(EXCEL)],
  [/^PowerPoint Document$/, zinnen.oud(POWERPOINT)],
  [/^VisioDocument$/, zinnen.tekening('Visio')],
];

function oleFout(bytes: Uint8Array, einde: string): string {
  const namen = bovensteNamen(bytes);
  const zin = OLE.find(([vorm]) => namen.some((naam) => vorm.test(naam)))?.[1];
  if (zin !== undefined) return zin;
  const heet = programmaVan(einde);
  if (heet) return zinnen.oud(heet);
  if (einde === 'msg') return zinnen.mail;
  return einde === 'msi' ? zinnen.programma : zinnen.onbekend;
}

function tekstFout(bytes: Uint8Array, einde: string): string | undefined {
  const tekst = tekstVan(bytes, einde);
  const heet = programmaVan(einde);
  if (tekst !== undefined && ALTIJD_ZO.has(tekst)) return ZIN_VAN_TEKST[tekst];
  // Programs write tables and pages under the name of a document, and its own program opens them.
  if (heet) return zinnen.heetAlleenZo(heet);
  return tekst && ZIN_VAN_TEKST[tekst];
}

/** What is so under any name. */
const ALTIJD_ZO: ReadonlySet<Tekst> = new Set(['script', 'rtf', 'tekening']);

const ZIN_VAN_TEKST: Readonly<Record<Tekst, string>> = {
  script: zinnen.programma,
  rtf: zinnen.anders(WORD),
  tekening: zinnen.tekening('SVG'),
  csv: zinnen.csv,
  mail: zinnen.mail,
  webpagina: zinnen.webpagina,
  tekst: zinnen.tekst,
};

/** The sentence for each kind that is known by its bytes alone. */
const VAST: ReadonlyMap<string, string> = new Map([
  ...elk('heic', zinnen.foto('HEIC')),
  ...elk('avif', zinnen.foto('AVIF')),
  ...elk('tif', zinnen.foto('TIFF')),
  ...elk('bmp', zinnen.foto('BMP')),
  ...elk('jp2 jpx jpm j2c', zinnen.foto('JPEG 2000')),
  ...elk('jxl', zinnen.foto('JPEG XL')),
  ...elk('jxr', zinnen.foto('JPEG XR')),
  ...elk('psd', zinnen.foto('Photoshop')),
  ...elk('apng ico cur icns bpg flif xcf jls', zinnen.plaatje),
  ...elk('dng cr2 cr3 nef arw raf rw2 orf', zinnen.foto('RAW')),
  ...elk('eps ps', zinnen.tekening('PostScript')),
  ...elk('dwg', zinnen.tekening('AutoCAD')),
  ...elk('vsdx', zinnen.tekening('Visio')),
  ...elk('odg otg', zinnen.tekening('OpenDocument')),
  ...elk('skp', zinnen.tekening('SketchUp')),
  ...elk('rtf', zinnen.anders(WORD)),
  ...elk('ott', zinnen.anderProgramma('LibreOffice')),
  ...elk('ots', zinnen.anderProgramma('LibreOffice')),
  ...elk('otp', zinnen.anderProgramma('LibreOffice')),
  ...elk('pages', zinnen.anderProgramma('Pages')),
  ...elk('numbers', zinnen.anderProgramma('Numbers')),
  ...elk('key', zinnen.anderProgramma('Keynote')),
  ...elk('indd', zinnen.anderProgramma('InDesign')),
  ...elk('epub mobi', zinnen.eboek),
  ...elk('ics', zinnen.agenda),
  ...elk('vcf', zinnen.contact),
  ...elk('7z rar gz tar.gz bz2 xz zst lz lz4 Z tar cab arj lzh ace', zinnen.ingepakt),
  ...elk('mp4 m4v mov mj2 avi mpg webm mkv flv f4v wmv asf ogv 3gp 3g2 mts mxf rm', zinnen.opname),
  ...elk(
    'mp3 mp2 mp1 m4a m4b m4p f4a f4b aac wav ogg oga opus spx flac aif amr mid ac3 caf',
    zinnen.opname,
  ),
  ...elk(
    'exe elf macho class jar apk wasm crx xpi deb rpm dmg iso swf lnk alias reg chm dat asar',
    zinnen.programma,
  ),
]);

function elk(soorten: string, zin: string): [string, string][] {
  return soorten.split(' ').map((soort) => [soort, zin]);
}
