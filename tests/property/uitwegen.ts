import { planner } from '../../src/planner/index.ts';
import { isRefused, type Reason, type Refused } from '../../src/process/contract/decision.ts';
import { judge, mayNotSee, openForm } from '../../src/process/contract/judge.ts';
import type { Button } from '../../src/process/vormen/screen.ts';
import { vulIn, vulWatMoet } from '../cards/invullen.ts';
import type { Bewaakt } from './bewaakt.ts';

type Knop = Pick<Button, 'verb' | 'args'>;

/** How often a refusal may lead to another one: first the vote, then the list, then what builds on it. */
const MAX_WEIGERINGEN = 4;

/** About what was named, or about who and when: the walks name anything, and the way on is on every card. */
const OM_WAT_GENOEMD_IS: ReadonlySet<Reason> = new Set<Reason>([
  'niet-gevonden',
  'alleen-eigen',
  'stap-nog-niet',
  'al-project',
  'project-afgerond',
]);

/** Refusals after which there is nothing that one would have to do first. */
const NIETS_TE_DOEN: readonly RegExp[] = [
  /^Er (?:is|staat|komt) (?:nu )?geen (?:vastgestelde lijst|stap open|overleg|stemming open)\b/,
  /^Niemand hoeft in deze stap iets in te vullen\.$/,
  /^Er zijn geen twee losse problemen om samen te voegen\.$/,
  /^Dit overleg is (?:al geweest|niet meer gepland)\.$/,
  /^Alle aanwezigen hebben zelf al geantwoord\.$|^Iedereen heeft (?:al gereageerd|zelf gestemd)\./,
  /^Iedereen in dit gesprek doet al mee onder de eigen naam\.$/,
  /^Wie nog niets invulde, heeft vandaag al een herinnering gehad/,
  /^Je doet al mee\b| is nog projectleider\.$|heeft zelf al (?:geantwoord|gestemd)\.$/,
  /^Wie leidt, heeft geen andere rol\.$/,
  /^Dit is de eerste stap\./,
  // Not with a button: with a file, in another conversation, or in the form itself.
  /^Kies een bestand in de tab|^Stuur mij eerst een foto|^Kies iemand uit de lijst of schrijf/,
  /^Deze stemming is geheim\. Stem in je chat/,
  /^Er is nog niets om te laten zien\.$/,
];

/** A refusal that says what to do first promises that it helps; others offer something else in its place. */
const BELOOFT = /\beerst\b/;
const IETS_ANDERS = /kun je (?:nog|wel)|^Er is net iets veranderd/;

/**
 * What comes of pressing it, filled in with no more than must be, or else with all that can be. `open`: something to read,
 * or a form that wants another answer.
 */
function druk(groep: Bewaakt, wie: string, { verb, args = {} }: Knop): Refused | 'open' | 'gedaan' {
  const ctx = groep.ctx(wie, args);
  const view = planner.weergaven.get(verb);
  if (view) {
    const nee = mayNotSee(view, ctx);
    if (!nee) view.show(ctx);
    return nee ?? 'open';
  }
  const action = planner.acties.get(verb);
  if (!action) throw new Error(`no verb ${verb}`);
  const form = openForm(action, ctx);
  if (isRefused(form)) return form;
  const poging = (vul: typeof vulWatMoet) =>
    judge(action, ctx, { raw: vul(form.velden, groep.now), rev: form.rev });
  const nodig = poging(vulWatMoet);
  const decision = nodig.accepted ? nodig : poging(vulIn);
  if (!decision.accepted) return decision.reason === 'velden' ? 'open' : decision;
  groep.add(decision, ctx);
  return 'gedaan';
}

const zinVan = ({ verb }: Knop, { reason, vraag }: Refused) => `${verb}: ${reason} ${vraag}`;

/** The refusals one after another where the way out is closed; nothing where it is open. */
function loopt(groep: Bewaakt, wie: string, knop: Knop, eerder: readonly string[]): string[] {
  const nee = druk(groep.kopie(), wie, knop);
  if (typeof nee === 'string') return [];
  const al = [...eerder, zinVan(knop, nee)];
  if (al.length > MAX_WEIGERINGEN) return [al.join(' > ')];
  if (nee.knoppen.length === 0) return magZonder(nee, eerder) ? [] : [`${al.join(' > ')} > niets`];
  return nee.knoppen.flatMap((uitweg) => {
    const na = groep.kopie();
    const uit = druk(na, wie, uitweg);
    if (typeof uit !== 'string') return loopt(groep, wie, uitweg, al);
    return uit === 'gedaan' && blijft(na, wie, { knop, nee, uitweg })
      ? [`${al.join(' > ')} > ${uitweg.verb} > weer`]
      : [];
  });
}

/** True when it is refused all the same, however often one presses the way out that would help. */
function blijft(
  groep: Bewaakt,
  wie: string,
  { knop, nee, uitweg }: { knop: Knop; nee: Refused; uitweg: Knop },
): boolean {
  if (!BELOOFT.test(nee.vraag) || IETS_ANDERS.test(nee.vraag)) return false;
  return planner.stappen.every((_, nth) => {
    if (nth > 0) druk(groep, wie, uitweg);
    const weer = druk(groep.kopie(), wie, knop);
    return typeof weer !== 'string' && isGelijk(weer, nee);
  });
}

/** The same sentence, with the same ways out. */
const isGelijk = (een: Refused, ander: Refused): boolean =>
  een.vraag === ander.vraag &&
  een.knoppen.map(({ verb }) => verb).join() === ander.knoppen.map(({ verb }) => verb).join();

const magZonder = ({ reason, vraag }: Refused, eerder: readonly string[]): boolean =>
  reason === 'niet-nu'
    ? NIETS_TE_DOEN.some((zin) => zin.test(vraag))
    : eerder.length === 0 && OM_WAT_GENOEMD_IS.has(reason);

/** Refusals from which whoever leads cannot go on: no way out, one that is closed, or one that leads back to the same. */
export const dichteUitwegen = (groep: Bewaakt, wie: string, picks: readonly number[]): string[] =>
  [...planner.acties.keys()].flatMap((verb) =>
    loopt(groep, wie, { verb, args: groep.args(verb, picks) }, []),
  );
