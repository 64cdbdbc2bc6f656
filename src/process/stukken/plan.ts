import type { Lezing } from '../contract/contract.ts';
import { projectleider } from '../feiten/deelnemers.ts';
import { opdrachtgevers, profielVan } from '../feiten/gegevens.ts';
import type { Hoofdstuk } from '../vormen/hoofdstuk.ts';
import { alsLezing } from '../contract/gelezen.ts';
import { NIEMAND } from '../contract/judge.ts';
import type { Stuk } from '../vormen/stuk.ts';
import { dateOf, dateText } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { hoofdstukkenVan } from '../weergaven/hoofdstukken.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { opEenRij } from '../taal/opsomming.ts';

/** The parts of a plan that are asked for. */
export interface Keuze {
  /** Ids of chapters; empty: all of them. */
  readonly hoofdstukken: readonly string[];
  /** True: include what is confidential, as far as this reader may read it. */
  readonly metVertrouwelijk: boolean;
}

/** What goes out of the group is read as nobody in particular reads it, unless the reader asks for what only they may read. */
export const lezingVoor = (lezing: Lezing, metVertrouwelijk: boolean): Lezing =>
  metVertrouwelijk
    ? alsLezing(lezing)
    : { ...lezing, project: voorIedereen(lezing.project), lezer: NIEMAND };

/** The whole plan, or the chapters chosen, in the order of the plan. */
export function planStuk(lezing: Lezing, { hoofdstukken, metVertrouwelijk }: Keuze): Stuk {
  const gelezen = lezingVoor(lezing, metVertrouwelijk);
  const all = hoofdstukkenVan(gelezen);
  const gekozen = all.filter(({ id }) => hoofdstukken.includes(id));
  return {
    soort: 'plan',
    titel: profielVan(gelezen.project).texts.naam,
    ondertitel: gelezen.traject.ondertitel,
    kenmerken: kenmerken(gelezen),
    stand: standVan(lezing.now),
    isVertrouwelijk: metVertrouwelijk,
    hoofdstukken: (gekozen.length > 0 ? gekozen : all).map(kaal),
  };
}

/** `Stand van 22 november 2026` */
export const standVan = (now: string) => `Stand van ${dateText(dateOf(now))}`;

/** A chapter without buttons, which paper does not have. */
export const kaal = (hoofdstuk: Hoofdstuk): Hoofdstuk => ({
  ...hoofdstuk,
  knoppen: [],
  delen: hoofdstuk.delen.map((deel) =>
    deel.soort === 'tabel'
      ? { ...deel, rijen: deel.rijen.map((rij) => ({ ...rij, knoppen: [] })) }
      : deel,
  ),
});

/** The opdrachtgevers of the project, and its dates. */
export function kenmerken({
  project,
  traject: { woorden },
}: Pick<Lezing, 'project' | 'traject'>): Stuk['kenmerken'] {
  const { facts } = profielVan(project);
  const leider = projectleider(project);
  return [
    { naam: 'Opdrachtgever', waarde: opEenRij(opdrachtgevers(project)) },
    { naam: hoofdletter(woorden.projectleider), waarde: leider?.naam ?? '' },
    { naam: 'Organisatie', waarde: leider?.organisatie ?? '' },
    { naam: 'Periode', waarde: `${dateText(facts.start)} tot ${dateText(facts.einde)}` },
  ].filter(({ waarde }) => waarde !== '');
}
