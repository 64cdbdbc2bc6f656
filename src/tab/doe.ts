import type { Outcome } from '../act.ts';
import { nietGevonden } from '../answer/sayings.ts';
import { shown, type Shown } from '../answer/shown.ts';
import type { Turn } from '../answer/submission.ts';
import { answered, at, submit } from '../answer/turn.ts';
import type { Iemand } from '../process/contract/contract.ts';
import { isRefused } from '../process/contract/decision.ts';
import { openForm } from '../process/contract/judge.ts';
import { isInGesprek } from '../process/groep/verbs.ts';
import { bericht } from '../process/vormen/screen.ts';
import { nl } from '../text/nl.ts';
import { tab, tabVan } from '../text/tab.ts';
import { bezoekVan } from './bezoek/bezoek.ts';
import type { Fragment } from './tekenen/fragment.ts';
import type { TabOptions } from './bezoek/options.ts';
import { inVenster, nietHier } from './tonen.ts';
import type { DoeVraag } from './bezoek/vraag.ts';

/** Acts for somebody, and shows what became of it. `receivedMs`: on the clock of the tables. */
export async function doe(
  options: TabOptions,
  persoon: Iemand,
  { project, verb, args, rev, nonce, velden, extra }: DoeVraag,
  receivedMs: number,
): Promise<Fragment> {
  const toch = extra === 'toch';
  const bezoek = await bezoekVan(options, persoon, project, { args, verb, toch });
  if (!bezoek) return nietHier(tab.nietGevonden);
  const { ctx } = bezoek;
  const action = ctx.traject.acties.get(verb);
  if (!action) return inVenster(shown(ctx, verb, nietGevonden()));
  if (isInGesprek(ctx.traject, verb))
    return inVenster(shown(ctx, verb, bericht('uitleg', tabVan(ctx.traject.woorden).doeInGesprek)));
  const sent = { raw: velden, nogEen: extra === 'nogEen', startedMs: receivedMs };
  const turn: Turn = { action, ctx, nonce, rev, ...sent };
  const outcome = await submit(options, turn);
  const wat = answered(turn, outcome);
  return inVenster(wat, gevolg(turn, outcome, wat));
}

/** What one reads when storage did not answer before anything was done; an earlier attempt may still have been stored. */
export const nietGedaan = (
  { doubts }: TabOptions,
  { tenant, oid }: Iemand,
  { project, nonce }: DoeVraag,
): string => (doubts.has({ project, nonce, tenant, oid }) ? nl.onbekend : nl.nietOpTijd).join(' ');

/** What the page in the browser has to know besides what is read. */
function gevolg(
  { action, ctx }: Turn,
  outcome: Outcome,
  { screen, answers }: Shown,
): Partial<Fragment> {
  if (outcome.kind === 'stored') {
    const { about, n, project } = outcome;
    const form = action.isTap ? undefined : openForm(action, at(ctx, project));
    // As it was when this was stored: of a repeat, what others wrote since is still to be told.
    const rev = form && !isRefused(form) ? Math.min(form.rev, n) : 0;
    return { opgeslagen: true, over: about, rev };
  }
  const reden = outcome.kind === 'refused' ? outcome.decision.reason : outcome.kind;
  const { melding = screen.titel, fouten } = answers ?? {};
  return { reden, melding, ...(fouten && { fouten }) };
}
