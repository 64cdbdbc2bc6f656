/** What stands at the end of every whole archive, and the length of the longest remark behind it. */
const EINDE = Buffer.from('PK\u0005\u0006', 'latin1');
const MAX_OPMERKING = 65_535;
const EINDE_BYTES = 22;
const REGEL = 0x02014b50;
const REGEL_BYTES = 46;
/** More than any document has. */
const MAX_NAMEN = 10_000;

/**
 * The names of what is in an archive, as its own list has them; undefined when that list is not there, as in a file of
 * which the end is missing.
 */
export function namenIn(bytes: Uint8Array): string[] | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const from = Math.max(0, zip.length - MAX_OPMERKING - EINDE_BYTES);
  const einde = zip.subarray(from).lastIndexOf(EINDE);
  if (einde < 0 || from + einde + EINDE_BYTES > zip.length) return undefined;
  const namen: string[] = [];
  let at = zip.readUInt32LE(from + einde + 16);
  while (namen.length < MAX_NAMEN && at + REGEL_BYTES <= zip.length) {
    if (zip.readUInt32LE(at) !== REGEL) break;
    const lengte = zip.readUInt16LE(at + 28);
    namen.push(zip.toString('utf8', at + REGEL_BYTES, at + REGEL_BYTES + lengte));
    at += REGEL_BYTES + lengte + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return namen;
}
