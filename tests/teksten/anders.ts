import { say } from '../../support/gezegd.ts';
import { foto } from '../../src/process/feiten/foto.ts';
import { probleem } from '../../src/planner/plan/plan.ts';
import { leden } from '../../src/process/feiten/deelnemers.ts';
import { all, withdraw, type Kind } from '../../src/process/feiten/project.ts';
import { HALF, stadium, WIE, type Fase, type Tekst, type Wereld } from '../../support/stadia.ts';
import { volledig } from './antwoorden.ts';
import { standVan, type Stand } from './stand.ts';

/** What people typed: short, each text with a number of its own. */
export function genummerd(): Tekst {
  let nth = 0;
  return () => `«t${++nth}»`;
}

/** A group that is halfway, at this point, with something else than usual. */
export function anders(
  naam: string,
  [nummer, fase]: readonly [number, Fase],
  doe: (wereld: Wereld) => void,
  gesprek: Partial<Stand['gesprek']> = {},
): Stand {
  const wereld = stadium(HALF, nummer, fase);
  doe(wereld);
  return standVan(naam, wereld, gesprek);
}

/** The same is said of every entry of a kind. */
export const vanAlle = <F extends object, T extends object>(
  wereld: Wereld,
  soort: Kind<F, T>,
  facts: Partial<F>,
  texts: Partial<T> = {},
): void =>
  wereld.said(
    WIE.leider,
    ids(wereld, soort).map((id) => say(soort, id, facts, texts)),
  );

/** These are withdrawn; left out: all of the kind. */
export const trekIn = <F, T>(
  wereld: Wereld,
  soort: Kind<F, T>,
  welke: readonly string[] = ids(wereld, soort),
): void =>
  wereld.said(
    WIE.leider,
    welke.map((id) => withdraw(soort, id)),
  );

export const ids = <F, T>({ project }: Wereld, soort: Kind<F, T>): string[] =>
  all(project, soort).map(({ id }) => id);

export const ledenVan = ({ project }: Wereld): string[] => leden(project).map(({ id }) => id);

/** Whoever leads does this, in the way that the form proposes as far as `inputs` say nothing else. Throws when it is refused. */
export function doet(
  wereld: Wereld,
  verb: string,
  args: Record<string, string> = {},
  inputs: Record<string, string> = {},
): void {
  const form = wereld.opent(WIE.leider, verb, args);
  const eigen = 'kind' in form ? volledig(form.velden, wereld.now) : {};
  const decision = wereld.doet(WIE.leider, verb, { ...eigen, ...inputs }, args, true);
  if (!decision.accepted)
    throw new Error(
      `${verb}: ${decision.reason} ${decision.vraag}${JSON.stringify(decision.velden)}`,
    );
}

/** A photo with every problem. */
export function metFotos(wereld: Wereld): void {
  for (const [at, { id: bij, facts }] of all(wereld.project, probleem).entries()) {
    const waarbij = { soort: probleem.name, bij, van: facts.van };
    wereld.said(facts.van, [
      say(
        foto,
        `f${at}`,
        { ...waarbij, sleutel: `f${at}`, bytes: 1_000 },
        { bestandsnaam: '«hoek».jpg' },
      ),
    ]);
  }
}
