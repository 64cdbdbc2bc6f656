import { isVan, leads, leden, type Deelnemer } from './deelnemers.ts';
import { all, kind, one, type Entry, type Project } from './project.ts';
import { geheim } from './geheim.ts';
import { vanDeGroep } from './persoonlijk.ts';
import { isVoorIedereen, OPEN, type Vertrouwelijk } from './vertrouwelijk.ts';

/** One overleg. Its id is `overleg` and its number. */
export const overleg = kind<
  {
    /** Only tells one from another; what it is called follows from its kind. */
    nummer: number;
    /** Id of its kind in the traject; empty in an older entry, whose id is that of its kind. */
    soort: string;
    /** Agreed moment, local; empty while not planned. */
    datum: string;
    tijd: string;
    /** UTC. `begonnen`: empty before it began. `gesloten`: empty while it goes on. */
    begonnen: string;
    gesloten: string;
    /** Deelnemer ids. */
    aanwezig: readonly string[];
    /** Deelnemer id; empty: there is none. */
    notulist: string;
    /** Local time at which it ends; empty while not said. */
    eind: string;
    /** Of one that was called off: the moment it had, as `momentVan`; empty when it never was. */
    was: string;
    /** Deelnemer ids; empty: everybody. */
    genodigd: readonly string[];
  },
  { plaats: string; anderen: string }
>('overleg', { leeg: { facts: { soort: '', eind: '', was: '', genodigd: [] } } });

/** Whether a person comes to an overleg; id `<overleg>.<deelnemer>`. */
export const komst = kind<
  {
    van: string;
    overleg: string;
    komt: boolean;
    /** The moment that the answer was about: after a change it does not count any more. */
    moment: string;
  },
  object
>('komst', { leeg: { facts: { moment: '' } } });

export const momentVan = ({ facts: { datum, tijd } }: Overleg) => `${datum} ${tijd}`;

/** Whether a person comes to an overleg as it is planned now; undefined when they did not say. */
export function komtNaar(project: Project, found: Overleg, lid: string): boolean | undefined {
  const said = one(project, komst, komstId(found.id, lid))?.facts;
  return said?.moment === momentVan(found) ? said.komt : undefined;
}

export const komstId = (overlegId: string, lid: string) => `${overlegId}.${lid}`;

export type Overleg = Entry<
  NonNullable<typeof overleg.shape>['facts'],
  NonNullable<typeof overleg.shape>['texts']
>;

/** Who is invited, as far as they are still in the group. */
export function genodigden(project: Project, { facts: { genodigd } }: Overleg): Deelnemer[] {
  const alle = leden(project);
  const found = alle.filter(({ id }) => genodigd.includes(id));
  return found.length > 0 ? found : alle;
}

/** A point that a person added to an agenda. */
export const agendapunt = kind<{ overleg: string; van: string }, { punt: string }>('agendapunt');

const VOOR_ALLEN = { leeg: { facts: OPEN } };

/** What came out of one line of an agenda; its id is `<overleg>.<regel>`. */
export const uitkomst = geheim(
  kind<
    Vertrouwelijk & {
      overleg: string;
      regel: string;
      soort: 'besluit' | 'afspraak' | 'ter informatie';
      wie: string;
      wanneer: string;
    },
    { tekst: string }
  >('uitkomst', VOOR_ALLEN),
  {
    wie: ({ facts }) => [facts.wie],
  },
);

/** Something that a person will do, agreed in an overleg or between two of them. */
export const afspraak = geheim(
  kind<
    Vertrouwelijk & {
      wie: string;
      wanneer: string;
      klaar: boolean;
      overleg: string;
      soort: 'algemeen' | 'achterban';
    },
    { wat: string }
  >('afspraak', VOOR_ALLEN),
  {
    wie: ({ facts }) => [facts.wie],
  },
);

vanDeGroep(overleg, uitkomst, afspraak);

export const overlegId = (nummer: number) => `overleg${nummer}`;
export const overlegNr = (project: Project, nummer: number): Overleg | undefined =>
  one(project, overleg, overlegId(nummer));

/** The overleg that is going on now. */
export const gaande = (project: Project): Overleg | undefined =>
  all(project, overleg).find(({ facts }) => facts.begonnen !== '' && facts.gesloten === '');

/** True once this overleg has begun. */
export const isBegonnen = (project: Project, nummer: number) =>
  (overlegNr(project, nummer)?.facts.begonnen ?? '') !== '';

/** True for the notulist of the present overleg. */
export const isNotulist = (project: Project, lid: string) =>
  lid !== '' && gaande(project)?.facts.notulist === lid;

/** Afspraken that are not done yet, the oldest date first. */
export const openAfspraken = (project: Project) =>
  all(project, afspraak)
    .filter(({ facts }) => !facts.klaar)
    .sort((a, b) => a.facts.wanneer.localeCompare(b.facts.wanneer));

/**
 * True when this person may read an outcome or an afspraak here. Where others read along, nothing confidential can be
 * read.
 */
export function isLeesbaar(
  project: Project,
  lid: Deelnemer,
  { facts }: Entry<Vertrouwelijk & { wie: string }, unknown>,
): boolean {
  if (!facts.vertrouwelijk) return true;
  if (isVoorIedereen(project)) return false;
  if (leads(lid) || facts.voor.includes(lid.id)) return true;
  return facts.wie !== '' && isVan(project, lid, facts.wie);
}
