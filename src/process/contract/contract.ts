import type { Decision, OutboxMessage, Refused } from './decision.ts';
import type { Deelnemer, Identity } from '../feiten/deelnemers.ts';
import type { Fields, Values } from '../vormen/form.ts';
import type { Deel, Hoofdstuk } from '../vormen/hoofdstuk.ts';
import type { PosterBlok } from '../vormen/poster.ts';
import type { Facts, NewEvent, Project } from '../feiten/project.ts';
import type { Right } from './rights.ts';
import type { Args, Button, FormScreen, Groep, Screen } from '../vormen/screen.ts';
import type { Verloopwoorden } from './verloop.ts';
import type { Upload } from '../feiten/upload.ts';
import type { Werkvlak } from '../vormen/werkvlak.ts';

/** Somebody Teams vouches for. */
export interface Iemand extends Identity {
  naam: string;
  /** Guest or member of another organisation. */
  extern: boolean;
}

/** What Teams says about the conversation, gathered before deciding. */
interface Gesprek {
  id: string;
  soort: 'personal' | 'groupChat' | 'channel';
  tenant: string;
  /** True where only the people of the group read along: a chat, a private or shared channel. */
  isBesloten: boolean;
  /** Id of the project that ran here before; empty when there was none. Filled in for a new project only. */
  vorige: string;
  /** Its members, where the action asks for them; else empty. */
  leden: readonly Iemand[];
}

/** What became of one message of ours. */
export interface Verstuurd {
  soort: string;
  /** Deelnemer id of who got it in their own chat; empty for the whole group. */
  aan: string;
  afloop: 'verstuurd' | 'overbodig' | 'onbereikbaar' | 'onbekend';
  /** UTC ISO */
  op: string;
}

/** All that a decision or a screen may know. */
export interface Ctx {
  readonly project: Project;
  /** Who acts, from the verified identity. */
  readonly iemand: Iemand;
  /** The deelnemer bound to it, of whatever status; `NIEMAND` for somebody from outside. */
  readonly actor: Deelnemer;
  /** Teams' time of the act, UTC ISO. */
  readonly now: string;
  readonly gesprek: Gesprek;
  /** What the pressed button was about: a claim, looked up before use. */
  readonly args: Args;
  /** True when "Toch opslaan" was pressed: a question that was asked is not asked again. */
  readonly toch: boolean;
  readonly traject: Traject;
  /** The file that came along; only where one can be sent. */
  readonly upload?: Upload;
  /** What was sent; filled in for the views that need it. Nothing is decided from it. */
  readonly verstuurd?: readonly Verstuurd[];
}

/**
 * When an action is possible:
 * `altijd`, also after the project closed · `open`, until it closes · `invoer`, for deelnemers until the deadline of that
 * step and for whoever leads until the next step opens · `vanaf`, from the opening of that step until the project closes.
 */
export type When = 'altijd' | 'open' | { invoer: string } | { vanaf: string };

/** A form that can be saved, with the revision of what it changes (0: it makes something new). */
export interface FormOf<F extends Fields> extends FormScreen {
  velden: F;
  rev: number;
}

/** Something one can do: a form that is saved, or a button that acts at once. */
export interface Action<F extends Fields = Fields> {
  readonly verb: string;
  readonly right: Right;
  readonly when: When;
  /** True for a button that acts at once; its form has no fields and is never shown. */
  readonly isTap: boolean;
  /** True where the conversation's members must be known. */
  readonly needsLeden: boolean;
  /** The form as this person gets it now; a refusal when it makes no sense now. */
  readonly form: (ctx: Ctx) => FormOf<F> | Refused;
  readonly decide: (ctx: Ctx, values: Values<F>) => Decision;
  /** What one reads after it was stored, drawn from the state then. `about` is the entry's id. */
  readonly receipt: (ctx: Ctx, about: string) => Screen;
}

/** Something one can look at. */
export interface View {
  readonly verb: string;
  readonly right: Right;
  /** True where one reads what became of our messages. */
  readonly needsVerstuurd?: true;
  readonly show: (ctx: Ctx) => Screen;
}

