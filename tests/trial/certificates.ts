import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Who vouches for the outside world of one trial: made anew each time, known to nobody else. */
export interface Certificates {
  /** PEM. */
  ca: string;
  cert: string;
  key: string;
  /** The same in files, for programs that read them there. */
  files: { ca: string; cert: string; key: string };
}

/** A certificate for these host names and for 127.0.0.1, signed by an authority of its own; its files go in `folder`. */
export async function makeCertificates(
  folder: string,
  hosts: readonly string[],
): Promise<Certificates> {
  const short = { algorithm: 'sha256', keyType: 'ec', curve: 'P-256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'Trial authority' }], {
    ...short,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'Trial' }], {
    ...short,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...hosts.map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const pems = { ca: authority.cert, cert: server.cert, key: server.private };
  const save = (name: keyof typeof pems) => {
    const file = join(folder, `${name}.pem`);
    writeFileSync(file, pems[name], { mode: 0o600 });
    return file;
  };
  return { ...pems, files: { ca: save('ca'), cert: save('cert'), key: save('key') } };
}
