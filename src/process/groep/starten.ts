import { isVerborgen, ledenVan, VERBORGEN } from '../feiten/verborgen.ts';
import type { Ctx, Iemand, Traject } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, notNow, refuse, refuseFields } from '../contract/decision.ts';
import { deelnemer, isZelfde } from '../feiten/deelnemers.ts';
import { heeftNaam, metErbij, namenVan } from '../feiten/namen.ts';
import { regelsUit, sleutel } from '../taal/schrift.ts';
import { uniek } from '../taal/uniek.ts';
import { datum, kort, lang, meer } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import {
  isGestart,
  opdrachtgever,
  opdrachtgevers,
  profiel,
  PROJECT,
  profielVan,
} from '../feiten/gegevens.ts';
import {
  type NewEvent,
  type Project,
  all,
  begin,
  newId,
  say,
  withdraw,
} from '../feiten/project.ts';
import { bericht, type Button, gelukt } from '../vormen/screen.ts';
import { stap } from '../feiten/geopende-stap.ts';
import { dateOf, plusDays } from '../taal/time.ts';
import { leidingKnop, type Woorden } from '../contract/woorden.ts';
import { aantal, hoofdletter } from '../taal/woorden.ts';

/** Each opdrachtgever is a row of the transaction. */
const MAX_OPDRACHTGEVERS = 10;
const GEEN_OPDRACHTGEVER = 'Schrijf op wie de opdrachtgever is.';

/** The other people of the conversation, who can be ticked. */
const anderen = ({ gesprek, iemand }: Ctx) =>
  elkEenKeer(ledenVan(gesprek)).filter((wie) => wie.oid !== '' && !isZelfde(wie, iemand));

/** Teams may name somebody twice. */
export const elkEenKeer = (mensen: readonly Iemand[]): Iemand[] =>
  uniek(mensen, ({ tenant, oid, teamsId }) => (oid === '' ? teamsId : `${tenant} ${oid}`));

/** The people of a conversation as choices, told apart from one another. */
export function mensKeuzes(mensen: readonly Iemand[]) {
  const namen = namenVan(
    mensen.map(({ naam, extern, account }) => ({ naam, extern, kenmerken: [account] })),
  );
  return mensen.map(({ teamsId, naam, extern }, nth) => {
    const { kaal = '', erbij = [] } = namen[nth] ?? {};
    const isExtern = extern && heeftNaam(naam);
    return { id: teamsId, tekst: metErbij(kaal, isExtern ? [...erbij, 'extern'] : erbij) };
  });
}

/**
 * True where only the group itself reads along; then people are ticked beforehand. In a channel that the whole team reads
 * they are not.
 */
const isBesloten = ({ gesprek }: Ctx) => gesprek.soort !== 'channel' || gesprek.isBesloten;

const leestMee = ({ gesprek }: Ctx) =>
  `Let op: iedereen in dit team leest hier mee${isVerborgen(gesprek) ? '' : ` (${aantal(ledenVan(gesprek).length, 'mens', 'mensen')})`}. Kies liever een privékanaal of een groepschat.`;

/** Why there is nobody to tick. */
const niemandTeKiezen = ({ gesprek }: Ctx) =>
  isVerborgen(gesprek)
    ? `${VERBORGEN} Wie meedoet, drukt straks zelf op Ik wil meedoen.`
    : `${ALLEEN}${gesprek.soort === 'personal' ? ` ${MET_GROEP}` : ''}`;

const ALLEEN = 'Er zijn hier geen andere mensen. Deelnemers voeg je later toe.';
/** Who begins in their own chat may not know that the group can take part where it already talks. */
const MET_GROEP = 'Werk je met een groep? Typ dan start in de groepschat of het kanaal.';

