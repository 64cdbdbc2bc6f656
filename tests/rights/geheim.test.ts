import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import type { Ctx } from '../../src/process/contract/contract.ts';
import { mens } from '../../src/process/feiten/deelnemers.ts';
import { judge, mayNotSee, NIEMAND, openForm } from '../../src/process/contract/judge.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { formAgain, geweigerd } from '../../src/answer/sayings.ts';
import { vulIn } from '../cards/invullen.ts';
import { HALF, stadium, WIE, type Fase, type Wereld } from '../../support/stadia.ts';

const GEHEIM = 'Kanarie in de kelder';
const AFGESPROKEN = { overleg: 'overleg1', wie: WIE.plaatsvervanger, wanneer: '' };

/**
 * A confidential problem and what is known about it, in a cluster on the list, and what an overleg said in confidence; the
 * plaatsvervanger said it all.
 */
function metGeheim(stap: number, fase: Fase): Wereld {
  const wereld = stadium(HALF, stap, fase);
  const besloten = { vertrouwelijk: true, voor: [WIE.collega], van: WIE.plaatsvervanger };
  wereld.said(WIE.plaatsvervanger, [
    {
      kind: 'probleem',
      id: 'p4',
      facts: besloten,
      texts: { omschrijving: GEHEIM, plaats: GEHEIM, cijfers: GEHEIM },
    },
    {
      kind: 'doei',
      id: 'geheim',
      facts: { over: 'p0', soort: 'data', mondeling: false, ...besloten },
      texts: { tekst: GEHEIM, bron: GEHEIM },
    },
    {
      kind: 'uitkomst',
      id: 'overleg1.opening',
      facts: { ...AFGESPROKEN, ...besloten, regel: 'opening', soort: 'besluit' },
      texts: { tekst: GEHEIM },
    },
    {
      kind: 'afspraak',
      id: 'a.overleg1.opening',
      facts: { ...AFGESPROKEN, ...besloten, klaar: false, soort: 'achterban' },
      texts: { wat: GEHEIM },
    },
  ]);
  return wereld;
}

/** Whatever a button might name: the confidential things, what they belong to, and people. */
const ARGS: readonly Args[] = [
  {},
  ...['p4', 'geheim', 'cl0', `p4.${WIE.lid}`].flatMap((id) => [
    { id },
    { over: id },
    { onderwerp: id },
    { id, soort: id === 'geheim' ? 'doei' : 'probleem', namens: WIE.plaatsvervanger },
  ]),
  ...['overleg1.opening', 'a.overleg1.opening'].map((id) => ({ id })),
  { nummer: '1', regel: 'opening' },
  { nummer: '1', na: 'overleg1.opening' },
  { pagina: '2' },
  { van: WIE.plaatsvervanger, namens: WIE.plaatsvervanger, alles: 'ja' },
];

/** Everything that somebody can get to see by any press, also of buttons that no card has, as one text. */
function allesVoor(wereld: Wereld, wie: string): string[] {
  return ARGS.flatMap((args) => {
    const ctx: Ctx = {
      ...wereld.ctx(wie, args),
      actor: mens(wereld.project, wie) ?? NIEMAND,
    };
    const views = [...planner.weergaven.values()].map((view) => {
      const refused = mayNotSee(view, ctx);
      return JSON.stringify(refused ? geweigerd(ctx, undefined, refused) : view.show(ctx));
    });
    const forms = [...planner.acties.values()]
      .filter(({ isTap }) => !isTap)
      .flatMap((action) => {
        const form = openForm(action, ctx);
        const velden = 'kind' in form ? form.velden : {};
        const raw = vulIn(velden, wereld.now);
        const decision = judge(action, ctx, { raw, rev: 0 });
        const opened = 'kind' in form ? form : geweigerd(ctx, action, form);
        if (decision.accepted) return [JSON.stringify(opened)];
        const outcome = { kind: 'refused', decision, project: ctx.project } as const;
        const again = formAgain(ctx, action, {}, outcome).screen;
        return [JSON.stringify(opened), JSON.stringify(again)];
      });
    return [...views, ...forms];
  });
}

const MOMENTEN: readonly (readonly [number, Fase])[] = [
  [2, 'open'],
  [2, 'na overleg'],
  [4, 'overleg'],
];

it.each(MOMENTEN)(
  'shows what is confidential to nobody it is not for, whatever they press, in step %i (%s)',
  (stap, fase) => {
    const wereld = metGeheim(stap, fase);

    for (const wie of [WIE.notulist, WIE.lid, WIE.buiten])
      expect(
        allesVoor(wereld, wie).filter((text) => text.includes(GEHEIM)),
        wie,
      ).toEqual([]);
    for (const wie of [WIE.leider, WIE.collega])
      expect(allesVoor(wereld, wie).join(), wie).toContain(GEHEIM);
  },
);

it('shows outsiders nothing of a project at all', () => {
  const wereld = stadium(HALF, 5, 'open');

  for (const wie of [WIE.aanvrager, WIE.weg, WIE.buiten]) {
    const typedTexts = allesVoor(wereld, wie).flatMap((text) => text.match(/«t\d+»/g) ?? []);
    // The name of the project and of who leads it, who decides whether they may join.
    expect(new Set(typedTexts).size, wie).toBeLessThanOrEqual(3);
  }
});
