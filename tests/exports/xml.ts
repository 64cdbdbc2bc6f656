/** An element with what is in it, in order. */
export interface Knoop {
  naam: string;
  attributen: Record<string, string>;
  kinderen: (Knoop | string)[];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN =
  /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
// eslint-disable-next-line no-control-regex
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;

/** Reads XML 1.0 as strictly as an office program does. Throws on anything that is not well-formed. */
export function leesXml(xml: string): Knoop {
  if (ILLEGAL.test(xml)) throw new Error('a sign that XML cannot hold');
  const root: Knoop = { naam: '', attributen: {}, kinderen: [] };
  const open: Knoop[] = [root];
  let at = 0;
  for (TOKEN.lastIndex = 0; at < xml.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(xml);
    if (!match) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [token, slash, naam, attributen = '', self] = match;
    const parent = open.at(-1)!;
    if (token.startsWith('<?') || token.startsWith('<!--')) continue;
    if (naam === undefined) parent.kinderen.push(ontcijfer(token));
    else if (slash) {
      if (parent.naam !== naam) throw new Error(`</${naam}> closes <${parent.naam}>`);
      open.pop();
    } else {
      const knoop: Knoop = { naam, attributen: leesAttributen(attributen), kinderen: [] };
      parent.kinderen.push(knoop);
      if (!self) open.push(knoop);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.naam}> is never closed`);
  const elements = root.kinderen.filter((one) => typeof one !== 'string');
  if (elements.length !== 1) throw new Error(`${elements.length} roots`);
  return elements[0]!;
}

function leesAttributen(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, naam = '', waarde = ''] of text.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (naam in found) throw new Error(`${naam} twice`);
    found[naam] = ontcijfer(waarde.slice(1, -1));
  }
  return found;
}

const ontcijfer = (text: string) =>
  text.replace(/&([^;\s]*)(;?)/g, (all, name: string, end: string) => {
    const known = name.startsWith('#x')
      ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      : name.startsWith('#')
        ? String.fromCodePoint(Number(name.slice(1)))
        : ENTITIES[name];
    if (end === '' || known === undefined) throw new Error(`no entity: ${all}`);
    return known;
  });

/** All elements with this name, in order, at any depth. */
export const alle = (knoop: Knoop, naam: string): Knoop[] =>
  knoop.kinderen.flatMap((one) =>
    typeof one === 'string' ? [] : [...(one.naam === naam ? [one] : []), ...alle(one, naam)],
  );
