/** A word that the bot answers to, and the action or view that it leads to. Typing it changes nothing by itself. */
export interface Command {
  woord: string;
  verb: string;
  /** Other words for it. */
  ookGoed: readonly string[];
}

/** The ten commands; the only list of them. */
export const COMMANDS: readonly Command[] = [
  {
    woord: 'help',
    verb: 'help',
    ookGoed: [
      'hulp',
      'uitleg',
      'hallo',
      'hoi',
      'hi',
      'hello',
      'hey',
      'goedemorgen',
      'bedankt',
      'dank je',
      'wat kun je',
      'menu',
      'help me',
      'thanks',
    ],
  },
  {
    woord: 'start',
    verb: 'project.start',
    ookGoed: [
      'begin',
      'starten',
      'nieuw project',
      'project starten',
      'start een project',
      'start project',
      'nieuw',
      'new',
      'new project',
    ],
  },
  {
    woord: 'status',
    verb: 'status',
    ookGoed: ['stand', 'stand van zaken', 'overzicht', 'waar staan we', 'kaart', 'overview'],
  },
  {
    woord: 'mijn taken',
    verb: 'taken',
    ookGoed: ['taken', 'to do', 'todo', 'wat moet ik doen', 'acties', 'tasks', 'my tasks'],
  },
  {
    woord: 'volgende stap',
    verb: 'stap.volgende',
    ookGoed: ['volgende', 'verder', 'stap starten', 'door', 'next step', 'next'],
  },
  {
    woord: 'agenda',
    verb: 'overleg',
    ookGoed: ['overleg', 'vergadering', 'bijeenkomst', 'agenda overleg', 'meeting'],
  },
  {
    woord: 'deadline',
    verb: 'deadline',
    ookGoed: ['einddatum', 'verlengen', 'datum', 'termijn', 'uitstel', 'due date'],
  },
  {
    woord: 'deelnemers',
    verb: 'deelnemers',
    ookGoed: [
      'groep',
      'leden',
      'projectgroep',
      'partners',
      'wie doen mee',
      'deelnemer toevoegen',
      'participants',
      'members',
    ],
  },
  {
    woord: 'plan',
    verb: 'plan',
    ookGoed: ['het plan', 'document', 'uitvoeringsmatrix', 'matrix', 'plan tot nu toe', 'the plan'],
  },
  {
    woord: 'instellingen',
    verb: 'instellingen',
    ookGoed: ['instelling', 'voorkeuren', 'settings', 'mijn gegevens', 'preferences'],
  },
];

/** `zeker` when this is clearly the command; otherwise the one that looks like what was typed, if any does. */
export type Understood =
  | { command: Command; zeker: boolean }
  | { command: undefined; zeker: false };

/**
 * Understands a command despite case, punctuation, synonyms, the English words for it, and a typing error in up to about
 * every fourth sign.
 */
export function understand(text: string): Understood {
  const said = plain(text);
  const words = COMMANDS.flatMap((command) =>
    [command.woord, ...command.ookGoed].map((word) => ({ command, word: plain(word) })),
  );
  const exact = words.find(({ word }) => word === said);
  if (exact) return { command: exact.command, zeker: true };
  const longest = words.toSorted((a, b) => b.word.length - a.word.length);
  // A command word inside a sentence is probably what the sentence is about, but not surely.
  const inside = longest.find(({ word }) => ` ${said} `.includes(` ${word} `));
  if (inside) return { command: inside.command, zeker: false };
  const nearest = words
    .map((word) => ({ ...word, off: distance(said, word.word) }))
    .reduce((best, word) => (word.off < best.off ? word : best));
  if (isTypo(nearest.off, nearest.word)) return { command: nearest.command, zeker: true };
  const almost = longest.find(({ word }) =>
    piecesOf(said, word).some((piece) => isTypo(distance(piece, word), word)),
  );
  const like =
    almost?.command ??
    COMMANDS.find(({ woord }) => beginsWith(said, plain(woord))) ??
    (isLike(nearest.off, said, nearest.word) ? nearest.command : undefined);
  return { command: like, zeker: false };
}

/** True when a word of a sentence is made of this one: `agendaatje`. */
const beginsWith = (sentence: string, word: string) => ` ${sentence}`.includes(` ${word}`);

/** More than a typing error apart, but one looks like the other. Of words of three signs too many do. */
const isLike = (off: number, said: string, word: string) =>
  word.length > 3 && off <= Math.floor(Math.max(said.length, word.length) / 3);

/** One sign in about every four is a typing error; more is another word. */
const isTypo = (off: number, word: string) => off <= Math.floor(word.length / 4);

/** All rows of as many words out of a sentence as this text has. */
function piecesOf(sentence: string, text: string): string[] {
  const words = sentence.split(' ');
  const many = text.split(' ').length;
  return words.map((_, at) => words.slice(at, at + many).join(' '));
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_SIGNS);

/** Longer texts are no command. */
const MAX_SIGNS = 40;

/** The number of signs to add, drop, change or swap with a neighbour. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? [];
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
