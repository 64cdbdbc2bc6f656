import type { Lezing } from '../contract/contract.ts';
import { naamVanOverleg } from '../contract/overleggen.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { naamVan, eigenOrganisatie } from '../feiten/deelnemers.ts';
import { kolom, rij, tabel, type Hoofdstuk, type Rij } from '../vormen/hoofdstuk.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { afspraak, isLeesbaar, openAfspraken } from '../feiten/overleg.ts';
import { all } from '../feiten/project.ts';
import { afspraakKnoppen, doet } from './overzicht.ts';

/** The afspraken of all overleggen, open ones first (rule 13). */
export function afsprakenHoofdstuk(lezing: Lezing): Hoofdstuk {
  const { project } = lezing;
  const klaar = all(project, afspraak).filter(({ facts }) => facts.klaar);
  return {
    id: 'afspraken',
    titel: 'Afspraken',
    inleiding: '',
    delen: [
      tabel('afspraken', 'Afspraken', {
        kolommen: [
          kolom('Wat', 'tekst', { breedte: 4 }),
          kolom('Wie'),
          kolom('Organisatie'),
          kolom('Wanneer', 'datum'),
          kolom('Stand'),
          kolom('Gemaakt in'),
        ],
        rijen: [...openAfspraken(project), ...klaar].map((found) => alsRij(lezing, found)),
        leeg: 'Er zijn nog geen afspraken.',
      }),
    ],
    knoppen: [KNOP.afspraak],
  };
}

function alsRij(
  { project, traject, lezer }: Lezing,
  found: ReturnType<typeof openAfspraken>[number],
): Rij {
  const { id, facts, texts } = found;
  const knoppen = afspraakKnoppen(project, lezer, found);
  const stand = facts.klaar ? 'Klaar' : 'Nog te doen';
  if (!isLeesbaar(project, lezer, found))
    return rij(id, ['Een vertrouwelijke afspraak', '', '', '', stand, ''], knoppen);
  const wie = facts.wie === '' ? '' : doet(project, facts.wie);
  return rij(
    id,
    [
      texts.wat,
      wie === '' ? '' : naamVan(project, wie),
      eigenOrganisatie(project, wie),
      facts.wanneer,
      stand,
      facts.overleg === '' ? '' : hoofdletter(naamVanOverleg({ project, traject }, facts.overleg)),
    ],
    knoppen,
  );
}
