import { describe, expect, it } from 'vitest';
import { eenWereld, start } from '../groep/hulp.ts';
import { lezer, tekstVan } from './lezer.ts';
import { stationsplein } from './project.ts';

const world = eenWereld();

describe('somebody who takes part in several projects', () => {
  it('sees them beside each other, how far each is, and none of anybody else [A13, L16]', async () => {
    await stationsplein(world(), 4);
    const buurt = world().groepschat('Bram Jansen', 'Karel');
    await start(buurt.lid('Bram Jansen'), { 'Hoe heet het project?': 'Jeugd in de Vogelbuurt' });
    const ander = world().groepschat('Karel', 'Anna');
    await start(ander.lid('Karel'), { 'Hoe heet het project?': 'Branden in de haven' });

    const { html } = await lezer(world(), 'Bram Jansen').blad({ blad: 'mijn' });

    const rijen = [...html.matchAll(/<tr[^]*?<\/tr>/g)].map(([rij]) => tekstVan(rij));
    expect(rijen.find((rij) => rij.includes('Overlast Stationsplein'))).toMatch(
      /4\. Wat willen wij bereiken\?.* 1 doel /,
    );
    expect(rijen.find((rij) => rij.includes('Jeugd in de Vogelbuurt'))).toContain(
      '1. Projectprofiel',
    );
    expect(html).not.toContain('Branden in de haven');
  });
});
