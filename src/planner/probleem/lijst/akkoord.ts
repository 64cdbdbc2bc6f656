import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, type Decision, type Refused } from '../../../process/contract/decision.ts';
import { naamVan, type Deelnemer, naamEnOrganisatie } from '../../../process/feiten/deelnemers.ts';
import { lang, meer, vink } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { eigenaar, metNamens } from '../../../process/contract/namens.ts';
import { oneEver, type NewEvent, type Project } from '../../../process/feiten/project.ts';
import { sayIfNew } from '../../../process/feiten/say-if-new.ts';
import { gelukt, ontvangen, type Button } from '../../../process/vormen/screen.ts';
import { mensen as opgesomd } from '../../../process/taal/opsomming.ts';
import { akkoord } from '../../plan/plan.ts';
import { aanwezigen, antwoordVan, draagvlak, draagvlakZinnen, type Akkoord } from './draagvlak.ts';
import { STAP } from '../regels/eigen.ts';
import { vasteLijst } from '../regels/overleg1.ts';
import { AKKOORD, LIJST } from '../regels/knoppen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

const GEEN_LIJST: Refused = notNow('Er is nu geen vastgestelde lijst. Je hoeft nog niets te doen.');
/** Where who is there is noted, before the overleg and in it. */
const AGENDA_1: Button = { titel: 'Agenda overleg 1', verb: 'overleg', args: { nummer: '1' } };
/** The entry that a second "Alle aanwezigen akkoord" is about: everybody present has answered already. */
const AL_GEZEGD = '';
/** Why nobody can answer now: no list, or the button belongs to an older one. */
function magNiet({ project, args }: Ctx): Refused | undefined {
  const nu = vasteLijst(project);
  if (!nu) return GEEN_LIJST;
  const isOld =
    args['lijst'] !== undefined && args['lijst'] !== '' && args['lijst'] !== String(nu.rev);
  return isOld
    ? notNow('De lijst is net aangepast. Bekijk eerst de nieuwe lijst.', [LIJST])
    : undefined;
}

/** True for an answer that the person gave themselves, which only they may change. */
function heeftZelf({ project, actor }: Ctx, van: string): Refused | undefined {
  const own = antwoordVan(project, van);
  if (!own || van === actor.id || own.facts.door !== van) return undefined;
  return notNow(`${naamVan(project, van)} heeft zelf al geantwoord.`);
}

/** One person's answer to the present list, with the person who entered it. */
function zeg(
  { project, actor }: Ctx,
  van: string,
  antwoord: Akkoord['facts']['antwoord'],
  reden = '',
): NewEvent[] {
  const facts = { van, antwoord, lijst: vasteLijst(project)?.rev ?? 0 };
  // Entering the same answer again changes nothing.
  const door = oneEver(project, akkoord, van)?.facts.door ?? actor.id;
  const said = sayIfNew(project, akkoord, { id: van, facts: { ...facts, door }, texts: { reden } });
  return said.map((event) => ({ ...event, facts: { ...facts, door: actor.id } }));
}

/** One tap, changeable afterwards. People who were not there may use it too, as long as this list stands. */
const geven = tap({
  verb: 'akkoord.geven',
  right: 'deelnemer',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const van = eigenaar(ctx).id;
    return magNiet(ctx) ?? heeftZelf(ctx, van) ?? accept(van, zeg(ctx, van, 'akkoord'));
  },
  receipt: (ctx) =>
    ontvangen(
      ['Dank je. Je bent akkoord met de lijst.'],
      [{ titel: 'Toch niet akkoord', verb: 'akkoord.niet', args: metNamens(ctx) }],
    ),
});

const niet = vorm({
  verb: 'akkoord.niet',
  right: 'deelnemer',
  when: { vanaf: STAP },
  form: (ctx) => {
    const van = eigenaar(ctx).id;
    const own = antwoordVan(ctx.project, van);
    return (
      magNiet(ctx) ??
      heeftZelf(ctx, van) ??
      formOf(
        'Niet akkoord',
        { reden: redenVeld(own?.texts.reden) },
        { opslaan: 'Niet akkoord', knoppen: [AKKOORD] },
      )
    );
  },
  decide: (ctx, { reden }) => {
    const van = eigenaar(ctx).id;
    return accept(van, zeg(ctx, van, 'niet akkoord', reden));
  },
  receipt: (ctx) =>
    ontvangen(
      ['Opgeslagen. De groep leest wat je anders wilt.'],
      [{ titel: 'Toch akkoord', verb: 'akkoord.geven', args: metNamens(ctx) }],
    ),
});

