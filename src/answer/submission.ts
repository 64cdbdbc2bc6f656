import { createHash, randomUUID } from 'node:crypto';
import type { Submission } from '../act.ts';
import type { AnyAction, Ctx } from '../process/contract/contract.ts';
import { newId, type Project } from '../process/feiten/project.ts';
import type { Marker } from '../storage/log/log.ts';

/** One button pressed or form sent, in chat or tab; who did it and what it is about stands in `ctx`. */
export interface Turn {
  action: AnyAction;
  /** As it was known when it came in. */
  ctx: Ctx;
  /** Made when the screen was drawn: of a repeat the same. */
  nonce: string;
  /** The revision of what the form changes, as this person saw it. */
  rev: number;
  /** The form's fields as text. */
  raw: Readonly<Record<string, string>>;
  /** True for "Opslaan en nog een". */
  nogEen: boolean;
  /** When it came in, on the clock of the tables. */
  startedMs: number;
}

/** What is sent again has the same key. */
export function submissionOf(turn: Turn, clock: () => number): Submission {
  const { action, ctx, startedMs } = turn;
  return {
    projectId: ctx.project.id,
    key: keyOf(turn),
    by: ctx.actor.id || newId(ctx.project, 'd'),
    at: ctx.now,
    nonce: randomUUID(),
    startedMs,
    clock,
    ...(action.isTap ? { superseded: supersededBy(ctx.actor.id) } : {}),
  };
}

/**
 * A repeat has the same key; another person, text or form has another. The nonce also stands for the generation of the
 * step: a form gets its nonce when it is opened, and a live card has the number of the log, which rises when a step is
 * opened again. The present generation must not be in the key: a repeat that comes after a reopening would count as new.
 * A refusal leaves no marker, so it is judged again anyhow.
 */
function keyOf({ action: { verb }, ctx: { iemand, args, toch }, nonce, rev, raw }: Turn): string {
  const { tenant, oid } = iemand;
  const said = [nonce, tenant, oid, verb, rev, sorted(args), toch, sorted(raw)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** A button that stays where it is: the same press again is no repeat once its own actor changed the thing after it. */
const supersededBy =
  (actor: string) =>
  (project: Project, { about, n }: Marker): boolean =>
    [...project.entries.values()].some((ofKind) => {
      const found = ofKind.get(about);
      return found !== undefined && found.rev > n && found.changedBy === actor;
    });
