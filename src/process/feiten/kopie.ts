import { kortweg } from '../taal/tekst.ts';
import { sleutel } from '../taal/schrift.ts';
import { gevuld, samengevat, sleutelVan, type Samengevat } from './persoonlijk.ts';
import { gewist, wissingenVan, type Event, type Kind } from './project.ts';

const gaatVerder = new Set<string>();

/** Says, where a kind is declared, that its texts go on as another entry of the same owner. */
export function gaatVerderAls({ name }: Pick<Kind<unknown, unknown>, 'name'>): void {
  gaatVerder.add(name);
}

/**
 * What erases texts, with the events that hold nothing but a copy of them: a text stands in more than one row when it was
 * taken over, or when a group of problems was called after it.
 */
export function metKopieen(events: readonly Event[], said: Event): Event {
  const [wissing] = said.kind === gewist.name ? wissingenVan(said) : [];
  if (!wissing) return said;
  const numbers = new Set(wissing.events);
  const isKopie = kopieVan(
    events.filter(({ n }) => numbers.has(n)),
    samengevat(events),
  );
  const kopieen = events.filter((event) => !numbers.has(event.n) && isKopie(event));
  const velden = new Set([...wissing.velden, ...kopieen.flatMap(gevuld)]);
  const alle = [...wissing.events, ...kopieen.map(({ n }) => n)];
  return { ...said, facts: { ...said.facts, events: alle, velden: [...velden] } };
}

/** Where an event says these same words and no others, it is a copy when it is about that entry, or is that late text. */
function kopieVan(bron: readonly Event[], entries: Samengevat): (event: Event) => boolean {
  const teksten = new Set(
    bron.flatMap((event) => woorden(event).flatMap((een) => [sleutel(een), sleutel(kortweg(een))])),
  );
  const ids = new Set(bron.map(({ id }) => JSON.stringify(id)));
  const van = (event: Event) => entries.get(sleutelVan(event))?.facts['van'];
  const eigenaars = new Set(bron.flatMap((event) => van(event) ?? []));
  const isLaat = bron.some(({ kind }) => gaatVerder.has(kind));
  return (event) => {
    const eigen = woorden(event);
    if (eigen.length === 0 || !eigen.every((een) => teksten.has(sleutel(een)))) return false;
    const gaatOver = JSON.stringify(entries.get(sleutelVan(event))?.facts);
    if ([...ids].some((id) => gaatOver.includes(id))) return true;
    return (isLaat || gaatVerder.has(event.kind)) && eigenaars.has(van(event) ?? null);
  };
}

const woorden = (event: Event): string[] => gevuld(event).map((veld) => event.texts?.[veld] ?? '');
