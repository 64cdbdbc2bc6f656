import {
  gewist,
  persoonGewist,
  type Event,
  type Facts,
  type Texts,
  type Wissing,
} from './project.ts';

/** Brings an event of one version into the shape of the next. Pure; what it is not about goes on as it is. */
export type Conversion = (event: Event) => Event;

/** The shapes that events have had, and how each is read as the one of now. */
export interface Versions {
  /** What is written. */
  readonly now: number;
  /** An event of any version as one of now. Throws on a later one: its shape is not known here. */
  readonly current: (event: Event) => Event;
}

/** Versions from the step to 2, the step to 3, and so on. */
export function versionsOf(steps: readonly Conversion[]): Versions {
  const now = steps.length + 1;
  const one = (event: Event, step: Conversion): Event => ({ ...step(event), v: event.v + 1 });
  return {
    now,
    current: (event) => {
      if (!(event.v >= 1 && event.v <= now)) throw new Error(`event of version ${event.v}`);
      return steps.slice(event.v - 1).reduce(one, event);
    },
  };
}

/**
 * Every version there has been: a step is added here and never taken away, so that whatever was once written is read for good.
 * A new field or kind needs none: the kind says what older entries lack, and older programs pass over what they do not know.
 */
export const VERSIONS = versionsOf([]);

type Names = Readonly<Record<string, string>>;

/** A step that calls fields of a kind otherwise. What was erased under the older name stays erased under the new one. */
export function renames(
  name: string,
  { facts = {}, texts = {} }: { facts?: Names; texts?: Names },
): Conversion {
  return (event) => {
    if (event.kind === gewist.name) return { ...event, facts: alsoErases(event.facts, texts) };
    if (event.kind === persoonGewist.name)
      return { ...event, facts: alsoErasesOf(event.facts, { facts, texts }) };
    if (event.kind !== name) return event;
    return {
      ...event,
      ...(event.facts && { facts: renamed(event.facts, facts) }),
      ...(event.texts && { texts: renamed(event.texts, texts) }),
    };
  };
}

const renamed = <V extends Facts | Texts>(fields: V, names: Names): V =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [names[key] ?? key, value])) as V;

function alsoErases(facts: Facts = {}, names: Names): Facts {
  const { velden } = facts as { velden: readonly string[] };
  return { ...facts, velden: velden.flatMap((veld) => [veld, names[veld] ?? []].flat()) };
}

function alsoErasesOf(said: Facts = {}, { facts, texts }: { facts: Names; texts: Names }): Facts {
  const { delen = [] } = said as { delen?: readonly Wissing[] };
  const anders = delen.map(({ events, velden, feiten }) => ({
    events,
    velden: velden.flatMap((veld) => [veld, texts[veld] ?? []].flat()),
    feiten: { ...feiten, ...renamed(feiten, facts) },
  }));
  return { ...said, delen: anders };
}
