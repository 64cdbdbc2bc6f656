import type { Ctx, View } from '../../process/contract/contract.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import {
  leden,
  organisatieVan,
  isVanOrganisatie,
  organisatieSleutel,
} from '../../process/feiten/deelnemers.ts';
import type { Wie } from '../../process/contract/lezing.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Groep, type Item } from '../../process/vormen/screen.ts';
import {
  belangrijkste,
  losseMaatregelen,
  maatregelRegels,
  maatregelenBij,
  type Genummerd,
  type Maatregel,
} from '../plan/maatregel.ts';
import { houdtVoorOverleg, maatregel, nietsAan } from '../plan/plan.ts';
import { inOverlegVan, kiestLezers, magWijzigen, nietsVan, type Antwoord } from './antwoord.ts';
import { ALLES, HIATEN, IN_OVERLEG } from './knoppen.ts';
import { isOpenVoor } from './moment.ts';
import { extraCriteria } from './velden.ts';
import { naamInLijst, opsomming } from '../../process/taal/opsomming.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** All measures by problem, those of one's own organisatie first. `args.van` shows only the organisatie of that deelnemer. */
const overzicht: View = {
  verb: 'maatregelen',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const filter = leden(project).find(({ id }) => id === args['van'])?.id;
    const los = shown(ctx, losseMaatregelen(project), filter).map((found) =>
      maatregelItem(ctx, found),
    );
    return lijst(
      'Wat doen wij al?',
      [
        ...belangrijkste(project).map((onderwerp) => groep(ctx, onderwerp, filter)),
        { kop: 'Bij een probleem dat niet meer op de lijst staat', items: los },
      ],
      {
        uitleg: uitleg(ctx, filter),
        knoppen: knoppen(ctx, filter),
        pagina: args['pagina'],
      },
    );
  },
};

const WAT_HIER_KOMT = 'In stap 3 geeft iedereen door wat zijn organisatie al doet.';

function uitleg({ project }: Ctx, filter: string | undefined): string[] {
  const { length } = all(project, maatregel);
  if (belangrijkste(project).length === 0)
    return ['Er is nog geen prioriteitenlijst.', WAT_HIER_KOMT];
  if (filter !== undefined) return [aaneen`Alleen van ${organisatieVan(project, filter)}.`];
  return length === 0 ? ['Er zijn nog geen maatregelen.', WAT_HIER_KOMT] : [];
}

function knoppen(ctx: Ctx, filter: string | undefined): Button[] {
  return [
    ...(filter === undefined
      ? [
          {
            titel: 'Alleen van ons',
            verb: 'maatregelen',
            args: metNamens(ctx, { van: eigenaar(ctx).id }),
          },
          { titel: 'Toon één organisatie', verb: 'maatregelen.organisaties' },
        ]
      : [ALLES]),
    HIATEN,
    ...extraCriteria(ctx),
  ];
}

/** First the problem itself, with its buttons, then its measures. */
function groep(ctx: Ctx, onderwerp: Genummerd, filter: string | undefined): Groep {
  const { project } = ctx;
  const wij = eigenaar(ctx).id;
  const measures = shown(ctx, maatregelenBij(project, onderwerp.id), filter);
  const own = measures.filter(({ facts }) => isVanOrganisatie(project, facts.van, wij));
  const others = measures.filter((found) => !own.includes(found));
  return {
    kop: `Probleem ${onderwerp.nr}`,
    items: [
      item(
        onderwerp.naam,
        [...niets(ctx, onderwerp.id, filter), ...inOverleg(ctx, onderwerp.id, filter)],
        besideProblem(ctx, onderwerp.id),
      ),
      ...[...own, ...others].map((found) => maatregelItem(ctx, found)),
    ],
  };
}

const shown = ({ project }: Ctx, measures: readonly Maatregel[], filter: string | undefined) =>
  filter === undefined
    ? measures
    : measures.filter(({ facts }) => isVanOrganisatie(project, facts.van, filter));

/** The group may read who answered "Wij doen hier niets aan"; who did not answer is not in this list. */
function niets({ project }: Ctx, onderwerp: string, filter: string | undefined): string[] {
  const names = doenNiets(project, onderwerp, filter);
  return names.length === 0 ? [] : [aaneen`Doen hier niets aan: ${opsomming(names, 10)}.`];
}

