import type { Lezing } from '../../../process/contract/contract.ts';
import { leads, voluitVan } from '../../../process/feiten/deelnemers.ts';
import { kolom, rij, tabel, type Deel, type Tabel } from '../../../process/vormen/hoofdstuk.ts';
import { antwoorden, draagvlak, weerwoordOp } from './draagvlak.ts';
import { redenen } from './zonder-reden.ts';
import { eersteVan, geordend } from './lijst-stand.ts';
import { vasteLijst } from '../regels/overleg1.ts';
import { puntenVan } from '../stemming/telling.ts';
import { gewichten, niveau } from '../stemming/volgorde.ts';
import { magStemmenTonen } from '../stemming/zicht.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** The priority list, or the proposed order, with the group's ratings of each (C18, C19). */
export function lijstTabel({ project }: Lezing): Tabel {
  const isFixed = vasteLijst(project) !== undefined;
  const eerst = eersteVan(project).length;
  const punten = puntenVan(project);
  const metStemmen = magStemmenTonen(project);
  const weight = gewichten(project);
  return tabel('prioriteitenlijst', isFixed ? 'Prioriteitenlijst' : 'Voorstel voor de volgorde', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Probleem', 'tekst', { breedte: 5 }),
      kolom('Wanneer'),
      ...(metStemmen ? [kolom('Stemmen', 'getal')] : []),
      kolom('Prioriteit', 'niveau'),
      kolom('Risico', 'niveau'),
      kolom('Keer genoemd', 'getal'),
    ],
    rijen: geordend(project).map((found, at) => {
      const { prioriteit, kans, typeringen } = weight(found);
      return rij(
        found.id,
        [
          at + 1,
          found.naam,
          isFixed ? (at < eerst ? 'Het eerst' : 'Daarna') : '',
          ...(metStemmen ? [punten(found)] : []),
          niveau(prioriteit),
          niveau(kans),
          typeringen,
        ],
        [{ titel: 'Bekijk', verb: 'probleem', args: { id: found.id } }],
      );
    }),
    leeg: 'Er zijn nog geen problemen.',
  });
}

/**
 * How broadly the list is carried; no answer is counted as no answer (C16). Only the projectleider reads who said what
 * (rule 16).
 */
export function akkoordDelen({ project, lezer }: Lezing): Deel[] {
  if (!vasteLijst(project)) return [];
  const { mensen, akkoord, niet, geen } = draagvlak(project);
  const nee = antwoorden(project).filter(({ facts }) => facts.antwoord === 'niet akkoord');
  const bezwaren = nee.map((found) => {
    const { reden } = found.texts;
    const gezegd = leads(lezer) ? aaneen`${voluitVan(project, found.facts.van)}: ${reden}` : reden;
    const antwoord = weerwoordOp(project, found);
    return antwoord === '' ? gezegd : aaneen`${gezegd}. Antwoord: ${antwoord}`;
  });
  return [
    {
      soort: 'kenmerken',
      kop: 'Draagvlak',
      paren: [
        { naam: 'Akkoord', waarde: akkoord === 0 ? 'nog niemand' : `${akkoord} van de ${mensen}` },
        { naam: 'Niet akkoord', waarde: String(niet) },
        { naam: 'Geen antwoord', waarde: String(geen) },
      ],
    },
    ...lijstje('Waarom dit later komt', redenen(project)),
    ...lijstje('Wat er volgens sommigen anders moet', bezwaren),
  ];
}
/** Sentences below each other; nothing where there are none. */
const lijstje = (kop: string, punten: readonly string[]): Deel[] =>
  punten.length === 0 ? [] : [{ soort: 'opsomming', kop, isGenummerd: false, punten, leeg: '' }];
