import type { Beeld, Bericht, Vergadering } from './contract/contract.ts';
import { leden, naamVan, projectleider } from './feiten/deelnemers.ts';
import { profielVan } from './feiten/gegevens.ts';
import {
  afspraak,
  agendapunt,
  genodigden,
  komtNaar,
  overlegId,
  overlegNr,
  uitkomst,
  type Overleg,
} from './feiten/overleg.ts';
import type { Button } from './vormen/screen.ts';
import { all, one, type Facts, type Project } from './feiten/project.ts';
import { stap } from './feiten/geopende-stap.ts';
import { agendaVan, stepOf } from './contract/step.ts';
import { klokBerichten } from './klok/berichten.ts';
import { afgekort } from './taal/tekst.ts';
import { dayText, momentText, utcOf } from './taal/time.ts';
import { aantal } from './taal/woorden.ts';
import { waarStaanWe } from './groep/deelnemers.ts';
import { overlegTekst } from './overleg/agenda.ts';
import { AGENDA_TITEL } from './overleg/overzicht.ts';
import { prentVan } from './stukken/prent.ts';

/** Sentences that stand with a picture. */
const MAX_WOORDEN = 25;

const tekst = (facts: Facts, key: string) => (facts[key] ?? '') as string;
const getal = (facts: Facts, key: string) => Number(facts[key] ?? 0);
const naamVanProject = (project: Project) => profielVan(project).texts.naam;

