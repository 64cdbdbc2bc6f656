import { isVerborgen, ledenVan, VERBORGEN } from '../feiten/verborgen.ts';
import type { Ctx } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, notNow, refuse, refuseFields } from '../contract/decision.ts';
import {
  aanvragen,
  deelnemer,
  gewistePersonen,
  isBoundTo,
  leads,
  leden,
  type Deelnemer,
  mens,
  iedereen,
  voluitVan,
  whoIs,
} from '../feiten/deelnemers.ts';
import { keuze, kies, kort, meer } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { PARTNERS, partnerTekst } from '../feiten/partners.ts';
import { begin, newId, one, say, type Project } from '../feiten/project.ts';
import { heeftNaam } from '../feiten/namen.ts';
import { sleutel } from '../taal/schrift.ts';
import { afgekort } from '../taal/tekst.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { stepOf } from '../contract/step.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { aantal } from '../taal/woorden.ts';
import { aanmelding, elkEenKeer, mensKeuzes } from './starten.ts';

/** Whom a button is about. Of whom everything was erased nothing can be said any more. */
export function asked({ project, args }: Ctx): Deelnemer | undefined {
  const id = args['id'] ?? '';
  return gewistePersonen(project).has(id) ? undefined : mens(project, id);
}

/** The projectleider usually works for the municipality's OOV (A9); that stands there and can be changed. */
const partnerVan = ({ facts }: Deelnemer) =>
  facts.partner || (facts.rol === 'projectleider' ? 'gemeente' : '');

const gegevensVelden = (found?: Deelnemer) => ({
  partner: keuze(
    {
      label: 'Soort organisatie',
      waarde: found && partnerVan(found),
    },
    PARTNERS,
  ),
  organisatie: kort({
    label: 'Naam van de organisatie',
    uitleg: 'Bijvoorbeeld: Woonstede. Gebruik dezelfde naam als je collega’s.',
    waarde: found?.organisatie,
  }),
  functie: kort({ label: 'Functie', waarde: found?.texts.functie }),
});

/** An organisatie without a name of its own is called by its kind, and one that is there already as it is called there. */
function organisatieNaam(
  { project }: Ctx,
  { id, partner, organisatie }: { id: string; partner: string; organisatie: string },
): string {
  const naam = organisatie || (partner === 'anders' ? '' : partnerTekst(partner));
  const zelfde = iedereen(project).find(
    (ander) => ander.id !== id && ander.organisatie !== '' && isGelijk(ander.organisatie, naam),
  );
  return zelfde?.organisatie ?? naam;
}

const isGelijk = (een: string, ander: string) => sleutel(een) === sleutel(ander);

const heeftTeams = ({ facts }: Deelnemer) => facts.identities.length > 0;

/** The name as it was told or typed, when there is one to read. */
const eigenNaam = ({ project }: Ctx, { id }: Deelnemer): string => {
  const naam = one(project, deelnemer, id)?.texts.naam ?? '';
  return heeftNaam(naam) ? naam : '';
};

/** What the field with the name of a person is called. */
export const NAAM = 'Naam';

const naamVeld = (ctx: Ctx, found: Deelnemer) => ({
  naam: kort({
    label: NAAM,
    waarde: eigenNaam(ctx, found),
    ...(heeftTeams(found)
      ? { uitleg: 'Mag leeg blijven. Dan staat hier de naam uit Teams.' }
      : { nodig: 'Schrijf een naam op.' }),
  }),
});

/** A name that somebody fills in stays, also when Teams tells another; without one the name in Teams is followed. */
function naamKeuze(ctx: Ctx, found: Deelnemer, naam: string) {
  if (naam === '') return { facts: { eigenNaam: false }, texts: {} };
  const nu = eigenNaam(ctx, found);
  return nu.replace(/\s+/g, ' ').trim() === naam
    ? { facts: {}, texts: {} }
    : { facts: { eigenNaam: true }, texts: { naam } };
}

