import type { Beeld } from '../contract/contract.ts';
import {
  gaandOverleg,
  isGepland,
  overlegArgs,
  overleggenIn,
  overlegNaam,
} from '../contract/overleggen.ts';
import {
  aanvragen,
  leads,
  isLeiderloos,
  vertrokkenen,
  type Deelnemer,
} from '../feiten/deelnemers.ts';
import { WORD_LEIDER } from '../contract/woorden.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { isNotulist } from '../feiten/overleg.ts';
import { zonderReden } from './inbreng.ts';
import { wachtend } from './nagekomen.ts';
import { dayText, utcOf } from '../taal/time.ts';
import { item, type Item } from '../vormen/screen.ts';

/** Something that waits, and since when or until when: a moment in UTC, empty without. */
export interface Wachtend extends Item {
  readonly op: string;
}

const zonderDatum = (found: Item): Wachtend => ({ ...found, op: '' });

/** What waits on this person because they lead, or keep the notes: the one list of it, for every place that shows it. */
export function wachtOpLeiding(ctx: Beeld & { actor: Deelnemer }): Wachtend[] {
  if (isAfgerond(ctx.project)) return [];
  if (isLeiderloos(ctx.project)) return [zonderDatum(niemandLeidt(ctx))];
  const overleg =
    leads(ctx.actor) || isNotulist(ctx.project, ctx.actor.id) ? overlegItems(ctx) : [];
  return leads(ctx.actor)
    ? [...groepItems(ctx).map(zonderDatum), ...overleg, ...redenItems(ctx).map(zonderDatum)]
    : overleg;
}

const niemandLeidt = ({ traject: { woorden } }: Beeld) =>
  item(
    `Niemand leidt dit ${woorden.project} nu.`,
    ['Een deelnemer kan het overnemen.'],
    [WORD_LEIDER],
  );

const wegItem = ({ id, naam }: Deelnemer) =>
  item(
    `${naam} is weg uit de groep`,
    ['Het werk ligt nu bij jou.'],
    [{ titel: 'Opvolger kiezen', verb: 'deelnemer.verwijderen', args: { id } }],
  );

function groepItems(ctx: Beeld): Item[] {
  const joining = aanvragen(ctx.project).length;
  const late = wachtend(ctx).length;
  return [
    ...vertrokkenen(ctx.project).map(wegItem),
    ...(joining > 0
      ? [
          item(
            joining === 1 ? 'Iemand wil meedoen' : `${joining} mensen willen meedoen`,
            [],
            [{ titel: 'Bekijken', verb: 'deelnemers' }],
          ),
        ]
      : []),
    ...(late > 0
      ? [
          item(
            late === 1 ? '1 tekst kwam na sluiting' : `${late} teksten kwamen na sluiting`,
            [],
            [{ titel: 'Bekijken', verb: 'nagekomen' }],
          ),
        ]
      : []),
  ];
}

/** What was left out, and nobody wrote a reason for: whoever brought it waits for that. */
const redenItems = (beeld: Beeld): Item[] =>
  zonderReden(beeld).map(({ zin, knoppen }) => item(zin, [], knoppen));

/** An overleg that is going on, and one whose time has come and that has not begun. */
function overlegItems(ctx: Beeld): Wachtend[] {
  const nu = gaandOverleg(ctx);
  if (nu)
    return [
      {
        ...item(
          `${overlegNaam(nu)} is bezig`,
          [],
          [{ titel: 'Naar het overleg', verb: 'overleg' }],
        ),
        op: nu.found.facts.begonnen,
      },
    ];
  return overleggenIn(ctx)
    .filter(({ found }) => isGepland(found) && utcOf(found.facts) <= ctx.now)
    .map((een) => ({
      op: utcOf(een.found.facts),
      ...item(
        `${overlegNaam(een)} stond op ${dayText(een.found.facts.datum, ctx.now)}`,
        ['Is het geweest? Leg dan de uitkomsten vast.'],
        [
          { titel: 'Naar het overleg', verb: 'overleg', args: overlegArgs(een) },
          { titel: 'Nieuwe datum kiezen', verb: 'overleg.plannen', args: overlegArgs(een) },
        ],
      ),
    }));
}
