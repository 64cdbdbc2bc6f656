import type { AnyAction, Ctx, FormOf, View } from '../contract/contract.ts';
import { gevraagdIn } from '../contract/wanneer.ts';
import { tap, vorm } from '../contract/action.ts';
import { accept, isRefused, notNow, refuse, type Refused } from '../contract/decision.ts';
import { naamVan, mens, leider } from '../feiten/deelnemers.ts';
import { geheim } from '../feiten/geheim.ts';
import { gaatVerderAls } from '../feiten/kopie.ts';
import { notWhen } from '../contract/judge.ts';
import { type Fields, numberInput, parse, split } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { isOpenFor, stap } from '../feiten/geopende-stap.ts';
import { all, begin, kind, newId, one, say, type Entry } from '../feiten/project.ts';
import { gelukt, item, lijst, type Button } from '../vormen/screen.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { aaneen } from '../taal/aaneen.ts';

/**
 * A text that came after the lock and was sent to the projectleider. `inhoud`: the choices; `texts`: the typed texts, by
 * field.
 */
export const nagekomen = geheim(
  kind<
    {
      van: string;
      verb: string;
      args: Readonly<Record<string, string>>;
      inhoud: Readonly<Record<string, string>>;
      /** True when only a few people were to read it: that also holds while it waits (rule 10). */
      vertrouwelijk: boolean;
      antwoord: '' | 'overgenomen' | 'niet overgenomen';
    },
    Record<string, string>
  >('nagekomen', { leeg: { facts: { args: {}, vertrouwelijk: false } } }),
  {
    wie: ({ facts }) => [facts.van],
    // What it was about when it was typed: a later word about something confidential is no more open than that.
    over: ({ facts }) => Object.values(facts.args).map((id) => ['', id]),
    leeg: { inhoud: {} },
  },
);

gaatVerderAls(nagekomen);

type Nagekomen = Entry<NonNullable<typeof nagekomen.shape>['facts'], Record<string, string>>;

const STUREN = 'nagekomen.sturen';

const NAAR_LIJST: Button = { titel: 'Te laat ingestuurd', verb: 'nagekomen' };

/** The action whose form was refused. It must be one that deelnemers are asked to enter with. */
function bron(ctx: Ctx, verb: string): AnyAction | undefined {
  const found = ctx.traject.acties.get(verb);
  return found && gevraagdIn(found.when) && found.right === 'deelnemer' ? found : undefined;
}

/** Sends a text that the lock refused to the projectleider; it enters nothing by itself (rule 4). */
export const sturen: AnyAction = vorm({
  verb: STUREN,
  right: 'deelnemer',
  when: 'open',
  form: (ctx): FormOf<Fields> | Refused => {
    const form = bron(ctx, ctx.args['verb'] ?? '')?.form(ctx) ?? refuse('niet-gevonden');
    return isRefused(form)
      ? form
      : {
          ...form,
          rev: 0,
          nogEen: '',
          opslaan: `Stuur naar de ${ctx.traject.woorden.projectleider}`,
        };
  },
  decide: (ctx, values) => {
    const id = newId(ctx.project, 'n');
    const { verb = '', ...args } = ctx.args;
    const form = bron(ctx, verb)?.form(ctx) ?? refuse('niet-gevonden');
    if (isRefused(form)) return form;
    const { facts, texts } = split(form.velden, values);
    const inhoud = Object.fromEntries(
      Object.entries(facts).map(([field, value]) => [field, asTyped(value)]),
    );
    const vertrouwelijk = inhoud['vertrouwelijk'] === 'true';
    return accept(
      id,
      [
        begin(
          nagekomen,
          id,
          { van: ctx.actor.id, verb, args, inhoud, vertrouwelijk, antwoord: '' },
          texts,
        ),
      ],
      { soort: 'nagekomen', facts: { van: ctx.actor.id } },
    );
  },
  receipt: ({ traject: { woorden } }) =>
    gelukt(
      `Je tekst is naar de ${woorden.projectleider} gestuurd.`,
      ['Die beslist of jullie het in het overleg bespreken.'],
      [KNOP.taken],
    ),
});

