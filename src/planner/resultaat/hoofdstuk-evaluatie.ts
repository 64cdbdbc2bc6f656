import type { Lezing } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import {
  kolom,
  rij,
  tabel,
  type Deel,
  type Opsomming,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { all, one } from '../../process/feiten/project.ts';
import { hoofdletter } from '../../process/taal/woorden.ts';
import { laatsteVoortgang, regels, statusTekst } from '../plan/uitvoeringsmatrix.ts';
import { metingenVan } from '../plan/metingen.ts';
import { aanbeveling, uitgevoerd, verbeterpunt } from '../plan/plan.ts';
import { LEIDING, vervolgRegels } from './evaluatie-overzicht.ts';
import { OPMERKINGEN_SAMEN, opmerkingen, samenwerkingRegels } from './samenwerking.ts';
import { geevalueerd } from './stand.ts';

const NOG_NIET = 'Nog niet besproken';

/** For each goal: reached or not, satisfied or not, and why (J2). */
export function evaluatieTabel({ project, lezer }: Lezing): Tabel {
  const mag = leads(lezer) && !isAfgerond(project);
  return tabel('evaluatie', 'Hebben we onze doelen bereikt?', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Doel', 'tekst', { breedte: 4 }),
      kolom('Bij de start', 'getal'),
      kolom('Streefgetal', 'getal'),
      kolom('Gemeten', 'getal'),
      kolom('Bereikt'),
      kolom('Tevreden'),
      kolom('Hoe gemeten', 'tekst', { breedte: 3 }),
      kolom('Waarom', 'tekst', { breedte: 3 }),
    ],
    rijen: geevalueerd(project).map(({ doel: found, evaluatie: said }, at) =>
      rij(
        found.id,
        [
          at + 1,
          found.texts.specifiek,
          found.facts.nu,
          found.facts.doel,
          metingenVan(project, found.id).at(-1)?.facts.waarde ?? null,
          said ? hoofdletter(said.facts.bereikt) : NOG_NIET,
          said ? hoofdletter(said.facts.tevreden) : '',
          said?.texts.gemeten ?? '',
          said?.texts.waarom ?? '',
        ],
        mag ? LEIDING.doel(found) : [],
      ),
    ),
    leeg: 'Er zijn geen doelen.',
    isLiggend: true,
  });
}

/** Did we do what we agreed? (K3) */
export function uitgevoerdTabel({ project }: Lezing): Tabel {
  const last = laatsteVoortgang(project);
  return tabel('uitgevoerd', 'Hebben we gedaan wat we hebben afgesproken?', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      kolom('Uitgevoerd'),
      kolom('Laatste stand', 'tekst', { breedte: 1.5 }),
      kolom('Waarom', 'tekst', { breedte: 3 }),
    ],
    rijen: regels(project).map(({ id, texts }, at) => {
      const said = one(project, uitgevoerd, id);
      return rij(id, [
        at + 1,
        texts.wat,
        said ? hoofdletter(said.facts.uitgevoerd) : NOG_NIET,
        statusTekst(last.get(id)),
        said?.texts.toelichting ?? '',
      ]);
    }),
    leeg: 'Er staan geen maatregelen in de matrix.',
  });
}

/** The figure of the whole group and what was said, never who gave which grade or said what (rule 16). */
export function samenwerkingDelen({ project }: Lezing): Deel[] {
  const said = opmerkingen(project);
  return [
    {
      soort: 'alinea',
      kop: 'Hoe beoordelen wij onze samenwerking?',
      tekst: samenwerkingRegels(project),
    },
    ...(said.length > 0
      ? [
          {
            soort: 'opsomming',
            kop: OPMERKINGEN_SAMEN,
            isGenummerd: false,
            punten: said.map((opmerking) => `“${opmerking}”`),
            leeg: '',
          } as const,
        ]
      : []),
  ];
}

const punten = (
  kop: string,
  found: readonly { texts: { tekst: string } }[],
  leeg: string,
): Opsomming => ({
  soort: 'opsomming',
  kop,
  isGenummerd: false,
  punten: found.map(({ texts }) => texts.tekst),
  leeg,
});

export const verbeterLijst = ({ project }: Lezing): Opsomming =>
  punten(
    'Mogelijke verbeterpunten',
    all(project, verbeterpunt),
    'Er zijn nog geen verbeterpunten.',
  );

export const aanbevelingenLijst = ({ project }: Lezing): Opsomming =>
  punten(
    'Aanbevelingen voor het komende halfjaar',
    all(project, aanbeveling),
    'Er zijn nog geen aanbevelingen.',
  );

export function vervolgDelen({ project }: Lezing): Deel[] {
  const tekst = vervolgRegels(project);
  return tekst.length === 0 ? [] : [{ soort: 'alinea', kop: 'Hoe gaan we verder?', tekst }];
}