/** What the group reads in its conversation, by the soort that the outbox holds; drawn from the state when it is sent. */
export const berichten: Readonly<Record<string, (beeld: Beeld, facts: Facts) => Bericht>> = {
  ...klokBerichten,
  /** What is left of an overview that somebody asked for, once a text in it was erased. */
  antwoord: () => ({
    titel: 'Dit overzicht is weggehaald, omdat er tekst is gewist.',
    regels: ['Vraag het opnieuw op.'],
    knoppen: [{ titel: 'Plan tot nu toe', verb: 'plan' }],
  }),
  /** In words what the picture shows: beside it, and in its place when it cannot be made. */
  beeld: (beeld, facts) => {
    const prent = prentVan(beeld, tekst(facts, 'wat'));
    return {
      titel: prent?.titel ?? 'Dit beeld is er niet meer.',
      regels: prent?.woorden.slice(0, MAX_WOORDEN).map((zin) => `• ${zin}`) ?? [],
      knoppen: [{ titel: 'Plan tot nu toe', verb: 'plan' }],
      overbodig: prent === undefined,
    };
  },
  welkom: (beeld, facts) => {
    const wie = facts['wie'] as string[];
    const namen = wie.map((id) => naamVan(beeld.project, id));
    const rest = namen.length > MAX_WELKOM ? ` en ${namen.length - MAX_WELKOM} anderen` : '';
    const metTeams = leden(beeld.project).some(
      ({ id, facts: { identities } }) => wie.includes(id) && identities.length > 0,
    );
    return {
      titel: `${namen.slice(0, MAX_WELKOM).join(', ')}${rest} ${wie.length === 1 ? 'doet' : 'doen'} mee.`,
      regels: [
        `Welkom bij ${naamVanProject(beeld.project)}. Nu bezig: ${waarStaanWe(beeld)}.`,
        metTeams
          ? 'Vul je organisatie in bij Mijn gegevens. Bij Mijn taken zie je wat je kunt doen.'
          : 'De projectleider vult in wat zij doorgeven.',
      ],
      knoppen: [
        ...(metTeams
          ? [
              { titel: 'Mijn gegevens', verb: 'deelnemer.gegevens' },
              { titel: 'Mijn taken', verb: 'taken' },
            ]
          : []),
        { titel: 'Plan tot nu toe', verb: 'plan' },
      ],
    };
  },
  aanvraag: ({ project }, facts) => ({
    titel: `${naamVan(project, tekst(facts, 'wie'))} wil meedoen.`,
    regels: [`${projectleider(project)?.texts.naam ?? 'De projectleider'} beslist.`],
    knoppen: [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id: tekst(facts, 'wie') } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id: tekst(facts, 'wie') } },
    ],
  }),
  'nieuwe-projectleider': ({ project }, facts) => ({
    titel: `${naamVan(project, tekst(facts, 'wie'))} is nu projectleider.`,
    regels: [`Vragen over ${naamVanProject(project)}? Stel ze hier.`],
    knoppen: [{ titel: 'Status', verb: 'status' }],
  }),
  deadline: ({ project, traject }, facts) => {
    const found = one(project, stap, tekst(facts, 'stap'));
    const nummer = found?.facts.nummer ?? 0;
    const heeftInvoer = stepOf(traject, tekst(facts, 'stap')).heeftInvoer;
    const wanneer = found ? momentText(found.facts) : '';
    return {
      titel:
        facts['heropend'] === true
          ? `Stap ${nummer} staat weer open.`
          : `Stap ${nummer} heeft een nieuwe ${heeftInvoer ? 'deadline' : 'streefdatum'}.`,
      regels: [heeftInvoer ? `Invullen kan tot ${wanneer}.` : `De streefdatum is ${wanneer}.`],
      knoppen: [{ titel: 'Mijn taken', verb: 'taken' }],
    };
  },
  samenvatting: (beeld, facts) => stepOf(beeld.traject, tekst(facts, 'stap')).samenvatting(beeld),
  nagekomen: ({ project }) => ({
    titel: 'Er kwam nog een tekst na sluiting.',
    regels: [
      `${projectleider(project)?.texts.naam ?? 'De projectleider'} beslist of die meegaat in het overleg.`,
    ],
    knoppen: [{ titel: 'Voor de projectleider', verb: 'nagekomen' }],
  }),
  'overleg-gepland': ({ project }, facts) => {
    const nummer = getal(facts, 'nummer');
    const args = { nummer: String(nummer) };
    const found = overlegNr(project, nummer);
    if (!found || found.facts.datum === '')
      return {
        titel: `Overleg ${nummer} gaat niet door.`,
        regels: ['Er komt een nieuwe datum.'],
        knoppen: [{ titel: 'Status', verb: 'status' }],
      };
    const wie = genodigden(project, found);
    return {
      titel: `Overleg ${nummer} is ${facts['was'] ? 'verplaatst' : 'gepland'}.`,
      regels: [
        overlegTekst(found),
        ...(wie.length < leden(project).length
          ? [`Uitgenodigd: ${wie.map(({ texts }) => texts.naam).join(', ')}.`]
          : []),
        komstZin(project, found),
      ].filter((regel) => regel !== ''),
      knoppen: [
        ...komKnoppen(nummer),
        { titel: 'Agenda', verb: 'overleg', args },
        { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args },
      ],
      vergadering: vergaderingVan(project, found),
      blijft: found.facts.begonnen === '',
    };
  },
  agenda: (beeld, facts) => {
    const nummer = getal(facts, 'nummer');
    const planned = overlegNr(beeld.project, nummer);
    const own = all(beeld.project, agendapunt).filter(
      ({ facts: { overleg } }) => overleg === overlegId(nummer),
    );
    return {
      titel: `${facts['definitief'] === true ? 'De agenda van overleg' : 'Overleg'} ${nummer}: ${overlegTekst(overlegNr(beeld.project, nummer))}`,
      regels: [
        AGENDA_TITEL[nummer] ?? '',
        ...agendaVan(beeld.traject, nummer).flatMap(({ tekst: line, isOnderdeel, gegevens }) => [
          `${isOnderdeel ? '   –' : '•'} ${line}`,
          ...gegevens(beeld)
            .slice(0, REGELS_PER_PUNT)
            .map((regel) => `      ${kort(regel)}`),
        ]),
        ...eerste(own.map(({ texts }) => `• ${texts.punt}`)),
        'Mis je een punt? Voeg het toe.',
      ],
      knoppen: [
        ...komKnoppen(nummer),
        { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args: { nummer: String(nummer) } },
        { titel: 'Agenda met alle gegevens', verb: 'overleg', args: { nummer: String(nummer) } },
      ],
      ...(planned && planned.facts.datum !== ''
        ? { vergadering: vergaderingVan(beeld.project, planned) }
        : {}),
    };
  },
  'overleg-gesloten': ({ project, traject }, facts) => {
    const nummer = getal(facts, 'nummer');
    const found = overlegNr(project, nummer);
    const uitkomsten = all(project, uitkomst).filter(
      ({ facts: { overleg } }) => overleg === overlegId(nummer),
    );
    const lines = agendaVan(traject, nummer);
    // A date agreed for a step is nobody's to do.
    const termijnen = uitkomsten.filter(
      ({ facts: { soort, wie } }) => soort === 'afspraak' && wie === '',
    );
    const nieuw = all(project, afspraak).filter(
      ({ facts: { overleg, klaar } }) => overleg === overlegId(nummer) && !klaar,
    );
    return {
      titel: `Overleg ${nummer} is klaar.`,
      regels: [
        `Aanwezig: ${aantal(found?.facts.aanwezig.length ?? 0, 'deelnemer', 'deelnemers')}.`,
        ...eerste(
          uitkomsten
            .filter(({ facts: { soort } }) => soort !== 'afspraak')
            .map(
              ({ facts: { regel, soort }, texts }) =>
                `• ${lines.find(({ id }) => id === regel)?.tekst ?? 'Extra punt'} – ${soort}: ${kort(texts.tekst)}`,
            ),
        ),
        ...(nieuw.length + termijnen.length > 0 ? ['Afspraken:'] : []),
        ...termijnen.map(({ texts }) => `• ${texts.tekst}`),
        ...eerste(
          nieuw.map(
            ({ facts: { wie, wanneer }, texts }) =>
              `• ${naamVan(project, wie)}: ${kort(texts.wat)}${wanneer === '' ? '' : `, voor ${dayText(wanneer)}`}`,
          ),
        ),
      ],
      knoppen: [
        { titel: 'Alle uitkomsten', verb: 'overleg', args: { nummer: String(nummer) } },
        { titel: 'Afspraken', verb: 'afspraken' },
        { titel: 'Plan tot nu toe', verb: 'plan' },
      ],
    };
  },
};

