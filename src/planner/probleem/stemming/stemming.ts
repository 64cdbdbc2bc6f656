import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuseFields } from '../../../process/contract/decision.ts';
import { kies, meer } from '../../../process/vormen/form.ts';
import { begin, say } from '../../../process/feiten/project.ts';
import { gelukt, type Button } from '../../../process/vormen/screen.ts';
import { stemming, type Onderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { bladKnoppen, bladVan } from '../../../process/vormen/bladeren.ts';
import { STAP } from '../regels/eigen.ts';
import { magLijstNiet, openStemming, stemmingVan } from '../regels/overleg1.ts';
import { stand } from './uitslag.ts';
import { proposeVolgorde } from './volgorde.ts';

/** A vote is over at most so many onderwerpen: the size of a phone. */
const MAX_ONDERWERPEN = 12;
const PER_BLAD = 30;

/** How one votes: choose some, or distribute points (ux rule 3). */
const VORMEN = { kiezen: { max: 3 }, punten: { max: 5 } } as const;

const UITSLAG: Button = { titel: 'Bekijk de stemming', verb: 'stemming' };
const STEMMEN: Button = { titel: 'Stemmen', verb: 'stem' };

/** A new vote is a new round: what was voted before stays in the log and no longer counts. */
const openen = vorm({
  verb: 'stemming.openen',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const refused = magLijstNiet(ctx);
    if (refused) return refused;
    if (openStemming(ctx.project)) return notNow('Er loopt al een stemming. Sluit die eerst.');
    const alles = proposeVolgorde(ctx.project);
    if (alles.length < 2) return notNow('Stemmen kan als er minstens twee problemen zijn.');
    const blad = bladVan(alles, PER_BLAD, ctx.args['pagina']);
    return formOf('Stemming openen', velden(blad.pagina, blad.deel), {
      uitleg: stemmingVan(ctx.project)
        ? ['Iedereen stemt dan opnieuw. De vorige stemming telt niet meer.']
        : [],
      opslaan: 'Open de stemming',
      knoppen: bladKnoppen(blad, 'stemming.openen', ctx.args, 'problemen'),
    });
  },
  decide: ({ project }, { onderwerpen, vorm: gekozen }) => {
    if (onderwerpen.length < 2) return refuseFields({ onderwerpen: 'Kies er minstens twee.' });
    const ronde = (stemmingVan(project)?.facts.ronde ?? 0) + 1;
    const { max } = VORMEN[gekozen];
    return accept(
      'stemming',
      [begin(stemming, 'stemming', { onderwerpen, vorm: gekozen, max, open: true, ronde }, {})],
      {
        soort: 'stemming-open',
        facts: {},
      },
    );
  },
  receipt: () =>
    gelukt(
      'De stemming is open. De groep krijgt bericht.',
      [],
      [
        STEMMEN,
        { titel: 'Opgestoken handen invoeren', verb: 'stem.handen' },
        { titel: 'Sluit de stemming', verb: 'stemming.sluiten' },
        UITSLAG,
      ],
    ),
});

/** All that fit are ticked; of a longer list the first of the proposed order. */
function velden(pagina: number, deel: readonly Onderwerp[]) {
  const keuzes = deel.map(({ id, naam }) => ({ id, tekst: kortweg(naam) }));
  const first = pagina === 1 ? keuzes.slice(0, MAX_ONDERWERPEN).map(({ id }) => id) : [];
  return {
    onderwerpen: meer(
      {
        label: 'Waarover stemmen we?',
        uitleg: 'Kies er 2 tot 12.',
        nodig: 'Kies er minstens twee.',
        waarde: first,
      },
      keuzes,
      MAX_ONDERWERPEN,
    ),
    vorm: kies({ label: 'Hoe stemmen we?', nodig: 'Maak een keuze.', waarde: 'kiezen' }, [
      { id: 'kiezen', tekst: 'Ieder kiest er maximaal drie' },
      { id: 'punten', tekst: 'Ieder verdeelt 5 punten' },
    ]),
  };
}

const sluiten = tap({
  verb: 'stemming.sluiten',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: ({ project }) => {
    const nu = stemmingVan(project);
    if (!nu) return notNow('Er is nog geen stemming. Open er eerst een.');
    if (!nu.facts.open) return accept('stemming', []);
    return accept('stemming', [say(stemming, nu, { open: false })], {
      soort: 'stemming-dicht',
      facts: {},
    });
  },
  receipt: (ctx) =>
    gelukt(
      'De stemming is gesloten.',
      [stand(ctx.project)],
      [
        UITSLAG,
        { titel: 'Lijst vaststellen', verb: 'lijst.vaststellen' },
        { titel: 'Toch weer openen', verb: 'stemming.heropenen' },
      ],
    ),
});

/** Closed too early: the same round goes on, and what was voted stays. */
const heropenen = tap({
  verb: 'stemming.heropenen',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: (ctx: Ctx) => {
    const nu = stemmingVan(ctx.project);
    if (!nu) return notNow('Er is nog geen stemming. Open er eerst een.');
    if (nu.facts.open) return accept('stemming', []);
    const refused = magLijstNiet(ctx);
    if (refused) return refused;
    return accept('stemming', [say(stemming, nu, { open: true })], {
      soort: 'stemming-open',
      facts: {},
    });
  },
  receipt: (ctx) =>
    gelukt(
      'De stemming is weer open.',
      [stand(ctx.project)],
      [STEMMEN, { titel: 'Sluit de stemming', verb: 'stemming.sluiten' }, UITSLAG],
    ),
});

export const stemmingActies: readonly AnyAction[] = [openen, sluiten, heropenen];
