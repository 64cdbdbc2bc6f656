import { aaneen, aaneengeregen } from '../taal/aaneen.ts';
/**
 * One page that shows a plan at a glance, as plain data. The picture in chat and the page to print are both drawn from
 * it. It holds only what everybody may read.
 */
export interface Poster {
  readonly titel: string;
  /** The opdrachtgevers and the end date. */
  readonly onder: string;
  readonly stappen: readonly PosterStap[];
  /** Where the group is now, in words. */
  readonly stand: string;
  readonly blokken: readonly PosterBlok[];
  /** The day it shows. */
  readonly voet: string;
}

export interface PosterStap {
  readonly nr: number;
  readonly naam: string;
  readonly stand: 'klaar' | 'bezig' | 'later';
}

/** The most important comes first in each block; what does not fit on the page is counted. */
export type PosterBlok = PosterGetallen | PosterLijst | PosterBalken | PosterVerdeling | PosterWie;

/** Some numbers, large. */
export interface PosterGetallen {
  readonly soort: 'getallen';
  readonly kop: string;
  readonly getallen: readonly { waarde: string; naam: string }[];
}

export interface PosterLijst {
  readonly soort: 'lijst';
  readonly kop: string;
  readonly isGenummerd: boolean;
  readonly punten: readonly string[];
}

/** How far things are, with a bar for each. */
export interface PosterBalken {
  readonly soort: 'balken';
  readonly kop: string;
  readonly balken: readonly {
    naam: string;
    /** 0 to 1; null while it is not known. */
    deel: number | null;
    /** The same in words. */
    zin: string;
  }[];
}

/** A whole in its parts. */
export interface PosterVerdeling {
  readonly soort: 'verdeling';
  readonly kop: string;
  /** What the whole is. */
  readonly zin: string;
  readonly delen: readonly {
    naam: string;
    /** Null while part of it is not known: there are only words then, because a bar would count that part as 0. */
    waarde: number | null;
    zin: string;
    toon: PosterToon;
  }[];
}

export type PosterToon = 'goed' | 'bezig' | 'let op' | 'rustig';

/** Who does what. */
export interface PosterWie {
  readonly soort: 'wie';
  readonly kop: string;
  readonly rijen: readonly { naam: string; punten: readonly string[] }[];
}

/** All that the page shows, in words, for people who cannot see it. */
export const posterTekst = ({ titel, onder, stand, blokken, voet }: Poster): string[] =>
  [titel, onder, stand, ...blokken.flatMap(blokTekst), voet].filter((zin) => zin !== '');

function blokTekst(blok: PosterBlok): string[] {
  return [blok.kop.endsWith('?') ? blok.kop : aaneen`${blok.kop}:`, ...inhoud(blok)];
}

function inhoud(blok: PosterBlok): string[] {
  switch (blok.soort) {
    case 'getallen':
      return blok.getallen.map(({ waarde, naam }) => aaneen`${waarde} ${naam}.`);
    case 'lijst':
      return blok.punten.map((punt, at) => (blok.isGenummerd ? `${at + 1}. ${punt}` : punt));
    case 'balken':
      return blok.balken.map(({ naam, zin }) => aaneen`${naam}: ${zin}.`);
    case 'verdeling':
      return [blok.zin, ...blok.delen.map(({ naam, zin }) => aaneen`${naam}: ${zin}.`)];
    case 'wie':
      return blok.rijen.map(({ naam, punten }) => aaneen`${naam}: ${aaneengeregen(punten, '; ')}.`);
  }
}

/** What a picture of the whole plan is called by, among the figures that each have an id. */
export const PLAN = 'plan';
