import type { Ctx } from '../contract/contract.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import { accept, refuseFields } from '../contract/decision.ts';
import { datum, getal, keuze, kies, vink } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { begin, one } from '../feiten/project.ts';
import { gelukt } from '../vormen/screen.ts';
import { EENHEDEN } from '../taal/getallen.ts';
import { dateOf, dateText, plusDays, momentVoluit, localOf } from '../taal/time.ts';
import { ochtend, werkdagen } from '../kalender/dagen.ts';
import { keuzeVan, klokkeuze, voorkeur, voorkeurVan, VOORSTEL } from '../kalender/moment.ts';

const WAAR = [
  { id: 'overal', tekst: 'Eerst in je chat met mij, daarna ook in de groepschat (of het kanaal)' },
  { id: 'persoonlijk', tekst: 'Alleen in je chat met mij' },
  { id: 'gesprek', tekst: 'Alleen in de groepschat (of het kanaal)' },
  { id: 'niet', tekst: 'Ik wil geen herinneringen' },
] as const;

const RUST = [
  { id: '1', tekst: 'Tot de volgende werkdag' },
  { id: '3', tekst: 'Drie werkdagen' },
  { id: '5', tekst: 'Een week' },
] as const;

/** The morning after this many working days. */
function rustTot({ project, now }: Ctx, dagen: number): string {
  const { bevrijdingsdag } = keuzeVan(project);
  return ochtend(werkdagen(dateOf(now), dagen, bevrijdingsdag), bevrijdingsdag);
}

/** A person's own choices about the reminders they get in this project. */
export const herinneringen = vorm({
  verb: 'herinneringen',
  right: 'deelnemer',
  when: 'open',
  form: ({ project, actor }) => {
    const nu = one(project, voorkeur, actor.id);
    return formOf(
      'Herinneringen',
      {
        herinneren: kies(
          {
            label: 'Waar wil je herinneringen krijgen?',
            nodig: 'Kies waar je ze wilt.',
            waarde: nu?.facts.herinneren ?? 'overal',
          },
          WAAR,
        ),
        rust: keuze({ label: 'Even geen herinneringen?', uitleg: 'Mag leeg blijven.' }, RUST),
        afwezigTot: datum({
          label: 'Wanneer ben je terug?',
          uitleg: 'Alleen als je een tijd afwezig bent.',
          waarde: nu?.facts.afwezigTot,
        }),
      },
      { rev: nu?.rev ?? 0 },
    );
  },
  decide: (ctx, { herinneren, rust, afwezigTot }) => {
    if (afwezigTot !== '' && afwezigTot <= dateOf(ctx.now))
      return refuseFields({ afwezigTot: 'Deze dag is al voorbij. Kies een latere dag.' });
    if (afwezigTot !== '' && afwezigTot > plusDays(dateOf(ctx.now), { years: 1 }))
      return refuseFields({ afwezigTot: 'Dat is meer dan een jaar. Klopt het jaar?' });
    const before = voorkeurVan(ctx.project, ctx.actor.id);
    const facts = {
      herinneren,
      afwezigTot,
      rust: rust === '' ? before.rust : rustTot(ctx, Number(rust)),
    };
    return accept(ctx.actor.id, [begin(voorkeur, ctx.actor.id, facts, {})]);
  },
  receipt: ({ project, actor, now }) => {
    const { herinneren, rust, afwezigTot } = voorkeurVan(project, actor.id);
    return gelukt(
      'Opgeslagen.',
      [
        ...(herinneren === 'niet'
          ? ['Je krijgt geen herinneringen. Kijk zelf bij Mijn taken.']
          : []),
        ...(rust > now ? [`Je krijgt er geen tot ${momentVoluit(localOf(rust), now)}.`] : []),
        ...(afwezigTot === '' ? [] : [`Je bent terug op ${dateText(afwezigTot)}.`]),
      ],
      [KNOP.taken],
    );
  },
});

/** One tap on a reminder: ask again on the next working day. */
export const later = tap({
  verb: 'herinnering.later',
  right: 'deelnemer',
  when: 'open',
  decide: (ctx) => {
    const rust = rustTot(ctx, 1);
    const { herinneren, afwezigTot, rust: before } = voorkeurVan(ctx.project, ctx.actor.id);
    const events =
      before === rust ? [] : [begin(voorkeur, ctx.actor.id, { herinneren, afwezigTot, rust }, {})];
    return accept(ctx.actor.id, events);
  },
  receipt: ({ project, actor, now }) =>
    gelukt(
      `Ik vraag het je opnieuw op ${momentVoluit(localOf(voorkeurVan(project, actor.id).rust), now)}.`,
      [],
      [KNOP.herinneringen],
    ),
});

const OP_5_MEI = [
  { id: 'lustrum', tekst: 'Alleen in een lustrumjaar (2030, 2035)' },
  { id: 'altijd', tekst: 'Ieder jaar' },
  { id: 'nooit', tekst: 'Nooit' },
] as const;

const MAX_VOORSTEL = 15;

/** The projectleider's choices about the clock of this project. */
export const planning = vorm({
  verb: 'klok.instellen',
  right: 'projectleider',
  when: 'open',
  form: ({ project }) => {
    const nu = keuzeVan(project);
    return formOf(
      'Automatische berichten',
      {
        voorstel: getal({
          label: 'Hoeveel werkdagen vóór een overleg komt het voorstel voor de agenda?',
          uitleg: `Standaard ${VOORSTEL}.`,
          nodig: 'Noem een aantal werkdagen.',
          min: 1,
          max: MAX_VOORSTEL,
          eenheden: EENHEDEN.werkdagen,
          voorbeeld: String(VOORSTEL),
          waarde: String(nu.voorstel),
        }),
        bevrijdingsdag: kies(
          {
            label: 'Wanneer is 5 mei een vrije dag?',
            nodig: 'Kies wanneer.',
            waarde: nu.bevrijdingsdag,
          },
          OP_5_MEI,
        ),
        toontStil: vink({
          label: 'Laat de groep zien welke organisaties nog niets gaven',
          uitleg: 'Namen van mensen staan er nooit bij.',
          aan: nu.toontStil,
        }),
      },
      { rev: one(project, klokkeuze, 'klok')?.rev ?? 0 },
    );
  },
  decide: (_ctx, { voorstel, bevrijdingsdag, toontStil }) => {
    const dagen = Math.round(voorstel ?? VOORSTEL);
    const facts = { voorstel: dagen, bevrijdingsdag, toontStil };
    return accept('klok', [begin(klokkeuze, 'klok', facts, {})]);
  },
  receipt: () => gelukt('Opgeslagen.', [], [{ titel: 'Instellingen', verb: 'instellingen' }]),
});