/** An answer as the form would send it. */
function asTyped(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'number') return numberInput(value);
  return typeof value === 'boolean' ? String(value) : typeof value === 'string' ? value : '';
}

/** Takes the text over as an entry of its owner, by the same rule as if it had been typed in time. */
export const overnemen = tap({
  verb: 'nagekomen.overnemen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const found = open(ctx);
    if (isRefused(found)) return found;
    const action = bron(ctx, found.facts.verb);
    if (!action) return refuse('niet-gevonden');
    const actor = mens(ctx.project, found.facts.van);
    if (!actor) return refuse('niet-gevonden');
    const past = notWhen(action.when, ctx);
    if (past) return past;
    const named = { ...ctx, actor, args: found.facts.args };
    const form = action.form(named);
    if (isRefused(form)) return form;
    const parsed = parse(form.velden, { ...found.facts.inhoud, ...found.texts });
    if ('velden' in parsed) return pastNiet;
    const decision = action.decide({ ...named, toch: true }, parsed.values);
    return decision.accepted
      ? {
          ...decision,
          events: [...decision.events, say(nagekomen, found, { antwoord: 'overgenomen' })],
          about: found.id,
        }
      : decision;
  },
  receipt: () =>
    gelukt(
      'De tekst is overgenomen.',
      ['Erbij staat dat de tekst na de sluiting kwam.'],
      [NAAR_LIJST],
    ),
});

const pastNiet = notNow(
  'Dit past niet meer in het formulier. Vul het zelf in, namens de deelnemer.',
  [NAAR_LIJST],
);

export const nietOvernemen = tap({
  verb: 'nagekomen.afwijzen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const found = open(ctx);
    return isRefused(found)
      ? found
      : accept(found.id, [say(nagekomen, found, { antwoord: 'niet overgenomen' })]);
  },
  receipt: () =>
    gelukt(
      'Deze tekst is niet overgenomen.',
      ['Wie het stuurde, leest dat. Vertel zelf waarom.'],
      [NAAR_LIJST],
    ),
});

function open({ project, args }: Ctx): Nagekomen | Refused {
  const found = one(project, nagekomen, args['id'] ?? '');
  return found?.facts.antwoord === '' ? found : refuse('niet-gevonden');
}

/** The texts that still wait for an answer of the projectleider. */
export const wachtend = (ctx: Pick<Ctx, 'project'>): Nagekomen[] =>
  all(ctx.project, nagekomen).filter(({ facts }) => facts.antwoord === '');

export const overzicht: View = {
  verb: 'nagekomen',
  right: 'projectleider',
  needsVerstuurd: false,
  show: (ctx) =>
    lijst(
      'Te laat ingestuurd',
      [
        {
          kop: '',
          items: wachtend(ctx).map((found) =>
            item(
              Object.values(found.texts)
                .filter((text) => text !== '')
                .join('\n'),
              [aaneen`Van ${naamVan(ctx.project, found.facts.van)}, na sluiting van de stap`],
              [
                { titel: 'Overnemen', verb: 'nagekomen.overnemen', args: { id: found.id } },
                { titel: 'Niet overnemen', verb: 'nagekomen.afwijzen', args: { id: found.id } },
              ],
            ),
          ),
        },
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg:
          wachtend(ctx).length === 0
            ? ['Er wacht niets. Wat iemand na de sluiting van een stap instuurt, komt hier.']
            : [],
        knoppen: [leidingKnop(ctx.traject)],
      },
    ),
};

/** Where a refused text can be sent on: the lock of a step is the only thing in its way (rule 4). */
export function naarProjectleider(ctx: Ctx, { verb }: AnyAction): readonly Button[] {
  const when = bron(ctx, verb)?.when;
  const step =
    typeof when === 'object' && 'invoer' in when ? one(ctx.project, stap, when.invoer) : undefined;
  if (!step || isOpenFor(step, ctx.now)) return [];
  const naam = leider(ctx.project)?.naam ?? `de ${ctx.traject.woorden.projectleider}`;
  return [{ titel: `Stuur naar ${naam}`, verb: STUREN, args: { ...ctx.args, verb } }];
}
