import { SIGNALS } from '../../log/signals.ts';
import { z } from 'zod';
import { shown, type Shown } from '../../answer/shown.ts';
import { inShape } from '../../http/shape.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { bericht, type Button, type Screen } from '../../process/vormen/screen.ts';
import { klusVan } from '../../process/stukken/aanbod.ts';
import type { Klus } from '../../process/stukken/klus.ts';
import { downloads } from '../../process/stukken/downloads.ts';
import { beeldVan } from '../../process/contract/beeld.ts';
import { downloadZinnen } from '../../text/downloads.ts';
import { drawFor } from '../cards/drawing.ts';
import { inTime } from './in-time.ts';
import type { Bot } from './options.ts';
import type { Answer, FileAnswer, Incoming, Message } from '../port.ts';
import { isFileHost } from '../file-hosts.ts';

/** What we put in the card that offers a file. Comes back unverified. */
const Context = z.object({
  project: z.string().max(200),
  vraag: z.record(z.string().max(200), z.string().max(200)),
});

/** Teams repeats an event that it gets no answer to. */
const REPEAT_MS = 120_000;

/** Offers a file in a person's own chat. It is made while they read on, and sent nowhere before they consent. */
export function offered(bot: Bot, incoming: Incoming, ctx: Ctx): Shown {
  const klus = klusFor(ctx, ctx.args);
  if (!klus) return shown(ctx, downloads.verb, niet(downloadZinnen.weg));
  const offer = async () => {
    const { naam, bytes } = await bot.options.maak(klus);
    const context = { project: ctx.project.id, vraag: ctx.args };
    const omschrijving = downloadZinnen.omschrijving;
    await post(bot, incoming, {
      file: { kind: 'consent', naam, omschrijving, bytes: bytes.length, context },
      summary: naam,
    });
  };
  bot.options.sending.background(ctx.project.id, orSorry(bot, incoming, ctx, offer()));
  return shown(
    ctx,
    downloads.verb,
    bericht('uitleg', downloadZinnen.komt, [downloadZinnen.toestaan], VERDER),
  );
}

/** Handles consent or refusal. The card is only a claim, so identity and rights are checked again. */
export async function answered(
  bot: Bot,
  incoming: Incoming,
  { isAccepted, context, upload, messageId }: FileAnswer,
): Promise<Answer> {
  const claim = inShape(Context, context);
  if (!claim || incoming.place.kind !== 'personal') return { kind: 'none' };
  const project = await bot.way.claimed(incoming, claim.project, false);
  if (!project) return { kind: 'none' };
  const ctx = bot.way.ctx(incoming, project, claim.vraag);
  const say = (screen: Screen) => replace(bot, incoming, messageId, drawn(bot, ctx, screen));
  const done = async (work: Promise<void>): Promise<Answer> => {
    await inTime(bot.options, incoming, work);
    return { kind: 'none' };
  };
  if (!isAccepted) return done(say(bericht('uitleg', downloadZinnen.nietOpgehaald, [], VERDER)));
  const klus = klusFor(ctx, claim.vraag);
  if (!klus || !upload || !isFileHost(upload.uploadUrl)) return done(say(niet(downloadZinnen.weg)));
  if (!bot.isFirst(`upload ${upload.uniqueId}`, incoming.receivedMs, REPEAT_MS))
    return { kind: 'none' };
  const bring = async () => {
    const { bytes } = await bot.options.maak(klus);
    if (!(await bot.options.teams.upload(upload.uploadUrl, bytes)))
      return say(niet(downloadZinnen.nietGelukt));
    await say(bericht('gelukt', downloadZinnen.staatKlaar(upload.name), [], VERDER));
    if (isFileHost(upload.contentUrl))
      await post(bot, incoming, { file: { kind: 'info', file: upload }, summary: upload.name });
  };
  // Teams waits five seconds for an answer, and the file may take longer.
  bot.options.sending.background(project.id, orSorry(bot, incoming, ctx, bring()));
  return { kind: 'none' };
}

const VERDER: readonly Button[] = [{ titel: 'Downloads', verb: downloads.verb }];

const niet = (zin: string) => bericht('niet-gelukt', zin, [], VERDER);

const klusFor = (ctx: Ctx, vraag: Ctx['args']): Klus | undefined =>
  klusVan({ ...beeldVan(ctx), lezer: ctx.actor }, vraag);

/** Tells the person who waits that the file did not come; the log holds the reason. */
async function orSorry(bot: Bot, incoming: Incoming, ctx: Ctx, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (err) {
    bot.options.logger.error({ err, project: ctx.project.id }, SIGNALS.failed);
    await post(bot, incoming, drawn(bot, ctx, niet(downloadZinnen.nietGelukt)));
  }
}

function drawn(bot: Bot, ctx: Ctx, screen: Screen): Message {
  return {
    card: drawFor(bot.options, shown(ctx, downloads.verb, screen), 'eigen'),
    summary: screen.titel,
  };
}

async function post({ options }: Bot, { place }: Incoming, message: Message): Promise<void> {
  await options.sending.reply(place, message);
}

/** Replaces the card that asked for consent with the answer, so that it is pressed once. */
async function replace(bot: Bot, incoming: Incoming, messageId: string, message: Message) {
  if (messageId === '') return post(bot, incoming, message);
  const outcome = await bot.options.sending.replyOver(incoming.place, messageId, message);
  if (outcome.kind !== 'sent') await post(bot, incoming, message);
}
