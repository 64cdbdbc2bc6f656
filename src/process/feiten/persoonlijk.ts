import { sleutel } from '../taal/schrift.ts';
import { kortweg } from '../taal/tekst.ts';
import { deelnemer } from './deelnemers.ts';
import { GEWIST, type Entry, type Event, type Facts, type Kind, type Wissing } from './project.ts';

// Where personal data lives. What is typed is of who typed it, and of whose it is; only what a kind says here to be of the
// group stays when everything of a person is erased. A new kind that says nothing loses too much, and never too little.

const groepssoorten = new Set<string>();

/**
 * Says, where kinds are declared, that one person writes these down for all: the text is of the group, and stays without
 * the name.
 */
export function vanDeGroep(...kinds: readonly Pick<Kind<unknown, unknown>, 'name'>[]): void {
  for (const { name } of kinds) groepssoorten.add(name);
}

/** True for a kind whose texts stay, whoever wrote them down. */
export const isVanDeGroep = (soort: string): boolean => groepssoorten.has(soort);

/** What a deelnemer of whom everything was erased reads as: nobody, who takes no part. */
const NIEMAND_MEER = { identities: [], status: 'weg', rol: 'deelnemer' } as const;

/** What somebody was ever called, to find them in texts of others. */
interface Kenmerken {
  readonly namen: readonly string[];
  /** What stands before the @ of their address. */
  readonly accounts: readonly string[];
}

/**
 * All that has to go when everything of a person is erased, from the whole log: what they wrote and what is theirs, their
 * own entry, and every field of others with their name or with what they wrote.
 */
export function wissingenVoor(events: readonly Event[], wie: string): Wissing[] {
  const entries = samengevat(events);
  const kenmerken = kenmerkenVan(events, wie);
  const gedeeld = gedeeldeOrganisaties(entries, wie);
  const overgenomen = overgenomenUit(events.filter((event) => isVanHen(event, entries, wie)));
  const weg = new Map<string, { velden: readonly string[]; eigen: boolean; events: number[] }>();
  for (const event of events) {
    const isEigen = event.kind === deelnemer.name && event.id === wie;
    const velden = isEigen
      ? eigenVelden(event, gedeeld)
      : isVanHen(event, entries, wie)
        ? gevuld(event)
        : gevuld(event).filter(
            (veld) =>
              noemt(event, veld, kenmerken) ||
              overgenomen(event.texts?.[veld] ?? '', entries.get(sleutelVan(event))?.facts ?? {}),
          );
    if (velden.length === 0 && !isEigen) continue;
    const key = `${isEigen} ${velden.join(' ')}`;
    const deel = weg.get(key) ?? { velden, eigen: isEigen, events: [] };
    deel.events.push(event.n);
    weg.set(key, deel);
  }
  return [...weg.values()].map(({ velden, eigen, events: numbers }) => ({
    events: numbers,
    velden,
    feiten: eigen ? NIEMAND_MEER : {},
  }));
}

/** The fields of an event that hold a text. */
export const gevuld = ({ texts = {} }: Event): string[] =>
  Object.entries(texts).flatMap(([veld, text]) => (text === '' || text === GEWIST ? [] : [veld]));

export type Samengevat = ReadonlyMap<string, Pick<Entry, 'facts' | 'texts' | 'by'>>;

export const sleutelVan = ({ kind, id }: Pick<Event, 'kind' | 'id'>) => `${kind} ${id}`;

/** Every entry as it stands after the last event about it. */
export function samengevat(events: readonly Event[]): Samengevat {
  const entries = new Map<string, Pick<Entry, 'facts' | 'texts' | 'by'>>();
  for (const event of events) {
    const before = entries.get(sleutelVan(event));
    entries.set(sleutelVan(event), {
      facts: { ...before?.facts, ...event.facts },
      texts: { ...before?.texts, ...event.texts },
      by: before?.by ?? event.by,
    });
  }
  return entries;
}

