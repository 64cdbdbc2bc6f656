import type { Lezing } from '../../process/contract/contract.ts';
import {
  leads,
  naamVan,
  verantwoordelijke,
  eigenOrganisatie,
} from '../../process/feiten/deelnemers.ts';
import { kolom, rij, tabel, type Tabel } from '../../process/vormen/hoofdstuk.ts';
import { all, one } from '../../process/feiten/project.ts';
import { belangrijkste, genummerd, soortenTekst, typeTekst } from '../plan/maatregel.ts';
import { doel, maatregel, monitoring, naamVanOnderwerp } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { extraKnoppen } from './beoordeling.ts';
import { isSchrijfbaar } from './doelen.ts';
import { eigenKnoppen, RITMES } from './voortgang.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';

/** The extra measures that overleg 2 agreed. */
export function extraTabel({ project, lezer }: Lezing): Tabel {
  const mag = leads(lezer) && isSchrijfbaar(project);
  const namen = new Map(belangrijkste(project).map((found) => [found.id, genummerd(found, 120)]));
  return tabel('extra', 'Extra maatregelen', {
    kolommen: [
      kolom('Probleem', 'tekst', { breedte: 2 }),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      kolom('Wie'),
      kolom('Organisatie', 'tekst', { breedte: 1.5 }),
      kolom('Voor wie of wat', 'tekst', { breedte: 1.5 }),
      kolom('Type'),
    ],
    rijen: all(project, maatregel)
      .filter(({ facts }) => facts.aanvullend)
      .map((found) =>
        rij(
          found.id,
          [
            namen.get(found.facts.onderwerp) ?? naamVanOnderwerp(project, found.facts.onderwerp),
            found.texts.omschrijving,
            naamVan(project, found.facts.van),
            eigenOrganisatie(project, found.facts.van),
            soortenTekst(found),
            typeTekst(found),
          ],
          mag ? extraKnoppen(found) : [],
        ),
      ),
    leeg: 'Er zijn geen extra maatregelen afgesproken.',
  });
}

/** Who reports what, from when, how often (G10). */
export function monitoringTabel({ project, lezer }: Lezing): Tabel {
  const mag = leads(lezer) && isSchrijfbaar(project);
  return tabel('monitoring', 'Wie geeft wanneer wat door?', {
    kolommen: [
      kolom('Gegevens', 'tekst', { breedte: 4 }),
      kolom('Wie', 'tekst', { breedte: 1.5 }),
      kolom('Organisatie', 'tekst', { breedte: 1.5 }),
      kolom('Vanaf', 'datum'),
      kolom('Hoe vaak'),
      kolom('Doelen', 'tekst', { breedte: 3 }),
    ],
    rijen: all(project, monitoring).map(({ id, facts, texts }) => {
      const wie = verantwoordelijke(project, facts.wie)?.id ?? facts.wie;
      const doelen = facts.doelen.flatMap((of) => one(project, doel, of)?.texts.specifiek ?? []);
      return rij(
        id,
        [
          texts.gegevens,
          naamVan(project, wie),
          eigenOrganisatie(project, wie),
          facts.eerste,
          RITMES.find((ritme) => ritme.id === facts.ritme)?.tekst ?? facts.ritme,
          aaneengeregen(
            doelen.map((naam) => kortweg(naam)),
            '; ',
          ),
        ],
        mag ? eigenKnoppen(id) : [],
      );
    }),
    leeg: 'Er is nog niets afgesproken over de voortgang.',
  });
}
