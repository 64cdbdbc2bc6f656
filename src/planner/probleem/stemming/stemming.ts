import { bijGroep } from '../../../process/kalender/moment.ts';
import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuseFields } from '../../../process/contract/decision.ts';
import { kies, meer } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { begin, say } from '../../../process/feiten/project.ts';
import { gelukt, type Button } from '../../../process/vormen/screen.ts';
import { stemming, type Onderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { STAP } from '../regels/eigen.ts';
import {
  magLijstNiet,
  openStemming,
  stemmingVan,
  type Stemming,
  NOG_GEEN_STEMMING,
} from '../regels/overleg1.ts';
import { SLUITEN, STEMMING_OPENEN, UITSLAG } from '../regels/knoppen.ts';
import { dicht } from './blokken.ts';
import { opnieuwTellen } from './handen.ts';
import { stand } from './uitslag.ts';
import { proposeVolgorde } from './volgorde.ts';
import { isGeheim } from './zicht.ts';
import { zichtActies, zichtVeld } from './zicht-kiezen.ts';
import { DOORGEVEN } from '../../plan/knoppen.ts';

/** A vote is over at most this many onderwerpen, which fit a phone. */
const MAX_ONDERWERPEN = 12;

/** The two ways to vote: choose some, or distribute points (rule 3). */
const VORMEN = { kiezen: { max: 3 }, punten: { max: 5 } } as const;

const STEMMEN: Button = { titel: 'Stemmen', verb: 'stem' };

/** A new vote is a new round. Earlier votes stay in the log and no longer count. */
const openen = vorm({
  verb: 'stemming.openen',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const refused = magLijstNiet(ctx);
    if (refused) return refused;
    if (openStemming(ctx.project))
      return notNow('Er loopt al een stemming. Sluit die eerst.', [SLUITEN]);
    const alles = proposeVolgorde(ctx.project);
    if (alles.length < 2)
      return notNow('Stemmen kan als er minstens twee problemen zijn.', [DOORGEVEN]);
    return formOf('Stemming openen', velden(alles), {
      uitleg: stemmingVan(ctx.project)
        ? ['Iedereen stemt dan opnieuw. De vorige stemming telt niet meer.']
        : [],
      opslaan: 'Open de stemming',
    });
  },
  decide: ({ project }, { onderwerpen, vorm: gekozen, zicht }) => {
    if (onderwerpen.length < 2) return refuseFields({ onderwerpen: 'Kies er minstens twee.' });
    const ronde = (stemmingVan(project)?.facts.ronde ?? 0) + 1;
    const { max } = VORMEN[gekozen];
    return accept(
      'stemming',
      [
        begin(
          stemming,
          'stemming',
          { onderwerpen, vorm: gekozen, max, open: true, ronde, zicht, blokken: [] },
          {},
        ),
      ],
      {
        soort: 'stemming-open',
        facts: {},
      },
    );
  },
  receipt: ({ project }) =>
    gelukt('De stemming is open.', bijGroep(project, 'De groep krijgt bericht.'), [
      STEMMEN,
      UITSLAG,
    ]),
});

/** All are ticked when they fit; of a longer list the first ones of the proposed order. */
function velden(alles: readonly Onderwerp[]) {
  const keuzes = alles.map(({ id, naam }) => ({ id, tekst: kortweg(naam) }));
  return {
    onderwerpen: meer(
      {
        label: 'Waarover stemmen we?',
        uitleg: 'Kies er 2 tot 12.',
        nodig: 'Kies er minstens twee.',
        per: PER_BLAD.problemen,
        wat: 'problemen',
        waarde: keuzes.slice(0, MAX_ONDERWERPEN).map(({ id }) => id),
      },
      keuzes,
      MAX_ONDERWERPEN,
    ),
    vorm: kies({ label: 'Hoe stemmen we?', nodig: 'Maak een keuze.', waarde: 'kiezen' }, [
      { id: 'kiezen', tekst: 'Ieder kiest er maximaal drie' },
      { id: 'punten', tekst: 'Ieder verdeelt 5 punten' },
    ]),
    zicht: zichtVeld('open'),
  };
}

const sluiten = tap({
  verb: 'stemming.sluiten',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: ({ project }) => {
    const nu = stemmingVan(project);
    if (!nu) return NOG_GEEN_STEMMING;
    if (!nu.facts.open) return accept('stemming', []);
    return accept('stemming', [dicht(project, nu)], {
      soort: 'stemming-dicht',
      facts: {},
    });
  },
  receipt: (ctx) =>
    gelukt('De stemming is gesloten.', [stand(ctx.project), ...opnieuwTellen(ctx)], [UITSLAG]),
});

/** The button on a vote that may go on. */
export const heropenKnoppen = (nu: Stemming | undefined): Button[] =>
  !nu || isGeheim(nu) ? [] : [{ titel: 'Stemming heropenen', verb: 'stemming.heropenen' }];

/**
 * For a vote that was closed too early: the same round goes on, and the votes stay. Not a secret one: what comes in after a
 * result was read is told by the next result.
 */
const heropenen = tap({
  verb: 'stemming.heropenen',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: (ctx: Ctx) => {
    const nu = stemmingVan(ctx.project);
    if (!nu) return NOG_GEEN_STEMMING;
    if (nu.facts.open) return accept('stemming', []);
    const refused = magLijstNiet(ctx);
    if (refused) return refused;
    if (isGeheim(nu))
      return notNow('De uitslag is al te zien. Wie nu nog stemt, stemt niet geheim.', [
        STEMMING_OPENEN,
      ]);
    return accept('stemming', [say(stemming, nu, { open: true })], {
      soort: 'stemming-open',
      facts: {},
    });
  },
  receipt: (ctx) => gelukt('De stemming is weer open.', [stand(ctx.project)], [UITSLAG]),
});

export const stemmingActies: readonly AnyAction[] = [openen, sluiten, heropenen, ...zichtActies];
