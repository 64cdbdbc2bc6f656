import { geweigerd } from '../../src/answer/sayings.ts';
import { opened, shown } from '../../src/answer/shown.ts';
import { planner } from '../../src/planner/index.ts';
import { getypt } from './getypt.ts';
import { mayNotSee } from '../../src/process/contract/judge.ts';
import type { Args, Button, Screen } from '../../src/process/vormen/screen.ts';
import { volledig } from './antwoorden.ts';
import { toon, zetKlaar, type Bezig, type Druk, type Gang } from './beurt.ts';
import { bewaart, teLaat, vultIn } from './bewaren.ts';
import { ctxVan, gezienDoor } from './stand.ts';

/**
 * Somebody presses all that they can reach from these buttons, fills in each form and reads what comes of it. Returns what was
 * pressed, each verb with the arguments of its first press.
 */
export function loop(
  gang: Gang,
  begin: readonly Pick<Button, 'verb' | 'args'>[],
): Map<string, Args> {
  const bezig: Bezig = { ...gang, wachtrij: [] };
  const geteld = new Map<string, number>();
  const al = new Set<string>();
  const gedrukt = new Map<string, Args>();
  zetKlaar(bezig, begin, gang.stand.project, 0);
  for (let druk = bezig.wachtrij.shift(); druk; druk = bezig.wachtrij.shift()) {
    const { verb, args, diep } = druk;
    const vorm = `${diep} ${verb} ${vormVan(verb, args)}`;
    const sleutel = `${vorm} ${JSON.stringify(Object.entries(args).sort())}`;
    const keer = geteld.get(vorm) ?? 0;
    if (diep > gang.diep || al.has(sleutel) || keer >= (diep === 0 ? gang.perKnop : 1)) continue;
    al.add(sleutel);
    geteld.set(vorm, keer + 1);
    if (!gedrukt.has(verb)) gedrukt.set(verb, args);
    drukt(bezig, druk);
  }
  return gedrukt;
}

/** What presses of one verb have in common: the names of their arguments; of a view also which subject, overleg or point it is. */
const vormVan = (verb: string, args: Args): string =>
  Object.entries(args)
    .map(([naam, waarde]) =>
      planner.weergaven.has(verb) && ONDERWERP.includes(naam) ? `${naam}=${waarde}` : naam,
    )
    .sort()
    .join();

const ONDERWERP = ['wat', 'nummer', 'regel'];

/** Pressed once, and not followed: what one reads who cannot reach it by a button. */
export const buitenom = (gang: Gang, verb: string, args: Args): void =>
  drukt({ ...gang, wachtrij: [] }, { verb, args, project: gang.stand.project, diep: gang.diep });

/** One form, filled in as it proposes, but for these answers; `*` stands for every question. */
export function doetEen(
  gang: Gang,
  verb: string,
  args: Args,
  inputs: Readonly<Record<string, string>>,
): void {
  const bezig: Bezig = { ...gang, wachtrij: [] };
  const druk = { verb, args, project: gang.stand.project, diep: gang.diep };
  const ctx = ctxVan(gang.stand, gang.lezer, druk.project, verb, args);
  const action = planner.acties.get(verb);
  const found = action && opened(action, ctx);
  if (!action || action.isTap || found?.screen.kind !== 'formulier') return drukt(bezig, druk);
  const { velden } = found.screen;
  toon(bezig, druk, verb, found.screen);
  const allen = Object.keys(velden).map((id) => [id, inputs['*']] as const);
  const gezegd = '*' in inputs ? (Object.fromEntries(allen) as Record<string, string>) : inputs;
  const raw = getypt(velden, { ...volledig(velden, gang.stand.now), ...gezegd });
  bewaart(bezig, druk, action, ctx, raw, found.rev ?? 0);
}

function drukt(gang: Bezig, druk: Druk): void {
  const { verb, args, project } = druk;
  const ctx = ctxVan(gang.stand, gang.lezer, project, verb, args);
  const ziet = gezienDoor(gang.lezer, ctx);
  const view = planner.weergaven.get(verb);
  if (view) {
    const nee = mayNotSee(view, ziet);
    const { screen } = shown(ziet, verb, nee ? geweigerd(ziet, undefined, nee) : view.show(ziet));
    if (!nee) gang.bereikt.add(verb);
    toon(gang, druk, verb, screen);
    return bladert(gang, druk, screen);
  }
  const action = planner.acties.get(verb);
  if (!action) throw new Error(`no verb ${verb}`);
  if (action.isTap) return bewaart(gang, druk, action, ctx, {}, 0);
  const { screen, rev = 0 } = opened(action, ziet);
  toon(gang, druk, verb, screen);
  if (screen.kind !== 'formulier') return teLaat(gang, druk, action, ctx, screen.titel);
  gang.bereikt.add(verb);
  vultIn(gang, druk, action, ctx, screen, rev);
}

const MAX_BLADEN = 6;

/** The other pages of a list. */
function bladert({ wachtrij }: Bezig, druk: Druk, screen: Screen): void {
  if (screen.kind !== 'lijst' || druk.args['pagina'] !== undefined || druk.diep > 0) return;
  const pagina = Array.from({ length: Math.min(screen.van, MAX_BLADEN) }, (_, n) => String(n + 1));
  for (const one of pagina.slice(1))
    wachtrij.unshift({ ...druk, args: { ...druk.args, pagina: one } });
}
