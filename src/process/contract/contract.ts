import type { Decision, OutboxMessage, Refused } from './decision.ts';
import type { Deelnemer, Identity, Rol } from '../feiten/deelnemers.ts';
import type { Fields, Values } from '../vormen/form.ts';
import type { Deel, Hoofdstuk } from '../vormen/hoofdstuk.ts';
import type { Jij, LiveKaart } from '../vormen/live-kaart.ts';
import type { PosterBlok } from '../vormen/poster.ts';
import type { Event, Facts, NewEvent, Project } from '../feiten/project.ts';
import type { Right } from './rights.ts';
import type { GeenTekst } from '../taal/vrij.ts';
import type { Args, Button, FormScreen, Groep, Item, Screen } from '../vormen/screen.ts';
import type { Verloop } from './verloop.ts';
import type { Woorden } from './woorden.ts';
import type { Upload } from '../feiten/upload.ts';
import type { Werkvlak } from '../vormen/werkvlak.ts';

/** A person whom Teams vouches for. */
export interface Iemand extends Identity {
  /** As Teams tells it: it may be empty, and it may be that of somebody else too. */
  naam: string;
  /** What stands before the @ of their address; empty where Teams does not tell it. */
  account: string;
  /** Guest or member of another organisation. */
  extern: boolean;
}

/** What Teams says about the conversation, gathered before deciding. */
interface Gesprek {
  id: string;
  soort: 'personal' | 'groupChat' | 'channel';
  tenant: string;
  /** True where only the group reads along: a chat, a private or shared channel. */
  isBesloten: boolean;
  /** Id of the project that ran here before; empty when there was none. Filled in for a new project only. */
  vorige: string;
  /** Its members, where the action asks for them; else empty. `verborgen`: Teams does not show them. */
  leden: readonly Iemand[] | 'verborgen';
}

/** What became of one message of ours. */
export interface Verstuurd {
  soort: string;
  /** Deelnemer id of the person who got it in their own chat; empty for the whole group. */
  aan: string;
  afloop: 'verstuurd' | 'overbodig' | 'onbereikbaar' | 'onbekend';
  /** UTC ISO */
  op: string;
}

/** All that a decision or a screen may know. */
export interface Ctx {
  readonly project: Project;
  /** The person who acts, from the verified identity. */
  readonly iemand: Iemand;
  /** The deelnemer that this identity is bound to, of whatever status; `NIEMAND` for a person from outside. */
  readonly actor: Deelnemer;
  /** Teams' time of the act, UTC ISO. */
  readonly now: string;
  readonly gesprek: Gesprek;
  /** What the pressed button was about: a claim, looked up before use. */
  readonly args: Args;
  /** True when "Toch opslaan" was pressed: a question that was asked is not asked again. */
  readonly toch: boolean;
  readonly traject: Traject;
  /** The files that came along; only where files can be sent. */
  readonly uploads?: readonly Upload[];
  /** What was sent; filled in for the views that need it. No decision depends on it. */
  readonly verstuurd?: readonly Verstuurd[];
}

/**
 * When an action is possible: `altijd`, also after the project closed · `open`, until it closes · `invoer`, for
 * deelnemers until the deadline of that step and for whoever leads until the project closes · `vanaf`, from the
 * opening of that step until the project closes · `nieuws`, the same, for what that step asks at agreed moments and what
 * is welcome between them.
 */
export type When = 'altijd' | 'open' | { invoer: string } | { vanaf: string } | { nieuws: string };

/** A form that can be saved, with the revision of what it changes (0: it makes something new). */
export interface FormOf<F extends Fields> extends FormScreen {
  velden: F;
  rev: number;
}

/** Something that a person can do: a form that is saved, or a button that acts at once. */
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
  /** What the person reads after it was stored, drawn from the state then. `about` is the id of the entry. */
  readonly receipt: (ctx: Ctx, about: string) => Screen;
}

/** Something that a person can look at. */
export interface View {
  readonly verb: string;
  readonly right: Right;
  /** True when it shows what became of our messages. */
  readonly needsVerstuurd: boolean;
  readonly show: (ctx: Ctx) => Screen;
}

