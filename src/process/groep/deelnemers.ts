import type { Ctx } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, notNow, refuse } from '../contract/decision.ts';
import {
  aanvragen,
  deelnemer,
  isBoundTo,
  leads,
  leden,
  type Deelnemer,
  metOrganisatie,
} from '../feiten/deelnemers.ts';
import { keuze, kies, kort, meer } from '../vormen/form.ts';
import { MAX_KEUZES } from '../vormen/grenzen.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { PARTNERS, partnerTekst } from '../feiten/partners.ts';
import { allEver, begin, newId, one, say, type Project } from '../feiten/project.ts';
import { afgekort } from '../taal/tekst.ts';
import { gelukt } from '../vormen/screen.ts';
import { stepOf } from '../contract/step.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { aantal } from '../taal/woorden.ts';
import { aanmelding } from './starten.ts';

export const asked = ({ project, args }: Ctx) => one(project, deelnemer, args['id'] ?? '');

/** The projectleider usually works for the municipality's OOV (A9); that stands there and can be changed. */
const partnerVan = ({ facts }: Deelnemer) =>
  facts.partner || (facts.rol === 'projectleider' ? 'gemeente' : '');

const gegevensVelden = (found?: Deelnemer) => ({
  partner: keuze(
    {
      label: 'Soort organisatie',
      waarde: found && partnerVan(found),
      uitleg: 'Mag leeg blijven.',
    },
    PARTNERS,
  ),
  organisatie: kort({
    label: 'Naam van de organisatie',
    uitleg: 'Bijvoorbeeld: Woonstede. Collega’s schrijven dezelfde naam.',
    waarde: found?.texts.organisatie,
  }),
  functie: kort({ label: 'Functie', uitleg: 'Mag leeg blijven.', waarde: found?.texts.functie }),
});

/** An organisatie without a name of its own is called by its kind. */
const organisatieNaam = (partner: string, organisatie: string) =>
  organisatie || (partner === 'anders' ? '' : partnerTekst(partner));

/** A person's own organisatie and function. The projectleider may fill in those of everybody. */
export const gegevens = vorm({
  verb: 'deelnemer.gegevens',
  right: 'deelnemer',
  when: 'open',
  form: (ctx) => {
    const found = wiens(ctx);
    if (!found) return refuse('niet-gevonden');
    return found.id === ctx.actor.id || leads(ctx.actor)
      ? formOf(
          found.id === ctx.actor.id ? 'Mijn gegevens' : found.texts.naam,
          gegevensVelden(found),
          { rev: found.rev },
        )
      : refuse('alleen-eigen');
  },
  decide: (ctx, { partner, organisatie, functie }) => {
    const found = wiens(ctx);
    if (!found) return refuse('niet-gevonden');
    return accept(found.id, [
      say(
        deelnemer,
        found,
        { partner },
        { organisatie: organisatieNaam(partner, organisatie), functie },
      ),
    ]);
  },
  receipt: ({ actor }, about) =>
    gelukt(
      about === actor.id ? 'Je gegevens zijn opgeslagen.' : 'De gegevens zijn opgeslagen.',
      [],
      [KNOP.deelnemers],
    ),
});

const wiens = (ctx: Ctx) =>
  ctx.args['id'] ? asked(ctx) : one(ctx.project, deelnemer, ctx.actor.id);

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
          label: 'Iemand zonder Teams: naam',
          uitleg: 'Jij vult dan voor deze partner in.',
        }),
        ...gegevensVelden(),
      },
      {
        uitleg: [
          nieuwInGesprek(ctx).length > 0
            ? 'Kies mensen uit dit gesprek, of voeg één partner zonder Teams toe.'
            : 'Iedereen in dit gesprek doet al mee. Voeg een partner zonder Teams toe.',
        ],
        opslaan: 'Toevoegen',
        nogEen: 'Toevoegen en nog een',
      },
    ),
  decide: (ctx, { leden: teamsIds, naam, partner, organisatie, functie }) => {
    const { project, gesprek } = ctx;
    const chosen = gesprek.leden.filter(({ teamsId }) => teamsIds.includes(teamsId));
    if (chosen.length === 0 && naam === '')
      return notNow('Kies iemand uit de lijst of schrijf een naam op.');
    const events = chosen.map((wie, nth) => opnieuwOfNieuw(project, wie, nth));
    const zonderTeams = newId(project, 'd', chosen.length);
    if (naam !== '') {
      const texts = { naam, organisatie: organisatieNaam(partner, organisatie), functie };
      events.push(
        begin(
          deelnemer,
          zonderTeams,
          { rol: 'deelnemer', status: 'lid', identities: [], partner, opvolger: '', extern: true },
          texts,
        ),
      );
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
      [KNOP.deelnemers, { titel: 'Nog iemand', verb: 'deelnemer.toevoegen' }],
    ),
});

/** People of the conversation who are not in the group yet, 40 at a time. */
function nieuwInGesprek({ project, gesprek }: Ctx) {
  const inGroep = leden(project);
  return gesprek.leden
    .filter((iemand) => iemand.oid !== '' && !inGroep.some((lid) => isBoundTo(lid, iemand)))
    .slice(0, MAX_KEUZES);
}

function uitGesprek(ctx: Ctx) {
  return {
    leden: meer(
      { label: 'Uit dit gesprek' },
      nieuwInGesprek(ctx).map(({ teamsId, naam, extern }) => ({
        id: teamsId,
        tekst: extern ? `${naam} (extern)` : naam,
      })),
    ),
  };
}

function opnieuwOfNieuw(project: Project, wie: Ctx['iemand'], nth: number) {
  const known = allEver(project, deelnemer).find((lid) => isBoundTo(lid, wie));
  return known
    ? say(deelnemer, known, { status: 'lid' })
    : aanmelding(newId(project, 'd', nth), wie, 'deelnemer');
}

/** People in one list that folds out, to choose one from; the longest-standing of a larger group. */
const MAX_MENSEN = 200;
/**
 * The most signs of a name: beside a radio button or a box, and in a list of more people than that. Together they fit a
 * card.
 */
const MAX_TEKENS = { kort: 50, lang: 80 };

/** The people of a list as choices. */
export function kiesUit(lijst: readonly Deelnemer[]) {
  const max = lijst.length > MAX_KEUZES ? MAX_TEKENS.kort : MAX_TEKENS.lang;
  return lijst
    .slice(0, MAX_MENSEN)
    .map((lid) => ({ id: lid.id, tekst: afgekort(metOrganisatie(lid), max) }));
}

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
    if (veld.keuzes.length === 0)
      return notNow('Iedereen in dit gesprek doet al mee onder de eigen naam.');
    return formOf(`Wie is ${found.texts.naam} in Teams?`, {
      wie: kies({ label: 'Persoon in dit gesprek', nodig: 'Kies een persoon.' }, veld.keuzes),
    });
  },
  decide: (ctx, { wie }) => {
    const found = asked(ctx);
    const person = ctx.gesprek.leden.find(({ teamsId }) => teamsId === wie);
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
