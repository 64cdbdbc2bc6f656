import type { Beeld } from '../contract/contract.ts';
import { isGepland, overleggenIn, overlegInZin } from '../contract/overleggen.ts';
import { opdrachtgevers, profielVan, isAfgerond } from '../feiten/gegevens.ts';
import type { Poster, PosterBlok, PosterStap } from '../vormen/poster.ts';
import { huidig, isGeopend } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { dateOf, dateText, dayText, momentText } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';

/** The plan at a glance (Q16). It holds nothing confidential, whoever asks for it. */
export function posterVan(beeld: Beeld): Poster {
  const samen = { ...beeld, project: voorIedereen(beeld.project) };
  const { facts, texts } = profielVan(samen.project);
  const van = opdrachtgevers(samen.project).slice(0, 2).join(' en ');
  return {
    titel: texts.naam,
    onder: [van === '' ? '' : `Voor ${van}`, `Loopt tot ${dateText(facts.einde)}`]
      .filter((part) => part !== '')
      .join(' · '),
    stappen: stappen(samen),
    stand: stand(samen),
    blokken: [
      ...samen.traject.stappen
        .filter(({ id }) => isGeopend(samen.project, id))
        .flatMap((step) => step.poster(samen)),
      ...planning(samen),
    ],
    voet: `Stand van ${dateText(dateOf(samen.now))}`,
  };
}

function stappen({ project, traject }: Beeld): PosterStap[] {
  const nu = huidig(project)?.facts.nummer ?? 0;
  return traject.stappen.map(({ nummer, naam }) => ({
    nr: nummer,
    naam,
    stand:
      nummer < nu || isAfgerond(project) ? ('klaar' as const) : nummer === nu ? 'bezig' : 'later',
  }));
}

function stand({ project, traject }: Beeld): string {
  const nu = huidig(project);
  if (isAfgerond(project)) return `Het ${traject.woorden.project} is afgerond.`;
  if (!nu) return '';
  const { nummer, naam } = stepOf(traject, nu.id);
  return `Stap ${nummer} van ${traject.stappen.length}: ${naam}`;
}

/** What comes next: the deadline of the step, the overleggen that are planned, the end. */
function planning(beeld: Beeld): PosterBlok[] {
  const { project, now } = beeld;
  if (isAfgerond(project)) return [];
  const vandaag = dateOf(now);
  const punten = [...deadline(beeld), ...gepland(beeld), einde(beeld)]
    .filter(({ datum }) => datum >= vandaag)
    .sort((a, b) => a.datum.localeCompare(b.datum));
  return [
    {
      soort: 'lijst',
      kop: 'Wat komt er nog?',
      isGenummerd: false,
      punten: punten.map(({ zin }) => zin),
    },
  ].filter((blok) => blok.punten.length > 0) as PosterBlok[];
}

interface Punt {
  datum: string;
  zin: string;
}

function deadline({ project, traject, now }: Beeld): Punt[] {
  const nu = huidig(project);
  if (!nu || nu.facts.datum === '' || nu.facts.gesloten !== '') return [];
  const { datum, nummer } = nu.facts;
  const wat = stepOf(traject, nu.id).heeftInvoer ? 'sluit' : 'moet klaar zijn';
  return [{ datum, zin: `${dayText(datum, now)}: stap ${nummer} ${wat}` }];
}

const gepland = (beeld: Beeld): Punt[] =>
  overleggenIn(beeld)
    .filter(({ found }) => isGepland(found))
    .map((een) => ({
      datum: een.found.facts.datum,
      zin: `${momentText(een.found.facts, beeld.now)}: ${overlegInZin(een)}`,
    }));

function einde({ project, traject: { woorden } }: Beeld): Punt {
  const { einde: datum } = profielVan(project).facts;
  return { datum, zin: `${dateText(datum)}: einde van het ${woorden.project}` };
}