/** A person's own name, organisatie and function. The projectleider may fill in those of everybody. */
export const gegevens = vorm({
  verb: 'deelnemer.gegevens',
  right: 'deelnemer',
  when: 'open',
  form: (ctx) => {
    const found = wiens(ctx);
    if (!found) return refuse('niet-gevonden');
    return found.id === ctx.actor.id || leads(ctx.actor)
      ? formOf(
          found.id === ctx.actor.id ? 'Mijn gegevens' : found.naam,
          { ...naamVeld(ctx, found), ...gegevensVelden(found) },
          { rev: found.rev, knoppen: [allesWissenKnop(found.id)] },
        )
      : refuse('alleen-eigen');
  },
  decide: (ctx, { naam, partner, organisatie, functie }) => {
    const found = wiens(ctx);
    if (!found) return refuse('niet-gevonden');
    const { facts, texts } = naamKeuze(ctx, found, naam);
    const van = organisatieNaam(ctx, { id: found.id, partner, organisatie });
    return accept(found.id, [
      say(deelnemer, found, { ...facts, partner }, { ...texts, organisatie: van, functie }),
    ]);
  },
  receipt: ({ actor }, about) =>
    gelukt(
      about === actor.id ? 'Je gegevens zijn opgeslagen.' : 'De gegevens zijn opgeslagen.',
      [],
      [KNOP.deelnemers],
    ),
});

/** The way to erase everything of somebody. */
export const allesWissenKnop = (id: string): Button => ({
  titel: 'Alles van deze persoon wissen',
  verb: 'persoon.wissen',
  args: { id },
  stijl: 'destructive',
});

const wiens = (ctx: Ctx) => (ctx.args['id'] ? asked(ctx) : mens(ctx.project, ctx.actor.id));

/**
 * Adds a person from the conversation, or a partner without Teams. People who come later are told where the group stands
 * (B11).
 */
export const toevoegen = vorm({
  verb: 'deelnemer.toevoegen',
  right: 'projectleider',
  when: 'open',
  needsLeden: true,
  form: (ctx) =>
    formOf(
      'Deelnemers toevoegen',
      {
        ...uitGesprek(ctx),
        naam: kort({
          label: 'Naam van een partner zonder Teams',
          uitleg: 'Jij vult dan in voor deze partner.',
        }),
        ...gegevensVelden(),
      },
      {
        uitleg: [wieTeKiezen(ctx)],
        opslaan: 'Toevoegen',
        nogEen: 'Toevoegen en nog een',
      },
    ),
  decide: (ctx, { leden: teamsIds, naam, partner, organisatie, functie }) => {
    const { project, gesprek } = ctx;
    if (isVerborgen(gesprek) && teamsIds.length > 0)
      return notNow(`${VERBORGEN} Probeer het zo opnieuw.`);
    const chosen = ledenVan(gesprek).filter(({ teamsId }) => teamsIds.includes(teamsId));
    if (chosen.length === 0 && naam === '')
      return notNow('Kies iemand uit de lijst of schrijf een naam op.');
    const events = chosen.map((wie, nth) => opnieuwOfNieuw(project, wie, nth));
    const zonderTeams = newId(project, 'd', chosen.length);
    if (naam !== '') {
      const van = organisatieNaam(ctx, { id: zonderTeams, partner, organisatie });
      if (isErAl(project, { naam, organisatie: van, functie }))
        return refuseFields({
          naam: 'Deze persoon doet al mee. Is dit een ander? Noem de functie.',
        });
      events.push(partnerZonderTeams(zonderTeams, partner, { naam, organisatie: van, functie }));
    }
    return accept(events[0]?.id ?? '', events, {
      soort: 'welkom',
      facts: { wie: events.map(({ id }) => id) },
    });
  },
  receipt: ({ project, traject: { woorden } }) =>
    gelukt(
      'Toegevoegd.',
      [
        `De ${woorden.projectgroep} heeft nu ${aantal(leden(project).length, 'deelnemer', 'deelnemers')}.`,
      ],
      [{ titel: 'Nog iemand', verb: 'deelnemer.toevoegen' }],
    ),
});

interface Partner {
  naam: string;
  organisatie: string;
  functie: string;
}

const partnerZonderTeams = (id: string, partner: string, texts: Partner) =>
  begin(
    deelnemer,
    id,
    {
      rol: 'deelnemer',
      status: 'lid',
      identities: [],
      partner,
      opvolger: '',
      extern: true,
      eigenNaam: true,
    },
    { ...texts, account: '' },
  );

/** True when a partner without Teams takes part already under this name, of this organisatie and with this function. */
const isErAl = (project: Project, { naam, organisatie, functie }: Partner) =>
  leden(project).some((lid) => {
    const before = one(project, deelnemer, lid.id)?.texts;
    return (
      !heeftTeams(lid) &&
      isGelijk(before?.naam ?? '', naam) &&
      isGelijk(lid.organisatie, organisatie) &&
      isGelijk(lid.texts.functie, functie)
    );
  });

