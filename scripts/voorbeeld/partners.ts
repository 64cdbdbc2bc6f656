import { setTimeout as pauze } from 'node:timers/promises';
import { knoppenOp, staatBij, type AnyCard, type Knop } from './kaart.ts';
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
  /** Between a new card and the first who looks at it; each next one a little later. */
  kijken: number;
  /** What the one who is late needs on top of that. */
  traag: number;
}

export const GEWOON: Tempo = { kijken: 3_000, traag: 40_000 };

/** What a partner did. */
export interface Gedaan {
  partner: Partner;
  wat: Reactie | 'meedoen';
}

/** Who answers long after the others. */
export const TRAAG = 'Lotte Visser';

/** The button of a task, and what a partner does about it. */
const TAKEN: Readonly<Record<string, Reactie>> = {
  'Probleem doorgeven': 'probleem',
  Stemmen: 'stem',
  Akkoord: 'akkoord',
  'Maatregel doorgeven': 'maatregel',
  'Voortgang doorgeven': 'voortgang',
  'Meting doorgeven': 'meting',
  'Samenwerking beoordelen': 'samenwerking',
};

/**
 * The partners of the example answer by themselves. Each time a live card changes they look at their own tasks, so that
 * they do what is open to them and nothing twice, also after a restart. A refusal is no reason to try again.
 */
export function volgPartners(
  zicht: Zicht,
  { kijken, traag }: Tempo,
  meld: (gedaan: Gedaan) => void,
): { stop: () => void } {
  const stopped = new AbortController();
  const leden = PARTNERS.map((partner, at) => {
    const lid = new Lid({ ...zicht.speler(partner.naam), isSoepel: true }, partner, meld);
    lid.wacht = [kijken * (1 + at / 2), partner.naam === TRAAG ? traag : 0];
    return lid;
  });
  zicht.onCard((card) => {
    if (card.isLive) for (const lid of leden) void lid.ziet(card, stopped.signal);
  });
  return { stop: () => stopped.abort() };
}

/** One partner, in all projects. */
class Lid {
  wacht: readonly [kijken: number, traag: number] = [0, 0];
  readonly wie: Speler;
  readonly partner: Partner;
  readonly meld: (gedaan: Gedaan) => void;
  /** The newest live card per project that was not looked at. */
  readonly nieuw = new Map<string, AnyCard>();
  readonly bezig = new Set<string>();
  /** What was tried and still stands there. */
  geprobeerd = new Set<string>();
  readonly bekend = new Set<string>();

  constructor(wie: Speler, partner: Partner, meld: (gedaan: Gedaan) => void) {
    this.wie = wie;
    this.partner = partner;
    this.meld = meld;
  }

  /** Looks after a while, and again when the card changed meanwhile. */
  async ziet(card: AnyCard, signal: AbortSignal): Promise<void> {
    const project = projectVan(card);
    this.nieuw.set(project, card);
    if (this.bezig.has(project)) return;
    this.bezig.add(project);
    try {
      while (this.nieuw.has(project)) await this.kijkt(project, signal);
    } catch {
      // Stopped, or the Playground is gone. The next card is a new chance.
    } finally {
      this.bezig.delete(project);
    }
  }

  async kijkt(project: string, signal: AbortSignal): Promise<void> {
    const [kijken, traag] = this.wacht;
    await pauze(kijken, undefined, { signal });
    let open = await this.nieuweTaken(project);
    if (open.length > 0 && traag > 0) {
      await pauze(traag, undefined, { signal });
      open = await this.nieuweTaken(project);
    }
    for (const { knop, taken } of open) await this.doet(project, knop, taken);
  }

  /** Tasks that were not tried yet. Who is not in the group asks to join. */
  async nieuweTaken(project: string): Promise<{ knop: Knop; taken: AnyCard }[]> {
    const card = this.nieuw.get(project) as AnyCard;
    this.nieuw.delete(project);
    return [];
  }

  async doet(project: string, knop: Knop, taken: AnyCard): Promise<void> {}
}

const projectVan = (card: AnyCard) => '';
