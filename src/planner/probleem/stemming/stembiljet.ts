import { aantal } from '../../../process/taal/woorden.ts';
import { EENHEDEN } from '../../../process/taal/getallen.ts';
import { getal, meer, type Fields } from '../../../process/vormen/form.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { onderwerpen } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import type { Stemming } from '../regels/overleg1.ts';

type Punten = Readonly<Record<string, number>>;

const KEUZES = 'keuzes';
export const veldId = (id: string) => `punten_${id}`;

export const stemVraag = ({ facts }: Stemming) =>
  facts.vorm === 'kiezen'
    ? 'Welke problemen zijn het belangrijkst?'
    : `Verdeel ${aantal(facts.max, 'punt', 'punten')} over de problemen`;

/** What can be voted for: what the vote is about, as far as it was not withdrawn since. */
export function stembaar(project: Project, { facts }: Stemming): { id: string; tekst: string }[] {
  const standing = new Map(onderwerpen(project).map(({ id, naam }) => [id, naam]));
  return facts.onderwerpen.flatMap((id) => {
    const naam = standing.get(id);
    return naam === undefined ? [] : [{ id, tekst: kortweg(naam) }];
  });
}

/** One question with a few choices, or a number for each onderwerp. */
export function stemVelden(project: Project, stemming: Stemming, punten: Punten = {}): Fields {
  const { vorm, max } = stemming.facts;
  const keuzes = stembaar(project, stemming);
  if (vorm === 'punten')
    return Object.fromEntries(
      keuzes.map(({ id, tekst }) => [
        veldId(id),
        getal({
          label: tekst,
          max,
          eenheden: EENHEDEN.punten,
          voorbeeld: '2',
          waarde: punten[id] ? String(punten[id]) : '',
        }),
      ]),
    );
  return {
    [KEUZES]: meer(
      {
        label: 'Wat moet eerst?',
        uitleg: max === 3 ? 'Kies er maximaal drie.' : `Kies er maximaal ${max}.`,
        nodig: 'Kies er minstens één.',
        waarde: Object.keys(punten),
      },
      keuzes,
      max,
    ),
  };
}

/** The points among the answers, in the order of the vote. */
export function puntenUit(
  { facts }: Stemming,
  values: Readonly<Record<string, unknown>>,
): Record<string, number> {
  const chosen = values[KEUZES];
  const of = (id: string) =>
    Array.isArray(chosen) ? Number(chosen.includes(id)) : Number(values[veldId(id)] ?? 0);
  return Object.fromEntries(
    facts.onderwerpen.map((id) => [id, of(id)] as const).filter(([, n]) => n > 0),
  );
}

/** Points may be left over, but not more given than there are. The sentence stands under the first question. */
export function missesInStem(
  project: Project,
  stemming: Stemming,
  punten: Punten,
): Record<string, string> | undefined {
  const { vorm, max } = stemming.facts;
  const first = stembaar(project, stemming)[0]?.id ?? '';
  const sum = Object.values(punten).reduce((total, n) => total + n, 0);
  if (vorm === 'kiezen' || (sum >= 1 && sum <= max)) return undefined;
  return {
    [veldId(first)]:
      sum === 0
        ? 'Geef minstens één punt.'
        : `Je gaf ${aantal(sum, 'punt', 'punten')}. Je hebt er ${max}.`,
  };
}
