import { createHash } from 'node:crypto';
import type { Project } from '../process/feiten/project.ts';
import type { Marker } from '../storage/log/log.ts';

/** What somebody sent, as far as it tells one submission from another. */
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
 * What is repeated has the same key; another person, text or form has another. The nonce stands for the generation of the
 * step as well: a form gets its own when it is opened, a live card the number of the log, which opening a step anew raises.
 * The generation of now would make two of one when a repeat comes after that; and a refusal leaves no marker, so that it is
 * judged again anyhow.
 */
export function keyOf({ nonce, tenant, oid, verb, rev, args, toch, raw }: Said): string {
  const said = [nonce, tenant, oid, verb, rev, sorted(args), toch, sorted(raw)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** A button that stays where it is: the same press again is no repeat once its own actor changed the thing after it. */
export const supersededBy =
  (actor: string) =>
  (project: Project, { about, n }: Marker): boolean =>
    [...project.entries.values()].some((ofKind) => {
      const found = ofKind.get(about);
      return found !== undefined && found.rev > n && found.changedBy === actor;
    });
