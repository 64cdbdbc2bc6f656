import { element, ietsVeranderd, plek } from './blad.ts';
import { Fout, vraag } from './vragen.ts';

/** How often the page looks for changes, ms. A page may ask for it sooner with `data-peil`. */
const EVERY_MS = 8_000;

/** Looks now and then whether another person changed something, but not while the page is hidden. */
export async function peil(): Promise<never> {
  for (;;) {
    const asked = Number(element('inhoud').querySelector('[data-peil]')?.getAttribute('data-peil'));
    await new Promise((resolve) => setTimeout(resolve, asked > 0 ? asked : EVERY_MS));
    const { project } = plek();
    if (document.hidden || project === '') continue;
    try {
      const { n } = await vraag<{ n: number }>('/tab/stand', { project });
      if (plek().project === project) await ietsVeranderd(n);
    } catch (error) {
      // The next look may succeed. Acts of the person report their own failures.
      if (!(error instanceof Fout)) throw error;
    }
  }
}
