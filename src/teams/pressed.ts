import { createHash, randomUUID } from 'node:crypto';
import { act, type Outcome } from '../act.ts';
import type { AnyAction, Ctx } from '../process/action.ts';
import { isAfgerond } from '../process/gegevens.ts';
import { judge, mayNotSee } from '../process/judge.ts';
import { emptyProject, newId, type Project } from '../process/project.ts';
import type { NoticeScreen, Screen } from '../process/screen.ts';
import type { Marker } from '../storage/log.ts';
import { isKey } from '../storage/rows.ts';
import { bericht } from '../process/screen.ts';
import { nl } from '../text/nl.ts';
import type { Bot } from './bot.ts';
import { drawLive, LUKT_NIET, START } from './drawing.ts';
import { begin, place as settle } from './begin.ts';
import { membersOf } from './members.ts';
import type { Answer, Incoming, Press } from './port.ts';
import { replyTo } from './reply.ts';
import { formAgain, geweigerd, nietGevonden } from './sayings.ts';
import { opened, shown, type Shown } from './shown.ts';
import { readClaim, readInputs, type Claim } from './wire.ts';

/** Somebody pressed a button: opens a screen, or acts and answers. */
export async function pressed(bot: Bot, incoming: Incoming, press: Press): Promise<Answer> {
  const claim = readClaim(press.data);
  if (claim?.verb === START && claim.op === 'open')
    return replyTo(bot.options, incoming, await begin(bot, incoming), claim);
  const project = claim && (await projectOf(bot, incoming, claim));
  if (!claim || !project)
    return replyTo(bot.options, incoming, notice(bot, incoming, nietGevonden()), claim);
  const say = (shown: Shown) => replyTo(bot.options, incoming, shown, claim);
  const ctx = await ctxFor(bot, incoming, project, claim);
  if (claim.van !== '' && claim.van !== (ctx.actor.id || ctx.iemand.oid))
    return notYours(bot, incoming, ctx, claim);
  const { acties, weergaven } = bot.options.traject;
  const view = weergaven.get(claim.verb);
  if (view) {
    const refused = mayNotSee(view, ctx);
    return say(
      shown(ctx, claim.verb, refused ? geweigerd(ctx, undefined, refused) : view.show(ctx)),
    );
  }
  if (claim.verb === LUKT_NIET)
    return say(shown(ctx, LUKT_NIET, aroundDialog(bot, project, claim)));
  const action = acties.get(claim.verb);
  if (!action) return say(shown(ctx, claim.verb, nietGevonden()));
  return claim.op === 'open' && !action.isTap
    ? say(opened(action, ctx))
    : submitted(bot, incoming, action, claim, ctx);
}

/** A screen where there is no project to speak of. */
export const notice = (
  bot: Bot,
  incoming: Incoming,
  screen: Screen,
  project: Project = emptyProject(''),
): Shown => shown(bot.way.ctx(incoming, project, {}), 'help', screen);

async function projectOf(bot: Bot, incoming: Incoming, claim: Claim): Promise<Project | undefined> {
  if (claim.project === '') return (await bot.way.here(incoming))[0] ?? bot.way.fresh();
  if (claim.verb === START && isKey(claim.project))
    return (await bot.way.read(claim.project)) ?? emptyProject(claim.project);
  // A stale state is good enough to try an acceptance on; whatever is shown or refused is read anew.
  return bot.way.claimed(incoming, claim.project, claim.op !== 'open');
}

async function ctxFor(bot: Bot, incoming: Incoming, project: Project, claim: Claim): Promise<Ctx> {
  const members = bot.options.traject.acties.get(claim.verb)?.needsLeden
    ? await membersOf(bot.options, incoming.place)
    : [];
  return bot.way.ctx(incoming, project, claim.args, { toch: claim.extra === 'toch', members });
}

/** Somebody else's form: said to who pressed only, the form itself stays as it is. */
function notYours(bot: Bot, incoming: Incoming, ctx: Ctx, claim: Claim): Promise<Answer> {
  const owner =
    ctx.project.entries.get('deelnemer')?.get(claim.van)?.texts['naam'] ?? 'iemand anders';
  return replyTo(
    bot.options,
    incoming,
    shown(ctx, claim.verb, bericht('uitleg', nl.nietVanJou(owner))),
  );
}

/** The buttons of the live card, as a message of its own whose forms need no dialog. */
function aroundDialog(bot: Bot, project: Project, claim: Claim): Screen {
  const step = bot.options.traject.stappen.find(({ id }) => id === claim.args['stap']);
  if (!step) return nietGevonden();
  const kaart = step.kaart({ project, now: bot.options.now(), traject: bot.options.traject }) as {
    knoppen: { titel: string; verb: string; args: Record<string, string> }[];
  };
  return bericht(
    'uitleg',
    nl.luktNiet[0],
    [nl.luktNiet[1]],
    kaart.knoppen.map(({ titel, verb, args }) => ({ titel, verb, args })),
  );
}

