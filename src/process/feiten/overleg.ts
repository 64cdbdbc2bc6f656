import { isVan, leads, leden, type Deelnemer } from './deelnemers.ts';
import { all, kind, one, type Entry, type Project } from './project.ts';
import { isVoorIedereen } from './vertrouwelijk.ts';

/** One of the overleggen. Its id is `overleg1`, `overleg2`, `overleg3`. */
export const overleg = kind<
  {
    nummer: number;
    /** Agreed moment, local; empty while not planned. */
    datum: string;
    tijd: string;
    /** UTC; empty before it began, empty while it is going on. */
    begonnen: string;
    gesloten: string;
    /** Deelnemer ids. */
    aanwezig: readonly string[];
    /** Deelnemer id; empty: nobody. */
    notulist: string;
    /** Local time at which it ends; empty while not said. */
    eind: string;
    /** Of one that was called off: the moment it had, as `momentVan`; empty when it never was. */
    was: string;
    /** Deelnemer ids; empty: everybody. */
    genodigd: readonly string[];
  },
  { plaats: string; anderen: string }
>('overleg', { leeg: { facts: { eind: '', was: '', genodigd: [] } } });

/** Whether somebody comes to an overleg; id `<overleg>.<deelnemer>`. */
export const komst = kind<
  {
    van: string;
    overleg: string;
    komt: boolean;
    /** The moment it was said of: of another one nothing is said yet. */
    moment: string;
  },
  object
>('komst');

export const momentVan = ({ facts: { datum, tijd } }: Overleg) => `${datum} ${tijd}`;

/** Whether somebody comes to an overleg as it is planned now; undefined when they did not say. */
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

/** A point somebody added to an agenda. */
export const agendapunt = kind<{ overleg: string; van: string }, { punt: string }>('agendapunt');

/** Who may read it (rule 10): everybody, or only who does it, who leads and `voor`, deelnemer ids: who wrote it and who was chosen. */
interface Lezers {
  vertrouwelijk: boolean;
  voor: readonly string[];
}

const VOOR_ALLEN = { leeg: { facts: { vertrouwelijk: false, voor: [] } } };

/** What came out of one line of an agenda; its id is `<overleg>.<regel>`. */
export const uitkomst = kind<
  Lezers & {
    overleg: string;
    regel: string;
    soort: 'besluit' | 'afspraak' | 'ter informatie';
    wie: string;
    wanneer: string;
  },
  { tekst: string }
>('uitkomst', VOOR_ALLEN);

/** Something somebody will do, agreed in an overleg or between them. */
export const afspraak = kind<
  Lezers & {
    wie: string;
    wanneer: string;
    klaar: boolean;
    overleg: string;
    soort: 'algemeen' | 'achterban';
  },
  { wat: string }
>('afspraak', VOOR_ALLEN);

export const overlegId = (nummer: number) => `overleg${nummer}`;
export const overlegNr = (project: Project, nummer: number): Overleg | undefined =>
  one(project, overleg, overlegId(nummer));

/** The overleg that is going on. */
export const gaande = (project: Project): Overleg | undefined =>
  all(project, overleg).find(({ facts }) => facts.begonnen !== '' && facts.gesloten === '');

/** True once this overleg has begun. */
export const isBegonnen = (project: Project, nummer: number) =>
  (overlegNr(project, nummer)?.facts.begonnen ?? '') !== '';

/** True for who keeps the notes of the overleg that is going on. */
export const isNotulist = (project: Project, lid: string) =>
  lid !== '' && gaande(project)?.facts.notulist === lid;

/** Afspraken that are not done yet, the oldest date first. */
export const openAfspraken = (project: Project) =>
  all(project, afspraak)
    .filter(({ facts }) => !facts.klaar)
    .sort((a, b) => a.facts.wanneer.localeCompare(b.facts.wanneer));

/** True when this person may read an outcome or an afspraak here; what is confidential nobody may where others read along. */
export function isLeesbaar(
  project: Project,
  lid: Deelnemer,
  { facts }: Entry<Lezers & { wie: string }, unknown>,
): boolean {
  if (!facts.vertrouwelijk) return true;
  if (isVoorIedereen(project)) return false;
  if (leads(lid) || facts.voor.includes(lid.id)) return true;
  return facts.wie !== '' && isVan(project, lid, facts.wie);
}