/** True for an event with the words of this person, or about what is theirs. */
function isVanHen(event: Event, entries: Samengevat, wie: string): boolean {
  const entry = entries.get(sleutelVan(event));
  if (!entry || event.kind === deelnemer.name || isVanDeGroep(event.kind)) return false;
  const { van } = entry.facts;
  const eigenaar = typeof van === 'string' && van !== '' ? van : entry.by;
  if (eigenaar === wie) return true;
  return event.by === wie && !isZonderTeams(entries, eigenaar);
}

/** For a partner without Teams another enters: the words are those of the partner. */
function isZonderTeams(entries: Samengevat, lid: string): boolean {
  const found = entries.get(sleutelVan({ kind: deelnemer.name, id: lid }));
  const identities = found?.facts['identities'];
  return Array.isArray(identities) && identities.length === 0;
}

/** The organisatie stays where others are of it: it says nothing of this person any more. */
function eigenVelden(event: Event, gedeeld: ReadonlySet<string>): string[] {
  const { organisatie = '' } = event.texts ?? {};
  return gevuld(event).filter(
    (veld) => veld !== 'organisatie' || !gedeeld.has(sleutel(organisatie)),
  );
}

function gedeeldeOrganisaties(entries: Samengevat, wie: string): ReadonlySet<string> {
  const eigen = sleutelVan({ kind: deelnemer.name, id: wie });
  return new Set(
    [...entries].flatMap(([key, { texts }]) =>
      key.startsWith(`${deelnemer.name} `) && key !== eigen && texts['organisatie'] !== GEWIST
        ? [sleutel(texts['organisatie'] ?? '')]
        : [],
    ),
  );
}

function kenmerkenVan(events: readonly Event[], wie: string): Kenmerken {
  const eigen = events.filter(({ kind, id }) => kind === deelnemer.name && id === wie);
  const alle = (veld: string) => [
    ...new Set(
      eigen
        .map(({ texts = {} }) => sleutel(texts[veld] ?? ''))
        .filter((text) => text.length > 1 && text !== sleutel(GEWIST)),
    ),
  ];
  return { namen: alle('naam'), accounts: alle('account') };
}

/** People may have the same name: the name of another deelnemer is theirs. */
function noemt({ kind, texts = {} }: Event, veld: string, { namen, accounts }: Kenmerken): boolean {
  if (kind === deelnemer.name) return false;
  const text = sleutel(texts[veld] ?? '');
  return (
    namen.some((naam) => staatIn(text, naam)) ||
    accounts.some((account) => text.includes(`${account}@`))
  );
}

const LETTER = /[\p{L}\p{N}]/u;

/** True when these words stand in a text by themselves: `Jan Bos`, and not `Jan Bosman`. */
function staatIn(text: string, woorden: string): boolean {
  for (let at = text.indexOf(woorden); at !== -1; at = text.indexOf(woorden, at + 1)) {
    const [voor = '', na = ''] = [text[at - 1], text[at + woorden.length]];
    if (!LETTER.test(voor) && !LETTER.test(na)) return true;
  }
  return false;
}

/** So many words in a row are nobody else's by accident. */
const EIGEN_WOORDEN = 5;

/**
 * Whether a text holds what this person wrote: a measure goes on in the matrix, a late text in the plan. A few words count
 * only where it is about the same entry.
 */
function overgenomenUit(eigen: readonly Event[]): (text: string, facts: Facts) => boolean {
  const zinnen = new Set<string>();
  const kort: { id: string; text: string }[] = [];
  for (const event of eigen)
    for (const veld of gevuld(event)) {
      const text = sleutel(event.texts?.[veld] ?? '');
      if (text.split(/\s+/).length >= EIGEN_WOORDEN) zinnen.add(text);
      else kort.push({ id: event.id, text });
      // A long text may have been cut to be the name of something.
      const naam = sleutel(kortweg(event.texts?.[veld] ?? ''));
      if (naam !== text) kort.push({ id: event.id, text: naam });
    }
  return (text, facts) => {
    const gelezen = sleutel(text);
    if ([...zinnen].some((zin) => gelezen.includes(zin))) return true;
    const gaatOver = JSON.stringify(facts);
    return kort.some((een) => een.text === gelezen && gaatOver.includes(JSON.stringify(een.id)));
  };
}
