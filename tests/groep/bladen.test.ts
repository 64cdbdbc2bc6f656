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
import { bestemming, lezer, tekstVan } from '../tab/lezer.ts';
import { eenWereld, live, projectVan, start, titels, vult } from './hulp.ts';

const world = eenWereld();

/** Turns to the other people, with the form as it stands, or with this list ticked. */
const omslaan = (lid: Lid, form: AnyCard, inputs: Record<string, string> = {}) =>
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
    form = await omslaan(lid, form, { naam: 'Overlast', leden: zonder(form, 'Mens 7') });
    expect(staatBij(form, 'Hoe heet')).toBe('Overlast');
    form = await omslaan(lid, form, { leden: zonder(form, 'Mens 55') });
    form = await omslaan(lid, form);
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
      form = await omslaan(lid, form, { plaats: 'stadhuis' });
    }
    expect(gezien.size).toBe(60);
    expect(staatBij(form, 'Waar?')).toBe('stadhuis');
  });
});

describe('a choice over pages in the tab', () => {
  const aangevinkt = (html: string, naam: string) =>
    [...html.matchAll(/<input[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => input.includes(`name="${naam}"`) && / checked/.test(input))
      .map((input) => /value="([^"]*)"/.exec(input)?.[1] ?? '');
  const meegaand = (html: string, of: RegExp) =>
    JSON.parse((of.exec(html)?.[1] ?? '{}').replaceAll('&quot;', '"')) as Record<string, string>;

  it('keeps what was ticked and typed on the other page, as in chat', async () => {
    world().het_is('2027-01-04');
    const groep = world().groepschat(...mensen(60));
    const lid = groep.lid('Mens 0');
    await start(lid);
    const project = projectVan(await live(world(), groep, 1));
    const tab = lezer(world(), 'Mens 0');
    const waar = { project, verb: 'overleg.plannen', args: {} };
    let { html } = await tab.blad(waar);
    const { nonce, rev } = bestemming(html);
    const velden = (genodigd: readonly string[]) => ({
      datum: '2027-02-01',
      tijd: '10:00',
      eind: '',
      plaats: 'stadhuis',
      notulist: 'd1',
      genodigd: genodigd.join(','),
      ...meegaand(html, /data-mee="([^"]*)"\s+novalidate/),
    });
    const blader = async (genodigd: readonly string[]) => {
      const knop = meegaand(html, /data-op="blader"\s+data-mee="([^"]*)"/);
      ({ html } = await tab.blad({
        ...waar,
        nonce,
        rev,
        velden: { ...velden(genodigd), ...knop },
      }));
    };
    expect(aangevinkt(html, 'genodigd')).toHaveLength(39);
    const eerste = aangevinkt(html, 'genodigd').slice(1);
    await blader(eerste);
    expect(html).toContain('value="stadhuis"');
    expect(tekstVan(html)).not.toContain('Iemand anders');
    const tweede = aangevinkt(html, 'genodigd').slice(2);
    expect(tweede).toHaveLength(19);
    await blader(tweede);
    expect(aangevinkt(html, 'genodigd')).toEqual(eerste);
    await blader(eerste);
    await tab.doe({ ...bestemming(html), velden: velden(tweede) });
    const agenda = await lid.typt('agenda');
    const form = await lid.drukt('Verplaatsen', {}, agenda);
    const there = (standing(form)['genodigd'] ?? '').split(',').length;
    const rest = await omslaan(lid, form);
    expect(there + (standing(rest)['genodigd'] ?? '').split(',').length).toBe(57);
  });
});