/** Any of them. The list of all actions mixes forms of every shape; `judge` gives each its own answers only. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface AnyAction extends Omit<Action<any>, 'form'> {
  readonly form: (ctx: Ctx) => FormOf<Fields> | Refused;
}

/** What may be read at one moment. */
export interface Beeld {
  readonly project: Project;
  /** UTC ISO */
  readonly now: string;
  readonly traject: Traject;
}

/** What may be read by this person. `NIEMAND` reads what everybody may, and can press nothing. */
export interface Lezing extends Beeld {
  readonly lezer: Deelnemer;
}

/** One thing that a step should give before the next one starts. */
export interface Check {
  klaar: boolean;
  /** `23 problemen`, `Nog geen prioriteitenlijst` */
  zin: string;
}

/** What the next step cannot do without, and the group has not made: asked when going on. */
export interface Voorwaarde {
  /** What is missing. */
  mist: string;
  /** What happens when one goes on all the same. */
  zonder: string;
  /** How to make it first. */
  knoppen: readonly Button[];
  /** What stands in its place when one goes on without. */
  events: readonly NewEvent[];
}

/** One thing that a person still has to do, with the button that does it. */
export interface Taak {
  zin: string;
  /** `tot do 14 januari, 17.00 uur`; empty without a date. */
  wanneer: string;
  /** The same as a date or a moment in UTC, to put tasks in order; empty without. */
  op: string;
  knoppen: readonly Button[];
}

/** One thing that people brought and that was decided about. */
export interface Inbreng {
  /** Unique among all that people brought. */
  id: GeenTekst;
  /** Deelnemer ids of who brought it: they hear what became of it. */
  aan: readonly GeenTekst[];
  /** Another one when there is something new to tell about it. */
  stand: GeenTekst;
  /** When that was decided, UTC. */
  op: string;
  /** What one of them reads, from the project as that person may read it. */
  lees: (gelezen: Project) => Gebeurd;
}

/** What somebody brought, for what they typed in their own words; what became of it and why, in whole sentences. */
export interface Gebeurd {
  wat: string;
  gebeurd: readonly string[];
}

/** One line of an overleg's agenda: the words of the source, and what is known and can be done about it now. */
export interface AgendaRegel {
  id: string;
  /** What it is about, in plain words: what one reads first. */
  titel: string;
  /** The words of the source, verbatim: small below it, and in the minutes. */
  tekst: string;
  /** True for a line that belongs to the line above. */
  isOnderdeel: boolean;
  /** What the group has said that is used here. */
  gegevens: (beeld: Beeld) => readonly string[];
  /** The buttons at this line, for the projectleider and the notulist. */
  knoppen: (beeld: Beeld) => readonly Button[];
  /** True once that was done, or when nothing has to come out of this line: it then counts as having an outcome. */
  isGedaan: (beeld: Beeld) => boolean;
  /** What was decided here by pressing, in sentences that anybody may read; empty while nothing was. */
  besloten: (beeld: Beeld) => readonly string[];
  /** What the group works on here on a big screen, and shows; empty: only the data. */
  werk: (lezing: Lezing) => readonly Werkvlak[];
}

/** A kind of overleg that a traject holds: once, or one after another. */
export interface Overlegsoort {
  /** Stands in the log; unique in the traject. */
  readonly id: string;
  /** `Overleg 1`, as it stands above it and begins a sentence. Inside a sentence its first letter becomes small. */
  readonly naam: string;
  /** The steps in which it is held; the first of them is the one that has to be open. */
  readonly stappen: readonly string[];
  /** True when a next one follows when one is closed, as long as the step lasts. */
  readonly herhaalt: boolean;
  /** Who is invited as long as nobody chooses otherwise. */
  readonly genodigd: (project: Project) => readonly Deelnemer[];
  /** What it is about, inside a sentence: `wat pakken we het eerst aan?` */
  readonly vraag: string;
  /** What stands above its agenda, verbatim. */
  readonly agendatitel: string;
  readonly agenda: readonly AgendaRegel[];
}

/** An overleg as a calendar takes it. */
export interface Vergadering {
  onderwerp: string;
  /** UTC ISO; `tot` is empty while the end is not known. */
  van: string;
  tot: string;
  plaats: string;
  /** The same moment in words: some programs open the invitation without its times. */
  tekst: string;
}

