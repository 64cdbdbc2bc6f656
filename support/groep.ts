import type { Ctx, Traject } from '../src/process/contract/contract.ts';
import { planner } from '../src/planner/index.ts';
import type { Decision } from '../src/process/contract/decision.ts';
import { deelnemer, type Rol, mens } from '../src/process/feiten/deelnemers.ts';
import { profiel, PROJECT } from '../src/process/feiten/gegevens.ts';
import { judge, NIEMAND, openForm } from '../src/process/contract/judge.ts';
import { overleg, overlegId } from '../src/process/feiten/overleg.ts';
import {
  emptyProject,
  fold,
  type Event,
  type NewEvent,
  type Project,
} from '../src/process/feiten/project.ts';
import { say } from './gezegd.ts';
import type { Args, Screen } from '../src/process/vormen/screen.ts';
import { stap } from '../src/process/feiten/geopende-stap.ts';
import { stepOf } from '../src/process/contract/step.ts';
import { utcOf } from '../src/process/taal/time.ts';

/** A project group in memory, for the pure rules: who does what, and what the group then reads. */
export const groep = (...namen: string[]) => groepIn(planner, ...namen);

/** The same in any traject, with its first step open. Only the first person leads. */
export function groepIn(traject: Traject, ...namen: string[]) {
  let project: Project = emptyProject('proef');
  let now = '2027-01-04T09:00:00.000Z';
  const log: Event[] = [];

  const said = (by: string, events: readonly NewEvent[]) => {
    const stamped = events.map((event, at) => ({
      ...event,
      n: project.n + at + 1,
      v: 1,
      at: now,
      by,
    }));
    log.push(...stamped);
    project = fold(project, stamped);
  };

  const ctx = (wie: string, args: Args = {}, toch = false): Ctx => ({
    project,
    iemand: { naam: wie, account: '', tenant: 'gemeente', oid: wie, teamsId: wie, extern: false },
    actor: mens(project, wie) ?? NIEMAND,
    now,
    gesprek: {
      id: 'gesprek',
      soort: 'groupChat',
      tenant: 'gemeente',
      isBesloten: true,
      vorige: '',
      leden: [],
    },
    args,
    toch,
    traject,
  });

  const world = {
    get project() {
      return project;
    },
    /** All that was said, in order. */
    get log(): readonly Event[] {
      return log;
    },
    get now() {
      return now;
    },
    get beeld() {
      return { project, now, traject };
    },
    /** Sets the moment from here on, local time in Amsterdam. */
    het_is(datum: string, tijd = '10:00') {
      now = utcOf({ datum, tijd });
    },
    ctx,
    /** Puts facts in as they would stand in the log. */
    said,
    meedoen(naam: string, organisatie: string, rol: Rol = 'deelnemer') {
      said(naam, [
        say(
          deelnemer,
          naam,
          {
            rol,
            status: 'lid',
            identities: [{ tenant: 'gemeente', oid: naam, teamsId: naam }],
            partner: 'anders',
            opvolger: '',
            extern: false,
          },
          { naam, organisatie, functie: '' },
        ),
      ]);
    },
    /** Opens a step as the projectleider would; `tot` is the local deadline at 17:00, '' for none. */
    stap(id: string, tot = '2027-01-28') {
      const { nummer } = stepOf(traject, id);
      const deadline = tot === '' ? '' : utcOf({ datum: tot, tijd: '17:00' });
      said('klok', [
        say(
          stap,
          id,
          {
            nummer,
            geopend: now,
            datum: tot,
            tijd: tot && '17:00',
            tot: deadline,
            gesloten: '',
            generatie: 1,
          },
          {},
        ),
      ]);
    },
    /** Closes the step for deelnemers, as the deadline does. */
    sluit(id: string) {
      said('klok', [say(stap, id, { gesloten: now }, {})]);
    },
    overleg(nummer: number, aanwezig: readonly string[] = []) {
      said('klok', [
        say(
          overleg,
          overlegId(nummer),
          {
            nummer,
            datum: '2027-02-02',
            tijd: '10:00',
            begonnen: now,
            gesloten: '',
            aanwezig,
            notulist: '',
          },
          { plaats: 'stadhuis', anderen: '' },
        ),
      ]);
    },
    /** A person saves a form or presses a button; accepted events are folded in. `inputs` as the card sends them. */
    doet(
      wie: string,
      verb: string,
      inputs: Record<string, string> = {},
      args: Args = {},
      toch = false,
    ): Decision {
      const action = traject.acties.get(verb);
      if (!action) throw new Error(`no action ${verb}`);
      const open = openForm(action, ctx(wie, args, toch));
      const rev = 'kind' in open ? open.rev : 0;
      const decision = judge(action, ctx(wie, args, toch), { raw: inputs, rev });
      if (decision.accepted) said(wie, decision.events);
      return decision;
    },
    /** What the person reads after saving. */
    leest(wie: string, verb: string, about: string, args: Args = {}): Screen {
      const action = traject.acties.get(verb);
      if (!action) throw new Error(`no action ${verb}`);
      return action.receipt(ctx(wie, args), about);
    },
    /** The form as this person gets it, or the refusal. */
    opent(wie: string, verb: string, args: Args = {}) {
      const action = traject.acties.get(verb);
      if (!action) throw new Error(`no action ${verb}`);
      return openForm(action, ctx(wie, args));
    },
    /** A view as this person sees it. */
    ziet(wie: string, verb: string, args: Args = {}): Screen {
      const view = traject.weergaven.get(verb);
      if (!view) throw new Error(`no view ${verb}`);
      return view.show(ctx(wie, args));
    },
  };

  said(namen[0] ?? 'klok', [
    say(
      profiel,
      PROJECT,
      {
        start: '2027-01-04',
        einde: '2027-12-31',
        gesprek: 'gesprek',
        soort: 'groupChat',
        tenant: 'gemeente',
        traject: traject.id,
        afgerond: '',
        vorige: '',
      },
      { naam: 'Overlast Stationsplein', toelichting: '' },
    ),
  ]);
  namen.forEach((naam, at) =>
    world.meedoen(naam, `organisatie van ${naam}`, at === 0 ? 'projectleider' : 'deelnemer'),
  );
  world.stap(traject.stappen[0]?.id ?? '', '');
  return world;
}

/** Everything that a screen shows, as one text. */
export const tekst = (screen: object) => JSON.stringify(screen);
