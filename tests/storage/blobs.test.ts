import { randomBytes, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { openBlobs } from '../../src/storage/files/blobs.ts';
import { StorageDown } from '../../src/storage/table/failure.ts';
import { Proxy } from './proxy.ts';

const here = () => openBlobs({ connectionString: inject('blobs') });
const newKey = () => `b_${randomUUID()}`;

describe('a file that somebody put in a project', () => {
  it('comes out as it went in, until it is removed [B8]', async () => {
    const blobs = await here();
    const key = newKey();
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
    const about = { van: 'Zoë', naam: 'Plan “Stationsplein”.pdf' };
    await blobs.put(key, bytes, about);
    expect(await blobs.about(key)).toEqual(about);
    const found = await blobs.get(key);
    expect(found?.length).toBe(bytes.length);
    expect(found && (await buffer(found.bytes)).equals(bytes)).toBe(true);
    await blobs.remove(key);
    expect(await blobs.get(key)).toBeUndefined();
    expect(await blobs.about(key)).toBeUndefined();
    await blobs.remove(key);
  });

  it('comes out whole over a line that is slower than storage may be [B8]', async () => {
    const blobs = await openBlobs({ connectionString: inject('blobs') }, { pieceMs: 300 });
    const key = newKey();
    const bytes = randomBytes(4 * 1024 * 1024 + 7);
    await blobs.put(key, bytes, {});

    const found = await blobs.get(key);
    const parts: Buffer[] = [];
    for await (const part of found?.bytes ?? []) {
      parts.push(part as Buffer);
      if (parts.length < 5) await pause(200);
    }

    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    await blobs.remove(key);
  });

  it('that storage stops giving halfway is said to be not known, and not cut short', async () => {
    const blobs = await here();
    const key = newKey();
    await blobs.put(key, randomBytes(4 * 1024 * 1024), {});
    const found = await blobs.get(key);

    await blobs.remove(key);

    await expect(buffer(found!.bytes)).rejects.toThrow(StorageDown);
  });

  it('is never named by what somebody typed', async () => {
    const blobs = await here();
    expect(() => blobs.put('../plan.docx', Buffer.from('x'), {})).toThrow('not a generated key');
  });

  it('arrives all the same when storage is away for a moment, and is said to be not known when it stays away', async () => {
    const proxy = await new Proxy(inject('blobs')).open();
    const blobs = await openBlobs({ connectionString: proxy.connectionString });
    const key = newKey();
    let refusals = 1;
    proxy.fate = () => (refusals-- > 0 ? 'unavailable' : 'pass');
    await blobs.put(key, Buffer.from('tekst'), {});
    expect((await blobs.get(key))?.length).toBe(5);
    proxy.fate = () => 'unavailable';
    await expect(blobs.put(newKey(), Buffer.from('tekst'), {})).rejects.toThrow(StorageDown);
    await expect(blobs.get(key)).rejects.toThrow(StorageDown);
    await proxy.close();
  });
});
