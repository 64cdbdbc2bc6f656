import { TAB } from '../vormen/naar-tab.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Ctx } from '../contract/contract.ts';
import {
  bedoeldOverleg,
  feitenVan,
  gaandOverleg,
  hoortBij,
  isAanDeBeurt,
  isVanNu,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { formOf, vorm } from '../contract/action.ts';
import { beeldVan } from '../contract/beeld.ts';
import { zonderReden } from '../stappen/inbreng.ts';
import { accept, isRefused, notNow, type Refused } from '../contract/decision.ts';
import { leads, leden } from '../feiten/deelnemers.ts';
import { keuze, meer, rij } from '../vormen/form.ts';
import { type Overleg, gaande, genodigden, komtNaar, overleg } from '../feiten/overleg.ts';
import { zonderUitkomst } from './punten.ts';
import { begin, one, say } from '../feiten/project.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { huidig, isOpenFor } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { bijGroep } from '../kalender/moment.ts';
import { totText } from '../taal/time.ts';
import { aantal } from '../taal/woorden.ts';
import { kiesUit, kiesUitGroep, nietMeer } from '../groep/deelnemers.ts';
import { AFSLUITEN, AL_GEWEEST, GEEN_OVERLEG, NAAR_OVERLEG } from './agenda.ts';

/** The page that everybody in the room looks at. */
const GROOT_SCHERM: Button = {
  titel: 'Open het grote scherm',
  verb: TAB,
  args: { blad: 'overleg' },
};

/** The people present so far: by default all who were invited and did not say that they stay away. */
function aanwezigNu({ project }: Ctx, found: Overleg | undefined): readonly string[] {
  if (!found) return leden(project).map(({ id }) => id);
  if (found.facts.aanwezig.length > 0) return found.facts.aanwezig;
  return genodigden(project, found)
    .filter(({ id }) => komtNaar(project, found, id) !== false)
    .map(({ id }) => id);
}

/** The people ticked, and those who were present and left the group since. */
const aanwezigNa = (ctx: Ctx, found: Overleg | undefined, ticked: readonly string[]): string[] => [
  ...ticked,
  ...nietMeer(ctx.project, aanwezigNu(ctx, found)),
];

const aanwezigVelden = (ctx: Ctx, found: Overleg | undefined) => ({
  aanwezig: meer(
    {
      label: 'Wie is er aanwezig?',
      wat: 'deelnemers',
      waarde: aanwezigNu(ctx, found),
    },
    kiesUit(leden(ctx.project)),
  ),
  anderen: rij({
    label: 'Wie is er nog meer aanwezig?',
    uitleg: `Mensen die niet in de ${ctx.traject.woorden.projectgroep} zitten.`,
    waarde: found?.texts.anderen,
  }),
  notulist: keuze(
    {
      label: 'Wie schrijft mee?',
      uitleg: 'Wie meeschrijft, legt de uitkomsten vast.',
      wat: 'deelnemers',
      waarde: found?.facts.notulist,
    },
    kiesUitGroep(ctx.project, found ? [found.facts.notulist] : []),
  ),
});

/** Notes who is present, and begins the overleg (A5, rule 17). */
export const starten = vorm({
  verb: 'overleg.starten',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const een = magStarten(ctx);
    return isRefused(een)
      ? een
      : formOf(`${overlegNaam(een)} starten`, aanwezigVelden(ctx, een.found), {
          opslaan: 'Start het overleg',
          ...nogOpen(ctx),
        });
  },
  decide: (ctx, { aanwezig, anderen, notulist }) => {
    const een = magStarten(ctx);
    if (isRefused(een)) return een;
    const { id, found } = een;
    const facts = {
      ...feitenVan(ctx.project, een),
      // Opened again: the same overleg goes on.
      begonnen: found?.facts.begonnen || ctx.now,
      gesloten: '',
      aanwezig: aanwezigNa(ctx, found, aanwezig),
      notulist,
    };
    return accept(id, [begin(overleg, id, facts, { plaats: found?.texts.plaats ?? '', anderen })]);
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, overleg, about);
    return gelukt(
      'Het overleg is begonnen.',
      [`Aanwezig: ${aantal(found?.facts.aanwezig.length ?? 0, 'deelnemer', 'deelnemers')}.`],
      [GROOT_SCHERM, { titel: 'Naar de agenda', verb: 'overleg' }],
    );
  },
});

