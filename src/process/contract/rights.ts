import { leads, type Deelnemer } from '../feiten/deelnemers.ts';

/** What one needs to be for something. */
export type Right = 'iedereen' | 'deelnemer' | 'notulist' | 'projectleider' | 'vrijgekomen';

/** Who somebody is in this project, at this moment. */
export interface Standing {
  /** The deelnemer that the verified identity is bound to. */
  actor: Deelnemer | undefined;
  /** True for who keeps the notes of the overleg that is going on. */
  isNotulist: boolean;
  /** True when there is neither projectleider nor plaatsvervanger, or none who is still in the conversation. */
  isLeaderless: boolean;
}

const isLid = ({ actor }: Standing) => actor?.facts.status === 'lid';
const isLeader = ({ actor }: Standing) => actor !== undefined && leads(actor);

/** Who may do what: each action names one of these. Checked when deciding, from the log. */
export const RIGHTS: Readonly<Record<Right, (standing: Standing) => boolean>> = {
  /** Anybody Teams vouches for, e.g. to start a project or to ask to join. */
  iedereen: () => true,
  deelnemer: isLid,
  /** Outcomes, attendance, clusters. Not: closing or opening steps, fixing the list. */
  notulist: (standing) => isLeader(standing) || (isLid(standing) && standing.isNotulist),
  projectleider: isLeader,
  /** A deelnemer may take over the lead when it has fallen free. */
  vrijgekomen: (standing) => isLid(standing) && standing.isLeaderless,
};
