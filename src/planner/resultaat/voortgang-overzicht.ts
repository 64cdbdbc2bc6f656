import type { View } from '../../process/contract/contract.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { isVan, leads, naamVan } from '../../process/feiten/deelnemers.ts';
import { numberInput } from '../../process/vormen/form.ts';
import { GRAFIEK } from '../../process/vormen/grenzen.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import type { Wie } from '../../process/contract/lezing.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Grafiek, type Item } from '../../process/vormen/screen.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { dateText } from '../../process/taal/time.ts';
import {
  eigenRegels,
  laatsteVoortgang,
  regels,
  statusTekst,
  trekkerVan,
  type Doel,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { vertrouwelijkRegel } from '../plan/lezers.ts';
import { doel, meting, voortgang as voortgangKind } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { deelVan, metingenVan } from '../plan/metingen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { nogNietTeZien } from '../plan/nog-niet.ts';
import { EVALUATIE, VOORTGANG_DOORGEVEN } from './knoppen.ts';
import { doelStand } from './stand.ts';

/** The progress of every row. */
export function voortgangItems(
  project: Project,
  knoppen: (rij: string) => readonly Button[] = () => [],
): Item[] {
  const last = laatsteVoortgang(project);
  return regels(project).map((rij) => {
    const found = last.get(rij.id);
    return item(
      rij.texts.wat,
      [
        `${statusTekst(found)}. Trekker: ${trekkerVan(project, rij)}`,
        ...(found?.texts.opmerking ? [`Opmerking: ${found.texts.opmerking}`] : []),
        ...(found ? vertrouwelijkRegel(project, voortgangKind, found) : []),
      ],
      knoppen(rij.id),
    );
  });
}

/** Every goal, from its start to its norm to what was measured. */
export function doelItems(
  project: Project,
  knoppen: (found: Doel) => readonly Button[] = () => [],
): Item[] {
  return all(project, doel).map((found) => {
    const last = metingenVan(project, found.id).at(-1);
    return item(
      found.texts.specifiek,
      [
        doelStand(project, found),
        ...(last?.texts.opmerking ? [`Opmerking: ${last.texts.opmerking}`] : []),
        ...(last ? vertrouwelijkRegel(project, meting, last) : []),
      ],
      knoppen(found),
    );
  });
}

const voortgang: View = {
  verb: 'voortgang',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, actor, args } = ctx;
    if (!isGeopend(project, 'resultaat')) return resultaatNogNiet('Voortgang');
    const isLeeg = regels(project).length === 0;
    const magMelden = magDoorgeven({ project });
    const eigen = new Set(eigenRegels(project, actor).map(({ id }) => id));
    const melden = meldKnoppen(ctx);
    const meten = (found: Doel): Button[] => (magMelden ? meetKnoppen(ctx, found) : []);
    return lijst(
      'Hoe gaat het met de maatregelen en doelen?',
      [
        { kop: 'Maatregelen', items: voortgangItems(project, melden) },
        { kop: 'Doelen', items: doelItems(project, meten) },
      ],
      {
        pagina: args['pagina'],
        grafiek: grafiek(project),
        uitleg: isLeeg
          ? ['Er staan geen maatregelen in de matrix. Zet ze er eerst in, bij Wie doet wat.']
          : [],
        knoppen: [
          ...(isLeeg ? [MATRIX] : []),
          ...(magMelden && eigen.size > 0 ? [VOORTGANG_DOORGEVEN] : []),
          ...(leads(actor) && !isAfgerond(project)
            ? [{ titel: 'Volgend voortgangsmoment', verb: 'voortgang.moment' }]
            : []),
          EVALUATIE,
        ],
      },
    );
  },
};

/** How far goals are that were measured, in percent. */
function grafiek(project: Project): Grafiek | undefined {
  const punten = all(project, doel).flatMap((found) => {
    const waarde = metingenVan(project, found.id).at(-1)?.facts.waarde ?? null;
    const deel = deelVan(found.facts, waarde);
    if (deel === null) return [];
    const procent = Math.round(100 * deel);
    const naam = kortweg(found.texts.specifiek, GRAFIEK.tekens);
    return [{ naam, waarde: procent, zin: `${procent} procent van het doel` }];
  });
  return punten.length === 0
    ? undefined
    : {
        soort: 'staven',
        titel: 'Hoe ver zijn de doelen? (procent)',
        punten: punten.slice(0, GRAFIEK.staven),
      };
}

/** True while news about rows and goals is welcome, asked for or not. */
export const magDoorgeven = ({ project }: Pick<Wie, 'project'>) =>
  isGeopend(project, 'resultaat') && !isAfgerond(project);

/** What a person can do with a row: report about their own, or about any as projectleider. */
export function meldKnoppen(wie: Wie): (rij: string) => Button[] {
  const { project, actor } = wie;
  const mag = magDoorgeven(wie);
  const eigen = new Set(eigenRegels(project, actor).map(({ id }) => id));
  const last = laatsteVoortgang(project);
  const lezers = (found: Voortgang | undefined): Button[] =>
    found && !isAfgerond(project) && isVan(project, actor, found.facts.van)
      ? [lezersKnop('voortgang.vertrouwelijk', found.id)]
      : [];
  return (rij) => [
    ...(mag && (leads(actor) || eigen.has(rij))
      ? [{ titel: 'Doorgeven', verb: 'voortgang.melden', args: { regel: rij } }]
      : []),
    ...lezers(last.get(rij)),
  ];
}

/** Everybody can add a value, and change or withdraw their own last one. */
export function meetKnoppen(
  { project, actor }: Pick<Wie, 'project' | 'actor'>,
  found: Doel,
): Button[] {
  const own = metingenVan(project, found.id).findLast(({ facts }) =>
    isVan(project, actor, facts.van),
  );
  return [
    { titel: 'Meting doorgeven', verb: 'meting.invoeren', args: { doel: found.id } },
    ...(own
      ? [
          lezersKnop('meting.vertrouwelijk', own.id),
          { titel: 'Mijn meting aanpassen', verb: 'meting.invoeren', args: { id: own.id } },
          {
            titel: 'Mijn meting intrekken',
            verb: 'meting.intrekken',
            args: { id: own.id },
            stijl: 'destructive' as const,
          },
        ]
      : []),
  ];
}

/** All measured values, for the plan. */
export const metingItems = (project: Project): Item[] =>
  all(project, doel).flatMap((found) =>
    metingenVan(project, found.id).map(({ facts, texts }) =>
      item(`${numberInput(facts.waarde)} ${found.texts.eenheid}`.trim(), [
        `${dateText(facts.datum)}, door ${naamVan(project, facts.van)}`,
        ...(texts.opmerking ? [texts.opmerking] : []),
      ]),
    ),
  );

/** What these views say before step 6. */
export const resultaatNogNiet = (titel: string) =>
  nogNietTeZien(titel, 'Je ziet dit als stap 6 begint.');

export const voortgangWeergaven: readonly View[] = [voortgang];
