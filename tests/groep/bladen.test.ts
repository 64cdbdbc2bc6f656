import { describe, expect, it } from 'vitest';
import {
  inputsOp,
  keuzes,
  knoppenOp,
  staatBij,
  standing,
  textOf,
} from '../../support/voorbeeld/kaart.ts';
import type { AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Lid } from '../../support/world.ts';
import { eenWereld, start, titels, vult } from './hulp.ts';

const world = eenWereld();

/** Turns to the other people, with the form as it stands, or with this list ticked. */
const blader = (lid: Lid, form: AnyCard, inputs: Record<string, string> = {}) =>
  lid.drukt(
    titels(form).find((titel) => titel.startsWith('Andere '))!,
    inputs,
    form,
  );

const mensen = (n: number) => Array.from({ length: n }, (_, nr) => `Mens ${nr}`);

describe('starting with a large conversation', () => {
  it.each([1, 2, 40, 41, 42, 60, 200])(
    'of %i people puts everybody who is ticked in the group',
    async (n) => {
      const groep = world().groepschat(...mensen(n));
      const lid = groep.lid('Mens 0');
      await start(lid);
      const lijst = await lid.typt('deelnemers');
      expect(textOf(lijst)).toContain(`Deelnemers (${n})`);
    },
  );

  it('keeps what was typed and unticked on another page', async () => {
    const groep = world().groepschat(...mensen(100));
    const lid = groep.lid('Mens 0');
    let form = await lid.typt('start');
    expect(keuzes(form, 'leden')).toHaveLength(40);
    const zonder = (card: AnyCard, naam: string) => {
      const weg = keuzes(card, 'leden').find(({ title }) => title === naam)!.value;
      return (standing(card)['leden'] ?? '')
        .split(',')
        .filter((id) => id !== weg)
        .join(',');
    };
    form = await blader(lid, form, { naam: 'Overlast', leden: zonder(form, 'Mens 7') });
    expect(staatBij(form, 'Hoe heet')).toBe('Overlast');
    form = await blader(lid, form, { leden: zonder(form, 'Mens 55') });
    form = await blader(lid, form);
    expect(standing(form)['leden']?.split(',')).toHaveLength(39);
    // Refused first: nothing of it is lost.
    form = await lid.drukt('Project starten', {}, form);
    expect(textOf(form)).toContain('Schrijf op wie de opdrachtgever is.');
    await vult(lid, form, { 'Wie is de opdrachtgever?': 'de burgemeester' }, 'Project starten');
    const lijst = await lid.typt('deelnemers');
    expect(textOf(lijst)).toContain('Deelnemers (98)');
  });

  it('offers everybody as notulist and to invite, at most forty at a time', async () => {
    const groep = world().groepschat(...mensen(60));
    const lid = groep.lid('Mens 0');
    await start(lid);
    await world().rust();
    let form = await lid.drukt('Plannen', {}, await lid.typt('agenda'));
    const gezien = new Set<string>();
    for (let blad = 0; blad < 2; blad += 1) {
      for (const { choices = [] } of inputsOp(form)) expect(choices.length).toBeLessThanOrEqual(40);
      for (const { title } of keuzes(form, 'notulist')) gezien.add(title);
      expect(knoppenOp(form).length).toBeLessThanOrEqual(6);
      form = await blader(lid, form, { plaats: 'stadhuis' });
    }
    expect(gezien.size).toBe(60);
    expect(staatBij(form, 'Waar?')).toBe('stadhuis');
  });
});
