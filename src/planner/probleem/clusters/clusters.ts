import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import {
  accept,
  notNow,
  refuse,
  refuseFields,
  type Decision,
  type Refused,
} from '../../../process/contract/decision.ts';
import { kort, meer } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import {
  all,
  begin,
  newId,
  one,
  oneEver,
  say,
  withdraw,
  type NewEvent,
  type Project,
} from '../../../process/feiten/project.ts';
import { sayIfNew } from '../../../process/feiten/say-if-new.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { cluster, eigenNaam, probleem } from '../../plan/plan.ts';
import {
  alsKeuzes,
  filterKnop,
  ledenKeuzes,
  losseKeuzes,
  losseProblemen,
} from './cluster-keuzes.ts';
import { STAP } from '../regels/eigen.ts';
import { makesKring } from '../regels/kring.ts';
import { magNietClusteren } from '../regels/overleg1.ts';
import { CLUSTERS } from '../regels/knoppen.ts';

const MIN_PROBLEMEN = 2;

const TE_WEINIG = 'Kies er minstens twee. Een groep problemen bestaat uit meer problemen.';
const KRING: Refused = notNow(
  'Dan is een probleem de oorzaak van zichzelf. Haal eerst een ander verband weg.',
);

const HOE_HETEN_ZE = {
  label: 'Hoe heten ze samen?',
  uitleg: 'Laat je dit leeg? Dan geldt de naam van het eerste probleem.',
};

/** Agenda line 2 (D3): n ticks and two more taps; the name may stay empty. */
const maken = vorm({
  verb: 'cluster.maken',
  right: 'notulist',
  when: { vanaf: STAP },
  form: (ctx) => {
    const { length } = losseProblemen(ctx.project);
    if (length < MIN_PROBLEMEN)
      return notNow('Er zijn geen twee losse problemen om samen te voegen.');
    return (
      magNietClusteren(ctx) ??
      formOf(
        'Problemen samenvoegen',
        {
          problemen: meer(
            {
              label: 'Welke problemen horen bij elkaar?',
              nodig: TE_WEINIG,
              per: PER_BLAD.losseProblemen,
              wat: 'problemen',
            },
            alsKeuzes(ctx.project, losseKeuzes(ctx)),
          ),
          naam: kort(HOE_HETEN_ZE),
        },
        {
          uitleg: [
            `Er zijn ${length} losse problemen.`,
            'Ook na het samenvoegen blijft elk probleem apart te zien.',
          ],
          opslaan: 'Voeg samen',
          nogEen: 'Voeg samen en nog een',
          knoppen: [filterKnop('cluster.maken'), CLUSTERS],
        },
      )
    );
  },
  decide: ({ project }, { problemen, naam }) => {
    if (problemen.length < MIN_PROBLEMEN) return refuseFields({ problemen: TE_WEINIG });
    const id = newId(project, 'cl');
    return unlessKring(project, id, [begin(cluster, id, { problemen }, { naam })]);
  },
  receipt: samengevoegd,
});

/** Changes the name or the problems. */
const wijzigen = vorm({
  verb: 'cluster.wijzigen',
  right: 'notulist',
  when: { vanaf: STAP },
  form: (ctx) => {
    const nu = gevraagd(ctx);
    if (!nu) return refuse('niet-gevonden');
    const leden = ledenKeuzes(ctx, nu);
    return (
      magNietClusteren(ctx) ??
      formOf(
        'Groep problemen aanpassen',
        {
          naam: kort({ ...HOE_HETEN_ZE, waarde: eigenNaam(ctx.project, nu) }),
          problemen: meer(
            {
              label: 'Welke problemen horen bij elkaar?',
              wat: 'problemen',
              waarde: leden.map(({ id }) => id),
            },
            alsKeuzes(ctx.project, [...leden, ...losseKeuzes(ctx)]),
          ),
        },
        {
          rev: nu.rev,
          knoppen: [filterKnop('cluster.wijzigen', nu.id), CLUSTERS],
        },
      )
    );
  },
  decide: (ctx, { naam, problemen }) => {
    const nu = gevraagd(ctx);
    if (!nu) return refuse('niet-gevonden');
    const shown = new Set(ledenKeuzes(ctx, nu).map(({ id }) => id));
    const kept = nu.facts.problemen.filter((id) => !shown.has(id) || problemen.includes(id));
    const next = [...new Set([...kept, ...problemen])];
    if (next.filter((id) => one(ctx.project, probleem, id)).length < MIN_PROBLEMEN)
      return refuseFields({ problemen: 'Kies er minstens twee, of hef de groep problemen op.' });
    return unlessKring(
      ctx.project,
      nu.id,
      sayIfNew(ctx.project, cluster, { id: nu.id, facts: { problemen: next }, texts: { naam } }),
    );
  },
  receipt: samengevoegd,
});

/** Takes a cluster apart: its problems are loose again, and nothing of them is lost. */
const ontbinden = tap({
  verb: 'cluster.ontbinden',
  right: 'notulist',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const found = oneEver(ctx.project, cluster, ctx.args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    if (found.gone) return accept(found.id, []);
    return (
      magNietClusteren(ctx) ?? unlessKring(ctx.project, found.id, [withdraw(cluster, found.id)])
    );
  },
  receipt: (_, id) =>
    gelukt(
      'De groep problemen is opgeheven. De problemen staan weer los.',
      [],
      [{ titel: 'Ongedaan maken', verb: 'cluster.herstellen', args: { id } }, CLUSTERS],
    ),
});

/** Brings a cluster back, with those of its problems that are in no other cluster since. */
const herstellen = tap({
  verb: 'cluster.herstellen',
  right: 'notulist',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const { project } = ctx;
    const found = oneEver(project, cluster, ctx.args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    if (!found.gone) return accept(found.id, []);
    const used = new Set(all(project, cluster).flatMap(({ facts }) => facts.problemen));
    const problemen = found.facts.problemen.filter((id) => !used.has(id));
    if (problemen.length === 0)
      return notNow('De problemen zitten nu in een andere groep problemen.');
    return (
      magNietClusteren(ctx) ??
      unlessKring(project, found.id, [{ ...say(cluster, found, { problemen }), gone: false }])
    );
  },
  receipt: samengevoegd,
});

const gevraagd = ({ project, args }: Ctx) => one(project, cluster, args['id'] ?? '');

const unlessKring = (project: Project, id: string, events: readonly NewEvent[]): Decision =>
  makesKring(project, events) ? KRING : accept(id, events);

function samengevoegd({ args }: Ctx) {
  return gelukt(
    'De groep problemen is opgeslagen.',
    ['De losse problemen blijven bewaard.'],
    [
      {
        titel: 'Nog een groep problemen',
        verb: 'cluster.maken',
        args: args['van'] ? { van: args['van'] } : {},
      },
    ],
  );
}

export const clusterActies: readonly AnyAction[] = [maken, wijzigen, ontbinden, herstellen];
