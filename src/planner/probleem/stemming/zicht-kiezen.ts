import type { AnyAction } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, notNow } from '../../../process/contract/decision.ts';
import { changeIfNew } from '../../../process/feiten/say-if-new.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { kies } from '../../../process/vormen/form.ts';
import { gelukt, type Button } from '../../../process/vormen/screen.ts';
import { stemming } from '../../plan/plan.ts';
import { STAP } from '../regels/eigen.ts';
import { UITSLAG } from '../regels/knoppen.ts';
import { stemmingVan, type Stemming, NOG_GEEN_STEMMING } from '../regels/overleg1.ts';
import { MIN_STEMMERS } from './blokken.ts';
import { isBegonnen } from './stemmen-nu.ts';
import { zichtZin, ZICHTEN, type Zicht } from './zicht.ts';

/** Who reads what of a vote: chosen when it opens, and closed further at any time. */

const TEKST: Readonly<Record<Zicht, string>> = {
  open: 'Iedereen ziet wie wat koos',
  organisatie: 'Iedereen ziet wat organisaties kozen, niet wie',
  uitslag: 'Iedereen ziet alleen de uitslag',
};

/** The question, with the levels that may still be chosen. */
export const zichtVeld = (waarde: Zicht, keuzes: readonly Zicht[] = ZICHTEN) =>
  kies(
    {
      label: 'Wie ziet wat in de uitslag?',
      uitleg: `Bij minder dan ${MIN_STEMMERS} stemmers zie je nooit wie wat koos. Kleine organisaties staan samen.`,
      nodig: 'Maak een keuze.',
      waarde,
    },
    keuzes.map((id) => ({ id, tekst: TEKST[id] })),
  );

/** Once somebody voted, they relied on what the ballot said: then it can only be closed further. */
const mogelijk = (project: Project, nu: Stemming): Zicht[] =>
  ZICHTEN.slice(isBegonnen(project) ? ZICHTEN.indexOf(nu.facts.zicht) : 0);

const ZICHT_KIEZEN: Button = { titel: 'Kies wie wat ziet', verb: 'stemming.zicht' };

/** The button for whoever leads; none where there is nothing left to choose. */
export const zichtKnoppen = (project: Project, nu: Stemming): Button[] =>
  mogelijk(project, nu).length > 1 ? [ZICHT_KIEZEN] : [];

const kiezen = vorm({
  verb: 'stemming.zicht',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: ({ project }) => {
    const nu = stemmingVan(project);
    if (!nu) return NOG_GEEN_STEMMING;
    const keuzes = mogelijk(project, nu);
    if (keuzes.length === 1)
      return notNow('Er is al gestemd. Iedereen blijft alleen de uitslag zien.', [UITSLAG]);
    return formOf(
      'Hoe open is de stemming?',
      { zicht: zichtVeld(nu.facts.zicht, keuzes) },
      {
        rev: nu.rev,
        uitleg: isBegonnen(project)
          ? [
              'Er is al gestemd. Je kunt nu alleen nog strenger kiezen.',
              'Wat iemand al zag, kan ik niet terughalen.',
            ]
          : [],
      },
    );
  },
  decide: ({ project }, { zicht }) => {
    const nu = stemmingVan(project);
    if (!nu) return NOG_GEEN_STEMMING;
    return accept(nu.id, changeIfNew(stemming, nu, { facts: { zicht }, texts: {} }));
  },
  receipt: ({ project }) => {
    const nu = stemmingVan(project);
    return gelukt('Dit staat nu op het stembriefje.', nu ? [zichtZin(nu)] : [], [UITSLAG]);
  },
});

export const zichtActies: readonly AnyAction[] = [kiezen];
