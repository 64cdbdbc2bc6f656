import { eenmaal } from '../../process/feiten/eenmaal.ts';
import { naamVan, organisatieVan } from '../../process/feiten/deelnemers.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { antwoordRegels } from './criteria.ts';
import { eerstVan, lijstVan } from './lijst.ts';
import { vertrouwelijkRegel } from './lezers.ts';
import { houdtVoorOverleg, maatregel, type EntryOf, type Onderwerp, type Soort } from './plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import { kies, meer, type Values } from '../../process/vormen/form.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

export type Maatregel = EntryOf<typeof maatregel>;

/** Soort maatregel: whom or what it is aimed at; several may apply (E5, E6, E7). */
const SOORTEN = [
  { id: 'dader', tekst: 'Dader(s)' },
  { id: 'groep', tekst: 'Groepen' },
  { id: 'slachtoffer', tekst: 'Slachtoffers' },
  { id: 'gebied', tekst: 'Gebied' },
] as const;

/** Type maatregel: exactly one, in plain words with the word of the source behind them (E9 to E12). */
export const TYPES = [
  { id: 'proactief', tekst: 'Vooraf: we zorgen dat het probleem niet ontstaat (proactief)' },
  { id: 'preventief', tekst: 'We voorkomen dat het erger wordt (preventief)' },
  { id: 'repressief', tekst: 'We grijpen in als het gebeurt (repressief)' },
] as const;

/** Who does not know the type says so, so that nobody has to guess. */
const WEET_NIET = { id: 'weet niet', tekst: 'Weet ik niet' } as const;

/** `preventief`, or `type onbekend` */
export const typeTekst = ({ facts: { type } }: Maatregel): string =>
  type === WEET_NIET.id ? 'type onbekend' : type;

/** How a measure is sorted, in plain questions with their names in the source (E4). */
export const sorteringVelden = (found?: Maatregel) => ({
  soorten: meer(
    {
      label: 'Op wie of wat is dit gericht?',
      naam: 'Soort maatregel',
      uitleg: 'Je mag meer dan één antwoord kiezen.',
      nodig: 'Kies op wie of wat dit is gericht.',
      ...(found ? { waarde: found.facts.soorten } : {}),
    },
    SOORTEN,
  ),
  type: kies(
    {
      label: 'Wat doet deze maatregel?',
      naam: 'Type maatregel',
      nodig: 'Kies wat de maatregel doet, of Weet ik niet.',
      waarde: found?.facts.type,
    },
    [...TYPES, WEET_NIET],
  ),
});

/** What those answers say. */
export const sorteringUit = ({ soorten, type }: Values<ReturnType<typeof sorteringVelden>>) => ({
  soorten: soorten as Soort[],
  type,
});

/** An onderwerp of the fixed list with its place in it, from 1. */
export interface Genummerd extends Onderwerp {
  nr: number;
}

/** The onderwerpen of steps 3 and 4: those tackled first, else the whole fixed list (E1). */
export const belangrijkste = eenmaal((project: Project): readonly Genummerd[] => {
  const lijst = lijstVan(project);
  return lijst ? eerstVan(project, lijst).map((found, at) => ({ ...found, nr: at + 1 })) : [];
});

/** `2. Scooters op de stoep`, cut to one line. The number tells two confidential problems apart. */
export const genummerd = ({ nr, naam }: Genummerd, max = 80) => `${nr}. ${kortweg(naam, max)}`;

/** The measures about an onderwerp, in order of entering. */
export const maatregelenBij = (project: Project, onderwerp: string): Maatregel[] =>
  all(project, maatregel).filter(({ facts }) => facts.onderwerp === onderwerp);

/** The current measures by problem in the order of the list, then in order of entering. */
export function huidigeMaatregelen(project: Project): Maatregel[] {
  const nrs = new Map(belangrijkste(project).map(({ id, nr }) => [id, nr]));
  const place = (id: string) => nrs.get(id) ?? nrs.size + 1;
  return all(project, maatregel)
    .filter(({ facts }) => !facts.aanvullend)
    .sort((a, b) => place(a.facts.onderwerp) - place(b.facts.onderwerp) || a.first - b.first);
}

/** The measures whose onderwerp is no longer on the list. They are shown, so that nothing gets lost. */
export function losseMaatregelen(project: Project): Maatregel[] {
  const ids = new Set(belangrijkste(project).map(({ id }) => id));
  return all(project, maatregel).filter(({ facts }) => !ids.has(facts.onderwerp));
}

/** What organisaties tell in the overleg, by problem in the order of the list. */
export const voorOverleg = (
  project: Project,
): { id: string; van: string; onderwerp: Genummerd }[] =>
  belangrijkste(project).flatMap((onderwerp) =>
    all(project, houdtVoorOverleg)
      .filter(({ facts }) => facts.onderwerp === onderwerp.id)
      .map(({ id, facts }) => ({ id, van: facts.van, onderwerp })),
  );

/** `groepen, gebied` */
export const soortenTekst = ({ facts }: Maatregel): string =>
  SOORTEN.filter(({ id }) => facts.soorten.includes(id))
    .map(({ tekst }) => tekst.toLowerCase())
    .join(', ');

/** How a measure came in: extra, late, or entered by another person (rule 4). */
export function herkomstRegels(project: Project, { facts, by }: Maatregel): string[] {
  const namens = by !== facts.van && !facts.aanvullend;
  return [
    ...(facts.aanvullend
      ? [aaneen`Extra, afgesproken in overleg 2. Wie: ${naamVan(project, facts.van)}.`]
      : []),
    ...(facts.ingebracht === 'overleg' ? ['Ingebracht in een overleg.'] : []),
    ...(facts.ingebracht === 'na sluiting' ? ['Ingebracht na sluiting.'] : []),
    ...(namens
      ? [aaneen`Ingevoerd door ${naamVan(project, by)}, namens ${naamVan(project, facts.van)}.`]
      : []),
  ];
}

/**
 * The lines below a measure: whose it is, soort and type, own criteria, and how it came in (rule 4). Of one that is
 * confidential others read only whose it is.
 */
export function maatregelRegels(project: Project, found: Maatregel): string[] {
  const { facts } = found;
  const van = organisatieVan(project, facts.van);
  if (isVerhuld(project, maatregel.name, found.id)) return [van];
  return [
    van,
    [typeTekst(found), soortenTekst(found)].join(' · '),
    ...antwoordRegels(project, facts.criteria),
    ...herkomstRegels(project, found),
    ...vertrouwelijkRegel(project, maatregel, found),
  ];
}
