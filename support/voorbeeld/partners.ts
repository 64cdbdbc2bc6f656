import { setTimeout as pauze } from 'node:timers/promises';
import { knoppenOp, opentRij, rijenOp, staatBij, type AnyCard } from './kaart.ts';
import { REACTIES, type Reactie } from './reacties.ts';
import type { Speler } from './spelers.ts';
import { PARTNERS, type Partner } from './stationsplein.ts';

/** Where partners see cards and press. */
export interface Zicht {
  onCard(listener: (card: AnyCard) => void): void;
  speler(naam: string): Speler;
}

/** How fast partners are, in ms. */
export interface Tempo {
  /** Time between a new card and the first partner who looks at it; each next one looks a little later. */
  kijken: number;
  /** The extra time of the partner who is late. */
  traag: number;
}

export const GEWOON: Tempo = { kijken: 3_000, traag: 40_000 };

/** The partner who answers long after the others. */
export const TRAAG = 'Lotte Visser';

export type Daad = Reactie | 'meedoen';

/** Hears what a partner did. */
export type Meld = (partner: Partner, daad: Daad) => void;

/** What a partner did, as a sentence for the terminal. */
export const zinVan = (partner: Partner, daad: Daad): string =>
  `${partner.naam} (${partner.organisatie}) ${ZINNEN[daad](partner)}`;

const ZINNEN: Readonly<Record<Daad, (partner: Partner) => string>> = {
  meedoen: () => 'vraagt om mee te doen.',
  gegevens: () => 'geeft de eigen organisatie door.',
  probleem: ({ problemen: { length } }) =>
    `geeft ${length === 1 ? 'een probleem' : `${length} problemen`} door.`,
  stem: () => 'stemt.',
  akkoord: ({ bezwaar }) => (bezwaar === '' ? 'gaat akkoord.' : `gaat niet akkoord: ${bezwaar}`),
  maatregel: () => 'geeft door wat de organisatie doet, en wat niet.',
  voortgang: () => 'geeft de voortgang door.',
  meting: () => 'geeft een meting door.',
  samenwerking: () => 'beoordeelt de samenwerking.',
};

/**
 * The partners of the example answer by themselves. When a live card changes they look at their own tasks, so that they
 * do what is open to them, and nothing twice, also after a restart. After a refusal they do not try again.
 */
