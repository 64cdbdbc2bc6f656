import { trajecten } from '../../src/process/contract/trajecten.ts';
import { describe, expect, it } from 'vitest';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { say } from '../../support/gezegd.ts';
import { planner } from '../../src/planner/index.ts';
import { drawFor } from '../../src/teams/cards/drawing.ts';
import { opened } from '../../src/answer/shown.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { groep } from '../../support/groep.ts';
import { fouten } from './geldig.ts';
import { elementen, isInput } from './kaarten.ts';

const MENSEN = 200;
/** Of the card as it goes over the line, in UTF-8. */
const MAX_BYTES = 28 * 1024;
const LAATSTE = `d${MENSEN}`;

/** A group of 200 in the overleg of step 2; every name and organisatie as long as it may be, with signs of two bytes. */
function grootsteGroep() {
  const world = groep('sanne');
  const identities = (id: string) => [{ tenant: 'gemeente', oid: id, teamsId: id }];
  const facts = { rol: 'deelnemer', status: 'lid', partner: 'politie', opvolger: '' } as const;
  for (let n = 2; n <= MENSEN; n++) {
    const id = `d${n}`;
    const texts = { naam: `${n} ${'Zoë '.repeat(29)}`, organisatie: 'Ü"'.repeat(60), functie: '' };
    world.said(id, [
      say(deelnemer, id, { ...facts, extern: false, identities: identities(id) }, texts),
    ]);
  }
  world.stap('probleem');
  world.overleg(1, ['sanne', LAATSTE]);
  return world;
}

describe('in a group of 200 with long names', () => {
  it.each([
    ['takes over the work', 'deelnemer.verwijderen', { id: 'd2' }, {}, 'opvolger'],
    ['leads the project', 'projectleider.overdragen', {}, {}, 'wie'],
    ['is deputy', 'plaatsvervanger.kiezen', {}, {}, 'wie'],
    ['does what was agreed', 'overleg.afspraak', {}, { wat: 'Een schouw.' }, 'wie'],
    [
      'does what came out of a line',
      'overleg.uitkomst',
      { nummer: '1', regel: 'opening' },
      { tekst: 'Een schouw.', soort: 'afspraak' },
      'wie',
    ],
  ])('everybody can be chosen as who %s, on a card that fits', (_, verb, args, rest, veld) => {
    const world = grootsteGroep();
    const ctx = world.ctx('sanne', args);
    const { screen, rev = 0 } = opened(planner.acties.get(verb)!, ctx);
    const style = {
      trajecten: trajecten(planner),
      forms: 'kaart',
      cards: 'teams',
      now: () => world.now,
    } as const;

    const card = drawFor(style, { ctx, verb, screen, nonce: 'nonce', rev }, 'eigen');

    const vraag = elementen(card).find((element) => isInput(element) && element['id'] === veld);
    const keuzes = vraag?.['choices'] as { value: string }[];
    const { velden } = screen as FormScreen;
    expect(velden[veld]?.keuzes.length).toBeGreaterThanOrEqual(MENSEN - 2);
    expect(keuzes.length).toBeLessThanOrEqual(40);
    expect(fouten(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(MAX_BYTES);
    expect(world.doet('sanne', verb, { ...rest, [veld]: LAATSTE }, args)).toMatchObject({
      accepted: true,
    });
  });
});
