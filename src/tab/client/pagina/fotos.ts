import { naElkeTekening, plek } from './blad.ts';
import { Fout, vraag } from './vragen.ts';

/** Photos that were fetched, so that a page that is drawn anew shows them at once. The oldest go first. */
const bekend = new Map<string, string>();
const MAX_BEKEND = 200;

/** Fetched one after another: each is made for this page. */
let rij: Promise<void> = Promise.resolve();

/** Photos are fetched when they come in sight. */
export function volgFotos(): void {
  const ziet = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !(target instanceof HTMLImageElement)) continue;
      ziet.unobserve(target);
      const { project } = plek();
      rij = rij.then(() => haal(project, target));
    }
  });
  naElkeTekening((main) => {
    ziet.disconnect();
    for (const img of main.querySelectorAll<HTMLImageElement>('img[data-foto]'))
      if (!toon(img)) ziet.observe(img);
  });
}

const sleutelVan = (project: string, img: HTMLImageElement) => `${project} ${img.dataset['foto']}`;

function toon(img: HTMLImageElement): boolean {
  const src = bekend.get(sleutelVan(plek().project, img));
  if (src === undefined) return false;
  img.src = src;
  return true;
}

async function haal(project: string, img: HTMLImageElement): Promise<void> {
  // The page may have been drawn anew while this one waited.
  if (!img.isConnected) return;
  try {
    const { foto } = await vraag<{ foto: string }>('/tab/foto', {
      project,
      id: img.dataset['foto'] ?? '',
    });
    if (foto === '') return;
    img.src = foto;
    bekend.set(sleutelVan(project, img), foto);
    for (const [oudste] of bekend) if (bekend.size > MAX_BEKEND) bekend.delete(oudste);
  } catch (error) {
    // What it shows is said beside it, and drawing the page anew asks again.
    if (!(error instanceof Fout)) throw error;
  }
}
