import type { AnyAction, Ctx, View } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import {
  accept,
  notNow,
  refuse,
  refuseFields,
  type Decision,
  type Refused,
} from '../../../process/contract/decision.ts';
import { leads, leden, naamVan, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import { kies, type Fields } from '../../../process/vormen/form.ts';
import { eigenaar } from '../../../process/contract/namens.ts';
import { oneEver, sayIfNew, type Project } from '../../../process/feiten/project.ts';
import {
  bericht,
  gelukt,
  item,
  lijst,
  type Button,
  type Grafiek,
  type Item,
} from '../../../process/vormen/screen.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { naamVanOnderwerp, stem } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { bladKnoppen, bladVan } from '../../../process/vormen/bladeren.ts';
import { metNamens, STAP } from '../regels/eigen.ts';
import { openStemming, stemmingVan, vasteLijst, type Stemming } from '../regels/overleg1.ts';
import { missesInStem, puntenUit, stembaar, stemVelden, stemVraag } from './stembiljet.ts';
import {
  geenAntwoord,
  magUitslagZien,
  stand,
  stemVan,
  uitslagen,
  uitslagRegels,
  zonderStem,
} from './uitslag.ts';

/** People in the list of a show of hands: with 12 onderwerpen below 40 choices. */
const PER_BLAD = 25;

const UITSLAG: Button = { titel: 'Bekijk de stemming', verb: 'stemming' };
const SLUITEN: Button = { titel: 'Sluit de stemming', verb: 'stemming.sluiten' };
/** Said before one votes. */
const PER_PERSOON = 'In de uitslag staat bij elke naam wat die koos.';
const GEEN_STEMMING: Refused = notNow('Er is nu geen stemming open.');

/** One's own vote; voting again replaces it until the close. For a partner it counts as a raised hand. */
const stemmen: AnyAction = vorm<Fields>({
  verb: 'stem',
  right: 'deelnemer',
  when: { vanaf: STAP },
  form: (ctx) => {
    const { project, args, actor } = ctx;
    const nu = openStemming(project);
    if (!nu || stembaar(project, nu).length === 0) return GEEN_STEMMING;
    if (args['ronde'] && args['ronde'] !== String(nu.facts.ronde))
      return notNow('Deze stemming is voorbij. Er is een nieuwe. Open die.');
    const van = eigenaar(ctx);
    const own = stemVan(project, van.id);
    return formOf(stemVraag(nu), stemVelden(project, nu, own?.facts.punten), {
      rev: own?.rev ?? 0,
      uitleg:
        van.id === actor.id
          ? [PER_PERSOON, 'Je ziet de uitslag als je hebt gestemd.']
          : [`Je stemt namens ${van.texts.naam}.`],
      opslaan: 'Stem',
      knoppen: [{ titel: 'Bekijk de problemen', verb: 'lijst' }],
    });
  },
  decide: (ctx, values) => {
    const nu = openStemming(ctx.project);
    return nu ? castVote(ctx, eigenaar(ctx), nu, values) : GEEN_STEMMING;
  },
  receipt: ({ project, args }) =>
    gelukt(
      'Je stem is opgeslagen.',
      [stand(project), 'Je kunt hem aanpassen tot de stemming sluit.'],
      [UITSLAG, { titel: 'Aanpassen', verb: 'stem', args: metNamens(args) }],
    ),
});

/** Hands or stickers at the table, entered by who leads; never over a vote that somebody cast themselves (ux rule 3). */
const handen: AnyAction = vorm<Fields>({
  verb: 'stem.handen',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: ({ project, args }) => {
    const nu = openStemming(project);
    if (!nu || stembaar(project, nu).length === 0) return GEEN_STEMMING;
    const wie = zonderEigenStem(project);
    if (wie.length === 0) return notNow('Iedereen heeft zelf gestemd.');
    const blad = bladVan(wie, PER_BLAD, args['pagina']);
    const open = blad.deel.filter(({ id }) => !stemVan(project, id));
    const first = open.find(({ id }) => id === args['wie']) ?? open[0];
    const van = kies(
      { label: 'Van wie?', nodig: 'Kies van wie deze stem is.', waarde: first?.id },
      blad.deel.map(alsKeuze),
    );
    return formOf<Fields>(
      'Opgestoken handen invoeren',
      { van, ...stemVelden(project, nu) },
      {
        uitleg: [stand(project), 'Bij deze stemmen staat dat jij ze hebt ingevoerd.'],
        nogEen: 'Opslaan en de volgende',
        knoppen: [...bladKnoppen(blad, 'stem.handen', args, 'mensen'), UITSLAG],
      },
    );
  },
  decide: (ctx, values) => {
    const nu = openStemming(ctx.project);
    if (!nu) return GEEN_STEMMING;
    const van = leden(ctx.project).find(({ id }) => id === values['van']);
    return van ? castVote(ctx, van, nu, values, true) : refuse('niet-gevonden');
  },
  receipt: ({ project }, van) =>
    gelukt(
      `De stem van ${naamVan(project, van)} is opgeslagen.`,
      [stand(project)],
      [{ titel: 'De volgende', verb: 'stem.handen' }, SLUITEN, UITSLAG],
    ),
});

const alsKeuze = ({ id, texts }: Deelnemer) => ({
  id,
  tekst: texts.organisatie === '' ? texts.naam : `${texts.organisatie}: ${texts.naam}`,
});

/** Who has no vote yet first, then those whose hands were entered. */
const zonderEigenStem = (project: Project): Deelnemer[] => [
  ...zonderStem(project),
  ...leden(project).filter(({ id }) => stemVan(project, id)?.facts.handen === true),
];

/** A vote within the vote: on what it is about, with what there is to give. A raised hand never replaces an own vote. */
function castVote(
  { project, actor }: Ctx,
  van: Deelnemer,
  nu: Stemming,
  values: Readonly<Record<string, unknown>>,
  isHanden = van.id !== actor.id,
): Decision {
  const before = stemVan(project, van.id);
  if (isHanden && before && !before.facts.handen)
    return notNow(`${van.texts.naam} heeft zelf al gestemd.`);
  const punten = puntenUit(nu, values);
  const velden = missesInStem(project, nu, punten);
  if (velden) return refuseFields(velden);
  const facts = { van: van.id, punten, handen: isHanden, ronde: nu.facts.ronde };
  return accept(van.id, sayIfNew(stem, oneEver(project, stem, van.id), van.id, facts, {}));
}

/** Everybody sees how many voted; the result after one's own vote or the close. */
const weergave: View = {
  verb: 'stemming',
  right: 'deelnemer',
  show: (ctx) => {
    const { project, actor, args } = ctx;
    const nu = stemmingVan(project);
    if (!nu)
      return bericht(
        'uitleg',
        'Er is nog niet gestemd.',
        ['De projectleider opent de stemming in overleg 1.'],
        [
          ...(leads(actor) ? [{ titel: 'Stemming openen', verb: 'stemming.openen' }] : []),
          { titel: 'Bekijk de problemen', verb: 'lijst' },
        ],
      );
    const isHidden = !magUitslagZien(ctx);
    return lijst(
      nu.facts.open ? 'De stemming is open' : 'Uitslag van de stemming',
      [{ kop: '', items: isHidden ? verborgen(project, nu) : getoond(project) }],
      {
        uitleg: [
          stand(project),
          ...(isHidden ? ['Je ziet de uitslag als je hebt gestemd.'] : []),
          ...geenAntwoord(actor, zonderStem(project)),
        ],
        knoppen: knoppen(ctx, nu),
        pagina: args['pagina'],
        grafiek: isHidden ? undefined : grafiek(project),
      },
    );
  },
};

const verborgen = (project: Project, { facts }: Stemming): Item[] =>
  facts.onderwerpen.map((id) => item(kortweg(naamVanOnderwerp(project, id), 300)));

const getoond = (project: Project): Item[] =>
  uitslagen(project).map((found) =>
    item(kortweg(naamVanOnderwerp(project, found.id), 300), uitslagRegels(project, found)),
  );

/** Names in a chart are short; the list below it has all of them. */
const SIGNS_IN_GRAFIEK = 40;
const MAX_STAVEN = 8;

function grafiek(project: Project): Grafiek {
  const isPunten = stemmingVan(project)?.facts.vorm === 'punten';
  return {
    soort: 'staven',
    titel: stemmingVan(project)?.facts.open ? 'Stand van de stemming' : 'Uitslag van de stemming',
    punten: uitslagen(project)
      .slice(0, MAX_STAVEN)
      .map(({ id, totaal }) => ({
        naam: kortweg(naamVanOnderwerp(project, id), SIGNS_IN_GRAFIEK),
        waarde: totaal,
        zin: isPunten ? aantal(totaal, 'punt', 'punten') : aantal(totaal, 'stem', 'stemmen'),
      })),
  };
}

function knoppen({ project, actor }: Ctx, { facts }: Stemming): Button[] {
  const own: Button = {
    titel: stemVan(project, actor.id) ? 'Mijn stem aanpassen' : 'Stemmen',
    verb: 'stem',
    args: { ronde: String(facts.ronde) },
  };
  if (facts.open)
    return leads(actor)
      ? [own, { titel: 'Opgestoken handen invoeren', verb: 'stem.handen' }, SLUITEN]
      : [own];
  const isFixed = vasteLijst(project) !== undefined;
  return [
    { titel: 'Bekijk de prioriteiten', verb: 'lijst' },
    ...(leads(actor) && !isFixed
      ? [
          { titel: 'Lijst vaststellen', verb: 'lijst.vaststellen' },
          { titel: 'Toch weer openen', verb: 'stemming.heropenen' },
        ]
      : []),
  ];
}

export const stemActies: readonly AnyAction[] = [stemmen, handen];
export const stemWeergaven: readonly View[] = [weergave];
