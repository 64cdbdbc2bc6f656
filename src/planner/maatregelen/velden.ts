import type { Ctx } from '../../process/contract/contract.ts';
import { naVink } from '../../process/stappen/lezers.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { kies, lang, type Values } from '../../process/vormen/form.ts';
import { OPEN } from '../../process/vormen/grenzen.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { antwoordenUit, criteria, criteriumVelden } from '../plan/criteria.ts';
import { vertrouwelijkVeld } from '../plan/lezers.ts';
import {
  belangrijkste,
  genummerd,
  type Maatregel,
  sorteringVelden,
  sorteringUit,
} from '../plan/maatregel.ts';

const MAX_CRITERIA = 2;

/** The onderwerpen to choose from; one of them is chosen where it is known. */
export function onderwerpen({ project, args }: Ctx, found?: Maatregel) {
  const lijst = belangrijkste(project);
  const only = lijst.length === 1 ? lijst[0]?.id : undefined;
  const gekozen = found?.facts.onderwerp ?? args['onderwerp'] ?? only ?? '';
  const keuzes = lijst.map((onderwerp) => ({ id: onderwerp.id, tekst: genummerd(onderwerp) }));
  return { keuzes, gekozen: keuzes.find(({ id }) => id === gekozen)?.id };
}

/**
 * The questions about a measure, in the words of the source. Those about own criteria follow; only the criteria know
 * them.
 */
export function velden(project: Project, page: ReturnType<typeof onderwerpen>, found?: Maatregel) {
  const own = {
    onderwerp: kies(
      {
        label: 'Voor welk probleem?',
        nodig: 'Kies een probleem.',
        wat: 'problemen',
        open: OPEN.eerst,
        waarde: page.gekozen,
      },
      page.keuzes,
    ),
    omschrijving: lang({
      label: 'Wat doen jullie?',
      uitleg: 'Schrijf op wat jouw organisatie nu aan dit probleem doet.',
      nodig: 'Schrijf op wat jullie doen.',
      waarde: found?.texts.omschrijving,
    }),
    ...sorteringVelden(found),
    vertrouwelijk: vertrouwelijkVeld(found?.facts.vertrouwelijk),
  };
  const extra = criteriumVelden(project, 'maatregel', found?.facts.criteria);
  return { ...own, ...(extra as object) };
}

type Antwoord = Values<ReturnType<typeof velden>>;

/** The facts of the answers. Answers to criteria that were removed stay. */
export const factsOf = (project: Project, values: Antwoord, before: Maatregel | undefined) => ({
  onderwerp: values.onderwerp,
  ...sorteringUit(values),
  criteria: { ...before?.facts.criteria, ...antwoordenUit(project, 'maatregel', values) },
  ...naVink(values.vertrouwelijk, before?.facts),
});

/** "Extra criteria toevoegen", for the projectleider, while there is room (E13, E14). */
export const extraCriteria = ({ project, actor }: Ctx): Button[] =>
  leads(actor) && criteria(project, 'maatregel').length < MAX_CRITERIA
    ? [{ titel: 'Extra criteria toevoegen', verb: 'criterium.toevoegen' }]
    : [];
