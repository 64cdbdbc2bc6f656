import type {
  AgendaRegel,
  AnyAction,
  Beeld,
  Berichten,
  Ctx,
  Lezing,
  Overlegsoort,
  Step,
  View,
} from './contract.ts';
import { isRefused, notNow, refuse, type Refused } from './decision.ts';
import { isMasker } from '../feiten/geheim.ts';
import type { Project } from '../feiten/project.ts';
import type { Fields } from '../vormen/form.ts';
import {
  isGemaskeerd,
  isVerhuldHier,
  isVoorIedereen,
  voorIedereen,
  zoalsGelezen,
} from '../feiten/vertrouwelijk.ts';

/*
 * Who reads what is decided once, here, where a traject is put together: what is shown to a person is drawn from the
 * project as they may read it, and what the whole group sees from the project that everybody may read. No card, view,
 * form, chapter or message can forget it, of whatever kind of entry. What is decided is decided on all that is there.
 */

/** What a person's screen knows, as that person may read it. */
export const alsLezer = (ctx: Ctx): Ctx => ({
  ...ctx,
  project: zoalsGelezen(ctx.project, ctx.actor),
});

/** The same for what is read at length. */
export const alsLezing = <L extends Lezing>(lezing: L): L => ({
  ...lezing,
  project: zoalsGelezen(lezing.project, lezing.lezer),
});

const alsGroep = <B extends Beeld>(beeld: B): B => ({
  ...beeld,
  project: voorIedereen(beeld.project),
});

/** Why this person may not read something here, and so may not change it. */
export const nietLeesbaar = ({
  project,
  traject: { woorden },
}: Pick<Ctx, 'project' | 'traject'>): Refused =>
  notNow(
    isVoorIedereen(project)
      ? 'Dit is vertrouwelijk. Open het in je chat met mij.'
      : `Dit is vertrouwelijk. Vraag het de ${woorden.projectleider}.`,
  );

/** A view as whoever looks at it may read it. */
export const weergaveZoalsGelezen = (view: View): View => ({
  ...view,
  show: (ctx) => view.show(alsLezer(ctx)),
});

/**
 * An action with its form and receipt as whoever acts may read them. A form about something that is masked here does not
 * open, nor one that has a masked text filled in: saving it would store the mask.
 */
export const actieZoalsGelezen = (action: AnyAction): AnyAction => ({
  ...action,
  form: (asked) => {
    const ctx = alsLezer(asked);
    const isDicht = isVerhuldHier(ctx.project, ctx.args['id'] ?? '');
    if (isDicht && action.isTap) return refuse('niet-gevonden');
    const form = action.form(ctx);
    if (isRefused(form)) return form;
    return isDicht || heeftMasker(ctx.project, form.velden) ? nietLeesbaar(ctx) : form;
  },
  receipt: (ctx, about) => action.receipt(alsLezer(ctx), about),
});

const heeftMasker = (project: Project, velden: Fields) =>
  isGemaskeerd(project) &&
  Object.values(velden).some(({ vrij, waarde }) => vrij && isMasker(waarde));

const gelezen = new WeakSet<Step>();

/**
 * A step whose shared texts everybody may read, and whose chapters and tasks are those of their reader. Each step is
 * declared with it; a traject does the same for one that was not.
 */
export function stapZoalsGelezen(step: Step): Step {
  if (gelezen.has(step)) return step;
  const found = zoals(step);
  gelezen.add(found);
  return found;
}

const zoals = (step: Step): Step => ({
  ...step,
  kaart: (beeld) => step.kaart(alsGroep(beeld)),
  jij: (beeld, lid) => step.jij(alsGroep(beeld), lid),
  samenvatting: (beeld) => step.samenvatting(alsGroep(beeld)),
  berichten: Object.fromEntries(
    Object.entries(step.berichten).map(([soort, teken]) => [
      soort,
      (beeld, facts) => teken(alsGroep(beeld), facts),
    ]),
  ) satisfies Berichten,
  momenten: (beeld) => step.momenten(alsGroep(beeld)),
  poster: (beeld) => step.poster(alsGroep(beeld)),
  verzoeken: (beeld) => step.verzoeken(alsGroep(beeld)),
  hoofdstukken: (lezing) => step.hoofdstukken(alsLezing(lezing)),
  taken: (beeld, lid) => step.taken({ ...beeld, project: zoalsGelezen(beeld.project, lid) }, lid),
});

const gedeeld = new WeakSet<AgendaRegel>();

/**
 * A line of an agenda with what everybody may read: it stands on the card, in the minutes and on the big screen.
 * `agendaRegel` declares it so; a traject does the same for one that was not.
 */
function regelZoalsGelezen(line: AgendaRegel): AgendaRegel {
  if (gedeeld.has(line)) return line;
  const found: AgendaRegel = {
    ...line,
    gegevens: (beeld) => line.gegevens(alsGroep(beeld)),
    besloten: (beeld) => line.besloten(alsGroep(beeld)),
    werk: (lezing) => line.werk(alsGroep(lezing)),
  };
  gedeeld.add(found);
  return found;
}

export const overlegZoalsGelezen = (soort: Overlegsoort): Overlegsoort =>
  soort.agenda.every((line) => gedeeld.has(line))
    ? soort
    : { ...soort, agenda: soort.agenda.map(regelZoalsGelezen) };

/** A line as the source words it. What is not said of it: it belongs to no other line, has nothing with it, and is never done. */
export const agendaRegel = (
  regel: Pick<AgendaRegel, 'id' | 'titel' | 'tekst'> & Partial<AgendaRegel>,
): AgendaRegel =>
  regelZoalsGelezen({
    isOnderdeel: false,
    gegevens: () => [],
    knoppen: () => [],
    isGedaan: () => false,
    besloten: () => [],
    werk: () => [],
    ...regel,
  });
