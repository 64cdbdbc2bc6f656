import { formAgain, geweigerd, metWegTerug } from '../../src/answer/sayings.ts';
import { opened, shown } from '../../src/answer/shown.ts';
import { RONDE, START } from '../../src/process/groep/verbs.ts';
import { planner } from '../../src/planner/index.ts';
import type { AnyAction, Ctx } from '../../src/process/contract/contract.ts';
import type { Accepted, Refused } from '../../src/process/contract/decision.ts';
import { getypt } from './getypt.ts';
import { judge, mayNotSee } from '../../src/process/contract/judge.ts';
import { emptyProject, type Project } from '../../src/process/feiten/project.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { antwoorden, volledig } from './antwoorden.ts';
import { eersteKeer, toon, zetKlaar, type Bezig, type Druk } from './beurt.ts';
import { inBericht, opScherm } from './lezen.ts';
import { berichtenVan, ctxVan, gezienDoor, na } from './stand.ts';

/** A form that was not tried before is sent in every way; then, where it reads otherwise than before, as it proposes. */
export function vultIn(
  gang: Bezig,
  druk: Druk,
  action: AnyAction,
  ctx: Ctx,
  screen: FormScreen,
  rev: number,
): void {
  const { stand, beproefd } = gang;
  const { velden } = screen;
  const vorm = `${action.verb} ${opScherm(screen).join('\n')}`;
  if (eersteKeer(beproefd, zonderInhoud(vorm)))
    for (const raw of antwoorden(velden, stand.now))
      bewaart({ ...gang, wachtrij: [] }, druk, action, ctx, getypt(velden, raw), rev);
  if (!eersteKeer(beproefd, vorm)) return;
  bewaart(gang, druk, action, ctx, getypt(velden, volledig(velden, stand.now)), rev);
}

/** The form stood open when the moment for it passed: what was typed comes back. */
export function teLaat(gang: Bezig, druk: Druk, action: AnyAction, ctx: Ctx, waarom: string): void {
  const { when, verb } = action;
  if (typeof when !== 'object' || !('invoer' in when) || mayNotSee(action, ctx)) return;
  if (!eersteKeer(gang.beproefd, `te laat ${verb} ${waarom}`)) return;
  const form = action.form(ctx);
  if ('accepted' in form) return;
  const raw = getypt(form.velden, volledig(form.velden, gang.stand.now));
  bewaart(gang, druk, action, ctx, raw, form.rev);
}

/** A form as it is whatever it is about, and however much there is to choose from. */
const zonderInhoud = (vorm: string) =>
  [...new Set(vorm.replace(/«[^»]*»|\d+/g, '·').split('\n'))].join('\n');

/** A form is sent, or a button that acts at once is pressed: what comes of it is read. */
export function bewaart(
  gang: Bezig,
  druk: Druk,
  action: AnyAction,
  ctx: Ctx,
  raw: Readonly<Record<string, string>>,
  rev: number,
): void {
  const decision = judge(action, ctx, { raw, rev });
  if (decision.accepted) return gelukt(gang, druk, action, ctx, decision);
  if (action.isTap)
    return toon(gang, druk, action.verb, geweigerd(gezienDoor(gang.lezer, ctx), action, decision));
  geweigerdMetTekst(gang, druk, action, ctx, raw, decision);
  if (decision.reason === 'bevestigen' && !ctx.toch)
    bewaart(gang, druk, action, { ...ctx, toch: true }, raw, rev);
}

/** The form comes back, with a sentence at what is wrong and other ways to go on. */
function geweigerdMetTekst(
  gang: Bezig,
  druk: Druk,
  action: AnyAction,
  ctx: Ctx,
  raw: Readonly<Record<string, string>>,
  decision: Refused,
): void {
  const ziet = gezienDoor(gang.lezer, ctx);
  const again = formAgain(ziet, action, raw, { kind: 'refused', decision, project: ctx.project });
  const { melding = '', fouten = {}, knoppen = [] } = again.answers;
  gang.meld(action.verb, [
    ...(again.screen.kind === 'formulier' ? [] : opScherm(again.screen)),
    melding,
    ...Object.values(fouten).map((zin) => `! ${zin}`),
    ...knoppen.map(({ titel }) => `[${titel}]`),
  ]);
  for (const { op, verb, args } of knoppen) {
    const door = planner.acties.get(verb);
    if (op !== 'bewaar' || !door) continue;
    const next = ctxVan(gang.stand, gang.lezer, ctx.project, verb, args);
    bewaart(gang, druk, door, { ...next, toch: true }, raw, 0);
  }
  zetKlaar(gang, knoppen, druk.project, druk.diep);
}

function gelukt(gang: Bezig, druk: Druk, action: AnyAction, ctx: Ctx, decision: Accepted): void {
  const { stand, lezer } = gang;
  gang.bereikt.add(action.verb);
  verloopt(gang, ctx.project, decision);
  // A new project or round is another log.
  const isNieuw = action.verb === START || action.verb === RONDE;
  const project = na(isNieuw ? emptyProject('nieuw') : ctx.project, lezer.id, stand.now, decision);
  const next = { ...druk, project, diep: druk.diep + 1 };
  const ziet = gezienDoor(lezer, ctxVan(stand, lezer, project, action.verb, ctx.args));
  const receipt = metWegTerug(ziet, action.receipt(ziet, decision.about));
  toon(gang, next, action.verb, shown(ziet, action.verb, receipt).screen);
  nogEen(gang, action, { ...ziet, args: { ...ctx.args, na: decision.about } });
  for (const message of decision.messages)
    for (const { soort, bericht } of berichtenVan(project, stand.now, message)) {
      gang.meld(`bericht ${soort}`, inBericht(bericht));
      zetKlaar(gang, bericht.knoppen, project, next.diep);
    }
}

/** The same form anew, for who pressed the second button. */
function nogEen({ meld, beproefd }: Bezig, action: AnyAction, ctx: Ctx): void {
  if (action.isTap || !eersteKeer(beproefd, `nog een ${action.verb}`)) return;
  const { screen } = opened(action, ctx);
  if (screen.kind === 'formulier' && screen.nogEen !== '') meld(action.verb, opScherm(screen));
}

/** What the record says of it, to who leads and to others. */
function verloopt({ meld }: Bezig, { entries }: Project, { events }: Accepted): void {
  for (const event of events) {
    const before = entries.get(event.kind)?.get(event.id);
    const gezegd = { ...event, n: 0, v: 1, at: '', by: '' };
    const nu = { ...before?.facts, ...event.facts };
    meld(
      'verloop',
      [true, false].map(
        (leidt) =>
          planner.verloop.get(event.kind)?.({
            ...{ event: gezegd, isNieuw: before === undefined, nu, leidt },
            overleg: (id) =>
              planner.overleggen.find((soort) => soort.id === id)?.naam.toLowerCase() ?? id,
          }) ?? '',
      ),
    );
  }
}
