import { AdaptiveCard, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import { elementen, isAction, isInput, isLink, type Element } from './kaarten.ts';

const TEXT = ['text', 'size', 'weight', 'color', 'isSubtle'];
const BLOCK = ['type', 'spacing', 'separator'];
const INPUT = [...BLOCK, 'id', 'label', 'value', 'isRequired', 'errorMessage'];

/** What our cards are made of: element types of Adaptive Cards 1.5 and their properties. A misspelt one is in neither. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['type', '$schema', 'version', 'lang', 'speak', 'refresh', 'body', 'actions'],
  TextBlock: [...BLOCK, ...TEXT, 'wrap', 'style'],
  RichTextBlock: [...BLOCK, 'inlines'],
  TextRun: ['type', ...TEXT],
  Container: [...BLOCK, 'items', 'style', 'bleed', 'selectAction'],
  ColumnSet: [...BLOCK, 'columns'],
  Column: ['type', 'width', 'verticalContentAlignment', 'items'],
  Table: [...BLOCK, 'showGridLines', 'firstRowAsHeaders', 'columns', 'rows'],
  TableRow: ['type', 'cells'],
  TableCell: ['type', 'style', 'items'],
  Badge: [...BLOCK, 'text', 'style', 'appearance', 'size', 'fallback'],
  ProgressBar: [...BLOCK, 'value', 'max', 'color', 'fallback'],
  FactSet: [...BLOCK, 'facts'],
  ActionSet: [...BLOCK, 'actions'],
  'Chart.HorizontalBar': [...BLOCK, 'title', 'data', 'fallback'],
  'Chart.Donut': [...BLOCK, 'title', 'data', 'fallback'],
  'Input.Text': [...INPUT, 'maxLength', 'isMultiline'],
  'Input.Date': INPUT,
  'Input.Time': INPUT,
  'Input.ChoiceSet': [...INPUT, 'style', 'isMultiSelect', 'wrap', 'choices'],
  'Input.Toggle': [...INPUT, 'title', 'valueOn', 'valueOff', 'wrap'],
  'Action.Execute': [
    'type',
    'title',
    'style',
    'mode',
    'verb',
    'data',
    'fallback',
    'associatedInputs',
  ],
  'Action.Submit': ['type', 'title', 'style', 'mode', 'data', 'associatedInputs'],
  'Action.OpenUrl': ['type', 'title', 'url'],
};

/** The properties that take one of a few words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  size: ['Small', 'Medium', 'Large'],
  weight: ['Bolder'],
  color: ['Good', 'Accent', 'Attention', 'Warning'],
  spacing: ['None', 'Small', 'Medium'],
  mode: ['primary', 'secondary'],
  width: ['auto', 'stretch'],
  appearance: ['Tint'],
};

const STYLES: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['heading'],
  Container: ['default', 'emphasis', 'attention', 'good', 'warning'],
  TableCell: ['good', 'accent', 'emphasis'],
  Badge: ['Informative', 'Attention'],
  'Input.ChoiceSet': ['expanded', 'compact'],
  'Action.Execute': ['positive', 'destructive'],
  'Action.Submit': ['positive', 'destructive'],
};

/** Teams shows no more of them, on a card or in a row. */
const MAX_ACTIONS = 6;
const MAX_INPUTS = 15;
/** Of boxes and radio buttons, which all show at once; a list that folds out holds a large group. */
const MAX_CHOICES = 40;
const MAX_FOLDED_CHOICES = 200;
/** Of UTF-16: Teams takes 100 KB. */
const MAX_BYTES = 80 * 1024;

/** What is wrong with a card, as far as its JSON tells. */
export function fouten(card: Element): string[] {
  const all = elementen(card);
  const inputs = all.filter(isInput);
  const ids = inputs.map(({ id }) => String(id));
  const size = 2 * JSON.stringify(card).length;
  return [
    ...all.flatMap(elementFouten),
    ...(inputs.length > MAX_INPUTS ? [`${inputs.length} inputs`] : []),
    ...(new Set(ids).size < ids.length ? [`an input id twice: ${ids.join()}`] : []),
    ...(size > MAX_BYTES ? [`${size} bytes`] : []),
    ...(card['version'] === '1.5' ? [] : [`version ${String(card['version'])}`]),
    ...actieFouten(card),
  ];
}

function elementFouten(element: Element): string[] {
  const type = String(element['type']);
  const allowed = ALLOWED[type];
  if (!allowed) return [`unknown element ${type}`];
  return [
    ...Object.keys(element)
      .filter((key) => !allowed.includes(key))
      .map((key) => `${type} has no ${key}`),
    ...Object.entries(WORDS)
      .filter(([key, words]) => key in element && !words.includes(String(element[key])))
      .map(([key]) => `${type}: ${key} ${String(element[key])}`),
    ...('style' in element && !(STYLES[type] ?? []).includes(String(element['style']))
      ? [`${type}: style ${String(element['style'])}`]
      : []),
    ...(isInput(element) ? inputFouten(element) : []),
    ...(isAction(element) ? knopFouten(element) : []),
    ...(isAlleenTeams(element) ? terugvalFouten(element) : []),
    ...(isGrafiek(element) ? grafiekFouten(element) : []),
    ...(Array.isArray(element['items']) ? naastFouten(element['items'] as Element[]) : []),
    ...(type === 'TextBlock' && String(element['text']).trim() === '' ? ['an empty text'] : []),
  ];
}

const isGrafiek = ({ type }: Element) => String(type).startsWith('Chart.');

/** What Adaptive Cards 1.5 does not have and Teams does: a client that misses it shows its fallback. */
const ALLEEN_TEAMS = ['Badge', 'ProgressBar', 'ProgressRing', 'Icon', 'Carousel'];
export const isAlleenTeams = (element: Element) =>
  ALLEEN_TEAMS.includes(String(element['type'])) || isGrafiek(element);

/** In its place stands something of Adaptive Cards itself that is as good, and that says the same words. */
function terugvalFouten({ type, text, fallback }: Element): string[] {
  const inside = elementen(fallback);
  const words = inside.map((one) => one['text']);
  return [
    ...(inside.length === 0 ? [`${String(type)} without a fallback`] : []),
    ...(inside.some(isAlleenTeams) ? [`${String(type)} falls back on what only Teams has`] : []),
    ...(typeof text === 'string' && !words.includes(text)
      ? [`${String(type)} falls back on other words than ${text}`]
      : []),
    ...inside.flatMap(elementFouten),
  ];
}

/** A bar and a ring are read aloud as nonsense, and Android draws none: how far it is, stands beside them in words. */
function naastFouten(items: readonly Element[]): string[] {
  const balken = items.filter(({ type }) => type === 'ProgressBar' || type === 'ProgressRing');
  const heeftTekst = items.some(({ type, text }) => type === 'TextBlock' && text !== '');
  return heeftTekst ? [] : balken.map(({ type }) => `${String(type)} without a text beside it`);
}

/** Phones that show no chart show every value in words instead (Teams on iOS). */
function grafiekFouten({ type, data, fallback }: Element): string[] {
  const points = data as Element[];
  const names = points.map((punt) => punt[type === 'Chart.Donut' ? 'legend' : 'x']);
  const values = points.map((punt) => punt[type === 'Chart.Donut' ? 'value' : 'y']);
  const inside = elementen(fallback);
  const facts = inside.flatMap((one) => (one['facts'] as Element[] | undefined) ?? []);
  return [
    ...(values.every((value) => typeof value === 'number') ? [] : ['a chart without numbers']),
    ...(names.every((naam) => typeof naam === 'string' && naam !== '') ? [] : ['a nameless bar']),
    ...(points.length > 0 && facts.length === points.length ? [] : ['a chart without its words']),
  ];
}

function inputFouten(input: Element): string[] {
  const choices = input['choices'] as Element[] | undefined;
  const id = String(input['id']);
  // A box to tick says its sentence beside it.
  const label = input[input['type'] === 'Input.Toggle' ? 'title' : 'label'];
  const max = input['style'] === 'compact' ? MAX_FOLDED_CHOICES : MAX_CHOICES;
  return [
    ...(typeof label === 'string' && label !== '' ? [] : [`no label: ${id}`]),
    ...(id === '' || id === 'undefined' ? ['an input without id'] : []),
    ...(choices && choices.length > max ? [`${choices.length} choices: ${id}`] : []),
    ...(choices?.some(({ title, value }) => typeof title !== 'string' || typeof value !== 'string')
      ? [`choices of ${id}`]
      : []),
  ];
}

/** Cards lead nowhere but to a new e-mail, a new meeting, or a page of the tab that names nothing but ids. */
const LINKS = [
  /^https:\/\/(?:outlook\.office\.com\/mail\/deeplink\/compose|teams\.microsoft\.com\/l\/meeting\/new)\?subject=[^\s]{1,1943}$/,
  /^https:\/\/teams\.microsoft\.com\/l\/entity\/[\da-f-]{36}\/mijn\?context=%7B%22subEntityId%22%3A%22[\w%-]{1,80}(?:\.[\w-]+)?%22%7D$/,
];

const linkFouten = ({ url }: Element) =>
  LINKS.some((link) => link.test(String(url))) ? [] : [`a link to ${String(url).slice(0, 200)}`];

/** A title, and in its data where it leads; what answers in the response falls back on a message. */
function knopFouten(action: Element): string[] {
  const claim = (action['data'] as Element | undefined)?.['_'] as Element | undefined;
  return [
    ...(String(action['title']).trim() === '' ? ['a button without title'] : []),
    ...(isLink(action)
      ? linkFouten(action)
      : claim
        ? []
        : [`a button that leads nowhere: ${String(action['title'])}`]),
    ...(action['type'] === 'Action.Execute' &&
    (action['fallback'] as Element | undefined)?.['type'] !== 'Action.Submit'
      ? [`no fallback: ${String(action['title'])}`]
      : []),
  ];
}

function actieFouten(card: Element): string[] {
  return [card, ...elementen(card).filter(({ type }) => type === 'ActionSet')]
    .map(({ actions }) => (actions as Element[] | undefined) ?? [])
    .flatMap((found) => [
      ...(found.length > MAX_ACTIONS ? [`${found.length} buttons: ${titels(found)}`] : []),
      ...(found.filter(isAanbevolen).length > 1
        ? [`more than one button asks to be pressed: ${titels(found.filter(isAanbevolen))}`]
        : []),
    ]);
}

const isAanbevolen = ({ style }: Element) => style === 'positive';
const titels = (actions: readonly Element[]) =>
  actions.map(({ title }) => String(title)).join(', ');

/** What is wrong with a card as a live card, which stays in the conversation for everybody. */
export function liveFouten(card: Element): string[] {
  const actions = (card['actions'] as Element[] | undefined) ?? [];
  const all = elementen(card);
  return [
    ...(card['lang'] === 'nl' ? [] : ['not said to be in Dutch']),
    ...(typeof card['speak'] === 'string' && card['speak'].trim() !== ''
      ? []
      : ['nothing to hear']),
    ...(all.filter(isKop).length === 1 ? [] : ['no headline, or more than one']),
    ...(all.some(isInput) ? ['a live card with inputs'] : []),
    ...(actions.slice(1).some(isAanbevolen) ? ['what one should press is not the first'] : []),
    ...actieWijzen(actions),
  ];
}

const isKop = ({ type, style }: Element) => type === 'TextBlock' && style === 'heading';

/** At most so many buttons stand open, the first of all among them; the others fold behind three dots. */
const MAX_OPEN = 3;

function actieWijzen(actions: readonly Element[]): string[] {
  const open = actions.filter(({ mode }) => mode === 'primary').length;
  const isInOrde = actions.slice(0, open).every(({ mode }) => mode === 'primary');
  return [
    ...(open === Math.min(actions.length, MAX_OPEN) ? [] : [`${open} buttons stand open`]),
    ...(isInOrde ? [] : ['a button that stands open comes after one that does not']),
    ...(actions.every(({ mode, iconUrl }) => mode === 'primary' || iconUrl === undefined)
      ? []
      : ['a picture in a folded button']),
  ];
}

/**
 * The library knows nothing of what only Teams has: it judges what stands in its place. Its pattern for a language
 * remembers where it stopped, so that it refuses every second card that has one.
 */
function zonderTeams(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(zonderTeams);
  if (typeof node !== 'object' || node === null) return node;
  const { lang: _taal, ...found } = node as Element;
  if (isAlleenTeams(found)) return zonderTeams(found['fallback']);
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, zonderTeams(value)]));
}

/** What the library of Microsoft has to say about a card. */
export function meldingen(card: Element): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: MAX_ACTIONS } });
  parsed.parse(zonderTeams(card), context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message);
}
