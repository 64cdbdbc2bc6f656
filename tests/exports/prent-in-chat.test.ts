import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { NAAM, opentEnVult, PROBLEEM, start, titels, volgende, zegt } from '../groep/hulp.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';

interface Bijlage {
  contentType: string;
  contentUrl: string;
  name: string;
}

/** The pictures in a conversation, with the text beside them. */
const beelden = (world: World, { conversation }: Groep): { text: string; bijlage: Bijlage }[] =>
  world.teams.sent.flatMap((sent) => {
    const { text, attachments = [] } = sent.activity as { text: string; attachments?: Bijlage[] };
    return sent.conversation === conversation
      ? attachments
          .filter(({ contentType }) => contentType === 'image/png')
          .map((bijlage) => ({ text, bijlage }))
      : [];
  });

/** A group with one problem, in step 2. */
async function metProbleem(world: World, groep: Groep): Promise<void> {
  const sanne = groep.lid('Sanne');
  await start(sanne);
  await volgende(sanne, {}, (text) => zegt(world, groep, sanne, text));
  await world.rust();
  await opentEnVult(sanne, groep.card('Stap 2 van 6'), 'Probleem doorgeven', PROBLEEM);
}

describe('a picture in chat', () => {
  it.each(['groepschat', 'kanaal'] as const)(
    'is answered at once and comes by itself, small enough for Teams, with its words: %s [Q16]',
    async (soort) => {
      const world = await openWorld();
      const groep = world[soort]('Sanne', 'Bram');
      await metProbleem(world, groep);
      const sanne = groep.lid('Sanne');

      const plan = await zegt(world, groep, sanne, 'plan');
      const klaar = await sanne.drukt('Deel het plan als plaatje', {}, plan);
      expect(textOf(klaar)).toContain('Ik maak het plaatje.');
      await world.rust();

      const [found] = beelden(world, groep);
      expect(beelden(world, groep)).toHaveLength(1);
      expect(found?.text).toContain(NAAM);
      expect(found?.text).toContain('Stap 2 van 6');
      expect(found?.text).toMatch(/\[Zie je geen plaatje\? Open het in de tab\.\]\(https:\S+\)$/);
      expect(found?.bijlage.name).toContain('1 probleem');
      expect(found?.bijlage.name).toContain('scooters over de stoep');
      const [type, base64 = ''] = found?.bijlage.contentUrl.split(',') ?? [];
      expect(type).toBe('data:image/png;base64');
      const { width, height, format } = await sharp(Buffer.from(base64, 'base64')).metadata();
      expect([format, width <= 1024, height <= 1024]).toEqual(['png', true, true]);
      expect(base64.length).toBeLessThanOrEqual(40 * 1024);
      await world.close();
    },
  );

  it('is the risk matrix too, asked for where the problems stand, and again when there are more', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    await metProbleem(world, groep);
    const sanne = groep.lid('Sanne');
    const toon = async () => {
      await world.rust();
      const alles = await sanne.drukt('Bekijk alles (1)', {}, groep.card('Stap 2 van 6'));
      expect(titels(alles)).toContain('Laat de risicomatrix zien');
      await sanne.drukt('Laat de risicomatrix zien', {}, alles);
      await world.rust();
    };

    await toon();
    await toon();

    const shown = beelden(world, groep);
    expect(shown).toHaveLength(2);
    expect(shown[0]?.text).toContain('Risicomatrix');
    expect(decodeURIComponent(shown[0]?.text ?? '')).toContain('/hoofdstuk.probleem');
    expect(shown[0]?.bijlage.name).toContain('risico hoog, prioriteit hoog');
    await world.close();
  });

  it('keeps what is confidential out of it, whoever asks', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    await metProbleem(world, groep);
    const sanne = groep.lid('Sanne');
    await world.rust();
    const lijst = await sanne.drukt('Bekijk alles (1)', {}, groep.card('Stap 2 van 6'));
    const een = await sanne.drukt('Bekijk', {}, lijst);
    await opentEnVult(sanne, een, 'Wie mag dit lezen?', { 'Wie mag dit lezen?': 'Alleen jij' });

    const plan = await zegt(world, groep, sanne, 'plan');
    await sanne.drukt('Deel het plan als plaatje', {}, plan);
    await world.rust();

    const [found] = beelden(world, groep);
    expect(found?.bijlage.name).toContain('Een vertrouwelijk probleem');
    expect(JSON.stringify(found)).not.toContain('scooters');
    await world.close();
  });

  it('says in words what it would show, when it cannot be made', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    await metProbleem(world, groep);
    const sanne = groep.lid('Sanne');
    for (const { werkplaats } of world.apps)
      Object.assign(werkplaats.options, { werker: new URL('file:///bestaat/niet.js') });

    const plan = await zegt(world, groep, sanne, 'plan');
    await sanne.drukt('Deel het plan als plaatje', {}, plan);
    await world.rust();

    expect(beelden(world, groep)).toEqual([]);
    const card = textOf(groep.card(`${NAAM} in beeld`));
    expect(card).toContain('Voorstel voor de volgorde');
    expect(card).toContain('scooters over de stoep');
    await world.close();
  });
});
