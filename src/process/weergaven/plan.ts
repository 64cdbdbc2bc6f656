import type { Beeld, Ctx, Step, View } from '../contract/contract.ts';
import { beeldVan } from '../contract/beeld.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { geopend, huidig } from '../feiten/geopende-stap.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { metTab } from '../vormen/naar-tab.ts';
import { PLAN } from '../vormen/poster.ts';
import { item, lijst, type Button, type Item } from '../vormen/screen.ts';

/** The plan so far: a row for each step, or all of one step. */
export const plan: View = {
  verb: 'plan',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const open = ctx.traject.stappen.filter(({ id }) =>
      geopend(ctx.project).some((stap) => stap.id === id),
    );
    const een = open.find(({ id }) => id === ctx.args['stap']);
    return een ? vanStap(ctx, een) : overzicht(ctx, open);
  },
};

const overzicht = (ctx: Ctx, open: readonly Step[]) =>
  lijst(
    `Plan: ${profielVan(ctx.project).texts.naam}`,
    [{ kop: '', items: open.map((step) => stapItem(beeldVan(ctx), step)) }],
    {
      uitleg: [`Stand van nu, bij stap ${huidig(ctx.project)?.facts.nummer ?? 1}.`],
      knoppen: metTab(
        [
          { titel: 'Documenten', verb: 'documenten' },
          { titel: 'Downloads', verb: 'downloads' },
          { titel: 'Deel het plan als plaatje', verb: 'beeld', args: { wat: PLAN } },
          KNOP.afspraken,
          ...vorigeRonde(ctx),
        ],
        'stand',
      ),
    },
  );

/** What stands of a step; all of it is behind the row. */
const stapItem = (beeld: Beeld, step: Step): Item =>
  item(
    `${step.nummer} ${step.naam}`,
    step
      .gereed(beeld)
      .filter(({ klaar }) => klaar)
      .map(({ zin }) => zin)
      .slice(0, 2),
    [{ titel: 'Bekijken', verb: 'plan', args: { stap: step.id } }],
  );

const vanStap = (ctx: Ctx, step: Step) =>
  lijst(`Plan, stap ${step.nummer}: ${step.naam}`, step.plan(beeldVan(ctx)), {
    pagina: ctx.args['pagina'],
    knoppen: [{ ...KNOP.plan, titel: 'Alle stappen' }],
  });

/** The way to the previous rounds, which stay readable (rule 12). */
function vorigeRonde({ project }: Ctx): Button[] {
  const { vorige } = profielVan(project).facts;
  return vorige === '' ? [] : [{ titel: 'Vorige ronde', verb: 'plan', args: { project: vorige } }];
}