export function volgPartners(zicht: Zicht, { kijken, traag }: Tempo, meld: Meld): Partners {
  const stopped = new AbortController();
  const running = new Set<Promise<void>>();
  const groepen = new Map<string, Aandacht[]>();
  const groepBij = (card: AnyCard) =>
    PARTNERS.map((partner, at) => {
      const wacht = { kijken: kijken * (1 + at / 2), traag: partner.naam === TRAAG ? traag : 0 };
      const wie = zicht.speler(partner.naam);
      return new Aandacht(wie, partner, meld, { ...wacht, signal: stopped.signal }, card);
    });
  zicht.onCard((card) => {
    const project = card.isLive ? projectVan(card) : '';
    if (project === '') return;
    const groep = groepen.get(project) ?? groepBij(card);
    groepen.set(project, groep);
    for (const lid of groep) {
      const run = lid.ziet(card).finally(() => running.delete(run));
      running.add(run);
    }
  });
  return {
    stop: () => stopped.abort(),
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

export interface Partners {
  stop: () => void;
  /** Resolves when no partner is looking, waiting or acting. */
  idle: () => Promise<void>;
}

/** Something that this partner can do now, on the card with its button. */
interface Taak {
  /** Stays the same as long as the task stands there. */
  sleutel: string;
  daad: Daad;
  on: AnyCard;
}

/** One partner, who watches one project. */
class Aandacht {
  readonly wie: Speler;
  readonly partner: Partner;
  readonly meld: Meld;
  readonly tempo: Tempo & { signal: AbortSignal };
  /** The live card as it is now. */
  card: AnyCard;
  /** The card that led to the last look. */
  bekeken: AnyCard | undefined;
  isBezig = false;
  heeftGegevens = false;
  /** Tasks that were tried and still stand there. */
  geprobeerd = new Set<string>();

  constructor(
    wie: Speler,
    partner: Partner,
    meld: Meld,
    tempo: Tempo & { signal: AbortSignal },
    card: AnyCard,
  ) {
    this.card = card;
    this.wie = { ...wie, isSoepel: true };
    this.partner = partner;
    this.meld = meld;
    this.tempo = tempo;
  }

  /** Looks after a while, and again when the card changed meanwhile. */
  async ziet(card: AnyCard): Promise<void> {
    this.card = card;
    if (this.isBezig) return;
    this.isBezig = true;
    try {
      while (this.bekeken !== this.card) await this.kijkt();
    } catch {
      // Stopped, or the bot did not answer. The next card is a new chance.
    } finally {
      this.isBezig = false;
    }
  }

  async kijkt(): Promise<void> {
    const { kijken, traag, signal } = this.tempo;
    await pauze(kijken, undefined, { signal });
    this.bekeken = this.card;
    if (traag > 0 && (await this.nieuweTaken()).length > 0) {
      await pauze(traag, undefined, { signal });
    }
    const nieuw = await this.nieuweTaken();
    for (const taak of nieuw) await this.doet(taak);
    if (nieuw.length > 0) await this.kijktNa(nieuw);
  }

  async nieuweTaken(): Promise<Taak[]> {
    return (await this.taken()).filter(({ sleutel }) => !this.geprobeerd.has(sleutel));
  }

  async doet({ sleutel, daad, on }: Taak): Promise<void> {
    this.geprobeerd.add(sleutel);
    try {
      if (daad === 'meedoen') await this.wie.drukt(MEEDOEN, {}, on);
      else await REACTIES[daad](this.wie, this.partner, on);
    } catch {
      // Refused: somebody closed it, or made of it what this partner has no answer to.
    }
  }

  /** A task that is gone from the list was done. One that is still there was refused, and is left alone. */
  async kijktNa(gedaan: readonly Taak[]): Promise<void> {
    const staat = new Set((await this.taken()).map(({ sleutel }) => sleutel));
    this.geprobeerd = new Set([...this.geprobeerd].filter((sleutel) => staat.has(sleutel)));
    for (const { sleutel, daad } of gedaan) {
      if (daad === 'meedoen' || !staat.has(sleutel)) this.meld(this.partner, daad);
    }
  }

  async taken(): Promise<Taak[]> {
    const lijst = await this.wie.drukt('Mijn taken', {}, metKnop(this.card, 'Mijn taken', 'taken'));
    if (knoppenOp(lijst).some(({ title }) => title === MEEDOEN))
      return [{ sleutel: MEEDOEN, daad: 'meedoen', on: lijst }];
    const taken = [...takenOp(lijst), ...(await this.achterRijen(lijst))];
    // A task with a button in the list may stand behind its row as well.
    const eens = new Map(taken.map((taak) => [taak.sleutel, taak]));
    return [...(await this.gegevens()), ...eens.values()];
  }

  /** A row with more than one thing to do opens first. */
  async achterRijen(lijst: AnyCard): Promise<Taak[]> {
    const found: Taak[] = [];
    for (const rij of rijenOp(lijst).filter((one) => opentRij(one)?.title === OPENEN))
      found.push(...takenOp(await this.wie.drukt(OPENEN, {}, rij)));
    return found;
  }

  /** No task list asks for one's own organisatie, so the partner looks whether it is filled in. */
  async gegevens(): Promise<Taak[]> {
    if (this.heeftGegevens) return [];
    const on = metKnop(this.card, 'Mijn gegevens', 'deelnemer.gegevens');
    const form = await this.wie.drukt('Mijn gegevens', {}, on);
    this.heeftGegevens = staatBij(form, 'Naam van de organisatie') !== '';
    return this.heeftGegevens ? [] : [{ sleutel: 'gegevens', daad: 'gegevens', on }];
  }
}

const OPENEN = 'Openen';
const MEEDOEN = 'Ik wil meedoen';

/** The button of a task, and what a partner does about it. */
const DADEN: Readonly<Record<string, Reactie>> = {
  'Probleem doorgeven': 'probleem',
  Stemmen: 'stem',
  Akkoord: 'akkoord',
  'Maatregel doorgeven': 'maatregel',
  'Voortgang doorgeven': 'voortgang',
  'Meting doorgeven': 'meting',
  'Samenwerking beoordelen': 'samenwerking',
};

interface Claim {
  verb: string;
  project: string;
  args: object;
}

const claimVan = (data: Record<string, unknown> | undefined) => data?.['_'] as Claim | undefined;
const projectVan = (card: AnyCard) => claimVan(knoppenOp(card)[0]?.data)?.project ?? '';

const takenOp = (lijst: AnyCard): Taak[] =>
  knoppenOp(lijst).flatMap(({ title, data }) => {
    const daad = DADEN[title];
    const { verb, args } = claimVan(data) ?? {};
    return daad ? [{ sleutel: JSON.stringify([verb, args]), daad, on: lijst }] : [];
  });

/** A card with a button for what typing this would lead to, because only one person of the Playground can type. */
function metKnop(card: AnyCard, title: string, verb: string): AnyCard {
  const claim = { ...claimVan(knoppenOp(card)[0]?.data), verb, op: 'open', args: {}, kaart: '' };
  const knop = { type: 'Action.Submit', title, data: { _: claim } };
  const { messageId, gesprek = '' } = card;
  return { messageId, gesprek, isLive: true, type: 'AdaptiveCard', actions: [knop] };
}
