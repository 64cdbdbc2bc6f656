import type { Lezing } from '../../process/contract/contract.ts';
import type { Hoofdstuk } from '../../process/vormen/hoofdstuk.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { draagvlakZinnen } from './lijst/draagvlak.ts';
import { STAP } from './regels/eigen.ts';
import { akkoordDelen, lijstTabel } from './lijst/hoofdstuk-lijst.ts';
import { matrixFiguur, problemenTabel } from './invoer/hoofdstuk-problemen.ts';
import { clusterTabel, doeiTabel, verbandLijst } from './clusters/hoofdstuk-samen.ts';
import { stemDelen } from './stemming/hoofdstuk-stemming.ts';
import { gereageerdZin, tellingZin } from './kaart.ts';
import {
  AKKOORD,
  DOEI,
  OORZAAK_EN_GEVOLG,
  PRIORITEITEN,
  SAMENVOEGEN,
  UITSLAG,
} from './regels/knoppen.ts';
import { DOORGEVEN, VASTSTELLEN } from '../plan/knoppen.ts';
import { vasteLijst } from './regels/overleg1.ts';

/** The problems that people gave (C12), and what overleg 1 made of them. */
export const hoofdstukken = (lezing: Lezing): Hoofdstuk[] =>
  isGeopend(lezing.project, STAP) ? [problemen(lezing), prioriteiten(lezing)] : [];

const problemen = (lezing: Lezing): Hoofdstuk => ({
  id: 'probleem',
  titel: 'Wat is het probleem?',
  inleiding: `${tellingZin(lezing.project)} ${gereageerdZin(lezing)}`.trim(),
  delen: [
    matrixFiguur(lezing),
    problemenTabel(lezing),
    clusterTabel(lezing),
    verbandLijst(lezing),
    doeiTabel(lezing),
  ],
  knoppen: [
    DOORGEVEN,
    DOEI,
    SAMENVOEGEN,
    OORZAAK_EN_GEVOLG,
    { titel: 'Laat de risicomatrix zien', verb: 'beeld', args: { wat: 'risicomatrix' } },
  ],
});

const prioriteiten = (lezing: Lezing): Hoofdstuk => ({
  id: 'prioriteiten',
  titel: 'Wat pakken we het eerst aan?',
  inleiding: vasteLijst(lezing.project)
    ? draagvlakZinnen(lezing.project).join(' ')
    : 'Er is nog geen prioriteitenlijst. Dit is een voorstel voor de volgorde.',
  delen: [lijstTabel(lezing), ...akkoordDelen(lezing), ...stemDelen(lezing)],
  knoppen: [PRIORITEITEN, VASTSTELLEN, AKKOORD, UITSLAG],
});
