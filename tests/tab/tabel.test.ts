import { describe, expect, it } from 'vitest';
import { opentEnVult } from '../../support/voorbeeld/spelers.ts';
import { eenWereld, live, volgende } from '../groep/hulp.ts';
import { metProject } from '../groep/stuk.ts';
import { lezer, tekstVan } from './lezer.ts';

const world = eenWereld();

const gestart = () => metProject(world(), 'Sanne', 'Fatima');

describe('a table in the tab', () => {
  it('can be followed to the document that somebody linked, and to nothing else [B8, B9]', async () => {
    const { groep, project } = await gestart();
    for (const [titel, link] of [
      ['Wijkscan', 'https://gemeente.sharepoint.com/wijkscan.pdf'],
      ['https://valse.titel', 'https://gemeente.sharepoint.com/b?x="><script>1</script>'],
    ] as const)
      await opentEnVult(groep.lid('Fatima'), await live(world(), groep, 1), 'Document toevoegen', {
        Titel: titel,
        Link: link,
      });

    const { html } = await lezer(world(), 'Sanne').blad({ project, blad: 'hoofdstuk.profiel' });

    const links = [...html.matchAll(/<a href="(https:[^"]*)"([^>]*)>/g)];
    expect(links.map(([, href]) => href)).toContain('https://gemeente.sharepoint.com/wijkscan.pdf');
    expect(links.every(([, , rest]) => rest?.includes('rel="noopener noreferrer"'))).toBe(true);
    expect(html).not.toContain('<script>');
  });

  it('lets a long word go on at the next line, and leaves it as it was typed', async () => {
    const { groep, project } = await gestart();
    await volgende(groep.lid('Sanne'));
    const woord = `begin${'x'.repeat(800)}einde`;
    await opentEnVult(groep.lid('Fatima'), await live(world(), groep, 2), 'Probleem doorgeven', {
      'Wat is het probleem?': woord,
      'Hoe hoog is het risico?': 'Hoog',
      'Wat raakt dit': 'Personen',
      'Hoe belangrijk is het': 'Hoog',
    });

    const { html } = await lezer(world(), 'Sanne').blad({ project, blad: 'hoofdstuk.probleem' });

    expect(html.replaceAll('<wbr />', '')).toContain(woord);
    // Elsewhere the style breaks it; in a table that would break every other word as well.
    const cellen = [...html.matchAll(/<tbody[^]*?<\/tbody>/g)].map(([body]) => tekstVan(body));
    const longest = Math.max(
      ...cellen
        .join(' ')
        .split(/\s+/)
        .map(({ length }) => length),
    );
    expect(longest).toBeLessThan(60);
  });
});
