import type { LiveKaart } from '../../src/process/vormen/live-kaart.ts';
import { drawCard } from '../../src/teams/cards/cards.ts';
import { liveData } from '../../src/teams/cards/live.ts';
import { CONTEXT } from '../../support/getekend/kaarten.ts';

/** The live card as it is sent, as text. */
export const opDeKaart = (kaart: LiveKaart): string =>
  JSON.stringify(drawCard('stap', liveData(kaart, '', []), CONTEXT));
