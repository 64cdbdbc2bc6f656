import { describe, expect, it } from 'vitest';
import {
  heeftStrijd,
  isElders,
  isVuil,
  kies,
  voegIn,
  type Concept,
} from '../../src/tab/client/overleg/concept.ts';

const BASIS = { tekst: 'Zo.', soort: 'besluit', wie: '' };

const concept = (nu: Record<string, string> = {}): Concept => ({
  ...{ punt: 'overleg1.opening', vraag: { project: 'p', verb: 'v', args: {} }, nonce: 'n' },
  ...{ rev: 5, basis: { ...BASIS }, nu: { ...BASIS, ...nu }, anders: {}, door: '' },
  ...{ staat: 'stil', verzonden: [], melding: '', fouten: {}, magToch: false },
});

describe('an outcome that two people write', () => {
  it('takes over what the other wrote in a field that nobody touched here', () => {
    const own = concept({ wie: 'd3' });

    voegIn(own, { ...BASIS, tekst: 'Zo en niet anders.' }, 7, 'Sanne');

    expect(own.nu).toEqual({ tekst: 'Zo en niet anders.', soort: 'besluit', wie: 'd3' });
    expect([heeftStrijd(own), isVuil(own), own.rev]).toEqual([false, true, 7]);
  });

  it('keeps both texts where both wrote, until somebody chooses', () => {
    const own = concept({ tekst: 'Van mij.' });

    voegIn(own, { ...BASIS, tekst: 'Van haar.' }, 7, 'Sanne');
    expect([own.nu['tekst'], own.anders['tekst'], own.door]).toEqual([
      'Van mij.',
      'Van haar.',
      'Sanne',
    ]);

    const other = structuredClone(own);
    kies(own, 'tekst', false);
    expect([own.nu['tekst'], heeftStrijd(own), isVuil(own)]).toEqual(['Van mij.', false, true]);
    kies(other, 'tekst', true);
    expect([other.nu['tekst'], isVuil(other)]).toEqual(['Van haar.', false]);
  });

  it('does not take away the space that somebody has just typed', () => {
    const own = concept({ tekst: 'Zo. ' });

    voegIn(own, { ...BASIS, tekst: 'Zo.' }, 5, '');

    expect([own.nu['tekst'], isVuil(own)]).toEqual(['Zo. ', false]);
  });

  it('is what its own writer stored of it from a window, whatever stood here or was asked', () => {
    const own = concept({ tekst: 'Nog niet af.' });
    voegIn(own, { ...BASIS, tekst: 'Van haar.' }, 7, 'Sanne');
    own.fouten = { wie: 'Kies wie.' };
    const sent = { tekst: 'Af.', soort: 'afspraak', wie: 'd50' };

    isElders(own, { ...sent, 'blad.mensen': '2' }, 9);
    expect([own.nu, own.basis, own.fouten, own.rev]).toEqual([sent, sent, {}, 9]);
    expect([heeftStrijd(own), isVuil(own), own.staat]).toEqual([false, false, 'opgeslagen']);

    voegIn(own, sent, 9, 'Ik');
    expect([own.nu, isVuil(own)]).toEqual([sent, false]);
  });

  it('is not put back by a page that was asked for before the last save', () => {
    const own = concept({ tekst: 'Nieuw.' });
    own.basis = { ...own.nu };
    own.rev = 9;

    voegIn(own, BASIS, 5, 'Sanne');

    expect([own.nu['tekst'], heeftStrijd(own)]).toEqual(['Nieuw.', false]);
  });

  it('goes on from what arrived without an answer, as from one’s own', () => {
    const own = concept({ tekst: 'Van mij, en meer.' });
    own.verzonden = [{ ...BASIS, tekst: 'Van mij.' }];

    voegIn(own, { ...BASIS, tekst: 'Van mij.' }, 7, 'Fatima');
    expect([own.nu['tekst'], heeftStrijd(own), isVuil(own)]).toEqual([
      ...['Van mij, en meer.', false, true],
    ]);

    voegIn(own, { ...BASIS, tekst: 'Van haar.' }, 8, 'Sanne');
    expect([own.anders['tekst'], own.nu['tekst']]).toEqual(['Van haar.', 'Van mij, en meer.']);
  });

  it('both write the same, and there is nothing to choose', () => {
    const own = concept({ tekst: 'Eens.' });

    voegIn(own, { ...BASIS, tekst: 'Eens.' }, 7, 'Sanne');

    expect([heeftStrijd(own), isVuil(own)]).toEqual([false, false]);
  });
});
