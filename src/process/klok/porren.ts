import type { Beeld, Ctx, Vraag } from '../contract/contract.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import { accept, notNow, refuse, type Decision } from '../contract/decision.ts';
import { type Deelnemer } from '../feiten/deelnemers.ts';
import { lang, meer } from '../vormen/form.ts';
import { all, begin, kind, newId, one } from '../feiten/project.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { gelukt } from '../vormen/screen.ts';
import { huidig, isOpenFor } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { dateOf } from '../taal/time.ts';
import { aantal } from '../taal/woorden.ts';
import { isTeVragen } from '../kalender/moment.ts';
import { invoerVraag } from '../stappen/momenten.ts';
import { reacties } from '../stappen/reacties.ts';

/** A reminder by hand: to whom, on which local date, about which step. */
const por = kind<{ aan: readonly string[]; dag: string; stap: string }, { tekst: string }>('por');

/** Who has not answered the step of now and was not reminded by hand today. */
export function tePorren({ project, traject, now }: Beeld): Deelnemer[] {
  const nu = huidig(project);
  if (!nu || !isOpenFor(nu, now)) return [];
  const step = stepOf(traject, nu.id);
  if (!step.heeftInvoer) return [];
  const vandaag = new Set(
    all(project, por)
      .filter(({ facts }) => facts.dag === dateOf(now))
      .flatMap(({ facts }) => facts.aan),
  );
  return reacties(project, step).stil.filter(
    (lid) => !vandaag.has(lid.id) && isTeVragen({ project, traject, now }, lid),
  );
}

/** The question of a reminder by hand, as it stands now. */
export function porVraag(beeld: Beeld, id: string): (Vraag & { isGeldig: boolean }) | undefined {
  const found = one(beeld.project, por, id);
  const nu = huidig(beeld.project);
  if (!found || !nu || nu.id !== found.facts.stap) return undefined;
  const vraag = invoerVraag(beeld, stepOf(beeld.traject, nu.id), { nu, soort: 'herhaling' });
  return {
    ...vraag,
    aan: vraag.aan.filter(({ id: lid }) => found.facts.aan.includes(lid)),
    regels: [...(found.texts.tekst === '' ? [] : [found.texts.tekst]), ...vraag.regels],
    isGeldig: isOpenFor(nu, beeld.now),
  };
}

/** "Herinner nu": the projectleider reminds by hand, with a text of their own; each person at most once a day. */
export const herinnerNu = vorm({
  verb: 'herinner.nu',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const wie = tePorren(ctx);
    if (wie.length === 0) return notNow(niemand(ctx));
    return formOf(
      'Wie wil je herinneren?',
      {
        aan: meer(
          {
            label: 'Wie krijgt een herinnering?',
            nodig: 'Kies iemand.',
            wat: 'mensen',
            waarde: wie.map(({ id }) => id),
          },
          wie.map((lid) => ({ id: lid.id, tekst: lid.voluit })),
        ),
        tekst: lang({ label: 'Wat wil je erbij zeggen?' }),
      },
      {
        uitleg: ['Iedereen krijgt hooguit één keer per dag zo’n herinnering.'],
        opslaan: 'Versturen',
      },
    );
  },
  decide: (ctx, { aan, tekst }) => {
    const mag = tePorren(ctx).map(({ id }) => id);
    return stuurAan(
      ctx,
      aan.filter((id) => mag.includes(id)),
      tekst,
    );
  },
  receipt: gestuurd,
});

/** Reminds everybody of whom there is nothing yet, from the screen that names them. */
export const herinnerAllen = tap({
  verb: 'herinner.allen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) =>
    stuurAan(
      ctx,
      tePorren(ctx).map(({ id }) => id),
      '',
    ),
  receipt: gestuurd,
});

function stuurAan(ctx: Ctx, wie: readonly string[], tekst: string): Decision {
  const nu = huidig(ctx.project);
  if (!nu) return refuse('stap-nog-niet');
  if (wie.length === 0) return notNow(niemand(ctx));
  const id = newId(ctx.project, 'po');
  return accept(
    id,
    [begin(por, id, { aan: wie, dag: dateOf(ctx.now), stap: nu.id }, { tekst })],
    { soort: 'herinnering', facts: { por: id } },
    { soort: 'rondsturen', facts: { por: id } },
  );
}

function gestuurd({ project, traject }: Ctx, about: string) {
  const wie = one(project, por, about)?.facts.aan.length ?? 0;
  return gelukt(
    `De herinnering gaat naar ${aantal(wie, 'deelnemer', 'deelnemers')}.`,
    [],
    [leidingKnop(traject)],
  );
}

function niemand({ project, traject, now }: Ctx): string {
  const nu = huidig(project);
  if (!nu || !isOpenFor(nu, now)) return 'Er staat nu geen stap open om in te vullen.';
  const { gevraagd, stil } = reacties(project, stepOf(traject, nu.id));
  if (gevraagd.length === 0) return 'Niemand hoeft in deze stap iets in te vullen.';
  if (stil.length === 0) return 'Iedereen heeft al gereageerd. Je hoeft niemand te herinneren.';
  return 'Wie nog niets invulde, heeft vandaag al een herinnering gehad, of wil er nu geen.';
}