/** Warns a projectleider who starts while deelnemers are still entering; the step can be closed first. */
function nogOpen({ project, traject, now }: Ctx): { uitleg: string[]; knoppen: Button[] } {
  const nu = huidig(project);
  if (!nu || !stepOf(traject, nu.id).heeftInvoer || !isOpenFor(nu, now))
    return { uitleg: [], knoppen: [] };
  const { nummer, tot } = nu.facts;
  return {
    uitleg: [
      `Let op: stap ${nummer} staat nog open${tot === '' ? '' : ` tot ${totText(tot, now)}`}. Deelnemers kunnen nog invullen.`,
    ],
    knoppen: [{ titel: `Stap ${nummer} nu sluiten`, verb: 'stap.sluiten' }],
  };
}

function magStarten(ctx: Ctx): EenOverleg | Refused {
  const een = bedoeldOverleg(ctx, ctx.args);
  if (!een) return GEEN_OVERLEG;
  if (!isAanDeBeurt(ctx, een)) return AL_GEWEEST;
  if (gaande(ctx.project))
    return notNow('Er is al een overleg bezig. Sluit dat eerst af.', [AFSLUITEN]);
  if (isVanNu(ctx, een)) return een;
  return notNow(hoortBij(ctx, een), [KNOP.volgendeStap]);
}

export const aanwezigheid = vorm({
  verb: 'overleg.aanwezig',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const nu = gaande(ctx.project);
    return nu
      ? formOf('Wie is er aanwezig?', aanwezigVelden(ctx, nu), { rev: nu.rev })
      : notNow('Er is nu geen overleg bezig.');
  },
  decide: (ctx, { aanwezig, anderen, notulist }) => {
    const nu = gaande(ctx.project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    // The notulist may not hand the notes to another; only the projectleider may.
    const there = { aanwezig: aanwezigNa(ctx, nu, aanwezig) };
    const facts = leads(ctx.actor) ? { ...there, notulist } : there;
    return accept(nu.id, [say(overleg, nu, facts, { anderen })]);
  },
  receipt: () => gelukt('De aanwezigheid is opgeslagen.', [], [NAAR_OVERLEG]),
});

/** Ends the overleg: what is still empty is named, then the group gets one summary (rule 17). */
export const sluiten = vorm({
  verb: 'overleg.sluiten',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const nu = gaandOverleg(ctx);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    const empty = zonderUitkomst(ctx, nu);
    const zin =
      empty.length === 0
        ? 'Elk punt heeft een uitkomst.'
        : `${aantal(empty.length, 'punt heeft', 'punten hebben')} nog geen uitkomst. Dat is niet erg.`;
    return formOf(
      `${overlegNaam(nu)} afsluiten?`,
      {},
      {
        uitleg: [
          zin,
          ...bijGroep(ctx.project, 'De groep krijgt een samenvatting met de afspraken.'),
        ],
        opslaan: 'Afsluiten',
        rev: nu.found.rev,
        knoppen: [{ ...NAAR_OVERLEG, titel: 'Nog niet' }],
      },
    );
  },
  decide: ({ project, now }) => {
    const nu = gaande(project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    return accept(nu.id, [say(overleg, nu, { gesloten: now })], {
      soort: 'overleg-gesloten',
      facts: { nummer: nu.facts.nummer },
    });
  },
  receipt: (ctx) =>
    gelukt(
      'Het overleg is afgesloten.',
      [
        ...bijGroep(ctx.project, 'De groep krijgt een samenvatting.'),
        ...zonderReden(beeldVan(ctx)).map(({ zin }) => zin),
      ],
      [...zonderReden(beeldVan(ctx)).flatMap(({ knoppen }) => knoppen), ...verderNaOverleg(ctx)],
    ),
});

/** How whoever leads goes on after an overleg. */
export function verderNaOverleg({ project, traject }: Ctx): readonly Button[] {
  const nu = huidig(project);
  const verder: readonly Button[] =
    nu && nextStep(traject, nu.id) ? [KNOP.volgendeStap] : traject.slot;
  return [leidingKnop(traject), ...verder];
}
