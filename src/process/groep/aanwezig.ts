import type { Iemand } from '../contract/contract.ts';
import { accept, type Decision } from '../contract/decision.ts';
import { deelnemer, iedereen, whoIs, type Deelnemer, type Identity } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { heeftNaam } from '../feiten/namen.ts';
import { GEWIST, one, say, type NewEvent, type Project } from '../feiten/project.ts';
import { sleutel } from '../taal/schrift.ts';
import { plusMs } from '../taal/time.ts';

// Who is in the conversation, and how Teams calls them: what the planner takes over into the log. Rights follow the log.

/** So long after somebody came or left, the list of Teams may still be of before. */
const NOG_OUD_MS = 60_000;

/** The members of the conversation, as Teams told them. */
export interface Rooster {
  leden: readonly Iemand[];
  /** As they were told the time before; empty when they were not. */
  vorige: readonly Iemand[];
  /** True where Teams does not name people from elsewhere among the members. */
  isZonderExternen: boolean;
  /** UTC ISO */
  now: string;
}

/** What a list of the members changes: who is gone, who is back, who is called otherwise. */
export function volgensRooster(project: Project, rooster: Rooster): Decision {
  const mensen = inGroep(project);
  const staatIn = (lijst: readonly Iemand[]) => (lid: Deelnemer) =>
    lijst.some((wie) => isBekendAls(mensen, lid, wie));
  const isHier = staatIn(rooster.leden);
  const wasHier = staatIn(rooster.vorige);
  // A list without anybody of the group is not that of its conversation.
  if (!mensen.some(isHier)) return accept('', []);
  const isZeker = ({ changedBy, changedAt }: Deelnemer, isAnders: boolean) =>
    isAnders || changedBy !== 'klok' || plusMs(changedAt, NOG_OUD_MS) <= rooster.now;
  const weg = mensen.filter(
    (lid) =>
      lid.facts.status === 'lid' &&
      lid.facts.identities.length > 0 &&
      !(rooster.isZonderExternen && lid.facts.extern) &&
      !isHier(lid) &&
      isZeker(lid, wasHier(lid)),
  );
  const terug = mensen.filter(
    (lid) =>
      lid.facts.status === 'vertrokken' &&
      isHier(lid) &&
      isZeker(lid, rooster.vorige.length > 0 && !wasHier(lid)),
  );
  return gekomenEnGegaan(project, terug, weg, [
    ...rooster.leden.flatMap((wie) => nieuweNaam(project, wie)),
    ...mensen.flatMap((lid) => nieuwId(lid, rooster.leden)),
  ]);
}

/** What Teams says at the moment that people come or leave. `at`: when it happened, UTC. */
export function volgensBericht(
  project: Project,
  { erbij, eraf, at }: { erbij: readonly Identity[]; eraf: readonly Identity[]; at: string },
): Decision {
  // Teams repeats what it said, also after it has said otherwise.
  const mensen = inGroep(project).filter(
    ({ changedBy, changedAt }) => changedBy !== 'klok' || changedAt <= at,
  );
  const onder = (wie: readonly Identity[]) => (lid: Deelnemer) =>
    wie.some((een) => isBekendAls(mensen, lid, een));
  const weg = mensen.filter(({ facts }) => facts.status === 'lid').filter(onder(eraf));
  const terug = mensen.filter(({ facts }) => facts.status === 'vertrokken').filter(onder(erbij));
  return gekomenEnGegaan(project, terug, weg, []);
}

/** What an act shows of the person who did it: their name in Teams now. */
export const volgensHandeling = (project: Project, wie: Iemand): Decision =>
  accept('', nieuweNaam(project, wie));

const inGroep = (project: Project): Deelnemer[] =>
  iedereen(project).filter(({ facts }) => ['lid', 'vertrokken'].includes(facts.status));

/** True when Teams speaks of this person. Of who leaves it may tell no more than its own id. */
function isBekendAls(mensen: readonly Deelnemer[], lid: Deelnemer, wie: Identity): boolean {
  const heeftId = ({ facts }: Deelnemer) =>
    wie.teamsId !== '' && facts.identities.some(({ teamsId }) => teamsId === wie.teamsId);
  if (heeftId(lid)) return true;
  return !mensen.some(heeftId) && isVanZelfde(lid, wie);
}

/** The bot gets another id for everybody when it is registered anew. */
const isVanZelfde = ({ facts }: Deelnemer, { oid, tenant }: Identity) =>
  oid !== '' && facts.identities.some((eigen) => eigen.oid === oid && eigen.tenant === tenant);

function gekomenEnGegaan(
  project: Project,
  terug: readonly Deelnemer[],
  weg: readonly Deelnemer[],
  rest: readonly NewEvent[],
): Decision {
  const events = [
    ...terug.map((lid) => say(deelnemer, lid, { status: 'lid' })),
    ...weg.map((lid) => say(deelnemer, lid, { status: 'vertrokken' })),
    ...rest,
  ];
  const wie = weg.map(({ id }) => id);
  return wie.length === 0 || isAfgerond(project)
    ? accept('', events)
    : accept('', events, { soort: 'vertrokken', facts: { wie } });
}

/** The name that Teams has for somebody now, unless people chose another or had it erased. */
function nieuweNaam(project: Project, wie: Iemand): NewEvent[] {
  const lid = whoIs(project, wie);
  const nu = lid && one(project, deelnemer, lid.id);
  if (!nu || nu.facts.status === 'weg' || nu.texts.naam === GEWIST) return [];
  const isNieuw = heeftNaam(wie.naam) && !nu.facts.eigenNaam && wie.naam !== nu.texts.naam;
  const naam = isNieuw ? wie.naam : nu.texts.naam;
  const isNodig =
    wie.account !== '' &&
    wie.account !== nu.texts.account &&
    nu.texts.account !== GEWIST &&
    iedereen(project).some(
      ({ id }) =>
        id !== nu.id && sleutel(one(project, deelnemer, id)?.texts.naam ?? '') === sleutel(naam),
    );
  if (!isNieuw && !isNodig) return [];
  return [
    say(
      deelnemer,
      nu,
      {},
      { ...(isNieuw ? { naam } : {}), ...(isNodig ? { account: wie.account } : {}) },
    ),
  ];
}

/** Who is known by home tenant and object id, but under an id of Teams that is not theirs any more. */
function nieuwId(lid: Deelnemer, leden: readonly Iemand[]): NewEvent[] {
  const { identities } = lid.facts;
  const nu = identities.map((eigen) => {
    const [wie, nogEen] = leden.filter(
      ({ oid, tenant }) => oid === eigen.oid && tenant === eigen.tenant,
    );
    return wie && !nogEen && eigen.oid !== '' && wie.teamsId !== '' && eigen.teamsId !== wie.teamsId
      ? { ...eigen, teamsId: wie.teamsId }
      : eigen;
  });
  return nu.every((eigen, nth) => eigen === identities[nth])
    ? []
    : [say(deelnemer, lid, { identities: nu })];
}
