import { heeftStrijd, type Concept } from './concept.ts';
import { leesbaar } from './invoer.ts';
import { zin } from '../pagina/zinnen.ts';

const vormVan = ({ punt }: Concept) =>
  document.querySelector<HTMLFormElement>(`form[data-uitkomst="${punt}"]`);

/** Shows the state of an outcome beside its form, and under each field what is wrong or different. */
export function toon(concept: Concept): void {
  const form = vormVan(concept);
  if (!form) return;
  const place = form.querySelector('[data-bewaard]');
  const text = heeftStrijd(concept) ? zin.kiesEerst : tekst(concept);
  if (place && text !== '' && place.firstChild?.textContent !== text) place.replaceChildren(text);
  if (place) place.setAttribute('data-staat', concept.staat);
  place?.querySelector('[data-toch]')?.remove();
  if (concept.magToch) place?.append(knop(zin.tochOpslaan, 'data-toch'));
  for (const veld of form.querySelectorAll<HTMLElement>('[data-veld]')) toonVeld(concept, veld);
}

function tekst({ staat, melding, fouten }: Concept): string {
  if (staat === 'stil') return '';
  if (staat !== 'geweigerd') return zin[staat];
  const wrong = Object.values(fouten);
  return wrong.length > 0 ? `${zin.nogNiet} ${wrong.join(' ')}` : melding || zin.nogNiet;
}

/** Shows what is wrong with a field, and what another person wrote in it, directly under it. */
function toonVeld({ fouten, anders, door }: Concept, veld: HTMLElement): void {
  const naam = veld.dataset['veld'] ?? '';
  const [fout = '', ander] = [fouten[naam], anders[naam]];
  const invoer = veld.querySelector<HTMLElement>('input, select, textarea');
  invoer?.toggleAttribute('aria-invalid', false);
  if (fout !== '') invoer?.setAttribute('aria-invalid', 'true');
  const said = `${fout} ${ander ?? ''} ${door}`;
  if (veld.dataset['toont'] === said) return;
  veld.dataset['toont'] = said;
  for (const old of veld.querySelectorAll('[data-bij]')) old.remove();
  if (fout !== '') veld.append(regel('fout', fout));
  if (ander === undefined) return;
  const box = regel('ander', '');
  const wie = document.createElement('strong');
  wie.textContent = `${zin.schreef(door)} `;
  const over = knop(zin.neemOver, 'data-neem-over');
  box.append(
    wie,
    leesbaar(veld, ander) || zin.leeg,
    ' ',
    over,
    ' ',
    knop(zin.houdMijn, 'data-houd'),
  );
  veld.append(box);
}

function regel(look: string, text: string): HTMLElement {
  const p = document.createElement('p');
  p.className = look;
  p.dataset['bij'] = '';
  p.textContent = text;
  return p;
}

function knop(titel: string, kenmerk: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knop';
  button.textContent = titel;
  button.setAttribute(kenmerk, '');
  return button;
}
