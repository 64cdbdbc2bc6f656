import { HALF, LEEG, stadium, WIE, type Fase, type Omvang } from '../../support/stadia.ts';
import { genummerd } from './anders.ts';
import { begin, mensen } from './bijzonder.ts';
import { stap2, stap3en4, stap5, stap6 } from './bijzonder-stappen.ts';
import { standVan, type Lezer, type Stand } from './stand.ts';

/** A stand, who looks at it, which pages of the tab the first of them reads, and how far they go. */
export interface Opname {
  stand: Stand;
  lezers: readonly Lezer[];
  tab: 'alle bladen' | 'eigen bladen' | '';
  ver: boolean;
}

const LEIDER: Lezer = { naam: 'projectleider', id: WIE.leider, waar: 'dialoog' };
const LID: Lezer = { naam: 'deelnemer', id: WIE.lid, waar: 'dialoog' };
const NOTULIST: Lezer = { naam: 'notulist', id: WIE.notulist, waar: 'groep' };
const PLAATS: Lezer = { naam: 'plaatsvervanger', id: WIE.plaatsvervanger, waar: 'eigen chat' };
const PLAATS_IN_GROEP: Lezer = { ...PLAATS, naam: 'plaatsvervanger, in de groep', waar: 'groep' };
const COLLEGA: Lezer = { naam: 'collega', id: WIE.collega, waar: 'eigen chat' };
const STIL: Lezer = { naam: 'wie nog niets zei', id: WIE.stil, waar: 'groep' };
const AANVRAGER: Lezer = { naam: 'wie mee wil doen', id: WIE.aanvrager, waar: 'groep' };
const WEG: Lezer = { naam: 'wie wegging', id: WIE.weg, waar: 'groep' };
const BUITEN: Lezer = { naam: 'buitenstaander', id: WIE.buiten, waar: 'groep' };

type Rest = Omit<Opname, 'stand'>;
const ALLEEN: Rest = { lezers: [LEIDER], tab: '', ver: true };

type Punt = readonly [stap: number, fase: Fase];

/** The ordinary course of a project, and whether other words stand there than just before. */
const GANG: readonly (readonly [...Punt, 'nieuw' | 'tussen'])[] = [
  [1, 'open', 'nieuw'],
  [2, 'open', 'nieuw'],
  [2, 'gesloten', 'tussen'],
  [2, 'overleg', 'nieuw'],
  [2, 'na overleg', 'nieuw'],
  [3, 'open', 'nieuw'],
  [3, 'gesloten', 'tussen'],
  [4, 'open', 'tussen'],
  [4, 'overleg', 'nieuw'],
  [5, 'open', 'nieuw'],
  [5, 'overleg', 'tussen'],
  [6, 'open', 'nieuw'],
  [6, 'gesloten', 'tussen'],
  [6, 'overleg', 'nieuw'],
  [6, 'na overleg', 'tussen'],
  [6, 'afgerond', 'nieuw'],
];
const VOLSTE = GANG.filter(([stap, , hoe]) => stap > 1 && hoe === 'nieuw').slice(0, -1);

/** One of everything, so that each is named in the singular. */
const EEN: Omvang = {
  ...HALF,
  ...{ problemen: 1, clusters: 0, eerst: 1, maatregelen: 1, doelen: 1, regels: 1, rest: 1 },
};

/** More than a page, a list or a sentence holds. */
const VEEL: Omvang = {
  ...{ naam: 'vol', deelnemers: 43, problemen: 43, clusters: 6, eerst: 12, maatregelen: 43 },
  ...{ doelen: 14, regels: 24, documenten: 12, rest: 17 },
};

const rij = (
  naam: string,
  omvang: Omvang,
  punten: typeof GANG,
  rest: Rest,
  tussen = rest,
): Opname[] =>
  punten.map(([stap, fase, hoe]) => ({
    stand: standVan(`${naam}, stap ${stap} ${fase}`, stadium(omvang, stap, fase, genummerd())),
    ...(hoe === 'nieuw' ? rest : tussen),
  }));

/** Readers besides the usual ones, where it makes a difference. */
const OOK = GANG.filter(([stap, fase]) => [2, 3, 6].includes(stap) && fase === 'open').map(
  ([stap, fase]) => [stap, fase, 'nieuw'] as const,
);

const GROEP: Rest = {
  ...{ lezers: [LEIDER, LID, NOTULIST, PLAATS, BUITEN], tab: 'alle bladen', ver: true },
};
const TUSSEN: Rest = { lezers: [LEIDER, LID], tab: '', ver: false };
const ANDEREN: Rest = {
  ...TUSSEN,
  tab: 'eigen bladen',
  lezers: [COLLEGA, STIL, PLAATS_IN_GROEP, AANVRAGER, WEG],
};

/** All stands: from nothing to much, then what is out of the ordinary. */
export const standen = (): Opname[] => [
  ...rij('alleen', LEEG, GANG, ALLEEN),
  ...rij('halverwege', HALF, GANG, GROEP, TUSSEN),
  ...rij('halverwege, anderen', HALF, OOK, ANDEREN),
  ...rij('een van alles', EEN, VOLSTE, ALLEEN),
  ...rij('van alles veel', VEEL, VOLSTE, { ...ALLEEN, ver: false }),
  ...[begin(), mensen(), stap2(), stap3en4(), stap5(), stap6()]
    .flat()
    .map((stand) => ({ stand, lezers: [LEIDER, LID], tab: '' as const, ver: false })),
];
