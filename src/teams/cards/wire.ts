import { z } from 'zod';
import type { Op } from '../../answer/answers.ts';
import { inShape } from '../../http/shape.ts';
import { IN_TAB, TAB } from '../../process/vormen/naar-tab.ts';

/** How forms open: in a dialog (Teams), or as a card of their own (the Playground, which has no dialogs). */
export type Vormwijze = 'dialoog' | 'kaart';

/** What a card is made of: also of elements that only Teams has, or of what every client of Adaptive Cards can draw. */
export type Kaartwijze = 'teams' | 'gewoon';

/** Where a card stands: shared in the conversation, one person's own card there, or in a dialog. */
export type Surface = 'gedeeld' | 'eigen' | 'dialoog';

/** What we put in a button. It comes back unverified: every part of it is a claim. */
export interface Claim {
  verb: string;
  op: Op;
  /** Project id; empty before there is one. */
  project: string;
  /** Made when the screen was drawn, so that a repeat of the same press is recognised. */
  nonce: string;
  args: Readonly<Record<string, string>>;
  /** Revision of what the form changes. */
  rev: number;
  /** Deelnemer id of the person whose form this is; empty on shared cards. */
  van: string;
  /** The step whose live card it stands on; empty elsewhere. */
  kaart: string;
  /** `toch`: the question was asked already. `nogEen`: open the form again afterwards. */
  extra: '' | 'toch' | 'nogEen';
}

/** Our part of a button's data stands under this key, beside the inputs. */
const KEY = '_';

const short = z.string().max(200);
const claim = z.object({
  verb: short,
  op: z.enum(['open', 'doe', 'bewaar']),
  project: short,
  nonce: short,
  args: z.record(short, short),
  rev: z.number().int().nonnegative(),
  van: short,
  kaart: short,
  extra: z.enum(['', 'toch', 'nogEen']),
});

/** The claim in what a card sent; undefined when none of our cards can have made it. */
export function readClaim(data: Readonly<Record<string, unknown>>): Claim | undefined {
  return inShape(claim, data[KEY]);
}

/** What Teams itself puts beside the answers when a button opens or sends a dialog. */
const isTaak = (value: unknown) => value === 'task/fetch' || value === 'task/submit';

/** What is sent to see something, where no template holds the button. */
export const asking = (verb: string, { project = '', kaart = '' } = {}) => ({
  [KEY]: {
    verb,
    op: 'open',
    project,
    nonce: '',
    args: {},
    rev: 0,
    van: '',
    kaart,
    extra: '',
  } satisfies Claim,
});

/** The inputs in what a card sent. */
function readInputs(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) => key !== KEY && key !== 'msteams' && !(key === 'type' && isTaak(value)),
    ),
  );
}

/** The same as text: what no field of ours sends is empty. */
export const readTyped = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readInputs(data)).map(([id, value]) => [
      id,
      ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '',
    ]),
  );

/** What a template writes as a button. */
interface TemplateButton {
  title: string;
  style?: string;
  /** Whether it stands open or folds behind three dots. */
  mode?: string;
  /** `none`: it needs no answers, so the client does not ask for any. */
  associatedInputs?: string;
  data: {
    verb: string;
    args?: Record<string, string>;
    op?: string;
    extra?: string;
    /** What goes along beside the answers. */
    mee?: Record<string, string>;
    [input: string]: unknown;
  };
}

/** What all buttons of one card share. */
export interface CardContext {
  surface: Surface;
  forms: Vormwijze;
  cards: Kaartwijze;
  project: string;
  nonce: string;
  rev: number;
  van: string;
  /** Entra object id of the card's owner; empty on shared cards. */
  oid?: string;
  kaart: string;
  /** The address of a page of the tab; left out where there is no tab. */
  tabLink?: ((project: string, blad: string) => string) | undefined;
  /** True for a verb that opens a screen, false for a button that acts at once. */
  opens: (verb: string) => boolean;
}

/** The Adaptive Card action for a button of a template; undefined for a button that leads nowhere here. */
export function wire(
  { title, style, mode, associatedInputs, data }: TemplateButton,
  context: CardContext,
): Record<string, unknown> | undefined {
  const blad = data.verb === TAB ? (data.args?.['blad'] ?? '') : IN_TAB.get(data.verb);
  if (data.verb === TAB || (blad !== undefined && context.tabLink))
    return toTab(title, blad ?? '', context);
  const { nonce, rev, van, kaart } = context;
  const {
    verb,
    args: { project = context.project, ...args } = {},
    extra = '',
    op: asked,
    mee = {},
    ...kept
  } = data;
  const op = opOf(verb, asked, context);
  // A deelnemer id has no meaning in another project, so there the person is named by their id in Entra.
  const wie = van === '' || project === context.project ? van : (context.oid ?? '');
  const sent = {
    ...kept,
    ...mee,
    [KEY]: { verb, op, project, nonce, args, rev, van: wie, kaart, extra },
  };
  const look = {
    title,
    ...(style && style !== 'default' ? { style } : {}),
    ...(mode && { mode }),
    ...(associatedInputs === 'none' ? { associatedInputs } : {}),
  };
  if (context.surface === 'dialoog') return { type: 'Action.Submit', ...look, data: sent };
  if (context.surface === 'gedeeld' && op === 'open') {
    return {
      type: 'Action.Submit',
      ...look,
      data:
        context.forms === 'dialoog' && verb !== 'lukt-niet'
          ? { ...sent, msteams: { type: 'task/fetch' } }
          : sent,
    };
  }
  return {
    type: 'Action.Execute',
    ...look,
    verb,
    data: sent,
    fallback: { type: 'Action.Submit', ...look, data: sent },
  };
}

/** The verb by which Teams asks how a live card looks for one person. */
export const EIGEN = 'kaart.eigen';

/**
 * How a live card asks for what one person sees of it. Teams asks by itself for those who are named, and shows a button to
 * all others; what it sends is that of the card as it first came, so that nothing stands in it that can grow old.
 */
export const refreshOf = ({ project, kaart }: CardContext, userIds: readonly string[]) => ({
  action: {
    type: 'Action.Execute',
    title: 'Vernieuwen',
    verb: EIGEN,
    data: asking(EIGEN, { project, kaart }),
  },
  userIds,
});

const toTab = (title: string, blad: string, { tabLink, project }: CardContext) =>
  tabLink && { type: 'Action.OpenUrl', title, url: tabLink(project, blad) };

function opOf(verb: string, asked: string | undefined, { opens }: CardContext): Op {
  if (asked === 'bewaar' || asked === 'open' || asked === 'doe') return asked;
  return opens(verb) ? 'open' : 'doe';
}
