// Runs in the test browser, beside Microsoft's own renderer: draws cards as a client of Teams would, and tells what is
// wrong with what one sees.
const { AdaptiveCards, document, getComputedStyle, NodeFilter } = globalThis;

/** A stand-in for an element that only Teams has: as much of it as tells whether there is room for it. */
const namaak = (type, draw) =>
  class extends AdaptiveCards.CardElement {
    getJsonTypeName() {
      return type;
    }
    internalParse(source, context) {
      super.internalParse(source, context);
      this.source = source;
    }
    internalRender() {
      const made = draw(this.source);
      made.classList.add('namaak');
      return made;
    }
  };

const element = (tag, className, text = '') => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

function badge({ text, style = 'Default' }) {
  const made = element('div', '');
  made.append(element('span', `badge ${style}`, text));
  return made;
}

function balk({ value, max = 100 }) {
  const made = element('div', 'balk');
  const deel = element('div', 'deel');
  deel.style.width = `${(100 * value) / max}%`;
  made.append(deel);
  return made;
}

/** Bars as long as their values, with the names that the client would put beside them. */
function grafiek({ title, data }) {
  const made = element('div', 'grafiek');
  made.append(element('strong', '', title));
  const values = data.map(({ y, value }) => Number(y ?? value));
  data.forEach(({ x, legend }, at) => {
    made.append(element('div', '', `${x ?? legend}: ${values[at]}`));
    made.append(balk({ value: values[at], max: Math.max(1, ...values) }));
  });
  return made;
}

const TEAMS = {
  Badge: badge,
  ProgressBar: balk,
  ProgressRing: () => element('div', 'ring'),
  Icon: () => element('div', 'ring'),
};
const GRAFIEKEN = { 'Chart.HorizontalBar': grafiek, 'Chart.Donut': grafiek };

/** What a client knows, per kind of client. What it does not know falls back. */
const KENT = {
  alles: { ...TEAMS, ...GRAFIEKEN },
  'zonder Teams': {},
  'targetWidth genegeerd': { ...TEAMS, ...GRAFIEKEN },
  'zonder grafieken': TEAMS,
};

const registers = Object.fromEntries(
  Object.entries(KENT).map(([variant, known]) => {
    const register = new AdaptiveCards.CardObjectRegistry();
    AdaptiveCards.GlobalRegistry.populateWithDefaultElements(register);
    for (const [type, draw] of Object.entries(known)) register.register(type, namaak(type, draw));
    return [variant, register];
  }),
);

const zonderTargetWidth = (card) =>
  JSON.parse(JSON.stringify(card, (key, value) => (key === 'targetWidth' ? undefined : value)));

/** Text as a client shows it: a backslash keeps a sign from being Markdown, and is not seen itself. */
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const alineas = text.replace(/\\([^\w\s])/g, '$1').split('\n\n');
  result.outputHtml = alineas.map((alinea) => element('p', '', alinea).outerHTML).join('');
  result.didProcess = true;
};

/** A card in a theme, a width and a client. */
function teken(card, { thema, hostConfig, breedte, variant }) {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  context.setElementRegistry(registers[variant]);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  parsed.parse(variant === 'targetWidth genegeerd' ? zonderTargetWidth(card) : card, context);
  const made = element('section', `kaart ${thema}`);
  made.style.width = `${breedte}px`;
  made.append(parsed.render());
  return made;
}

const ZICHTBAAR =
  '.ac-textBlock, .ac-richTextBlock, .ac-factset, .ac-input-container, .ac-pushButton, [role="cell"], [role="columnheader"], .namaak';
/** Of less than so many pixels one sees nothing. */
const MIN_PX = 2;

/** Text in a field can be moved, and a field with a picker has a width of its own; of what is inline no width is known. */
const magSchuiven = (one) =>
  ['INPUT', 'TEXTAREA', 'SELECT'].includes(one.tagName) ||
  getComputedStyle(one).display === 'inline';

/** What somebody would see that is wrong. */
function gebreken(kaart, nodig) {
  const found = [];
  if (kaart.scrollWidth > kaart.clientWidth)
    found.push(`${kaart.scrollWidth - kaart.clientWidth} px sticks out`);
  for (const one of kaart.querySelectorAll('*'))
    if (one.scrollWidth > one.clientWidth + 1 && !magSchuiven(one))
      found.push(`cut off: ${one.textContent}`);
  for (const one of kaart.querySelectorAll(ZICHTBAAR)) {
    const { width, height } = one.getBoundingClientRect();
    if (Math.min(width, height) < MIN_PX)
      found.push(`nothing to see of ${one.className || one.role}: ${one.textContent}`);
  }
  for (const one of kaart.querySelectorAll('[role="columnheader"]'))
    if (one.textContent === '') found.push('a header that says nothing, for who hears the card');
  const text = plat(kaart.innerText);
  for (const one of nodig) if (!text.includes(plat(one))) found.push(`not to be read: ${one}`);
  return [...found, ...flets(kaart)];
}

const plat = (text) => text.replace(/\s+/g, ' ');

/** The least contrast of text with what it stands on (WCAG 1.4.3). */
const MIN_CONTRAST = 4.5;

function flets(kaart) {
  const walker = document.createTreeWalker(kaart, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.textContent.trim() === '' || parent.closest('select')) continue;
    const verhouding = contrast(kleur(getComputedStyle(parent).color), achter(parent));
    if (verhouding < MIN_CONTRAST)
      found.push(`contrast ${verhouding.toFixed(1)}: ${node.textContent}`);
  }
  return found;
}

const kleur = (css) => css.match(/[\d.]+/g).map(Number);

/** The first colour below a text that one cannot see through. */
function achter(node) {
  const [r, g, b, alpha = 1] = kleur(getComputedStyle(node).backgroundColor);
  return alpha === 1 ? [r, g, b] : achter(node.parentElement);
}

function contrast(voor, op) {
  const [licht, donker] = [helderheid(voor), helderheid(op)].toSorted((a, b) => b - a);
  return (licht + 0.05) / (donker + 0.05);
}

const helderheid = ([r, g, b]) => 0.2126 * kanaal(r) + 0.7152 * kanaal(g) + 0.0722 * kanaal(b);
const kanaal = (value) => {
  const part = value / 255;
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Draws all at once, and then looks: so the browser lays out once. */
globalThis.keur = (opdrachten) => {
  const made = opdrachten.map(({ card, nodig, waar, ...how }) => {
    const kaart = teken(card, how);
    document.body.append(kaart);
    return { kaart, nodig, waar };
  });
  const found = made.flatMap(({ kaart, nodig, waar }) =>
    gebreken(kaart, nodig).map((gebrek) => `${waar}: ${gebrek}`),
  );
  document.body.replaceChildren();
  return found;
};

/** One card beside itself, for people to look at. */
globalThis.toon = (opdrachten) => {
  document.body.replaceChildren(...opdrachten.map(({ card, ...how }) => teken(card, how)));
};