async function submitted(
  bot: Bot,
  incoming: Incoming,
  action: AnyAction,
  claim: Claim,
  ctx: Ctx,
): Promise<Answer> {
  const raw = asTyped(readInputs((incoming.what as Press).data));
  const blocked = action.verb === START ? await settle(bot, incoming, ctx.project) : undefined;
  if (blocked)
    return replyTo(
      bot.options,
      incoming,
      shown(ctx, action.verb, geweigerd(ctx, action, blocked)),
      claim,
    );
  await bot.options.sending.announce(ctx.project.id);
  const outcome = await act(
    bot.options.log,
    submission(bot, incoming, action, claim, ctx, raw),
    (project) => judge(action, again(bot, incoming, ctx, project), { raw, rev: claim.rev }),
  );
  if (outcome.kind !== 'stored')
    return refusedAnswer(
      bot,
      incoming,
      action,
      claim,
      again(bot, incoming, ctx, 'project' in outcome ? outcome.project : ctx.project),
      raw,
      outcome,
    );
  if (!outcome.repeated) await stored(bot, incoming, outcome.project);
  return storedAnswer(
    bot,
    incoming,
    action,
    claim,
    again(bot, incoming, ctx, outcome.project),
    outcome,
  );
}

/** The same act, judged on another state. */
function again(bot: Bot, incoming: Incoming, ctx: Ctx, project: Project): Ctx {
  if (project === ctx.project) return ctx;
  const next = bot.way.ctx(incoming, project, ctx.args, { toch: ctx.toch });
  return { ...next, gesprek: ctx.gesprek };
}

function submission(
  bot: Bot,
  incoming: Incoming,
  action: AnyAction,
  claim: Claim,
  ctx: Ctx,
  raw: Readonly<Record<string, string>>,
) {
  const { nonce, verb, rev, args, extra } = claim;
  const { tenant, oid } = ctx.iemand;
  const said = JSON.stringify([
    nonce,
    tenant,
    oid,
    verb,
    rev,
    Object.entries(args).sort(),
    extra === 'toch',
    Object.entries(raw).sort(),
  ]);
  return {
    projectId: ctx.project.id,
    key: createHash('sha256').update(said).digest('hex'),
    by: ctx.actor.id || newId(ctx.project, 'd'),
    at: ctx.now,
    nonce: randomUUID(),
    startedMs: incoming.receivedMs,
    clock: bot.options.clock,
    ...(action.isTap ? { superseded } : {}),
  };
}

/** A button that stays on its card: the same press again is no repeat once the thing was changed after it. */
function superseded(project: Project, { about, n }: Marker): boolean {
  return [...project.entries.values()].some((ofKind) => (ofKind.get(about)?.rev ?? 0) > n);
}

const asTyped = (inputs: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(inputs).map(([id, value]) => [
      id,
      typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : '',
    ]),
  );

/** After the transaction: everything here is repaired later when it fails now. */
async function stored(bot: Bot, { place }: Incoming, project: Project): Promise<void> {
  bot.options.sending.start(project.id);
  await bot.way.link(project);
  if (isAfgerond(project) && place.kind !== 'personal')
    await bot.options.directory.releaseOpen(place.conversation, project.id);
}

function storedAnswer(
  bot: Bot,
  incoming: Incoming,
  action: AnyAction,
  claim: Claim,
  ctx: Ctx,
  { about, nonce }: Extract<Outcome, { kind: 'stored' }>,
): Promise<Answer> | Answer {
  if (claim.extra === 'nogEen') {
    const next = opened(action, ctx);
    return replyTo(
      bot.options,
      incoming,
      { ...next, nonce, answers: { melding: nl.opgeslagen, stijl: 'good' } },
      claim,
    );
  }
  const receipt = action.receipt(ctx, about);
  if (claim.kaart !== '' && isExecute(incoming))
    return {
      kind: 'card',
      card: drawLive(bot.options, ctx.project, claim.kaart, line(receipt)).card ?? {},
    };
  return replyTo(bot.options, incoming, { ...shown(ctx, action.verb, receipt), nonce }, claim);
}

function refusedAnswer(
  bot: Bot,
  incoming: Incoming,
  action: AnyAction,
  claim: Claim,
  ctx: Ctx,
  raw: Readonly<Record<string, string>>,
  outcome: Exclude<Outcome, { kind: 'stored' }>,
): Promise<Answer> | Answer {
  if (!action.isTap) {
    const { screen, rev, answers } = formAgain(ctx, action, raw, outcome);
    // The same nonce: pressing again cannot store it twice.
    return replyTo(
      bot.options,
      incoming,
      { ctx, verb: action.verb, screen, nonce: claim.nonce, rev, answers },
      claim,
    );
  }
  const screen =
    outcome.kind === 'refused'
      ? geweigerd(ctx, action, outcome.decision)
      : (bericht(
          'niet-gelukt',
          outcome.kind === 'too-big'
            ? nl.teGroot
            : (outcome.kind === 'busy' ? nl.druk : nl.onbekend)[0],
        ) as Screen);
  if (claim.kaart !== '' && isExecute(incoming))
    return {
      kind: 'card',
      card: drawLive(bot.options, ctx.project, claim.kaart, line(screen)).card ?? {},
    };
  return replyTo(bot.options, incoming, shown(ctx, action.verb, screen), claim);
}

const isExecute = ({ what }: Incoming) => what.kind === 'press' && what.via === 'execute';
const line = (screen: Screen) =>
  [screen.titel, ...(screen.kind === 'bericht' ? (screen as NoticeScreen).regels : [])].join(' ');
