import type { Beeld } from '../../process/contract/contract.ts';
import { numberInput } from '../../process/vormen/form.ts';
import type { PosterBlok } from '../../process/vormen/poster.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { dateText } from '../../process/taal/time.ts';
import { deelVan, metingenVan } from '../plan/metingen.ts';
import { doel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import type { Doel } from './smart.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';

/** The most signs of a goal on the page: two lines. */
const SIGNS = 80;

/** The goals, with how far each is. */
export function poster({ project }: Beeld): PosterBlok[] {
  const balken = all(project, doel).map((found) => {
    const waarde = metingenVan(project, found.id).at(-1)?.facts.waarde ?? null;
    return {
      naam: kortweg(found.texts.specifiek, SIGNS),
      deel: deelVan(found.facts, waarde),
      zin: stand(project, found),
    };
  });
  return balken.length === 0 ? [] : [{ soort: 'balken', kop: 'Wat willen wij bereiken?', balken }];
}

/** `van 40 naar 20 meldingen, gemeten 31`; the date when there is no number. */
function stand(project: Project, found: Doel): string {
  const { nu, doel: norm, wanneer } = found.facts;
  const last = metingenVan(project, found.id).at(-1)?.facts.waarde;
  const eenheid = kortweg(found.texts.eenheid, 24);
  const van = nu === null ? '' : `van ${numberInput(nu)} `;
  const naar = norm === null ? '' : `${van}naar ${numberInput(norm)} ${eenheid}`.trim();
  const gemeten = last === undefined ? '' : `gemeten: ${numberInput(last)}`;
  const parts = [naar, gemeten].filter((part) => part !== '');
  return parts.length === 0 ? `klaar op ${dateText(wanneer)}` : aaneengeregen(parts, ', ');
}
