import type { View } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button } from '../../process/vormen/screen.ts';
import { isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { dateText } from '../../process/taal/time.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { vertrouwelijkRegel } from '../plan/lezers.ts';
import { belangrijkste, type Genummerd } from '../plan/maatregel.ts';
import { doel, naamVanOnderwerp } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import type { Doel } from './smart.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';

/** True while this step can be written. */
export const isSchrijfbaar = (project: Project) =>
  isGeopend(project, 'doelstellingen') && !isAfgerond(project);

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });

/** `Nu 40, doel 20 meldingen per maand`; empty without a number. */
export function norm({ facts, texts }: Doel): string {
  const { nu, doel: naar } = facts;
  const parts = [
    nu === null ? '' : `nu ${getal.format(nu)}`,
    naar === null ? '' : `doel ${getal.format(naar)}`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  const line = [parts.join(', '), texts.eenheid].filter((part) => part !== '').join(' ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** The lines below a goal, in the order S-M-A-R-T. Of one that is confidential others read only what it is for. */
export function doelRegels(project: Project, found: Doel): string[] {
  const { facts, texts } = found;
  const problemen = facts.onderwerpen.map((id) => kortweg(naamVanOnderwerp(project, id)));
  const waarvoor = problemen.length > 0 ? [`Probleem: ${aaneengeregen(problemen, '; ')}`] : [];
  if (isVerhuld(project, doel.name, found.id)) return waarvoor;
  return [
    ...waarvoor,
    `Meetbaar: ${texts.meetbaar}`,
    norm(found),
    texts.acceptabel && `Acceptabel: ${texts.acceptabel}`,
    texts.realistisch && `Realistisch: ${texts.realistisch}`,
    `Tijdgebonden: ${dateText(facts.wanneer)}`,
    ...vertrouwelijkRegel(project, doel, found),
  ].filter((regel) => regel !== '');
}

/** `Minder meldingen van overlast (Nu 40, doel 20 meldingen per maand), 1 juni 2027` */
export function doelKort(found: Doel, max = 80): string {
  const hoeveel = norm(found);
  const wat = kortweg(found.texts.specifiek, max);
  return `${wat}${hoeveel ? ` (${hoeveel})` : ''}, ${dateText(found.facts.wanneer)}`;
}

/** The priority problems without a goal. */
export function zonderDoel(project: Project): Genummerd[] {
  const linked = new Set(all(project, doel).flatMap(({ facts }) => facts.onderwerpen));
  return belangrijkste(project).filter(({ id }) => !linked.has(id));
}

const doelen: View = {
  verb: 'doelen',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project, actor, args }) => {
    const found = all(project, doel);
    const may = leads(actor) && isSchrijfbaar(project);
    const add = (onderwerp?: string): Button[] =>
      may
        ? [
            {
              titel: 'Doel toevoegen',
              verb: 'doel.toevoegen',
              ...(onderwerp ? { args: { onderwerp } } : {}),
            },
          ]
        : [];
    const items = found.map((goal) =>
      item(goal.texts.specifiek, doelRegels(project, goal), may ? eigenKnoppen(goal) : []),
    );
    const open = zonderDoel(project).map(({ id, nr, naam }) =>
      item(naam, [`Probleem ${nr}`], add(id)),
    );
    return lijst(
      'Wat willen wij bereiken?',
      [
        { kop: 'Doelen', items },
        { kop: 'Problemen zonder doel', items: open },
      ],
      {
        uitleg:
          found.length === 0
            ? ['Er zijn nog geen doelen. In overleg 2 spreken we af wat we willen bereiken.']
            : [],
        knoppen: [...add(), { titel: 'Maatregelen en oordeel', verb: 'beoordeling' }],
        pagina: args['pagina'],
      },
    );
  },
};

export const eigenKnoppen = ({ id }: Doel): Button[] => [
  { titel: 'Aanpassen', verb: 'doel.wijzigen', args: { id } },
  { titel: 'Intrekken', verb: 'doel.intrekken', args: { id }, stijl: 'destructive' },
  lezersKnop('doel.vertrouwelijk', id),
];

export const doelWeergaven: readonly View[] = [doelen];