const profielVelden = (
  { project, projectgroep }: Woorden,
  values: {
    naam?: string;
    opdrachtgevers?: string;
    start: string;
    einde: string;
    toelichting?: string;
  },
) => ({
  naam: kort({
    label: `Hoe heet het ${project}?`,
    uitleg: 'Bijvoorbeeld: Overlast Stationsplein.',
    nodig: `Geef het ${project} een naam.`,
    waarde: values.naam,
  }),
  opdrachtgevers: lang({
    label: 'Wie is de opdrachtgever?',
    uitleg:
      'Bijvoorbeeld de burgemeester of de korpschef van politie. Meer dan één? Zet elk op een eigen regel.',
    nodig: GEEN_OPDRACHTGEVER,
    waarde: values.opdrachtgevers,
  }),
  start: datum({
    label: 'Wanneer begint het?',
    nodig: 'Kies de startdatum.',
    waarde: values.start,
  }),
  einde: datum({
    label: 'Wanneer is het klaar?',
    nodig: 'Kies de einddatum.',
    waarde: values.einde,
  }),
  toelichting: lang({
    label: `Wat is de taak van de ${projectgroep}?`,
    uitleg: 'Mag leeg blijven.',
    waarde: values.toelichting,
  }),
});

type Profielwaarden = Record<'naam' | 'opdrachtgevers' | 'start' | 'einde' | 'toelichting', string>;

function fouten(values: Profielwaarden): Record<string, string> {
  const { length } = regelsUit(values.opdrachtgevers);
  return {
    ...(length === 0 ? { opdrachtgevers: GEEN_OPDRACHTGEVER } : {}),
    ...(length > MAX_OPDRACHTGEVERS
      ? { opdrachtgevers: `Noem er maximaal ${MAX_OPDRACHTGEVERS}.` }
      : {}),
    ...(values.einde < values.start ? { einde: 'De einddatum ligt vóór de startdatum.' } : {}),
  };
}

/** How a conversation without a project gets one. */
export const startKnop = ({ woorden, start }: Pick<Traject, 'woorden' | 'start'>): Button => ({
  titel: `Start een ${woorden.project}`,
  verb: start,
});

/**
 * Begins a project: the person who starts leads it, and the people ticked are deelnemer without doing anything (B10,
 * B11). Each traject has one of its own, called by its own verb.
 */
export const startenMet = (verb: string) =>
  vorm({
    verb,
    right: 'iedereen',
    when: 'altijd',
    needsLeden: true,
    form: (ctx) => {
      if (isGestart(ctx.project)) return refuse('al-project');
      const today = dateOf(ctx.now);
      const leden = anderen(ctx);
      const { woorden } = ctx.traject;
      const velden = profielVelden(woorden, { start: today, einde: plusDays(today, { years: 1 }) });
      return formOf(
        `Een ${woorden.project} starten`,
        { ...velden, ...ledenVeld(ctx, leden) },
        {
          uitleg: [
            ...(isBesloten(ctx) ? [] : [leestMee(ctx)]),
            `Jij wordt ${woorden.projectleider}. Je kunt alles later nog aanpassen.`,
            ...(leden.length > 0 ? [] : [niemandTeKiezen(ctx)]),
          ],
          opslaan: `${hoofdletter(woorden.project)} starten`,
        },
      );
    },
    decide: (ctx, values) => {
      const wrong = fouten(values);
      if (Object.keys(wrong).length > 0) return refuseFields(wrong);
      if (isVerborgen(ctx.gesprek) && values.leden.length > 0)
        return notNow(`${VERBORGEN} Probeer het zo opnieuw, of haal de vinkjes bij de namen weg.`);
      const chosen = anderen(ctx).filter(({ teamsId }) => values.leden.includes(teamsId));
      return accept(
        PROJECT,
        // The profile comes last: of a group too large for one transaction it says that all are there.
        [...groepEvents(ctx, chosen), opening(ctx), ...profielEvents(ctx, values)],
        { soort: 'kaart', facts: { stap: ctx.traject.stappen[0]?.id ?? '' } },
      );
    },
    receipt: ({ project, traject }) =>
      bericht(
        'gelukt',
        `${profielVan(project).texts.naam} is gestart.`,
        ['Vul nu je eigen gegevens in en controleer de deelnemers. Kies ook een plaatsvervanger.'],
        [KNOP.mijnGegevens, KNOP.deelnemers, KNOP.plaatsvervanger, leidingKnop(traject)],
      ),
  });

