import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, ask, refuse } from '../../process/contract/decision.ts';
import { hertekenen, kiesLezers, naOpslaan, naVink } from '../../process/stappen/lezers.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { all, begin, newId, one, type Project } from '../../process/feiten/project.ts';
import { gelukt, type Button } from '../../process/vormen/screen.ts';
import { dateOf } from '../../process/taal/time.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { JIJ } from '../plan/lezers.ts';
import { doel } from '../plan/plan.ts';
import { bedenkingen, onderwerpen, velden, type Antwoord, type Doel } from './smart.ts';

/** Step 4 can be written from its opening on, also after the overleg (F5, rule 1). */
export const VANAF = { vanaf: 'doelstellingen' } as const;
const alleDoelen: Button = { titel: 'Bekijk alle doelen', verb: 'doelen' };

/** Stores the goal, after the hints were shown. */
function save(ctx: Ctx, values: Antwoord, elders: readonly string[], found?: Doel) {
  const id = found?.id ?? newId(ctx.project, 'd');
  const { specifiek, meetbaar, eenheid, acceptabel, realistisch, nu, wanneer } = values;
  const texts = { specifiek, meetbaar, eenheid, acceptabel, realistisch };
  const linked = onderwerpenOf(values, elders);
  const lezers = naVink(values.vertrouwelijk, found?.facts);
  const facts = { onderwerpen: linked, nu, doel: values.doel, wanneer, ...lezers };
  if (found && isEqual(found.facts, facts) && isEqual(found.texts, texts)) return accept(id, []);
  const hint = bedenkingen(values, dateOf(ctx.now), profielVan(ctx.project).facts.einde);
  if (hint !== '' && !ctx.toch) return ask(hint);
  return accept(id, [begin(doel, id, facts, texts)], ...hertekenen(found?.facts, facts));
}

/** The question is left out when there is nothing to choose from. */
const onderwerpenOf = (
  values: Partial<Pick<Antwoord, 'onderwerpen'>>,
  elders: readonly string[],
) => [...(values.onderwerpen ?? []), ...elders];

const isEqual = (now: object, next: object) =>
  JSON.stringify({ ...now, ...next }) === JSON.stringify(now);

const toevoegen = vorm({
  verb: 'doel.toevoegen',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) =>
    formOf('Wat willen wij bereiken?', velden(onderwerpen(ctx)), {
      nogEen: 'Opslaan en volgende',
    }),
  decide: (ctx, values) => save(ctx, values, onderwerpen(ctx).elders),
  receipt: (ctx, about) => {
    const besloten = lezersVan(ctx, about);
    return gelukt(
      'Het doel is opgeslagen.',
      besloten.regels.length > 0 ? besloten.regels : opgeslagen(ctx.project),
      [...besloten.knoppen, { titel: 'Volgende doel', verb: 'doel.toevoegen' }],
    );
  },
});

const lezersVan = ({ project }: Ctx, id: string) =>
  naOpslaan(one(project, doel, id)?.facts, 'doel.vertrouwelijk', id);

function opgeslagen(project: Project): string[] {
  const { length } = all(project, doel);
  return length === 1
    ? ['Er is nu 1 doel.', 'Het verschijnt vanzelf in de volgende stappen.']
    : [`Er zijn nu ${length} doelen.`, 'Ze verschijnen vanzelf in de volgende stappen.'];
}

const wijzigen = vorm({
  verb: 'doel.wijzigen',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return formOf('Doel aanpassen', velden(onderwerpen(ctx, found), found), { rev: found.rev });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return save(ctx, values, onderwerpen(ctx, found).elders, found);
  },
  receipt: (ctx, about) => {
    const { regels, knoppen } = lezersVan(ctx, about);
    return gelukt('Het doel is aangepast.', regels, [...knoppen, alleDoelen]);
  },
});

const asked = ({ project, args }: Ctx) => one(project, doel, args['id'] ?? '');

export const doelActies: readonly AnyAction[] = [
  toevoegen,
  wijzigen,
  kiesLezers({
    naam: 'doel',
    kind: doel,
    right: 'projectleider',
    when: VANAF,
    mag: () => true,
    altijd: JIJ,
  }),
  ...intrekkenEnTerug({
    kind: doel,
    naam: 'doel',
    right: 'projectleider',
    when: VANAF,
    mag: () => true,
    bijTerug: () => [],
    weg: 'Het doel is ingetrokken.',
    terug: 'Het doel staat er weer.',
    lijst: () => alleDoelen,
  }),
];
