import { isVanOrganisatie } from '../../process/feiten/deelnemers.ts';
import type { Beeld, Verzoek } from '../../process/contract/contract.ts';
import { ingekort } from '../../process/taal/opsomming.ts';
import { dateText } from '../../process/taal/time.ts';
import { numberInput } from '../../process/vormen/form.ts';
import { ONBEKEND } from '../../process/vormen/waarde.ts';
import { kolom, rij, tabel, type Deel, type Opsomming } from '../../process/vormen/hoofdstuk.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste } from '../plan/maatregel.ts';
import {
  capaciteitVan,
  isConcept,
  periode,
  type Capaciteit,
  type Doel,
} from '../plan/uitvoeringsmatrix.ts';
import { besluit, doel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { perEenheid } from './capaciteit.ts';
import { euro, ongedektVan, som, totaalTekst, totalen } from './geld.ts';
import { partijen, sleutelVan, standen, type Partij, type Stand } from './partijen.ts';

/** The most rows of each table on the one page; the plan holds all of them. */
const MAX_RIJEN = 8;
const MAX_PUNTEN = 5;
const MAX_TEKENS = 110;

/** What each opdrachtgever and organisatie is asked to decide about (rule 9). Empty while the rows are concept. */
export function akkoordverzoeken({ project: whole }: Beeld): Verzoek[] {
  const project = voorIedereen(whole);
  if (isConcept(project)) return [];
  const stand = standen(project);
  return partijen(project)
    .map((partij) => ({ partij, eigen: stand.filter((van) => besluitOver(van, partij)) }))
    .filter(({ eigen }) => eigen.length > 0)
    .map(({ partij, eigen }) => ({
      id: partij.id,
      naam: partij.naam,
      delen: delenVoor(project, partij, eigen),
      knoppen: [
        { titel: 'Besluit vastleggen', verb: 'besluit.vastleggen', args: { partij: partij.id } },
      ],
    }));
}

const besluitOver = ({ partijen: deciders }: Stand, { sleutel }: Partij) =>
  deciders.some((partij) => partij.sleutel === sleutel);

const delenVoor = (project: Project, partij: Partij, eigen: readonly Stand[]): Deel[] => [
  probleem(project),
  doelen(project, eigen),
  maatregelen(eigen),
  extra(project, partij, eigen),
  vraag(project, partij, eigen),
];

const lijst = (kop: string, punten: readonly string[], leeg: string): Opsomming => ({
  soort: 'opsomming',
  kop,
  isGenummerd: false,
  punten: ingekort(punten, MAX_PUNTEN, (n) => `En nog ${n}. Zie het plan.`),
  leeg,
});

const probleem = (project: Project) =>
  lijst(
    'Wat is het probleem?',
    belangrijkste(project).map(({ naam }) => kortweg(naam, MAX_TEKENS)),
    'De problemen staan in het plan.',
  );

/** The goals that these measures serve. */
function doelen(project: Project, eigen: readonly Stand[]): Opsomming {
  const onderwerpen = new Set(eigen.map(({ rij: { facts } }) => facts.onderwerp));
  const found = all(project, doel).filter(({ facts }) =>
    facts.onderwerpen.some((id) => onderwerpen.has(id)),
  );
  return lijst('Wat willen we bereiken?', found.map(doelZin), 'Er zijn nog geen doelen.');
}

/** `Minder meldingen: van 40 naar 20 meldingen per maand, op 1 december 2027` */
function doelZin({ facts, texts }: Doel): string {
  const { nu, doel: naar, wanneer } = facts;
  const eenheid = texts.eenheid === '' ? '' : ` ${texts.eenheid}`;
  const getal =
    naar === null
      ? ''
      : `: ${nu === null ? '' : `van ${numberInput(nu)} `}naar ${numberInput(naar)}${eenheid}`;
  return `${kortweg(texts.specifiek, MAX_TEKENS)}${getal}${wanneer === '' ? '' : `, op ${dateText(wanneer)}`}`;
}

/** The measures, with those that ask for more people or money first. */
function maatregelen(eigen: readonly Stand[]): Deel {
  const rows = [...eigen].sort((a, b) => Number(b.extra) - Number(a.extra));
  // A sum below a table must cover all rows, so a table with part of the rows has none.
  const isSom = rows.length <= MAX_RIJEN;
  return tabel(
    'maatregelen',
    isSom
      ? 'Om welke maatregelen gaat het?'
      : `Om welke maatregelen gaat het? ${MAX_RIJEN} van de ${rows.length}. Zie verder het plan`,
    {
      kolommen: [
        kolom('Maatregel', 'tekst', { breedte: 4 }),
        kolom('Wanneer', 'tekst', { breedte: 2 }),
        kolom('Kosten', 'bedrag', { isSom }),
        kolom('Extra geld', 'bedrag', { isSom }),
        kolom('Nog geen geld voor', 'bedrag', { isSom }),
      ],
      rijen: rows
        .slice(0, MAX_RIJEN)
        .map(({ rij: { id, facts, texts }, rij: found }) =>
          rij(id, [
            kortweg(texts.wat, MAX_TEKENS),
            periode(found) || ONBEKEND,
            facts.kosten,
            facts.extra,
            ongedektVan(found),
          ]),
        ),
      leeg: 'Er staan geen maatregelen in het plan.',
    },
  );
}

/** What is asked on top of what is done already: people and money, and the part of it that is not paid for yet. */
function extra(project: Project, partij: Partij, eigen: readonly Stand[]): Deel {
  const rows = eigen.map((stand) => stand.rij);
  const given = rows
    .flatMap((found) => capaciteitVan(project, found))
    .filter(isVan(project, partij));
  const meer = given.filter(({ facts }) => facts.extra);
  const geld = totalen(rows);
  return {
    soort: 'kenmerken',
    kop: 'Wat is er extra nodig?',
    paren: [
      { naam: 'Inzet', waarde: perEenheid(given) || 'geen opgegeven' },
      { naam: 'Waarvan extra inzet', waarde: perEenheid(meer) || 'geen' },
      { naam: 'Extra geld', waarde: totaalTekst(geld.extra) },
      { naam: 'Nog geen geld voor', waarde: totaalTekst(geld.ongedekt) },
    ],
  };
}

/** True for the capacity of this organisatie and, for an opdrachtgever, of all of them. */
const isVan =
  (project: Project, { id }: Partij) =>
  ({ facts }: Capaciteit) =>
    !id.startsWith('d.') || isVanOrganisatie(project, facts.van, id.slice(2));

function vraag(project: Project, partij: Partij, eigen: readonly Stand[]): Deel {
  const wacht = eigen.filter((van) => van.wacht.some(({ sleutel }) => sleutel === partij.sleutel));
  const eerder = all(project, besluit).filter(
    ({ facts }) => sleutelVan(project, facts.partij) === partij.sleutel,
  );
  return {
    soort: 'alinea',
    kop: 'Wat vragen we?',
    tekst:
      wacht.length === 0
        ? ['Over al deze maatregelen is al besloten. Dit is ter informatie.']
        : [
            `Gaat u akkoord met ${over(wacht)}?${geldZin(wacht)}`,
            'Kies: akkoord / niet akkoord / akkoord onder voorwaarden.',
            'Stelt u voorwaarden? Schrijf die op, met het zaaknummer.',
            ...(eerder.length > 0
              ? [`Eerder is al ${aantal(eerder.length, 'besluit', 'besluiten')} vastgelegd.`]
              : []),
          ],
  };
}

/**
 * What the measures ask for together. It says what is not known, because people who agree should know that it may become
 * more.
 */
function geldZin(wacht: readonly Stand[]): string {
  const bedrag = som(wacht.map(({ rij: { facts } }) => facts.extra));
  if (bedrag.onbekend > 0) return ` Extra geld: ${totaalTekst(bedrag)}.`;
  return bedrag.bekend > 0 ? ` Daarvoor is ${euro(bedrag.bekend)} extra nodig.` : '';
}

function over(wacht: readonly Stand[]): string {
  const extraNodig = wacht.filter((stand) => stand.extra).length;
  const samen = wacht.length === 1 ? 'deze maatregel' : `deze ${wacht.length} maatregelen`;
  if (extraNodig === 0 || wacht.length === 1) return samen;
  const isZeker = wacht.every((stand) => stand.extra || stand.rij.facts.extra !== null);
  return `${samen}, waarvan ${isZeker ? '' : 'zeker '}${extraNodig} met extra inzet of geld`;
}
