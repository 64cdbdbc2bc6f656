import type { Ctx, View } from '../../process/contract/contract.ts';
import {
  leads,
  leden,
  organisatieVan,
  organisatieSleutel,
  eigenOrganisatie,
} from '../../process/feiten/deelnemers.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Item } from '../../process/vormen/screen.ts';
import { belangrijkste, TYPES, type Genummerd } from '../plan/maatregel.ts';
import { maatregel, type Type } from '../plan/plan.ts';
import { nogOpen } from './antwoord.ts';
import { ALLE_MAATREGELEN } from './knoppen.ts';
import { isOpenVoor } from './moment.ts';
import { opsomming } from '../../process/taal/opsomming.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { hoeveelVan, type EenOfMeer, aantal } from '../../process/taal/woorden.ts';

/** What is missing in the inventory. */
export interface Hiaten {
  zonder: readonly Genummerd[];
  /** Onderwerpen with measures, but not of every type. */
  types: readonly { onderwerp: Genummerd; ontbreekt: readonly Type[] }[];
  /** One deelnemer of each organisatie that has not answered everywhere, with the number of open onderwerpen. */
  stil: readonly { lid: string; open: number }[];
  /** How many are asked, and what they are: who has no organisatie answers alone. */
  gevraagd: number;
  wat: EenOfMeer;
}

/** The gaps: problems without measures, missing types for each problem, organisaties that did not answer. */
export function hiaten(project: Project): Hiaten {
  const types = new Map<string, Set<Type>>();
  for (const { facts } of all(project, maatregel)) {
    types.set(facts.onderwerp, (types.get(facts.onderwerp) ?? new Set()).add(facts.type));
  }
  const eerst = belangrijkste(project);
  const open = nogOpen(project);
  const first = new Map<string, string>();
  for (const { id } of leden(project)) {
    const key = organisatieSleutel(project, id);
    if (!first.has(key)) first.set(key, id);
  }
  return {
    zonder: eerst.filter(({ id }) => !types.has(id)),
    types: eerst
      .filter(({ id }) => types.has(id))
      .map((onderwerp) => ({
        onderwerp,
        ontbreekt: TYPES.map(({ id }) => id).filter((id) => !types.get(onderwerp.id)?.has(id)),
      }))
      .filter(({ ontbreekt }) => ontbreekt.length > 0),
    stil: [...first.values()]
      .map((lid) => ({ lid, open: open(lid).length }))
      .filter(({ open: n }) => n > 0),
    gevraagd: first.size,
    wat: watZijn(project, [...first.values()]),
  };
}

const doorgeven = (ctx: Ctx, args: Record<string, string>, titel: string): Button[] =>
  isOpenVoor(ctx) ? [{ titel, verb: 'maatregel.doorgeven', args }] : [];

const weergave: View = {
  verb: 'hiaten',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const found = hiaten(ctx.project);
    const zonder = found.zonder.map(({ id, nr, naam }) =>
      item(
        kortweg(naam, 120),
        [`Probleem ${nr}`],
        doorgeven(ctx, { onderwerp: id }, 'Maatregel doorgeven'),
      ),
    );
    const types = found.types.map(({ onderwerp: { id, nr, naam }, ontbreekt }) =>
      item(
        kortweg(naam, 120),
        [`Probleem ${nr}`, aaneen`Nog niet: ${opsomming(ontbreekt)}.`],
        doorgeven(ctx, { onderwerp: id }, 'Maatregel doorgeven'),
      ),
    );
    return lijst(
      'Wat ontbreekt er?',
      [
        { kop: 'Problemen zonder maatregel', items: zonder },
        { kop: 'Soorten maatregelen die ontbreken', items: types },
        { kop: 'Organisaties', items: stille(ctx, found) },
      ],
      {
        uitleg: samengevat(ctx.project, found),
        knoppen: [ALLE_MAATREGELEN],
        pagina: ctx.args['pagina'],
      },
    );
  },
};

/** `organisaties`, as far as these people have one. */
function watZijn(project: Project, ids: readonly string[]): EenOfMeer {
  const los = ids.filter((id) => eigenOrganisatie(project, id) === '').length;
  if (los === 0) return ['organisatie', 'organisaties'];
  const samen = 'organisaties en losse deelnemers';
  return los === ids.length ? ['deelnemer', 'deelnemers'] : [samen, samen];
}

/** `2 van de 5 organisaties hebben bij elk probleem iets ingevuld` */
export function overalGereageerd({ stil, gevraagd, wat }: Hiaten): string {
  const telling = { n: gevraagd - stil.length, van: gevraagd };
  return `${hoeveelVan(telling, wat, ['heeft', 'hebben'])} bij elk probleem iets ingevuld`;
}

/** The organisaties that did not answer: names for the projectleider, a number for the group (rule 16). */
function stille(ctx: Ctx, found: Hiaten): Item[] {
  const { stil } = found;
  // Of no problem at all nobody answered, nor failed to.
  if (belangrijkste(ctx.project).length === 0) return [];
  const count = item(`${overalGereageerd(found)}.`);
  if (!leads(ctx.actor)) return [count];
  const names = stil.map(({ lid, open }) =>
    item(
      organisatieVan(ctx.project, lid),
      [`Bij ${aantal(open, 'probleem', 'problemen')} is nog niets ingevuld.`],
      doorgeven(ctx, { namens: lid }, 'Namens invoeren'),
    ),
  );
  return [count, ...names];
}

function samengevat(project: Project, { zonder, types, stil }: Hiaten): string[] {
  if (belangrijkste(project).length === 0)
    return ['Er is nog geen prioriteitenlijst.', 'Daarna zie je hier wat er nog ontbreekt.'];
  const complete = zonder.length === 0 && types.length === 0 && stil.length === 0;
  return complete ? ['Er ontbreekt niets.'] : [];
}

export const hiatenWeergaven: readonly View[] = [weergave];
