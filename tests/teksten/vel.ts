import { createHash, type Hash } from 'node:crypto';

/** Takes down what is read in one place. `bron`: the verb, the soort of the message, the page: what stays when files move. */
export type Meld = (bron: string, regels: readonly string[]) => void;

/** All that was read, each text once, and a sum of what stood where. */
export interface Vel {
  /** Takes down what one reader reads at one stand; the sums of what stands apart go under `apart`. */
  schrijver(stand: string, lezer: string, apart?: string): Meld;
  /** Each text with the place where it was read first, in the order in which they were met. */
  teksten: ReadonlyMap<string, string>;
  /** `<stand> | <bron>` → all that was read there, in order and by whom. */
  sommen(): ReadonlyMap<string, string>;
  /** The places where anything was read: verbs, messages, pages. */
  bronnen: ReadonlySet<string>;
}

/** `heel`: hears every line, also those that were met before. */
export function openVel(heel?: (line: string) => void): Vel {
  const teksten = new Map<string, string>();
  const hashes = new Map<string, Hash>();
  const bronnen = new Set<string>();
  /** As they stood there, to look at each only once. */
  const al = new Set<string>();

  const neem = (regel: string, waar: string) => {
    if (al.has(regel)) return;
    al.add(regel);
    const tekst = eigen(regel);
    if (!teksten.has(tekst) && /\p{L}/u.test(tekst)) teksten.set(tekst, waar);
  };
  const telMee = (key: string, wat: unknown) => {
    const hash = hashes.get(key) ?? createHash('sha256');
    hashes.set(key, hash.update(JSON.stringify(wat)));
  };
  return {
    schrijver:
      (stand, lezer, apart = stand) =>
      (bron, regels) => {
        const waar = `${stand} | ${lezer} | ${bron}`;
        const gelezen = regels.flatMap(perRegel);
        bronnen.add(bron);
        for (const regel of gelezen) neem(regel, waar);
        telMee(`${apart} | ${bron}`, [lezer, gelezen]);
        if (heel) [`# ${waar}`, ...gelezen.map((regel) => `  ${eigen(regel)}`)].forEach(heel);
      },
    teksten,
    sommen: () => new Map([...hashes].map(([key, hash]) => [key, somVan(hash)])),
    bronnen,
  };
}

const perRegel = (tekst: string) => tekst.split('\n').filter((regel) => regel.trim() !== '');

/** Hexadecimal digits of a sum: enough to see that something else stands there. */
const SOM = 4;
const somVan = (hash: Hash) => hash.copy().digest('hex').slice(0, SOM);

/** What people typed in the example stands between guillemets: it is not ours, and counts in the sums only. */
const eigen = (regel: string) => regel.replace(/«[^»…]*[»…]?/g, '·').trim();

/** The texts as they are kept: under the place where each was read first. */
export function tekstenVel(teksten: ReadonlyMap<string, string>): string {
  let hier = '';
  const lines = [...teksten].flatMap(([tekst, waar]) => {
    const kop = waar === hier ? [] : ['', `# ${waar}`];
    hier = waar;
    return [...kop, `  ${tekst}`];
  });
  return `${lines.slice(1).join('\n')}\n`;
}

/** The texts that were kept. */
export function vanTekstenVel(text: string): Map<string, string> {
  const teksten = new Map<string, string>();
  let waar = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) waar = line.slice(2);
    if (line.startsWith('  ')) teksten.set(line.slice(2), waar);
  }
  return teksten;
}

/** The sums as they are kept: the stands, then for each place its sum at every stand; `-3`: nothing at three of them. */
export function sommenVel(sommen: ReadonlyMap<string, string>): string {
  const keys = [...sommen.keys()].map((key) => key.split(' | '));
  const standen = [...new Set(keys.map(([stand = '']) => stand))];
  const bronnen = [...new Set(keys.map(([, bron = '']) => bron))].sort();
  const rij = (bron: string) =>
    standen
      .map((stand) => sommen.get(`${stand} | ${bron}`) ?? '-')
      .join(' ')
      .replace(/-(?: -)*/g, (leeg) => `-${Math.ceil(leeg.length / 2)}`);
  return [
    ...standen.map((stand) => `# ${stand}`),
    ...bronnen.map((bron) => `${bron}: ${rij(bron)}`),
    '',
  ].join('\n');
}

/** The sums that were kept. */
export function vanSommenVel(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  const standen = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
  const sommen = new Map<string, string>();
  for (const line of lines.slice(standen.length)) {
    const [bron = '', rij = ''] = line.split(': ');
    let at = 0;
    for (const som of rij.split(' ')) {
      if (!som.startsWith('-')) sommen.set(`${standen[at] ?? ''} | ${bron}`, som);
      at += som.startsWith('-') ? Number(som.slice(1)) : 1;
    }
  }
  return sommen;
}

/** What is gone and what is new, as one reads it. */
export function verschil(
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): string[] {
  const zonder = (een: typeof was, ander: typeof was, teken: string) =>
    [...een].flatMap(([tekst, waar]) =>
      ander.has(tekst) ? [] : [`${teken} ${tekst}   (${waar})`],
    );
  return [...zonder(was, is, '-'), ...zonder(is, was, '+')];
}

/** The places where something else stands than before, each with the stands at which it does. */
export function verschoven(
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): string[] {
  const perBron = new Map<string, string[]>();
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [stand = '', bron = ''] = key.split(' | ');
    if (was.get(key) !== is.get(key)) perBron.set(bron, [...(perBron.get(bron) ?? []), stand]);
  }
  return [...perBron].map(([bron, waar]) => `${bron} (${waar.length}): ${waar.join('; ')}`);
}
