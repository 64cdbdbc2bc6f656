import { Refused } from './errors.ts';

/** What the values are found by: of a row, or of the name of a table. */
type Read = (property: string) => unknown;

/**
 * A `$filter`, understood. Which rows it takes, and the keys that it asks for in any case, so that one who looks need
 * not begin at the beginning.
 */
export interface Filter {
  readonly takes: (read: Read) => boolean;
  /** The only partition. */
  readonly partition?: string;
  /** The first row key that can be meant, and the last. */
  readonly first?: string;
  readonly last?: string;
}

const EVERYTHING: Filter = { takes: () => true };

/** What is compared with: text, number, yes or no, or one of the two that are written otherwise than they are kept. */
type Literal = string | number | boolean | bigint | Date;

interface Token {
  readonly kind: 'word' | 'bracket' | 'literal';
  readonly text: string;
  readonly literal?: Literal;
}

const TOKEN =
  /\s*(?:(?<bracket>[()])|(?<date>datetime)?'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?)(?<long>L)?(?![\w.])|(?<word>[A-Za-z_]\w*))\s*/y;

/**
 * The comparisons eq, ne, gt, ge, lt and le of a property with a text, a number, a long, true, false or a datetime, with
 * and, or, not and brackets. Anything else (guid, binary, a property at the right) is refused as what is no filter.
 */
export function filterOf(text: string | null): Filter {
  if (text === null || text.trim() === '') return EVERYTHING;
  const tokens = tokensOf(text);
  const filter = either(tokens);
  if (tokens.length > 0) throw unreadable();
  return filter;
}

const unreadable = () =>
  new Refused('InvalidInput', 'The query condition specified in the request is invalid.');

/** The words of a filter, the first last: they are taken from the end. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw unreadable();
    tokens.push(tokenOf(groups));
  }
  return tokens.reverse();
}

function tokenOf({
  bracket,
  date,
  text,
  number,
  long,
  word,
}: Partial<Record<string, string>>): Token {
  if (bracket !== undefined) return { kind: 'bracket', text: bracket };
  if (word === 'true' || word === 'false')
    return { kind: 'literal', text: word, literal: word === 'true' };
  if (word !== undefined) return { kind: 'word', text: word };
  if (number !== undefined)
    return { kind: 'literal', text: number, literal: long ? BigInt(number) : Number(number) };
  const unquoted = (text ?? '').replaceAll("''", "'");
  return { kind: 'literal', text: unquoted, literal: date ? new Date(unquoted) : unquoted };
}

function takesWord(tokens: Token[], word: string): boolean {
  const next = tokens.at(-1);
  const isIt = next !== undefined && next.kind !== 'literal' && next.text.toLowerCase() === word;
  if (isIt) tokens.pop();
  return isIt;
}

function either(tokens: Token[]): Filter {
  const left = both(tokens);
  if (!takesWord(tokens, 'or')) return left;
  const right = either(tokens);
  return { takes: (read) => left.takes(read) || right.takes(read) };
}

function both(tokens: Token[]): Filter {
  const left = one(tokens);
  if (!takesWord(tokens, 'and')) return left;
  const right = both(tokens);
  return { ...left, ...right, takes: (read) => left.takes(read) && right.takes(read) };
}

function one(tokens: Token[]): Filter {
  if (takesWord(tokens, 'not')) {
    const { takes } = one(tokens);
    return { takes: (read) => !takes(read) };
  }
  if (!takesWord(tokens, '(')) return comparison(tokens);
  const inner = either(tokens);
  if (!takesWord(tokens, ')')) throw unreadable();
  return inner;
}

/** By the sign of the order of what is found and what is asked. */
const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

function comparison(tokens: Token[]): Filter {
  const [property, operator, asked] = [tokens.pop(), tokens.pop(), tokens.pop()];
  const holds = operator?.kind === 'word' ? OPERATORS[operator.text.toLowerCase()] : undefined;
  const literal = asked?.literal;
  if (property?.kind !== 'word' || holds === undefined || literal === undefined) throw unreadable();
  const name = property.text;
  const takes = (read: Read) => {
    const found = read(name);
    return found !== undefined && holds(orderOf(found, literal));
  };
  return { takes, ...keysOf(name, operator?.text.toLowerCase() ?? '', literal) };
}

/** Before (-1), the same (0) or after (1); NaN, which is only unequal, when they cannot be compared. */
function orderOf(found: unknown, literal: Literal): number {
  if (typeof literal === 'bigint') return order(longOf(found), literal);
  if (literal instanceof Date) return order(Date.parse(String(found)), literal.getTime());
  return typeof found === typeof literal ? order(found as typeof literal, literal) : NaN;
}

const order = <T extends string | number | boolean | bigint>(a: T | undefined, b: T): number =>
  a === undefined ? NaN : a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;

/** A long is kept as its digits. */
const longOf = (found: unknown) =>
  typeof found === 'string' && /^-?\d+$/.test(found) ? BigInt(found) : undefined;

/** What a comparison of a key says of where to look. */
function keysOf(name: string, operator: string, literal: Literal): Omit<Filter, 'takes'> {
  if (typeof literal !== 'string') return {};
  if (name === 'PartitionKey') return operator === 'eq' ? { partition: literal } : {};
  if (name !== 'RowKey') return {};
  if (operator === 'eq') return { first: literal, last: literal };
  if (operator === 'ge' || operator === 'gt') return { first: literal };
  return operator === 'le' || operator === 'lt' ? { last: literal } : {};
}
