const SECTOR = 512;
const GEEN = 0xffffffff;
const EINDE = 0xfffffffe;
const TABEL = 0xfffffffd;

/**
 * The smallest file of the kind of old Office documents, with this in its outermost folder. `binnen`: what is embedded in
 * the document, in a folder of its own.
 */
export function oleMet(naam: string, binnen = ''): Uint8Array {
  const ole = Buffer.alloc(3 * SECTOR);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ole.writeUInt16LE(9, 30);
  ole.writeUInt32LE(1, 44);
  ole.writeUInt32LE(1, 48);
  ole.fill(0xff, 76, SECTOR);
  ole.writeUInt32LE(0, 76);
  ole.fill(0xff, SECTOR, 2 * SECTOR);
  ole.writeUInt32LE(TABEL, SECTOR);
  ole.writeUInt32LE(EINDE, SECTOR + 4);
  const entries = [
    { heet: 'Root Entry', links: GEEN, kind: 1 },
    { heet: naam, links: binnen === '' ? GEEN : 2, kind: GEEN },
    ...(binnen === ''
      ? []
      : [
          { heet: 'ObjectPool', links: GEEN, kind: 3 },
          { heet: binnen, links: GEEN, kind: GEEN },
        ]),
  ];
  for (const [nth, { heet, links, kind }] of entries.entries()) {
    const at = 2 * SECTOR + nth * 128;
    ole.write(heet, at, 'utf16le');
    ole.writeUInt16LE(2 * heet.length + 2, at + 64);
    ole.writeUInt32LE(links, at + 68);
    ole.writeUInt32LE(GEEN, at + 72);
    ole.writeUInt32LE(kind, at + 76);
  }
  return ole;
}
