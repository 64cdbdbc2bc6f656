import { createHash } from 'node:crypto';
import { gewistePersonen } from '../../process/feiten/deelnemers.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { OutboxItem, Posted } from '../../storage/log/outbox.ts';
import type { Place } from '../../teams/port.ts';

// What is stored of a message of ours once it has gone, or will not go.

/** The soort of a live card; its facts name the step. */
export const KAART = 'kaart';

/** The soort of a live card whose place another took: for as long as it may still show the step. */
export const KAART_OUD = 'kaart-oud';

export const stapVan = (facts: Posted['facts']) => facts['stap'] as string;

/** It was not sent, and will not be; `at`: UTC ISO. */
export function ended(
  { id, soort, facts }: OutboxItem,
  afloop: Posted['afloop'],
  at: string,
): Posted {
  return { id, soort, facts, afloop, at, conversation: '', activityId: '', thread: '', digest: '' };
}

/** Teams took it. In a channel the live card is a post of its own, whose id is the thread of its step. */
export function sent(
  { id, soort, facts }: Pick<Posted, 'id' | 'soort' | 'facts'>,
  { kind, conversation, thread }: Place,
  { activityId, digest, at }: Pick<Posted, 'activityId' | 'digest' | 'at'>,
): Posted {
  const isKaart = soort === KAART;
  return {
    id: isKaart ? stapVan(facts) : id,
    soort,
    facts,
    afloop: 'verstuurd',
    at,
    conversation,
    activityId,
    digest,
    thread: isKaart && kind === 'channel' ? activityId : thread,
  };
}

/** The soort of what stands in somebody's own chat once everything of them was erased. */
export const WEGGEHAALD = 'weggehaald';

/** True for a message to somebody alone, or an answer to them, of whom everything was erased. */
export const isVanGewiste = (project: Project, { aan, voor }: Posted['facts']): boolean =>
  [aan, voor].some((id) => typeof id === 'string' && gewistePersonen(project).has(id));

interface Antwoord {
  /** Deelnemer id of who got it; empty for who takes no part. */
  voor: string;
  /** False for one that holds no text that somebody typed: it may still name people. */
  metTekst: boolean;
}

/**
 * An answer to somebody. It shows texts of the project or the name of who asked, so it is remembered
 * until one of those is erased.
 */
export function answered(
  { conversation, thread }: Place,
  { activityId, at, ...facts }: Pick<Posted, 'activityId' | 'at'> & Antwoord,
): Posted {
  const id = hashOf(conversation, activityId);
  return standing({ id, soort: 'antwoord', facts, at, conversation, thread, activityId });
}

/** A live card whose place another took. Kept until Teams confirmed that it says so. */
export function replaced({ facts, at, conversation, thread, activityId }: Posted): Posted {
  const id = `${stapVan(facts)}.${hashOf(conversation, activityId)}`;
  return standing({ id, soort: KAART_OUD, facts, at, conversation, thread, activityId });
}

/** It stands there; what it shows was not compared with anything yet. */
const standing = (there: Omit<Posted, 'afloop' | 'digest' | 'doubt' | 'anew'>): Posted => ({
  ...there,
  afloop: 'verstuurd',
  digest: '',
});

const hashOf = (conversation: string, activityId: string) =>
  createHash('sha256').update(`${conversation} ${activityId}`).digest('hex');
