import type { Lezing } from '../contract/contract.ts';
import { leads } from '../feiten/deelnemers.ts';
import { isGestart, profielVan } from '../feiten/gegevens.ts';
import type { Figuur, Hoofdstuk } from '../vormen/hoofdstuk.ts';
import { naamVanOverleg, overleggenIn, overlegNaam } from '../contract/overleggen.ts';
import type { Args } from '../vormen/screen.ts';
import { dateOf } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { hoofdstukkenVan } from '../weergaven/hoofdstukken.ts';
import { posterVan } from '../weergaven/poster.ts';
import { agendaVan, overlegAgenda } from './agenda.ts';
import { akkoordStuk, verzoekenVan } from './akkoordverzoek.ts';
import type { Klus } from './klus.ts';
import { gehouden, notulenStuk } from './notulen.ts';
import { lezingVoor, planStuk } from './plan.ts';

/** One file that a person can have now. */
export interface Aanbod {
  /** What a button or link asks for; a claim when it comes back. */
  readonly vraag: Args;
  readonly kop: 'Het plan' | 'Overleggen' | 'Verzoeken om akkoord' | 'Plaatjes';
  readonly titel: string;
  /** `Word`, `Excel`, … */
  readonly vorm: string;
  /** The chapters to choose from; empty where there is no choice. */
  readonly hoofdstukken: readonly { id: string; titel: string }[];
  /** True where the reader may ask for what only some people may read. */
  readonly kanVertrouwelijk: boolean;
}

/** All files for this reader now; empty for people who do not take part. */
export function aanbodVan(lezing: Lezing): Aanbod[] {
  if (!doetMee(lezing)) return [];
  const open = hoofdstukkenVan(lezingVoor(lezing, false));
  return [
    {
      ...aanbod('Het plan', { titel: 'Plan', vorm: 'Word', vraag: { soort: 'plan' } }),
      kanVertrouwelijk: true,
      hoofdstukken: open.map(({ id, titel }) => ({ id, titel })),
    },
    aanbod('Het plan', {
      titel: 'Alle tabellen',
      vorm: 'Excel',
      vraag: { soort: 'tabellen' },
      kanVertrouwelijk: true,
    }),
    aanbod('Overleggen', {
      titel: 'Overleggen en deadlines',
      vorm: 'Agenda',
      vraag: { soort: 'agenda' },
    }),
    ...overleggen(lezing),
    ...verzoeken(lezing),
    aanbod('Plaatjes', {
      titel: 'Het plan op één bladzijde',
      vorm: 'Plaatje',
      vraag: { soort: 'poster' },
    }),
    aanbod('Plaatjes', {
      titel: 'Het plan op één bladzijde, om te printen',
      vorm: 'SVG',
      vraag: { soort: 'poster-druk' },
    }),
    ...figurenIn(open).map(({ vraag, figuur }) =>
      aanbod('Plaatjes', { titel: figuur.kop, vorm: 'Plaatje', vraag }),
    ),
  ];
}

const doetMee = ({ lezer, project }: Lezing) => lezer.facts.status === 'lid' && isGestart(project);

const aanbod = (
  kop: Aanbod['kop'],
  rest: Pick<Aanbod, 'titel' | 'vorm' | 'vraag'> & Partial<Aanbod>,
): Aanbod => ({ kop, kanVertrouwelijk: false, hoofdstukken: [], ...rest });

const overleggen = (lezing: Lezing): Aanbod[] => [
  ...overleggenIn(lezing)
    .filter(
      ({ id, found }) => found.facts.begonnen === '' && overlegAgenda(lezing, id) !== undefined,
    )
    .map((een) =>
      aanbod('Overleggen', {
        titel: overlegNaam(een),
        vorm: 'Agenda',
        vraag: { soort: 'overleg', id: een.id },
      }),
    ),
  ...gehouden(lezing).map(({ id }) =>
    aanbod('Overleggen', {
      titel: `Verslag van ${naamVanOverleg(lezing, id)}`,
      vorm: 'Word',
      vraag: { soort: 'verslag', id },
      kanVertrouwelijk: true,
    }),
  ),
];