/** A short message for the whole group. */
export interface Bericht {
  titel: string;
  regels: readonly string[];
  knoppen: readonly Button[];
  /** Said small, below all else. */
  klein?: string;
  /** What people can put in their own calendar. */
  vergadering?: Vergadering;
  /** Deelnemer ids of the people mentioned above it. */
  noemt?: readonly string[];
  /** True when it need not be sent any more. A message that was posted already is still redrawn. */
  overbodig?: boolean;
  /** True while it must stay equal to the log. */
  blijft?: boolean;
}

/** How messages for the group look, by the soort that the outbox holds; drawn from the state when they are sent. */
export type Berichten = Readonly<Record<string, (beeld: Beeld, facts: Facts) => Bericht>>;

/** What the clock asks of people. It is worked out when it is said, so it follows from the log at that moment. */
export interface Vraag {
  /** The people who still have to act. */
  aan: readonly Deelnemer[];
  /** What and until when, in one or two sentences; true for every reader. */
  regels: readonly string[];
  /** More lines, which only this one of the people asked reads, in their own chat. */
  onderons: (lid: Deelnemer) => readonly string[];
  /** The buttons that answer it, or lead to the answer. */
  knoppen: readonly Button[];
  soort: VraagSoort;
}

/**
 * `vraag`: for each of the group; `herhaling`: the same for the last time; `persoonlijk`: concerns only the people asked;
 * `melding`: only has to be known; `eenmalig`: the same, and it stays as it was read. In the group all but a `herhaling` name only the people who cannot be reached in their
 * own chat.
 */
export type VraagSoort = 'vraag' | 'herhaling' | 'persoonlijk' | 'melding' | 'eenmalig';

/** Something that happens at a time, as long as what it depends on stays as it is. It is computed from the log each time. */
export interface Moment {
  /** Includes the version of what it depends on: after a change it is another series. */
  readonly reeks: string;
  /** UTC ISO. Of a series only the newest moment that is due still counts. */
  readonly op: string;
  /** After this moment it makes no sense any more, UTC; empty: it always does. */
  readonly tot: string;
  /** Its name in the list of planned messages; empty: it is not in that list. */
  readonly naam: string;
  /** Computed only when people are asked: the list of what is planned is read much more often. */
  readonly vraag?: () => Vraag;
  readonly events?: readonly NewEvent[];
  readonly messages?: readonly OutboxMessage[];
}

/** A request to one party that has to decide: one page, with what everybody may read. */
export interface Verzoek {
  /** Unique in the traject. */
  readonly id: string;
  /** Of the party. */
  readonly naam: string;
  readonly delen: readonly Deel[];
  /** The buttons that record the answer. */
  readonly knoppen: readonly Button[];
}

/** A kind of entry that photos can be put with. */
export interface Fotoplek {
  /** The kind, as it stands in the log. */
  readonly soort: string;
  /** What one of them is called in a list of several kinds: `Probleem`. */
  readonly naam: string;
  /** What this person may put a photo with now, the newest first. `van`: whose it is, deelnemer id. */
  readonly eigen: (ctx: Ctx) => readonly { id: string; van: string; tekst: string }[];
}