/** Who tells it in the overleg may be read too: it is asked there. */
function inOverleg({ project }: Ctx, onderwerp: string, filter: string | undefined): string[] {
  const names = zeiden(project, houdtVoorOverleg, onderwerp, filter);
  return names.length === 0 ? [] : [aaneen`Vertellen dit in het overleg: ${opsomming(names, 10)}.`];
}

/** The organisaties that gave this answer, each once. */
export const doenNiets = (project: Project, onderwerp: string, filter?: string) =>
  zeiden(project, nietsAan, onderwerp, filter);

function zeiden(project: Project, soort: Antwoord, onderwerp: string, filter?: string): string[] {
  const said = all(project, soort).filter(
    ({ facts }) =>
      facts.onderwerp === onderwerp &&
      (filter === undefined || isVanOrganisatie(project, facts.van, filter)),
  );
  const names = new Map(
    said.map(({ facts: { van } }) => [
      organisatieSleutel(project, van),
      organisatieVan(project, van),
    ]),
  );
  return [...names.values()];
}

function besideProblem(ctx: Ctx, onderwerp: string): Button[] {
  if (!isOpenVoor(ctx)) return [];
  const args = metNamens(ctx, { onderwerp });
  const wij = eigenaar(ctx).id;
  const own = maatregelenBij(ctx.project, onderwerp).some(({ facts }) =>
    isVanOrganisatie(ctx.project, facts.van, wij),
  );
  const add: Button = {
    titel: 'Maatregel doorgeven',
    verb: 'maatregel.doorgeven',
    args,
    stijl: 'positive',
  };
  if (own) return [add];
  if (inOverlegVan(ctx.project, wij, onderwerp).length > 0)
    return [add, { titel: 'Toch niet', verb: 'maatregel.toch', args }];
  if (nietsVan(ctx.project, wij, onderwerp).length > 0)
    return [add, { titel: 'Wij doen toch iets', verb: 'maatregel.toch', args }];
  return [
    add,
    { titel: 'Wij doen hier niets aan', verb: 'maatregel.nietsaan.dit', args },
    { titel: IN_OVERLEG.titel, verb: 'maatregel.inoverleg.dit', args },
  ];
}

function maatregelItem(ctx: Ctx, found: Maatregel): Item {
  return item(
    found.texts.omschrijving,
    maatregelRegels(ctx.project, found),
    maatregelKnoppen(ctx, found),
  );
}

/** The buttons at a measure of step 3, for people who may change it while that is possible for them. */
export function maatregelKnoppen(wie: Wie, found: Maatregel): Button[] {
  const { project, actor } = wie;
  if (isVerhuld(project, maatregel.name, found.id)) return [];
  const may = !found.facts.aanvullend && isOpenVoor(wie) && magWijzigen(project, actor, found);
  const args = { id: found.id };
  const lezers =
    kiestLezers(project, actor, found) && !isAfgerond(project)
      ? [lezersKnop('maatregel.vertrouwelijk', found.id)]
      : [];
  return may
    ? [
        { titel: 'Aanpassen', verb: 'maatregel.wijzigen', args },
        { titel: 'Intrekken', verb: 'maatregel.intrekken', args, stijl: 'destructive' },
        ...lezers,
      ]
    : lezers;
}

/** The organisaties to choose from, each with its number of measures. */
const perOrganisatie: View = {
  verb: 'maatregelen.organisaties',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project, args }) => {
    const first = new Map(
      [...leden(project)].reverse().map(({ id }) => [organisatieSleutel(project, id), id]),
    );
    const counts = new Map<string, number>();
    for (const { facts } of all(project, maatregel)) {
      const key = organisatieSleutel(project, facts.van);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const items = [...first].reverse().flatMap(([key, id]) => {
      const aantal = counts.get(key) ?? 0;
      const open = { titel: 'Bekijk', verb: 'maatregelen', args: { van: id } };
      return aantal === 0
        ? []
        : [item(naamInLijst(organisatieVan(project, id)), [`Maatregelen: ${aantal}`], [open])];
    });
    return lijst('Van welke organisatie?', [{ kop: '', items }], {
      uitleg: items.length === 0 ? ['Er zijn nog geen maatregelen.'] : [],
      knoppen: [ALLES],
      pagina: args['pagina'],
    });
  },
};

export const overzichtWeergaven: readonly View[] = [overzicht, perOrganisatie];