/** Any of them. The list of all actions mixes forms of every shape; `judge` gives each its own answers only. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface AnyAction extends Omit<Action<any>, 'form'> {
  readonly form: (ctx: Ctx) => FormOf<Fields> | Refused;
}

/** What may be read off at one moment. */
export interface Beeld {
  readonly project: Project;
  /** UTC ISO */
  readonly now: string;
  readonly traject: Traject;
}

/** What may be read, by this person: `NIEMAND` reads what everybody may, and can press nothing. */
export interface Lezing extends Beeld {
  readonly lezer: Deelnemer;
}

/** One thing that a step should give before the next one starts. */
export interface Check {
  klaar: boolean;
  /** `23 problemen`, `Nog geen prioriteitenlijst` */
  zin: string;
}

/** One thing somebody still has to do, with the button that does it. */
export interface Taak {
  zin: string;
  /** `tot do 14 januari, 17.00 uur`; empty without a date. */
  wanneer: string;
  knoppen: readonly Button[];
}

/** One line of an overleg's agenda: the words of the source, and what we know and can do about it now. */
export interface AgendaRegel {
  id: string;
  /** Verbatim. */
  tekst: string;
  /** True for a line that belongs to the line above. */
  isOnderdeel: boolean;
  /** What the group has said that is used here. */
  gegevens: (beeld: Beeld) => readonly string[];
  /** What one does at this line, for who leads or keeps the notes. */
  knoppen: (beeld: Beeld) => readonly Button[];
  /** True once that was done, or when nothing has to come out of this line: it counts as having an outcome. */
  isGedaan: (beeld: Beeld) => boolean;
  /** What the group works on here on a big screen, and shows; left out: only the data. */
  werk?: (lezing: Lezing) => readonly Werkvlak[];
}

/** An overleg as a calendar takes it. */
export interface Vergadering {
  onderwerp: string;
  /** UTC ISO; `tot` empty while not said. */
  van: string;
  tot: string;
  plaats: string;
}

/** A short message for the whole group. */
export interface Bericht {
  titel: string;
  regels: readonly string[];
  knoppen: readonly Button[];
  /** What one can put in one's own calendar. */
  vergadering?: Vergadering;
  /** Deelnemer ids of who is mentioned above it. */
  noemt?: readonly string[];
  /** True when it need not be sent any more; where it stands already it is still drawn. */
  overbodig?: boolean;
  /** True while it must stay equal to the log. */
  blijft?: boolean;
}

/** What the clock asks of people: of whom follows from the log when it is said. */
export interface Vraag {
  /** Who still has to act. */
  aan: (project: Project) => readonly Deelnemer[];
  /** What and until when, in one or two sentences; true for everybody who reads along. */
  regels: readonly string[];
  /** More that only who is asked reads, in their own chat. */
  onderons: readonly string[];
  /** The answer itself, or the way to it. */
  knoppen: readonly Button[];
  /** True for what concerns nobody else: in the group only who cannot be reached in their own chat. */
  isPersoonlijk: boolean;
  /** True for what one only has to know. */
  isMelding?: boolean;
}

/** Something that happens at a time, as long as what it hangs on stays as it is. Computed from the log, each time anew. */
export interface Moment {
  /** With the version of what it hangs on: after a change it is another series. */
  readonly reeks: string;
  /** UTC ISO. Of a series only the newest that is due still counts. */
  readonly op: string;
  /** After this it makes no sense any more, UTC; empty: always. */
  readonly tot: string;
  /** As the list of planned messages names it; empty: it is not in there. */
  readonly naam: string;
  /** Worked out only when somebody is asked: what is planned is looked at much more often. */
  readonly vraag?: () => Vraag;
  readonly events?: readonly NewEvent[];
  readonly messages?: readonly OutboxMessage[];
}

/** What is asked of one party that has to decide: one page, of what everybody may read. */
export interface Verzoek {
  /** Unique in the traject. */
  readonly id: string;
  /** Of the party. */
  readonly naam: string;
  readonly delen: readonly Deel[];
  /** Where the answer goes that comes back. */
  readonly knoppen: readonly Button[];
}