/** Requests for a decision, which the projectleider sends. */
const verzoeken = (lezing: Lezing): Aanbod[] =>
  leads(lezing.lezer)
    ? verzoekenVan(lezing).map(({ id, naam }) =>
        aanbod('Verzoeken om akkoord', {
          titel: naam,
          vorm: 'Word',
          vraag: { soort: 'akkoordverzoek', id },
        }),
      )
    : [];

/** Holds only what everybody may read, because a picture is passed on easily. */
const figurenIn = (hoofdstukken: readonly Hoofdstuk[]): { vraag: Args; figuur: Figuur }[] =>
  hoofdstukken.flatMap(({ id, delen }) =>
    delen.flatMap((deel) =>
      deel.soort === 'figuur' && deel.prent.vorm === 'rooster'
        ? [{ vraag: { soort: 'figuur', id: `${id}.${deel.id}` }, figuur: deel }]
        : [],
    ),
  );

/**
 * The work for the file asked for; undefined when this reader may not have it, or when it does not exist (any more).
 * Chapters are computed at most once, because others wait meanwhile.
 */
export function klusVan(lezing: Lezing, vraag: Args): Klus | undefined {
  if (!doetMee(lezing)) return undefined;
  const soort: string = vraag['soort'] ?? '';
  const id = vraag['id'] ?? '';
  const metVertrouwelijk = vraag['vertrouwelijk'] === 'ja';
  if (id !== '') return klusOver(lezing, soort, id, metVertrouwelijk);
  const { naam } = profielVan(lezing.project).texts;
  const dag = dateOf(lezing.now);
  const hoofdstukken = (vraag['hoofdstukken'] ?? '').split(',').filter((gekozen) => gekozen !== '');
  const stuk = () => planStuk(lezing, { hoofdstukken, metVertrouwelijk });
  switch (soort) {
    case 'plan':
      return { soort: 'word', naam: ['Plan', naam, dag], stuk: stuk() };
    case 'tabellen':
      return { soort: 'excel', naam: ['Tabellen', naam, dag], stuk: stuk() };
    case 'agenda':
      return { soort: 'agenda', naam: ['Agenda', naam], agenda: agendaVan(lezing) };
    case 'poster':
    case 'poster-druk': {
      const poster = posterVan({ ...lezing, project: voorIedereen(lezing.project) });
      const als = soort === 'poster' ? 'png' : 'svg';
      return { soort: 'poster', naam: ['Plan-in-beeld', naam, dag], poster, als };
    }
    default:
      return undefined;
  }
}

/** The work for a file about one thing. */
function klusOver(
  lezing: Lezing,
  soort: string,
  id: string,
  metVertrouwelijk: boolean,
): Klus | undefined {
  const { naam } = profielVan(lezing.project).texts;
  switch (soort) {
    case 'overleg': {
      const agenda = overlegAgenda(lezing, id);
      return agenda && { soort: 'agenda', naam: [agenda.naam], agenda };
    }
    case 'verslag': {
      const stuk = notulenStuk(lezing, id, metVertrouwelijk);
      return stuk && { soort: 'word', naam: [stuk.titel, naam], stuk };
    }
    case 'akkoordverzoek': {
      const stuk = leads(lezing.lezer) ? akkoordStuk(lezing, id) : undefined;
      return stuk && { soort: 'word', naam: [stuk.titel, naam], stuk };
    }
    case 'figuur': {
      const open = hoofdstukkenVan(lezingVoor(lezing, false));
      const found = figurenIn(open).find((plaatje) => plaatje.vraag['id'] === id);
      return found && { soort: 'figuur', naam: [found.figuur.kop, naam], figuur: found.figuur };
    }
    default:
      return undefined;
  }
}