const ledenVeld = (ctx: Ctx, leden: readonly Iemand[]) => ({
  leden: meer(
    {
      label: 'Wie doet er mee?',
      uitleg: 'Zij hoeven nu niets te doen. Je kunt later mensen toevoegen.',
      wat: 'mensen',
      // Who has no name yet is only chosen by somebody who knows who it is.
      waarde: isBesloten(ctx)
        ? leden.filter(({ naam }) => heeftNaam(naam)).map(({ teamsId }) => teamsId)
        : [],
    },
    mensKeuzes(leden),
  ),
});

function profielEvents({ gesprek, project, traject }: Ctx, values: Profielwaarden): NewEvent[] {
  const { naam, toelichting, start, einde } = values;
  return [
    ...regelsUit(values.opdrachtgevers).map((wie, nth) =>
      begin(opdrachtgever, newId(project, 'og', nth), {}, { naam: wie }),
    ),
    begin(
      profiel,
      PROJECT,
      {
        traject: traject.id,
        start,
        einde,
        gesprek: gesprek.id,
        soort: gesprek.soort,
        tenant: gesprek.tenant,
        afgerond: '',
        vorige: gesprek.vorige,
      },
      { naam, toelichting },
    ),
  ];
}

function groepEvents({ project, iemand }: Ctx, chosen: readonly Iemand[]): NewEvent[] {
  return [iemand, ...chosen].map((wie, nth) =>
    aanmelding(newId(project, 'd', nth), wie, nth === 0 ? 'projectleider' : 'deelnemer'),
  );
}

/** The event that makes a person whom Teams vouches for a deelnemer. */
export const aanmelding = (
  id: string,
  { tenant, oid, teamsId, naam, account, extern }: Iemand,
  rol: 'projectleider' | 'deelnemer',
  status: 'lid' | 'aanvraag' = 'lid',
) =>
  begin(
    deelnemer,
    id,
    {
      rol,
      status,
      identities: [{ tenant, oid, teamsId }],
      partner: '',
      opvolger: '',
      extern,
      eigenNaam: false,
    },
    { naam, organisatie: '', functie: '', account },
  );

/** The first step opens together with the project. */
export const opening = ({ traject, now }: Ctx) =>
  begin(
    stap,
    traject.stappen[0]?.id ?? '',
    { nummer: 1, geopend: now, datum: '', tijd: '', tot: '', gesloten: '', generatie: 1, sinds: 0 },
    {},
  );

/** Changes the profile, as long as the project is open. */
export const wijzigen = vorm({
  verb: 'project.wijzigen',
  right: 'projectleider',
  when: 'open',
  form: ({ project, traject: { woorden } }) => {
    const { facts, texts, rev } = profielVan(project);
    const wie = opdrachtgevers(project).join('\n');
    return formOf(
      `${hoofdletter(woorden.project)}gegevens`,
      profielVelden(woorden, { ...facts, ...texts, opdrachtgevers: wie }),
      { rev },
    );
  },
  decide: ({ project }, values) => {
    const wrong = fouten(values);
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    const { naam, toelichting, start, einde } = values;
    return accept(PROJECT, [
      say(profiel, profielVan(project), { start, einde }, { naam, toelichting }),
      ...opdrachtgeverEvents(project, regelsUit(values.opdrachtgevers)),
    ]);
  },
  receipt: ({ traject }) =>
    gelukt(`De ${traject.woorden.project}gegevens zijn opgeslagen.`, [], [leidingKnop(traject)]),
});

/** An opdrachtgever whose name stays keeps the same id, so that decisions recorded for them stay theirs. */
function opdrachtgeverEvents(project: Project, namen: readonly string[]): NewEvent[] {
  const known = all(project, opdrachtgever);
  const isZo = (naam: string) => (ander: string) => sleutel(ander) === sleutel(naam);
  const added = namen.filter((naam) => !known.map(({ texts }) => texts.naam).some(isZo(naam)));
  return [
    ...known.flatMap((found) => {
      const nu = namen.find(isZo(found.texts.naam));
      if (nu === undefined) return [withdraw(opdrachtgever, found.id)];
      return nu === found.texts.naam ? [] : [say(opdrachtgever, found, {}, { naam: nu })];
    }),
    ...added.map((naam, nth) => begin(opdrachtgever, newId(project, 'og', nth), {}, { naam })),
  ];
}
