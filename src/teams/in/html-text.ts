/** What a reader sees of a message that is written as HTML: its words, with the ends of its lines. */
export function textOfHtml(html: string, isDropped: (mention: string) => boolean): string {
  const parts: string[] = [];
  let skipped = { tag: '', depth: 0 };
  for (const [whole, close, name = '', attributes = ''] of html.matchAll(TOKEN)) {
    const tag = name.toLowerCase();
    const isEnd = close === '/';
    const isFresh = parts.at(-1)?.endsWith('\n') ?? true;
    if (skipped.depth > 0) {
      if (tag === skipped.tag) skipped.depth += isEnd ? -1 : 1;
    } else if (!isEnd && isSkipped(tag, attributes, isDropped)) skipped = { tag, depth: 1 };
    else {
      const said = tag === '' ? words(whole, isFresh) : shown({ tag, attributes, isEnd, isFresh });
      if (said !== '') parts.push(said);
    }
  }
  return tidy(parts.join(''));
}

/** Between tags an editor lays out its HTML with spaces and ends of lines, which nobody sees. */
const words = (between: string, isFresh: boolean): string =>
  between.startsWith('<!--') || (isFresh && /^[ \t\r\n]*$/.test(between))
    ? ''
    : decoded(between.replace(CELL, '').replace(/\s+/g, ' '));

const tidy = (text: string): string =>
  text
    .replace(/\uFFFE\s*\uFFFF?\s*/g, '')
    .replace(/\s*\uFFFF\s*/g, ' | ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A comment, a tag, the text between tags, or a sign that looks like the beginning of one. No part is read twice. */
const TOKEN =
  /<!--(?:[^-]|-(?!->))*(?:-->|$)|<(\/?)([a-z][a-z\d-]{0,20})([^<>]{0,4000})>|[^<]+|</gi;

/** What nobody sees, a mention that is left out, and the message that this one answers. */
function isSkipped(tag: string, attributes: string, isDropped: (mention: string) => boolean) {
  if (tag === 'at') return isDropped(attributeOf(attributes, 'id'));
  if (tag === 'blockquote') return /schema\.skype\.com\/(?:Reply|Forward)/i.test(attributes);
  return UNSEEN.has(tag);
}

const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const BLOCKS = new Set(
  'p div ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote pre codeblock hr section'.split(' '),
);

interface Tag {
  tag: string;
  attributes: string;
  isEnd: boolean;
  /** At the beginning of a line. */
  isFresh: boolean;
}

/** Where a row and a cell of a table begin, until it is known what stands in them. These are no signs that a text can hold. */
const ROW = '\uFFFE';
const CELL_BEGINS = '\uFFFF';
const CELL = /[\uFFFF\uFFFE]/g;

const BEGINS = new Map([
  ['li', '- '],
  ['tr', ROW],
]);

/** What a tag itself adds to the text before it. */
function shown({ tag, attributes, isEnd, isFresh }: Tag): string {
  if (tag === 'br') return '\n';
  if (tag === 'td' || tag === 'th') return isEnd ? '' : CELL_BEGINS;
  if (BLOCKS.has(tag)) return `${isFresh ? '' : '\n'}${isEnd ? '' : (BEGINS.get(tag) ?? '')}`;
  // A picture says nothing here; of a small one of the keyboard its sign is the text.
  return tag === 'emoji' || (tag === 'img' && /emoji|emoticon/i.test(attributes))
    ? decoded(attributeOf(attributes, 'alt'))
    : '';
}

function attributeOf(attributes: string, name: string): string {
  const [, double, single] =
    new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ??
    [];
  return double ?? single ?? '';
}

/** The named signs that editors write; all others come as themselves. */
const NAMED: ReadonlyMap<string, string> = new Map(
  'amp & lt < gt > quot " apos \' euro € bull • hellip … ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ” eacute é egrave è ecirc ê euml ë iuml ï ouml ö uuml ü'
    .split(/ (?=[a-z]{2})/)
    .map((pair) => pair.split(' ') as [string, string])
    .concat([['nbsp', ' ']]),
);

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ...parts) => {
    const [decimal, hex, name] = parts as (string | undefined)[];
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