function vergaderingVan(project: Project, { facts, texts }: Overleg): Vergadering {
  const { nummer, datum, tijd, eind } = facts;
  return {
    onderwerp: `Overleg ${nummer}: ${naamVanProject(project)}`,
    van: utcOf({ datum, tijd }),
    tot: eind === '' ? '' : utcOf({ datum, tijd: eind }),
    plaats: texts.plaats,
  };
}

/** One tap, changeable afterwards. */
const komKnoppen = (nummer: number): Button[] =>
  (['ja', 'nee'] as const).map((komt) => ({
    titel: komt === 'ja' ? 'Ik kom' : 'Ik kom niet',
    verb: 'overleg.komst',
    args: { nummer: String(nummer), komt },
  }));

/** `4 van de 8 komen, 1 komt niet.` */
function komstZin(project: Project, found: Overleg): string {
  const wie = genodigden(project, found);
  const [ja = 0, nee = 0] = [true, false].map(
    (komt) => wie.filter(({ id }) => komtNaar(project, found, id) === komt).length,
  );
  const komen = `${ja} van de ${wie.length} ${ja === 1 ? 'komt' : 'komen'}`;
  return nee === 0 ? `${komen}.` : `${komen}, ${nee} ${nee === 1 ? 'komt' : 'komen'} niet.`;
}

/** Names in one sentence. */
const MAX_WELKOM = 10;
const MAX_REGELS = 15;
const MAX_TEKENS = 300;

/** The first of them; the others are behind the button. */
const eerste = (regels: readonly string[]) =>
  regels.length <= MAX_REGELS
    ? regels
    : [...regels.slice(0, MAX_REGELS), `• En nog ${regels.length - MAX_REGELS}.`];

const kort = (tekst: string) => afgekort(tekst.replace(/\s+/g, ' '), MAX_TEKENS);

/** Enough of what is known for the proposal; the whole is behind its button. */
const REGELS_PER_PUNT = 6;
