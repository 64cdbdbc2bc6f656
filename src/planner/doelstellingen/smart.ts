import type { Ctx } from '../../process/contract/contract.ts';
import {
  datum,
  getal,
  kort,
  lang,
  meer,
  numberInput,
  type Values,
} from '../../process/vormen/form.ts';
import { eenhedenVan } from '../../process/taal/getallen.ts';
import { dateText } from '../../process/taal/time.ts';
import { vertrouwelijkVeld } from '../plan/lezers.ts';
import { belangrijkste, genummerd } from '../plan/maatregel.ts';
import type { doel, EntryOf } from '../plan/plan.ts';

export type Doel = EntryOf<typeof doel>;

/** What can be counted, in numbers of which the unit is a question of its own. */
const getelden = (eenheid = '') => ({
  decimalen: 2,
  eenheden: eenhedenVan(eenheid),
  voorbeeld: '20 of 12,5',
});

/** The priority problems that a goal can be linked to. One that left the list stays linked. */
export function onderwerpen({ project, args }: Ctx, found?: Doel) {
  const alle = belangrijkste(project).map((onderwerp) => ({
    id: onderwerp.id,
    tekst: genummerd(onderwerp),
  }));
  const only = alle.length === 1 ? alle.map(({ id }) => id) : [];
  const asked = alle.filter(({ id }) => id === args['onderwerp']).map(({ id }) => id);
  const gekozen = found?.facts.onderwerpen ?? (asked.length > 0 ? asked : only);
  return {
    keuzes: alle,
    elders: gekozen.filter((id) => !alle.some((keuze) => keuze.id === id)),
    gekozen,
  };
}

type Onderwerpen = ReturnType<typeof onderwerpen>;

/** The questions in the order S-M-A-R-T, each a plain question with its letter (F6 to F10). */
export function velden({ keuzes, gekozen, elders }: Onderwerpen, found?: Doel) {
  const { texts, facts } = found ?? {};
  const linked = meer(
    {
      label: 'Voor welk probleem?',
      uitleg: 'Je mag meer dan één antwoord kiezen.',
      wat: 'problemen',
      waarde: gekozen,
      ...(elders.length === 0 ? { nodig: 'Kies minstens één probleem.' } : {}),
    },
    keuzes,
  );
  const smart = {
    specifiek: lang({
      label: 'Wat willen we bereiken?',
      naam: 'Specifiek',
      nodig: 'Schrijf op wat jullie willen bereiken.',
      waarde: texts?.specifiek,
    }),
    meetbaar: lang({
      label: 'Hoe meten we dat?',
      naam: 'Meetbaar',
      uitleg: 'Noem een getal.',
      nodig: 'Schrijf op hoe jullie dit meten.',
      waarde: texts?.meetbaar,
    }),
    nu: getal({
      label: 'Hoeveel is het nu?',
      uitleg: 'Weet je het nog niet? Laat het leeg.',
      ...getelden(texts?.eenheid),
      waarde: numberInput(facts?.nu ?? null),
    }),
    doel: getal({
      label: 'Hoeveel moet het worden?',
      ...getelden(texts?.eenheid),
      waarde: numberInput(facts?.doel ?? null),
    }),
    eenheid: kort({
      label: 'Wat tellen we?',
      uitleg: 'Bijvoorbeeld: meldingen per maand.',
      waarde: texts?.eenheid,
    }),
    acceptabel: lang({
      label: 'Staat iedereen achter dit doel? Wie niet?',
      naam: 'Acceptabel',
      waarde: texts?.acceptabel,
    }),
    realistisch: lang({
      label: 'Waarom kunnen we dit halen?',
      naam: 'Realistisch',
      waarde: texts?.realistisch,
    }),
    wanneer: datum({
      label: 'Wanneer is het bereikt?',
      naam: 'Tijdgebonden',
      nodig: 'Kies een datum.',
      waarde: facts?.wanneer,
    }),
    vertrouwelijk: vertrouwelijkVeld(facts?.vertrouwelijk),
  };
  // Without a priority list a goal is about the project as a whole, so the question is left out.
  return (keuzes.length > 0 ? { onderwerpen: linked, ...smart } : smart) as typeof smart & {
    onderwerpen: typeof linked;
  };
}

export type Antwoord = Values<ReturnType<typeof velden>>;

/** What makes a goal hard to judge later. It is told before the goal is stored, and never refuses it. */
export function bedenkingen(
  { meetbaar, doel: norm, wanneer }: { meetbaar: string; doel: number | null; wanneer: string },
  vandaag: string,
  einde: string,
): string {
  const hints = [
    norm === null && !/\d/.test(meetbaar)
      ? 'Je noemt nog geen getal. Dan is straks moeilijk te zien of het doel is gehaald.'
      : '',
    wanneer > einde ? `De datum ligt na het einde van het project, ${dateText(einde)}.` : '',
    wanneer < vandaag ? 'De datum ligt al achter ons.' : '',
  ];
  return hints.filter((hint) => hint !== '').join(' ');
}
