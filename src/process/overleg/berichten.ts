import { tekstIn } from '../contract/decision.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Beeld, Berichten, Vergadering } from '../contract/contract.ts';
import {
  bedoeldOverleg,
  overlegArgs,
  overlegInZin,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { leden, naamVan } from '../feiten/deelnemers.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { afspraak, genodigden, komtNaar, uitkomst, type Overleg } from '../feiten/overleg.ts';
import { all, type Facts, type Project } from '../feiten/project.ts';
import { eersteRegels, ingekort, mensen, enNog } from '../taal/opsomming.ts';
import { beslotenBij, puntenVan, regelsBij } from './punten.ts';
import { kortweg } from '../taal/tekst.ts';
import { dayText, timeText, utcOf } from '../taal/time.ts';
import { aantal, hoevelen } from '../taal/woorden.ts';
import { komstKnoppen, overlegTekst } from '../kalender/plannen.ts';
import { aaneen } from '../taal/aaneen.ts';

/** The points of an agenda with what the group knows about each, for who cannot open them. */
export const agendaMetGegevens = (beeld: Beeld, een: EenOverleg): string[] => [
  een.soort.agendatitel,
  ...puntenVan(beeld, een).flatMap(({ titel, regel }) => [
    `• ${titel}`,
    ...regelsBij(een, regel)
      .flatMap((line) => line.gegevens(beeld))
      .slice(0, REGELS_PER_PUNT)
      .map((gegeven) => `   ${kort(gegeven)}`),
  ]),
];

/** What the group reads about an overleg: that it is planned, what is on its agenda, what came out of it. */
export const overlegBerichten = {
  'overleg-gepland': (beeld, facts) => {
    const een = overlegVan(beeld, facts);
    const { project } = beeld;
    const { found } = een;
    const args = overlegArgs(een);
    if (!found || found.facts.datum === '')
      return {
        titel: `${overlegNaam(een)} gaat niet door.`,
        regels: ['Er komt een nieuwe datum.'],
        knoppen: [KNOP.status],
      };
    const wie = genodigden(project, found);
    return {
      titel: `${overlegNaam(een)} is ${facts['was'] ? 'verplaatst' : 'gepland'}.`,
      regels: [
        overlegTekst(found, beeld.now),
        ...(wie.length < leden(project).length
          ? [aaneen`Uitgenodigd: ${mensen(wie.map(({ naam }) => naam))}.`]
          : []),
        komstZin(project, found),
      ].filter((regel) => regel !== ''),
      knoppen: [
        ...komstKnoppen(args),
        { titel: 'Agenda', verb: 'overleg', args },
        { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args },
      ],
      vergadering: vergaderingVan(project, een, found),
      blijft: found.facts.begonnen === '',
    };
  },
  agenda: (beeld, facts) => {
    const een = overlegVan(beeld, facts);
    const { soort, found } = een;
    const args = overlegArgs(een);
    return {
      titel: `${facts['definitief'] === true ? `De agenda van ${overlegInZin(een)}` : overlegNaam(een)}: ${soort.vraag}`,
      regels: [
        overlegTekst(found, beeld.now),
        ...puntenVan(beeld, een).map(({ titel }, at) => `${at + 1}. ${kort(titel)}`),
        'Mis je een punt? Voeg het toe.',
      ],
      klein: soort.agendatitel,
      knoppen: [
        ...komstKnoppen(args),
        { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args },
        { titel: 'Bekijk de agenda', verb: 'overleg', args },
      ],
      ...(found && found.facts.datum !== ''
        ? { vergadering: vergaderingVan(beeld.project, een, found) }
        : {}),
    };
  },
  'overleg-gesloten': (beeld, facts) => {
    const een = overlegVan(beeld, facts);
    const { project } = beeld;
    const uitkomsten = all(project, uitkomst).filter(
      ({ facts: { overleg } }) => overleg === een.id,
    );
    const lines = een.soort.agenda;
    // A date agreed for a step is nobody's to do.
    const termijnen = uitkomsten.filter(
      ({ facts: { soort, wie } }) => soort === 'afspraak' && wie === '',
    );
    const nieuw = all(project, afspraak).filter(
      ({ facts: { overleg, klaar } }) => overleg === een.id && !klaar,
    );
    return {
      titel: `${overlegNaam(een)} is klaar.`,
      regels: [
        `Aanwezig: ${aantal(een.found?.facts.aanwezig.length ?? 0, 'deelnemer', 'deelnemers')}.`,
        ...eerste(
          uitkomsten
            .filter(({ facts: { soort } }) => soort !== 'afspraak')
            .map(
              ({ facts: { regel, soort }, texts }) =>
                `• ${lines.find(({ id }) => id === regel)?.titel ?? 'Extra punt'} – ${soort}: ${kort(texts.tekst)}`,
            ),
        ),
        ...eerste(
          lines.flatMap(({ id }) =>
            eersteRegels(beslotenBij(beeld, een, id), REGELS_PER_PUNT).map(
              (zin) => `• ${kort(zin)}`,
            ),
          ),
        ),
        ...(nieuw.length + termijnen.length > 0 ? ['Afspraken:'] : []),
        ...termijnen.map(({ texts }) => `• ${texts.tekst}`),
        ...eerste(
          nieuw.map(
            ({ facts: { wie, wanneer }, texts }) =>
              aaneen`• ${naamVan(project, wie)}: ${kort(texts.wat)}${wanneer === '' ? '' : `, voor ${dayText(wanneer, beeld.now)}`}`,
          ),
        ),
      ],
      knoppen: [
        { titel: 'Alle uitkomsten', verb: 'overleg', args: overlegArgs(een) },
        KNOP.afspraken,
        KNOP.plan,
      ],
    };
  },
} satisfies Berichten;

/** The overleg that a message is about. What stands in the outbox was written by us: there is one with that number. */
function overlegVan(beeld: Beeld, facts: Facts): EenOverleg {
  const found = bedoeldOverleg(beeld, { nummer: tekstIn(facts, 'nummer') });
  if (!found) throw new Error('a message about an overleg that no traject holds');
  return found;
}

/** An overleg as a calendar holds it. */
export function vergaderingVan(
  project: Project,
  een: EenOverleg,
  { facts, texts }: Overleg,
): Vergadering {
  const { datum, tijd, eind } = facts;
  const tijden = eind === '' ? timeText(tijd) : `${timeText(tijd)} tot ${timeText(eind)}`;
  return {
    onderwerp: `${overlegNaam(een)}: ${profielVan(project).texts.naam}`,
    van: utcOf({ datum, tijd }),
    tot: eind === '' ? '' : utcOf({ datum, tijd: eind }),
    plaats: texts.plaats,
    // In full, because it is read in a calendar, whenever that is.
    tekst: `${dayText(datum, '')}, ${tijden}`,
  };
}

/** `4 van de 8 komen, 1 komt niet.` */
function komstZin(project: Project, found: Overleg): string {
  const wie = genodigden(project, found);
  const [ja = 0, nee = 0] = [true, false].map(
    (komt) => wie.filter(({ id }) => komtNaar(project, found, id) === komt).length,
  );
  if (ja + nee === 0) return 'Nog niemand heeft laten weten of die komt.';
  const komen =
    ja === 0
      ? ''
      : `${hoevelen({ n: ja, van: wie.length }, ['komt', 'komen'])}${nee > 0 ? ', ' : ''}`;
  return `${komen}${nee === 0 ? '' : `${nee} ${nee === 1 ? 'komt' : 'komen'} niet`}.`;
}

const MAX_REGELS = 15;
const MAX_TEKENS = 300;

/** The first of them; the others are behind the button. */
const eerste = (regels: readonly string[]) =>
  ingekort(regels, MAX_REGELS, (n) => `• ${enNog(n, 'ander punt', 'andere punten')}`);

const kort = (tekst: string) => kortweg(tekst, MAX_TEKENS);

/** Enough of what is known for the proposal; the whole is behind its button. */
const REGELS_PER_PUNT = 6;
