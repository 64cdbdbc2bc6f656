import { randomUUID } from 'node:crypto';
import { act, type Outcome, type Submission } from '../act.ts';
import { formAgain, geweigerd, metWegTerug, nietGevonden, nietZeker } from '../answer/sayings.ts';
import { opened, shown, type Shown } from '../answer/shown.ts';
import { keyOf, supersededBy } from '../answer/submission.ts';
import { IN_GESPREK } from '../process/groep/verbs.ts';
import type { AnyAction, Iemand } from '../process/contract/contract.ts';
import { judge, openForm } from '../process/contract/judge.ts';
import { newId } from '../process/feiten/project.ts';
import { bericht } from '../process/vormen/screen.ts';
import { nl } from '../text/nl.ts';
import { tab } from '../text/tab.ts';
import { bezoekVan, opnieuw, type Bezoek } from './bezoek/bezoek.ts';
import type { Fragment } from './tekenen/fragment.ts';
import type { TabOptions } from './bezoek/options.ts';
import { inVenster, nietHier } from './tonen.ts';
import type { DoeVraag } from './bezoek/vraag.ts';

/** Acts for somebody, and shows what became of it. `receivedMs`: on the clock of the tables. */
export async function doe(
  options: TabOptions,
  persoon: Iemand,
  vraag: DoeVraag,
  receivedMs: number,
): Promise<Fragment> {
  const { verb, args, extra } = vraag;
  const bezoek = await bezoekVan(options, persoon, vraag.project, {
    ...{ args, verb },
    toch: extra === 'toch',
  });
  if (!bezoek) return nietHier(tab.nietGevonden);
  const action = options.traject.acties.get(verb);
  if (!action || IN_GESPREK.includes(verb)) return kanHierNiet(bezoek, verb, action);
  const { id } = bezoek.ctx.project;
  await options.sending.announce(id);
  const { rev, velden: raw } = vraag;
  const outcome = await act(options.log, submission(bezoek, action, vraag, receivedMs), (state) =>
    judge(action, opnieuw(bezoek, state).ctx, { raw, rev }),
  );
  if (outcome.kind !== 'stored') return nietOpgeslagen(bezoek, action, vraag, outcome);
  // What is stored is stored: the answer does not wait for this.
  options.sending.background(id, options.stored(outcome.project));
  return opgeslagen(opnieuw(bezoek, outcome.project), action, vraag, outcome);
}

const kanHierNiet = (bezoek: Bezoek, verb: string, action: AnyAction | undefined): Fragment =>
  inVenster(
    bezoek,
    shown(bezoek.ctx, verb, action ? bericht('uitleg', tab.doeInGesprek) : nietGevonden()),
  );

/** What is sent again has the same key. */
function submission(
  { ctx, options: { clock } }: Bezoek,
  { isTap }: AnyAction,
  { nonce, verb, rev, args, extra, velden }: DoeVraag,
  startedMs: number,
): Submission {
  const { tenant, oid } = ctx.iemand;
  const said = { nonce, tenant, oid, verb, rev, args, toch: extra === 'toch', raw: velden };
  return {
    projectId: ctx.project.id,
    key: keyOf(said),
    by: ctx.actor.id || newId(ctx.project, 'd'),
    at: ctx.now,
    nonce: randomUUID(),
    ...{ startedMs, clock },
    ...(isTap ? { superseded: supersededBy(ctx.actor.id) } : {}),
  };
}

function opgeslagen(
  bezoek: Bezoek,
  action: AnyAction,
  { extra }: DoeVraag,
  { about, nonce, n }: Extract<Outcome, { kind: 'stored' }>,
): Fragment {
  const { ctx } = bezoek;
  const form = action.isTap ? undefined : openForm(action, ctx);
  // As it was when this was stored: of a repeat, what others wrote since is still to be told.
  const rev = form && 'rev' in form ? Math.min(form.rev, n) : 0;
  const done = (wat: Shown) =>
    inVenster(bezoek, { ...wat, nonce }, { opgeslagen: true, over: about, rev });
  if (extra === 'nogEen') {
    const again = opened(action, { ...ctx, args: { ...ctx.args, na: about } });
    // Where there is no other of its kind, one reads that this one is stored.
    if (again.screen.kind === 'formulier')
      return done({ ...again, answers: { melding: nl.opgeslagen, stijl: 'good' } });
  }
  return done(shown(ctx, action.verb, metWegTerug(ctx, action.receipt(ctx, about))));
}

function nietOpgeslagen(
  bezoek: Bezoek,
  action: AnyAction,
  { nonce, velden, verb, args }: DoeVraag,
  outcome: Exclude<Outcome, { kind: 'stored' }>,
): Fragment {
  const now = outcome.kind === 'refused' ? opnieuw(bezoek, outcome.project) : bezoek;
  const { ctx } = now;
  const reden = outcome.kind === 'refused' ? outcome.decision.reason : outcome.kind;
  // The same nonce: sending it again cannot store it twice.
  if (!action.isTap) {
    const again = formAgain(ctx, action, velden, outcome);
    const { titel } = again.screen;
    const { melding = titel, fouten } = again.answers;
    return inVenster(
      now,
      { ctx, verb, nonce, ...again },
      { reden, melding, ...(fouten && { fouten }) },
    );
  }
  const screen =
    outcome.kind === 'refused'
      ? geweigerd(ctx, action, outcome.decision)
      : nietZeker(outcome.kind, { verb, args });
  return inVenster(now, { ...shown(ctx, verb, screen), nonce }, { reden, melding: screen.titel });
}