const redenVeld = (waarde?: string) =>
  lang({ label: 'Wat wil je anders?', nodig: 'Schrijf op wat je anders wilt.', waarde });

const redenVanAnderen = (waarde?: string) =>
  lang({ label: 'Wat willen zij anders?', nodig: 'Schrijf op wat zij anders willen.', waarde });

/** One tap for everybody present who has not answered yet. An answer that a person gave themselves stands (rule 3). */
const allen = tap({
  verb: 'akkoord.allen',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const open = teBeantwoorden(ctx.project);
    return (
      magNiet(ctx) ??
      geenAanwezigen(ctx) ??
      accept(
        open.length > 0 ? 'lijst' : AL_GEZEGD,
        open.flatMap(({ id }) => zeg(ctx, id, 'akkoord')),
      )
    );
  },
  receipt: ({ project }, about) =>
    gelukt(
      about === AL_GEZEGD
        ? 'Alle aanwezigen hadden al geantwoord. Er is niets veranderd.'
        : draagvlak(project, aanwezigen(project)).niet > 0
          ? 'Opgeslagen. De andere aanwezigen zijn akkoord.'
          : 'Opgeslagen. De aanwezigen zijn akkoord.',
      [],
      [AKKOORD],
    ),
});

/** "Alle aanwezigen akkoord" with exceptions and their reason. */
const behalve = vorm({
  verb: 'akkoord.behalve',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const { project } = ctx;
    const mensen = nietZelf(project);
    const eerder = mensen.filter(({ id }) => isTegen(project, id)).map(({ id }) => id);
    return (
      magNiet(ctx) ??
      geenAanwezigen(ctx) ??
      (mensen.length === 0 ? notNow('Alle aanwezigen hebben zelf al geantwoord.') : undefined) ??
      formOf(
        'Akkoord, behalve …',
        {
          wie: meer(
            {
              label: 'Wie is niet akkoord?',
              nodig: 'Kies wie niet akkoord is.',
              per: PER_BLAD.tegenstemmen,
              wat: 'mensen',
              waarde: eerder,
            },
            mensen.map((lid) => ({ id: lid.id, tekst: naamEnOrganisatie(lid) })),
          ),
          reden: redenVanAnderen(antwoordVan(project, eerder[0] ?? '')?.texts.reden),
          anderen: vink({ label: 'De andere aanwezigen zijn akkoord', aan: true }),
        },
        {
          uitleg: zelfTegen(project),
          knoppen: [AKKOORD],
        },
      )
    );
  },
  decide: (ctx, { wie, reden, anderen }): Decision => {
    const no = wie.flatMap((id) => zeg(ctx, id, 'niet akkoord', reden));
    const { project } = ctx;
    // Who was entered as not akkoord and is not ticked any more has come round.
    const om = nietZelf(project).filter(({ id }) => isTegen(project, id));
    const rest = [...teBeantwoorden(project), ...om].filter(({ id }) => !wie.includes(id));
    return accept('lijst', [
      ...no,
      ...(anderen ? rest.flatMap(({ id }) => zeg(ctx, id, 'akkoord')) : []),
    ]);
  },
  receipt: (ctx) =>
    gelukt('Opgeslagen.', draagvlakZinnen(ctx.project).slice(0, 1), [
      { titel: 'Alle anderen akkoord', verb: 'akkoord.allen' },
    ]),
});

const geenAanwezigen = ({ project }: Ctx) =>
  aanwezigen(project).length === 0
    ? notNow('Leg eerst vast wie er bij overleg 1 zijn.', [AGENDA_1])
    : undefined;

const isTegen = (project: Project, lid: string) =>
  antwoordVan(project, lid)?.facts.antwoord === 'niet akkoord';

/** People who refused themselves cannot be ticked. They are named, so that they are not missed in the list. */
function zelfTegen(project: Project): string[] {
  const namen = aanwezigen(project)
    .filter(({ id }) => isTegen(project, id) && antwoordVan(project, id)?.facts.door === id)
    .map(({ naam }) => naam);
  return namen.length === 0
    ? []
    : [aaneen`Gaf zelf al aan niet akkoord te zijn: ${opgesomd(namen)}.`];
}

/** The people present without an answer of their own. */
const nietZelf = (project: Project): Deelnemer[] =>
  aanwezigen(project).filter(({ id }) => antwoordVan(project, id)?.facts.door !== id);

/** The people present without any answer to this list. */
const teBeantwoorden = (project: Project): Deelnemer[] =>
  aanwezigen(project).filter(({ id }) => !antwoordVan(project, id));

export const akkoordActies: readonly AnyAction[] = [geven, niet, allen, behalve];
