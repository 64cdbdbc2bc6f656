// The container of Office before 2007, of e-mails of Outlook, and of newer documents with a password: a file system in a
// file. https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb

const KOP_BYTES = 512;
const REGEL_BYTES = 128;
/** Above these are marks: the end of a row of sectors, an empty one. */
const LAATSTE_SECTOR = 0xfffffffa;
/** In the header itself; larger files name more elsewhere, and their directory stands in the first all the same. */
const TABELLEN_IN_KOP = 109;
/** More than any document has. */
const MAX_SECTORS = 2_000;
const GEEN = 0xffffffff;

/** The names in the outermost folder; empty when the file is damaged. Folders inside it belong to what is embedded. */
export function bovensteNamen(bytes: Uint8Array): string[] {
  const ole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (ole.length < KOP_BYTES) return [];
  const map = mapVan(ole);
  const wortel = map[0];
  return wortel ? broers(map, wortel.kind) : [];
}

interface Regel {
  naam: string;
  links: number;
  rechts: number;
  kind: number;
}

/** All entries of the directory, in the order in which they name each other. */
function mapVan(ole: Buffer): Regel[] {
  const sectorBytes = 2 ** Math.min(ole.readUInt16LE(30), 16);
  const regels: Regel[] = [];
  let sector = ole.readUInt32LE(48);
  for (let n = 0; n < MAX_SECTORS && sector < LAATSTE_SECTOR; n++) {
    const from = (sector + 1) * sectorBytes;
    const tot = Math.min(from + sectorBytes, ole.length);
    for (let at = from; at + REGEL_BYTES <= tot; at += REGEL_BYTES) regels.push(regelOp(ole, at));
    sector = volgende(ole, sector, sectorBytes);
  }
  return regels;
}

const regelOp = (ole: Buffer, at: number): Regel => ({
  naam: ole.toString('utf16le', at, at + Math.max(0, Math.min(62, ole.readUInt16LE(at + 64) - 2))),
  links: ole.readUInt32LE(at + 68),
  rechts: ole.readUInt32LE(at + 72),
  kind: ole.readUInt32LE(at + 76),
});

/** The sector that follows this one, by the table that the header names. */
function volgende(ole: Buffer, sector: number, sectorBytes: number): number {
  const perTabel = sectorBytes / 4;
  const tabel = Math.floor(sector / perTabel);
  if (tabel >= TABELLEN_IN_KOP) return GEEN;
  const at = (ole.readUInt32LE(76 + 4 * tabel) + 1) * sectorBytes + 4 * (sector % perTabel);
  return at + 4 <= ole.length ? ole.readUInt32LE(at) : GEEN;
}

/** The entries of one folder: each names one before and one after it. */
function broers(map: readonly Regel[], eerste: number): string[] {
  const namen: string[] = [];
  const gezien = new Set<number>();
  const open = [eerste];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const regel = map[at];
    if (!regel || gezien.has(at)) continue;
    gezien.add(at);
    namen.push(regel.naam);
    open.push(regel.links, regel.rechts);
  }
  return namen;
}
