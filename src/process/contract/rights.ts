import { leads, ROLLEN, type Deelnemer } from '../feiten/deelnemers.ts';

/** What a person must be to do something. */
export type Right = 'iedereen' | 'deelnemer' | 'notulist' | 'projectleider' | 'vrijgekomen';

/** What a person is in this project, at this moment. */
export interface Standing {
  /** The deelnemer that the verified identity is bound to. */
  actor: Deelnemer | undefined;
  /** True for the notulist of the present overleg. */
  isNotulist: boolean;
  /** True when there is neither projectleider nor plaatsvervanger, or when neither is still in the conversation. */
  isLeaderless: boolean;
}

const isLid = ({ actor }: Standing) => actor?.facts.status === 'lid';
const noteert = ({ actor }: Standing) => actor !== undefined && ROLLEN[actor.facts.rol].noteert;
const isLeader = ({ actor }: Standing) => actor !== undefined && leads(actor);

/** Who may do what: each action names one of these. Checked when deciding, from the log. */
export const RIGHTS: Readonly<Record<Right, (standing: Standing) => boolean>> = {
  /** Everybody whom Teams vouches for, for example to start a project or to ask to join. */
  iedereen: () => true,
  deelnemer: isLid,
  /** Outcomes, attendance, clusters. Not closing or opening steps, and not fixing the list. */
  notulist: (standing) => isLid(standing) && (standing.isNotulist || noteert(standing)),
  projectleider: isLeader,
  /** A deelnemer may take over when there is no one left to lead. */
  vrijgekomen: (standing) => isLid(standing) && standing.isLeaderless,
};
