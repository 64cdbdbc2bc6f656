import type { Voortgang } from '../../../process/vormen/live-kaart.ts';
import { geteld, leads, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';
import { mensen, naamInLijst, opEenRij } from '../../../process/taal/opsomming.ts';
import { aantal, hoeveelVan, hoevelen } from '../../../process/taal/woorden.ts';
import { stemmingVan } from '../regels/overleg1.ts';
import { gestemd, handen as handenNu, isSamen, personen, stemmen } from './stemmen-nu.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { kiezers } from './telling.ts';
import type { GetoondeUitslag } from './getoond.ts';
import { isKlein } from './zicht.ts';

/** `6 van de 8 hebben gestemd, van wie 4 met opgestoken handen.` */
export const stand = (project: Project): string => stemVoortgang(project).zin;

/** The same with its figures. */
export function stemVoortgang(project: Project): Voortgang {
  const [n, van] = [gestemd(project).length, kiezers(project)];
  const zin = `${hoevelen({ n, van }, ['heeft', 'hebben'])} gestemd${handenZin(project)}.`;
  return { zin, n, van };
}

/** Of few voters not how many: one less would tell of somebody that they voted since. */
function handenZin(project: Project): string {
  if (isKlein(project)) return handenNu(project).length > 0 ? '. Er zijn handen opgestoken' : '';
  const samen = stemmen(project).filter(isSamen);
  const wie = samen.reduce((sum, found) => sum + personen(found), 0);
  if (wie === 0) return '';
  return `, van wie ${wie} met opgestoken ${wie === 1 ? 'hand' : 'handen'}`;
}

/** How the vote was held, where hands were counted: for the minutes. */
export const metHanden = (project: Project): string[] =>
  handenZin(project) === '' ? [] : [stand(project)];

/** The lines below a result: the sum with its spread, and who gave it, as far as that is read (rule 3). */
export function uitslagRegels(project: Project, found: GetoondeUitslag): string[] {
  const organisaties = perOrganisatie(found);
  const personen_ = found.personen.map(
    ({ naam, punten, handen }) =>
      `${naamInLijst(naam)} ${punten}${handen > 0 ? ' (hand opgestoken)' : ''}`,
  );
  return [
    somZin(project, found),
    ...(organisaties.length > 0 ? [`Per organisatie: ${opEenRij(organisaties)}`] : []),
    ...(personen_.length > 0 ? [`Per persoon: ${opEenRij(personen_)}`] : []),
  ];
}

function somZin(project: Project, { totaal, gevers, laagste, hoogste }: GetoondeUitslag): string {
  const isPunten = stemmingVan(project)?.facts.vorm === 'punten';
  const stemmers = aantal(gestemd(project).length, 'stemmer', 'stemmers');
  const punten = aantal(totaal, 'punt', 'punten');
  if (gevers === null || (isPunten && laagste === null)) return `${punten} van ${stemmers}`;
  return isPunten
    ? `${punten}, ieder gaf ${laagste === hoogste ? aantal(laagste ?? 0, 'punt', 'punten') : `${laagste} tot ${aantal(hoogste ?? 0, 'punt', 'punten')}`}`
    : `${hoeveelVan({ n: gevers, van: gestemd(project).length }, ['stemmer', 'stemmers'], ['koos', 'kozen'])} dit`;
}

/** How several are called that are shown together. */
export const SAMEN = 'kleine groepen samen';

/** `Politie 3 (2 met opgestoken handen)`, for each organisatie that gave it points. */
export const perOrganisatie = ({ organisaties }: GetoondeUitslag): string[] =>
  organisaties.map(({ naam, punten, handen }) => {
    const wie = naam === '' ? SAMEN : naamInLijst(naam);
    if (handen === 0) return `${wie} ${punten}`;
    return `${wie} ${punten} (${handen === punten ? '' : `${handen} `}met opgestoken handen)`;
  });

/** The people of the group without a vote; only the projectleider reads their names (rule 16). */
const zonderStem = (project: Project): Deelnemer[] => {
  const voted = new Set(gestemd(project));
  return geteld(project).filter(({ id }) => !voted.has(id));
};

/**
 * `Geen antwoord: 2`, with the names for the projectleider: all of them, or the first of many. Not while there are few
 * voters, of whom these names would tell who they are, and not where others read along (rule 16).
 */
export function geenStem(project: Project, lid: Deelnemer): string[] {
  const wie = zonderStem(project);
  if (wie.length === 0) return [];
  const metNamen = leads(lid) && !isKlein(project) && !isVoorIedereen(project);
  const namen = metNamen ? ` (${mensen(wie.map(({ naam }) => naam))})` : '';
  return [aaneen`Geen antwoord: ${wie.length}${namen}.`];
}
