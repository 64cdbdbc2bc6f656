import { createHash } from 'node:crypto';
import type { Project } from '../process/feiten/project.ts';
import type { Marker } from '../storage/log/log.ts';

/** What a person sent, as far as it tells one submission from another. */
export interface Said {
  nonce: string;
  tenant: string;
  oid: string;
  verb: string;
  rev: number;
  args: Readonly<Record<string, string>>;
  /** True for "Toch opslaan". */
  toch: boolean;
  raw: Readonly<Record<string, string>>;
}

/**
 * A repeat has the same key; another person, text or form has another. The nonce also stands for the generation of the
 * step: a form gets its nonce when it is opened, and a live card has the number of the log, which rises when a step is
 * opened again. The present generation must not be in the key: a repeat that comes after a reopening would count as new.
 * A refusal leaves no marker, so it is judged again anyhow.
 */
export function keyOf({ nonce, tenant, oid, verb, rev, args, toch, raw }: Said): string {
  const said = [nonce, tenant, oid, verb, rev, sorted(args), toch, sorted(raw)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** For a button that stays in place: the same press is no repeat once its own actor has changed the thing after it. */
export const supersededBy =
  (actor: string) =>
  (project: Project, { about, n }: Marker): boolean =>
    [...project.entries.values()].some((ofKind) => {
      const found = ofKind.get(about);
      return found !== undefined && found.rev > n && found.changedBy === actor;
    });
