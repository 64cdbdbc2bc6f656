import { paint, type Gastheer } from './pagina/gastheer.ts';

const KEY = 'wie';

/** On this machine people say who they are, once per browser tab. */
export async function lokaal(): Promise<Gastheer> {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => paint(dark.matches ? 'dark' : 'default');
  dark.addEventListener('change', follow);
  follow();
  let wie = sessionStorage.getItem(KEY) ?? (await gekozen());
  toonWie(() => {
    sessionStorage.removeItem(KEY);
    location.reload();
  });
  return {
    authorization: async (anew) => {
      if (anew) wie = await gekozen();
      return `Lokaal ${wie}`;
    },
    opent: () => false,
    gesprek: '',
    ingang: '',
  };
}

/** Asks the person to choose who they are, out of the people that there are. */
async function gekozen(): Promise<string> {
  const mensen = (await (await fetch('/tab/mensen')).json()) as { oid: string; naam: string }[];
  const main = document.querySelector('main');
  if (!main) throw new Error('no main');
  main.removeAttribute('aria-busy');
  const heading = document.createElement('h2');
  heading.textContent =
    mensen.length > 0 ? 'Wie ben je?' : 'Er is nog geen project. Begin in de chat met start.';
  return new Promise((resolve) => {
    const buttons = mensen.map(({ oid, naam }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'knop';
      button.textContent = naam;
      button.addEventListener('click', () => {
        sessionStorage.setItem(KEY, oid);
        sessionStorage.setItem(`${KEY}.naam`, naam);
        resolve(oid);
      });
      return button;
    });
    const row = document.createElement('div');
    row.className = 'knoppen';
    row.append(...buttons);
    main.replaceChildren(heading, row);
  });
}

function toonWie(change: () => void): void {
  const place = document.getElementById('wie');
  if (!place) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knop';
  button.textContent = 'Wissel van persoon';
  button.addEventListener('click', change);
  place.replaceChildren(`${sessionStorage.getItem(`${KEY}.naam`) ?? ''} `, button);
}