/** What makes a step different. A step declares and decides; it does not handle, store or send. */
export interface Step {
  /** Appears in verbs, file names, row keys and logs. */
  readonly id: string;
  readonly nummer: number;
  /** As the source spells it. */
  readonly naam: string;
  /** The purpose of the step, in the words of the source. */
  readonly doel: string;
  /** The work of the step and whether it is done online or in an overleg. */
  readonly werk: readonly { wat: string; wijze: 'online' | 'overleg' | 'door de projectleider' }[];
  /** True where deelnemers enter and the deadline locks them. */
  readonly heeftInvoer: boolean;
  /** The overleg of this step, 1 to 3; 0 without one. */
  readonly overleg: number;
  readonly acties: readonly AnyAction[];
  readonly weergaven: readonly View[];
  /** Data for `cards/<id>.json`. Everybody in the conversation sees it. */
  readonly kaart: (beeld: Beeld) => object;
  /** True when this person has nothing left to enter. */
  readonly heeftGereageerd: (project: Project, lid: Deelnemer) => boolean;
  /** Whether this person has anything to enter at all; left out: everybody has. */
  readonly moetReageren?: (project: Project, lid: Deelnemer) => boolean;
  /** What stands and what is missing, before the next step starts. */
  readonly gereed: (beeld: Beeld) => readonly Check[];
  /** Posted when the step closes. */
  readonly samenvatting: (beeld: Beeld) => Bericht;
  /** Draws the messages that this step's decisions ask for, per `soort`, from the state when they are sent. */
  readonly berichten: Readonly<Record<string, (beeld: Beeld, facts: Facts) => Bericht>>;
  /** What the clock does for this step besides its deadline; also after the project was closed. */
  readonly momenten: (beeld: Beeld) => readonly Moment[];
  /** Empty without an overleg of its own. */
  readonly agenda: readonly AgendaRegel[];
  /** This step's part of the plan so far. */
  readonly plan: (beeld: Beeld) => readonly Groep[];
  /** The same at length, as far as this reader may read it: for the tab and what is handed over. */
  readonly hoofdstukken: (lezing: Lezing) => readonly Hoofdstuk[];
  /** What of it stands on the page that shows the plan at a glance; the project is `voorIedereen`. */
  readonly poster: (beeld: Beeld) => readonly PosterBlok[];
  /** How far it is in a few words, for a list of projects; empty while there is nothing to say, left out: there never is. */
  readonly kortom?: (beeld: Beeld) => string;
  /** What is asked of those who have to decide about this step, one for each; left out: nobody decides about it. */
  readonly verzoeken?: (beeld: Beeld) => readonly Verzoek[];
  readonly taken: (beeld: Beeld, lid: Deelnemer) => readonly Taak[];
  /** What of a finished project goes along into a new round: first events of the new log, all ids through `meegenomen`. */
  readonly meenemen: (oude: Project) => readonly NewEvent[];
}

/** Ways on that fit around any screen: what they lead to is the traject's to say. */
export interface Wegen {
  /** How somebody comes in: where there is no project yet, or where they do not take part. */
  readonly binnen: (ctx: Ctx) => readonly Button[];
  /** Back to what somebody is in the middle of, after they stored something. */
  readonly terug: (ctx: Ctx) => readonly Button[];
  /** Where the answers of a form can still go after its step was closed; saved there as they are. */
  readonly naSluiting: (ctx: Ctx, action: AnyAction) => readonly Button[];
}

/** A way to work in steps, with everything one can do in it. */
export interface Traject {
  readonly id: string;
  readonly stappen: readonly Step[];
  /** How whoever leads goes on after the last step. */
  readonly slot: readonly Button[];
  readonly acties: ReadonlyMap<string, AnyAction>;
  readonly weergaven: ReadonlyMap<string, View>;
  readonly wegen: Wegen;
  /** What the record says of each kind of entry. */
  readonly verloop: Verloopwoorden;
}