/** What makes a step different. A step declares and decides; it does not handle, store or send. */
export interface Step {
  /** Stands in the log, and in the rules of when an action is possible. */
  readonly id: string;
  readonly nummer: number;
  /** As the source spells it. */
  readonly naam: string;
  /** What is done in it, in plain words. */
  readonly inHetKort: string;
  /** The purpose of the step, in the words of the source. */
  readonly doel: string;
  /** The work of the step and whether it is done online or in an overleg. */
  readonly werk: readonly { wat: string; wijze: 'online' | 'overleg' | 'door wie leidt' }[];
  /** True where deelnemers enter and the deadline locks them. */
  readonly heeftInvoer: boolean;
  /** What is asked for the date of a step that locks nobody: when what it makes is ready; empty where deelnemers enter. */
  readonly streefvraag: string;
  readonly acties: readonly AnyAction[];
  readonly weergaven: readonly View[];
  /** The kinds of entries of this step that photos can be put with. */
  readonly fotoplekken: readonly Fotoplek[];
  /** The card that everybody in the conversation sees. */
  readonly kaart: (beeld: Beeld) => LiveKaart;
  /** How the step that is current now stands for one person: on the card as only they see it. */
  readonly jij: (beeld: Beeld, lid: Deelnemer) => Jij;
  /** True when this person has nothing left to enter. */
  readonly heeftGereageerd: (project: Project, lid: Deelnemer) => boolean;
  /** Whether this person has anything to enter at all. */
  readonly moetReageren: (project: Project, lid: Deelnemer) => boolean;
  /** What stands and what is missing, before the next step starts. */
  readonly gereed: (beeld: Beeld) => readonly Check[];
  /** What the next step cannot do without and is not there; undefined when there is nothing of the kind. */
  readonly voorwaarde: (beeld: Beeld) => Voorwaarde | undefined;
  /** What goes back to how it was when the step after it, opened at this time, is taken back. */
  readonly teruggenomen: (project: Project, geopend: string) => readonly NewEvent[];
  /** Posted when the step closes. */
  readonly samenvatting: (beeld: Beeld) => Bericht;
  /** Draws the messages that this step's decisions ask for, per `soort`, from the state when they are sent. */
  readonly berichten: Berichten;
  /** What the clock does for this step besides its deadline; also after the project was closed. */
  readonly momenten: (beeld: Beeld) => readonly Moment[];
  /** This step's part of the plan so far. */
  readonly plan: (beeld: Beeld) => readonly Groep[];
  /** The same at length, as far as this reader may read it: for the tab and for exports. */
  readonly hoofdstukken: (lezing: Lezing) => readonly Hoofdstuk[];
  /** Its part of the page that shows the plan at a glance; the project is `voorIedereen`. */
  readonly poster: (beeld: Beeld) => readonly PosterBlok[];
  /** How far it is in a few words, for a list of projects; empty while there is nothing to say. */
  readonly kortom: (beeld: Beeld) => string;
  /** What is asked of those who have to decide about this step, one for each. */
  readonly verzoeken: (beeld: Beeld) => readonly Verzoek[];
  readonly taken: (beeld: Beeld, lid: Deelnemer) => readonly Taak[];
  /** What people brought in it, as far as it was decided about. */
  readonly inbreng: (beeld: Beeld) => readonly Inbreng[];
  /** What was left out and nobody wrote a reason for, with the button to write it: for whoever leads. */
  readonly zonderReden: (beeld: Beeld) => readonly Taak[];
  /**
   * What a new round takes over from a finished project: the first events of the new log, with all ids through
   * `meegenomen`.
   */
  readonly meenemen: (oude: Project) => readonly NewEvent[];
}

/** A role that somebody can be given besides leading and taking part. */
interface Rolkeuze {
  readonly id: Rol;
  /** As one reads it in a list: `Bestuurder`. */
  readonly naam: string;
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
  /** Stands in the log of each project. */
  readonly id: string;
  /** As one chooses it at the start. */
  readonly naam: string;
  readonly woorden: Woorden;
  /** In order. Their ids are unique over all trajecten: cards and verbs name them. */
  readonly stappen: readonly Step[];
  /** In the order in which they are held. */
  readonly overleggen: readonly Overlegsoort[];
  /** The roles that it has besides leading and taking part. */
  readonly rollen: readonly Rolkeuze[];
  /** The verb of the action that begins a project in this traject. */
  readonly start: string;
  /** What the clock does by a calendar of its own, whatever step the group is in. */
  readonly momenten: (beeld: Beeld) => readonly Moment[];
  /** How whoever leads goes on after the last step. */
  readonly slot: readonly Button[];
  /** What help says before anything was started. */
  readonly uitleg: { readonly titel: string; readonly regels: readonly string[] };
  /** What whoever leads can set, besides what every group can: each with its name and the button to it. */
  readonly instellingen: readonly Item[];
  /** What goes along to a new round, in one sentence. */
  readonly rondeUitleg: string;
  /** What stands under the title of the plan on paper. */
  readonly ondertitel: string;
  /** What its own kinds of messages are called in the list of what was sent. */
  readonly berichtnamen: Readonly<Record<string, string>>;
  /** Where the text of somebody's message in the chat goes: the action that takes it, and the question that it answers. */
  readonly uitBericht: { readonly verb: string; readonly veld: string };
  readonly acties: ReadonlyMap<string, AnyAction>;
  readonly weergaven: ReadonlyMap<string, View>;
  readonly wegen: Wegen;
  /** What the record says of each kind of entry. */
  readonly verloop: Verloop;
  /** A group that went a long way through it, as its log was recorded: the example to look at. None: empty. */
  readonly voorbeeld: readonly Event[];
}
