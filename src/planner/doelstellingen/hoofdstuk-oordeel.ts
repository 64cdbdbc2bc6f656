import type { Lezing } from '../../process/contract/contract.ts';
import { organisatieVan } from '../../process/feiten/deelnemers.ts';
import { kolom, rij, tabel, type Tabel } from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { one } from '../../process/feiten/project.ts';
import { hoofdletter } from '../../process/taal/woorden.ts';
import { belangrijkste, genummerd, huidigeMaatregelen } from '../plan/maatregel.ts';
import { genoeg, naamVanOnderwerp, oordeel } from '../plan/plan.ts';
import { magOordelen } from './beoordeling.ts';
import { beoordeelKnop, GENOEG } from './oordeel.ts';

/** For each problem: is it enough, do we go on like this, or is more needed? (F3) */
export function genoegTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const mag = magOordelen(wieLeest(lezing));
  return tabel('genoeg', 'Oordeel per probleem', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Probleem', 'tekst', { breedte: 4 }),
      kolom('Is het genoeg?', 'tekst', { breedte: 1.5 }),
      kolom('Toelichting', 'tekst', { breedte: 4 }),
    ],
    rijen: belangrijkste(project).map((onderwerp) => {
      const found = one(project, genoeg, onderwerp.id);
      const woord = GENOEG.find(({ id }) => id === found?.facts.oordeel)?.tekst;
      return rij(
        onderwerp.id,
        [
          onderwerp.nr,
          onderwerp.naam,
          woord ?? 'Nog niet beoordeeld',
          found?.texts.toelichting ?? '',
        ],
        mag ? [beoordeelKnop(onderwerp)] : [],
      );
    }),
    leeg: 'Er is nog geen prioriteitenlijst.',
  });
}

/** For each current measure: go on, adjust or stop. */
export function oordeelTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const mag = magOordelen(wieLeest(lezing));
  const namen = new Map(belangrijkste(project).map((found) => [found.id, genummerd(found, 120)]));
  return tabel('oordelen', 'Oordeel per maatregel', {
    kolommen: [
      kolom('Probleem', 'tekst', { breedte: 2 }),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      kolom('Organisatie', 'tekst', { breedte: 1.5 }),
      kolom('Oordeel'),
      kolom('Toelichting', 'tekst', { breedte: 3 }),
    ],
    rijen: huidigeMaatregelen(project).map((found) => {
      const said = one(project, oordeel, found.id);
      return rij(
        found.id,
        [
          namen.get(found.facts.onderwerp) ?? naamVanOnderwerp(project, found.facts.onderwerp),
          found.texts.omschrijving,
          organisatieVan(project, found.facts.van),
          said ? hoofdletter(said.facts.oordeel) : 'Nog geen oordeel',
          said?.texts.toelichting ?? '',
        ],
        mag ? [{ titel: 'Oordeel geven', verb: 'maatregel.oordeel', args: { id: found.id } }] : [],
      );
    }),
    leeg: 'Er zijn nog geen maatregelen.',
  });
}
