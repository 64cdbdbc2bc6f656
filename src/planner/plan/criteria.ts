import { kies, type Field } from '../../process/vormen/form.ts';
import { all, oneEver, type Project } from '../../process/feiten/project.ts';
import { criterium, type Antwoorden, type EntryOf } from './plan.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

export type Criterium = EntryOf<typeof criterium>;

/** The own criteria for problems or for measures. */
export const criteria = (project: Project, over: Criterium['facts']['over']): Criterium[] =>
  all(project, criterium).filter(({ facts }) => facts.over === over);

/** What we ask and show of problems and of measures ourselves: an own criterium of that name would stand beside it. */
export const ONZE_NAMEN: Readonly<Record<Criterium['facts']['over'], readonly string[]>> = {
  probleem: [
    'Wat is het probleem?',
    'Waar?',
    'Heb je cijfers, een foto of een voorbeeld?',
    'Hoe hoog is het risico?',
    'Wat raakt dit: personen, objecten of allebei?',
    'Hoe belangrijk is het om dit probleem aan te pakken?',
    'Risicokans',
    'Aard van de gevolgen',
    'Gevolgen',
    'Prioriteit',
    'Nr',
    'Probleem',
    'Plaats',
    'Organisatie',
    'Ook bij',
    'Cluster',
    'Groep problemen',
    'Risico',
    'Cijfers of onderzoek',
    'Bijzonderheden',
  ],
  maatregel: [
    'Voor welk probleem?',
    'Wat doen jullie?',
    'Op wie of wat is dit gericht?',
    'Wat doet deze maatregel?',
    'Soort maatregel',
    'Type maatregel',
    'Probleem',
    'Organisatie',
    'Maatregel',
    'Voor wie of wat',
    'Type',
    'Bijzonderheden',
  ],
};

const veldId = (id: string) => `criterium_${id}`;

/** A question for each own criterium. An answer given on an older scale is not offered again. */
export function criteriumVelden(
  project: Project,
  over: Criterium['facts']['over'],
  antwoorden: Antwoorden = {},
): Record<string, Field<string>> {
  return Object.fromEntries(
    criteria(project, over).map(({ id, facts, texts }) => [
      veldId(id),
      kies(
        {
          label: texts.naam,
          nodig: 'Maak een keuze.',
          waarde: facts.opties.includes(antwoorden[id] ?? '') ? antwoorden[id] : undefined,
        },
        facts.opties.map((optie) => ({ id: optie, tekst: texts[optie] ?? '' })),
      ),
    ]),
  );
}

/** The answers to own criteria among the values of a form. */
export function antwoordenUit(
  project: Project,
  over: Criterium['facts']['over'],
  values: Readonly<Record<string, unknown>>,
): Antwoorden {
  return Object.fromEntries(
    criteria(project, over).map(({ id }) => [id, (values[veldId(id)] ?? '') as string]),
  );
}

/** The answer on one criterium in words, from its scale at the time it was given; empty without an answer. */
export function antwoordOp({ id, facts, texts, gone }: Criterium, antwoorden: Antwoorden): string {
  const optie = antwoorden[id] ?? '';
  if (optie === '') return '';
  const isOld = gone || !facts.opties.includes(optie);
  return `${texts[optie] ?? ''}${isOld ? ' (oude keuze)' : ''}`;
}

/** A line for each answer: `Tijdstip: avond`, with `(oude keuze)` when the scale has changed since. */
export function antwoordRegels(project: Project, antwoorden: Antwoorden): string[] {
  return Object.entries(antwoorden).flatMap(([id, optie]) => {
    const found = oneEver(project, criterium, id);
    return found && optie !== ''
      ? [aaneen`${found.texts.naam}: ${antwoordOp(found, antwoorden)}`]
      : [];
  });
}