/** People of the conversation who are not in the group yet. */
function nieuwInGesprek({ project, gesprek }: Ctx) {
  const mensen = ledenVan(gesprek).filter(
    (wie) => wie.oid !== '' && !leden(project).some((lid) => isBoundTo(lid, wie)),
  );
  return elkEenKeer(mensen);
}

function wieTeKiezen(ctx: Ctx): string {
  if (isVerborgen(ctx.gesprek))
    return `${VERBORGEN} Wie wil meedoen, drukt zelf op Ik wil meedoen. Een partner zonder Teams kun je wel toevoegen.`;
  return nieuwInGesprek(ctx).length > 0
    ? 'Kies mensen uit dit gesprek, of voeg één partner zonder Teams toe.'
    : 'Iedereen in dit gesprek doet al mee. Voeg een partner zonder Teams toe.';
}

/** So many people fit one transaction, whatever their names. */
const PER_KEER = 40;

const uitGesprek = (ctx: Ctx) => ({
  leden: meer(
    { label: 'Wie uit dit gesprek?', wat: 'mensen' },
    mensKeuzes(nieuwInGesprek(ctx)),
    PER_KEER,
  ),
});

function opnieuwOfNieuw(project: Project, wie: Ctx['iemand'], nth: number) {
  const known = whoIs(project, wie);
  return known
    ? say(deelnemer, known, { status: 'lid' })
    : aanmelding(newId(project, 'd', nth), wie, 'deelnemer');
}

/** The most signs of a name in a list. */
const MAX_TEKENS = 80;

/** The people of a list as choices. */
export const kiesUit = (lijst: readonly Deelnemer[]) =>
  lijst.map((lid) => ({ id: lid.id, tekst: afgekort(lid.voluit, MAX_TEKENS) }));

/** Those who stand here and are not in the group any more. */
export const nietMeer = (project: Project, gekozen: readonly string[]): readonly string[] =>
  gekozen.filter((id) => id !== '' && !leden(project).some((lid) => lid.id === id));

/** The people of the group as choices, and who was chosen before and left since: saving something else keeps them. */
export const kiesUitGroep = (project: Project, gekozen: readonly string[]) => [
  ...kiesUit(leden(project)),
  ...nietMeer(project, gekozen).map((id) => ({
    id,
    tekst: afgekort(voluitVan(project, id), MAX_TEKENS - WEG.length) + WEG,
  })),
];

const WEG = ' (weg uit de groep)';

/** Ties an identity from the conversation to a partner without one. Their entries stay theirs. */
export const binden = vorm({
  verb: 'deelnemer.koppelen',
  right: 'projectleider',
  when: 'open',
  needsLeden: true,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const { leden: veld } = uitGesprek(ctx);
    if (isVerborgen(ctx.gesprek)) return notNow(`${VERBORGEN} Probeer het later opnieuw.`);
    if (veld.keuzes.length === 0)
      return notNow('Iedereen in dit gesprek doet al mee onder de eigen naam.');
    return formOf(`Wie is ${found.naam} in Teams?`, {
      wie: kies({ label: 'Wie is het?', nodig: 'Kies een persoon.', wat: 'mensen' }, veld.keuzes),
    });
  },
  decide: (ctx, { wie }) => {
    const found = asked(ctx);
    const person = ledenVan(ctx.gesprek).find(({ teamsId }) => teamsId === wie);
    if (!found || !person) return refuse('niet-gevonden');
    const { tenant, oid, teamsId, extern } = person;
    // A person who asked to join under their own name takes part as this partner from now on.
    const requests = aanvragen(ctx.project).filter((lid) => isBoundTo(lid, person));
    return accept(found.id, [
      say(deelnemer, found, {
        identities: [...found.facts.identities, { tenant, oid, teamsId }],
        extern,
      }),
      ...requests.map((lid) => say(deelnemer, lid, { status: 'weg', opvolger: found.id })),
    ]);
  },
  receipt: () =>
    gelukt(
      'De gegevens zijn gekoppeld.',
      ['Wat al was ingevuld, blijft staan.'],
      [KNOP.deelnemers],
    ),
});

/** Says in words which step a newcomer arrives in. */
export function waarStaanWe({ project, traject }: Pick<Ctx, 'project' | 'traject'>): string {
  const nu = huidig(project);
  return nu ? `Stap ${nu.facts.nummer}: ${stepOf(traject, nu.id).naam}` : '';
}
