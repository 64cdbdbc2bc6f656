import { overlegTekst } from '../kalender/plannen.ts';
import { agendaMetGegevens, overlegBerichten } from '../overleg/berichten.ts';
import {
  bedoeldOverleg,
  eerstvolgende,
  isGepland,
  komendOverleg,
  overleggenIn,
  overlegInZin,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { NAAM, waarStaanWe } from '../groep/deelnemers.ts';
import type { Ctx, Step, Verzoek } from '../contract/contract.ts';
import { leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond, opdrachtgevers, profielVan } from '../feiten/gegevens.ts';
import { one } from '../feiten/project.ts';
import type { Groep } from '../vormen/screen.ts';
import { geopend, huidig, isOpenFor, stap, type Stap } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { verzoekenVan } from '../stukken/akkoordverzoek.ts';
import { alsTekst } from '../stukken/als-tekst.ts';
import { rolNaam } from '../contract/rollen.ts';
import { kortweg } from '../taal/tekst.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { ingekort, opEenRij } from '../taal/opsomming.ts';
import { dateText, opDeadline } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { beeldVan } from '../contract/beeld.ts';
import { vraagRegels, vragenIn, vragenVan, type Vragen } from './vragen.ts';
import { aaneen } from '../taal/aaneen.ts';

/** What an e-mail can be about. */
export type Wat = 'uitnodiging' | 'stap' | 'agenda' | 'samenvatting' | 'overleg' | 'akkoord';

/** Something about which an e-mail can be written now. */
export interface Onderwerp {
  wat: Wat;
  /** Of the step or the overleg; 0 for an invitation. */
  nummer: number;
  /** Id of the party that is asked to agree; else empty. */
  partij: string;
  /** As a button says it. */
  titel: string;
}

/** An e-mail as plain text. */
interface Email {
  onderwerp: string;
  tekst: string;
}

/** The project as everybody may read it, because the text leaves the group (rule 10). */
const openbaar = (ctx: Ctx): Ctx => ({ ...ctx, project: voorIedereen(ctx.project) });

/** All that can be written about now, nearest first. */
export function onderwerpen(ctx: Ctx): Onderwerp[] {
  const nu = huidig(ctx.project);
  const loopt = !isAfgerond(ctx.project);
  const komend = komendOverleg(ctx);
  const isGehouden = ({ found }: EenOverleg) => (found?.facts.gesloten ?? '') !== '';
  return [
    ...(loopt && nu && !isDicht(ctx, nu)
      ? [maak('stap', nu.facts.nummer, `Stap ${nu.facts.nummer} is open`)]
      : []),
    ...(loopt && komend && !isGehouden(komend)
      ? [maak('agenda', komend.nummer, `Agenda van ${overlegInZin(komend)}`)]
      : []),
    ...(loopt ? verzoekenVan(beeldVan(ctx)).map(verzoekAan) : []),
    ...overleggenIn(ctx)
      .filter(isGehouden)
      .map((een) => maak('overleg', een.nummer, `Uitkomsten van ${overlegInZin(een)}`))
      .reverse(),
    ...geopend(ctx.project)
      .filter((mail) => isDicht(ctx, mail))
      .map(({ facts: { nummer } }) =>
        maak('samenvatting', nummer, `Samenvatting van stap ${nummer}`),
      )
      .reverse(),
    ...(loopt ? [maak('uitnodiging', 0, 'Uitnodiging om mee te doen')] : []),
  ];
}

const verzoekAan = ({ id, naam }: Verzoek): Onderwerp => ({
  wat: 'akkoord',
  nummer: 0,
  partij: id,
  titel: `Verzoek om akkoord aan ${naam}`,
});

const maak = (wat: Exclude<Wat, 'akkoord'>, nummer: number, titel: string): Onderwerp => ({
  wat,
  nummer,
  partij: '',
  titel,
});

/** True once nothing more is taken in: the step is closed, past its deadline, or behind the group. */
function isDicht({ project, traject, now }: Ctx, open: Stap): boolean {
  if (isAfgerond(project) || open.facts.gesloten !== '' || huidig(project)?.id !== open.id)
    return true;
  return stepOf(traject, open.id).heeftInvoer && !isOpenFor(open, now);
}

/** The subject that a button asks for, when it can be written about now. */
export function gevraagd(ctx: Ctx): Onderwerp | undefined {
  const { wat, nummer, partij } = ctx.args;
  const kan = onderwerpen(ctx).filter(
    (mail) => mail.wat === wat && (partij === undefined || mail.partij === partij),
  );
  return kan.find((mail) => String(mail.nummer) === nummer) ?? (nummer ? undefined : kan[0]);
}

/** The people who can be written to by name: everybody in the group who does not lead it. */
export const partners = ({ project }: Ctx): Deelnemer[] =>
  leden(project)
    .filter((lid) => !leads(lid))
    .sort((a, b) => Number(heeftTeams(a)) - Number(heeftTeams(b)));

export const heeftTeams = ({ facts }: Deelnemer) => facts.identities.length > 0;

/** The e-mail about this subject, to one partner by name or to any of them. */
export function emailOver(asked: Ctx, { wat, nummer, partij }: Onderwerp, lid?: Deelnemer): Email {
  const ctx = openbaar(asked);
  const { naam } = profielVan(ctx.project).texts;
  const { onderwerp, inhoud } = SCHRIJF[wat](ctx, nummer, { lid, partij });
  return {
    onderwerp: kortweg(aaneen`${naam}: ${onderwerp}`, MAX_ONDERWERP),
    tekst: [
      lid ? aaneen`Hallo ${lid.naam},` : 'Hallo,',
      '',
      ...passend(inhoud),
      '',
      // The sender gets the answers, so a plaatsvervanger signs with their own name.
      aaneen`Antwoord op deze e-mail. Je antwoord komt bij ${ctx.actor.naam}.`,
      '',
      'Groet,',
      ctx.actor.naam,
      `${hoofdletter(functie(ctx))} van ${naam}`,
    ].join('\n'),
  };
}

/** As whom the one who sends it signs. */
const functie = ({ actor, traject }: Ctx): string =>
  actor.facts.rol === 'plaatsvervanger'
    ? `plaatsvervangend ${traject.woorden.projectleider}`
    : rolNaam(traject, actor.facts.rol);

const MAX_ONDERWERP = 200;

interface Inhoud {
  /** After the name of the project. */
  onderwerp: string;
  inhoud: readonly string[];
}

/** The partner it is for, where that makes a difference. */
interface Voor {
  lid: Deelnemer | undefined;
  partij: string;
}

const SCHRIJF: Readonly<Record<Wat, (ctx: Ctx, nummer: number, voor: Voor) => Inhoud>> = {
  uitnodiging: (ctx) => ({
    onderwerp: 'doe je mee?',
    inhoud: [
      ...overProject(ctx),
      `We pakken dit samen aan, in ${ctx.traject.stappen.length} stappen.`,
      ...(waarStaanWe(ctx) === '' ? [] : [`Nu bezig: ${waarStaanWe(ctx)}`]),
      'Je hebt geen Teams nodig. Je kunt alles per e-mail doorgeven.',
      ...genummerd(
        // The kind of organisatie is not asked: its list is too long for an e-mail, so it is chosen when the partner is
        // added. Who answers an e-mail signs it.
        vragenIn(ctx.traject.acties.get('deelnemer.gegevens'), { ...ctx, args: {} }).map(
          ({ velden }) => ({
            titel: '',
            velden: velden.filter(({ soort, label }) => soort === 'kort' && label !== NAAM),
          }),
        ),
        'Doe je mee?',
      ),
    ],
  }),
  stap: (ctx, nummer, { lid }) => {
    const { step, open } = stapNr(ctx, nummer);
    const vragen = vragenVan(ctx, step.id, lid);
    return {
      onderwerp: `stap ${nummer}, ${step.naam}`,
      inhoud: [
        ...overProject(ctx),
        `Stap ${nummer} van ${ctx.traject.stappen.length} is nu open: ${step.naam}`,
        step.inHetKort,
        step.doel,
        ...tijdRegels(step, open, ctx.now),
        ...overlegRegels(ctx, step),
        ...(vragen.length === 0
          ? ['Je hoeft nu niets in te vullen.']
          : [...antwoord(ctx), ...genummerd(vragen)]),
      ],
    };
  },
  agenda: (ctx, nummer) => {
    const een = overlegNummer(ctx, nummer);
    const punt = vragenIn(ctx.traject.acties.get('agendapunt.toevoegen'), {
      ...ctx,
      args: { nummer: String(nummer) },
    });
    return {
      onderwerp: `agenda van ${overlegInZin(een)}`,
      inhoud: [
        ...overProject(ctx),
        `${overlegNaam(een)}: ${een.soort.vraag}`,
        overlegTekst(een.found, ctx.now),
        ...agendaMetGegevens(beeldVan(ctx), een),
        ...genummerd(
          punt.map(({ velden }) => ({ titel: '', velden })),
          isGepland(een.found) ? 'Kom je?' : '',
        ),
      ],
    };
  },
  samenvatting: (ctx, nummer) => {
    const { step } = stapNr(ctx, nummer);
    const beeld = beeldVan(ctx);
    const { titel, regels } = step.samenvatting(beeld);
    return {
      onderwerp: `samenvatting van stap ${nummer}`,
      inhoud: [...overProject(ctx), titel, ...regels, ...planRegels(step.plan(beeld)), ...KLOPT],
    };
  },
  overleg: (ctx, nummer) => ({
    onderwerp: `uitkomsten van ${overlegInZin(overlegNummer(ctx, nummer))}`,
    inhoud: [...overProject(ctx), ...uitkomsten(ctx, nummer), ...KLOPT],
  }),
  akkoord: (ctx, _nummer, { partij }) => {
    const verzoek = verzoekenVan(beeldVan(ctx)).find(({ id }) => id === partij);
    return {
      onderwerp: 'verzoek om akkoord',
      inhoud: [...overProject(ctx), ...alsTekst(verzoek?.delen ?? [])],
    };
  },
};

const KLOPT = ['', 'Klopt er iets niet? Laat het weten.'];

const antwoord = ({ traject: { woorden } }: Ctx): string[] => [
  '',
  'Beantwoord deze vragen. Zet steeds het nummer voor je antwoord.',
  'Heb je niets te melden? Laat dat ook weten.',
  `Iedereen in de ${woorden.projectgroep} leest je antwoord.`,
  'Noem geen verdachten, slachtoffers of bewoners.',
];

/** What the project is; everybody in the group can read it. */
function overProject({ project, traject: { woorden } }: Ctx): string[] {
  const { texts, facts } = profielVan(project);
  const wie = opEenRij(opdrachtgevers(project));
  return [
    aaneen`Dit gaat over het ${woorden.project} ${texts.naam}.`,
    ...(texts.toelichting === '' ? [] : [texts.toelichting]),
    ...(wie === '' ? [] : [aaneen`Opdrachtgever: ${wie}.`]),
    `Het ${woorden.project} loopt tot ${dateText(facts.einde)}.`,
    '',
  ];
}

function stapNr({ traject, project }: Ctx, nummer: number): { step: Step; open: Stap | undefined } {
  const id = traject.stappen.find((step) => step.nummer === nummer)?.id ?? '';
  return { step: stepOf(traject, id), open: one(project, stap, id) };
}

function tijdRegels({ heeftInvoer }: Step, open: Stap | undefined, now: string): string[] {
  if (!open || open.facts.datum === '') return [];
  return heeftInvoer
    ? [`Antwoord uiterlijk ${opDeadline(open.facts, now)}. Daarna kan het niet meer.`]
    : [`Dit moet klaar zijn ${opDeadline(open.facts, now)}.`];
}

const overlegRegels = (ctx: Ctx, { id }: Step): string[] =>
  ctx.traject.overleggen
    .filter(({ stappen }) => stappen.includes(id))
    .map((soort) => eerstvolgende(ctx, soort))
    .filter(({ found }) => isGepland(found))
    .map((een) => `${overlegNaam(een)} is op ${overlegTekst(een.found, ctx.now)}.`);

/** The overleg that a mail is about: one that is offered, so that there is one with this number. */
function overlegNummer(ctx: Ctx, nummer: number): EenOverleg {
  const een = bedoeldOverleg(ctx, { nummer: String(nummer) });
  if (!een) throw new Error('a mail about an overleg that no traject holds');
  return een;
}

/** The same text as the group reads in its conversation after an overleg. */
function uitkomsten(ctx: Ctx, nummer: number): string[] {
  const { titel, regels } = overlegBerichten['overleg-gesloten'](beeldVan(ctx), { nummer });
  return [titel, ...regels];
}

/** Questions numbered through. `eerst` is a yes-or-no question that belongs to no form. */
function genummerd(vragen: readonly Vragen[], eerst = ''): string[] {
  let nummer = eerst === '' ? 0 : 1;
  return [
    ...(eerst === '' ? [] : ['', `1. ${eerst}`, '   Kies: ja / nee']),
    ...vragen.flatMap(({ titel, velden }) => [
      ...(titel === '' ? [] : ['', titel]),
      ...velden.flatMap((field) => vraagRegels(++nummer, field)),
    ]),
  ];
}

/** At most this many items of a part of the plan stand in the e-mail. */
const MAX_ITEMS = 15;

const planRegels = (groepen: readonly Groep[]): string[] =>
  groepen.flatMap(({ kop, items }) => [
    '',
    kop,
    ...ingekort(
      items.map(({ tekst, regels }) => [`- ${tekst}`, ...regels.map((regel) => `  ${regel}`)]),
      MAX_ITEMS,
      (n) => [`- En nog ${n}.`],
    ).flat(),
  ]);

/** UTF-16 units as JSON: a card stays far below the 80 KB that Teams takes. */
const MAX_UNITS = 24_000;

/** As many lines as fit, with a line that says what is left out. */
function passend(regels: readonly string[]): string[] {
  let units = 0;
  const at = regels.findIndex((regel) => (units += JSON.stringify(regel).length) > MAX_UNITS);
  return at === -1
    ? [...regels]
    : [...regels.slice(0, at), 'Niet alles past in deze e-mail. Vraag mij om de rest.'];
}
