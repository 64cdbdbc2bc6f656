import type { Ctx } from '../../process/contract/contract.ts';
import { ask, refuseFields, type Refused } from '../../process/contract/decision.ts';
import {
  bedrag,
  datum,
  keuze,
  kies,
  kort,
  lang,
  meer,
  numberInput,
  type Keuze,
} from '../../process/vormen/form.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { dateText } from '../../process/taal/time.ts';
import { ledenKeuzes } from '../../process/contract/keuzes.ts';
import { vertrouwelijkVeld } from '../plan/lezers.ts';
import { ANDER_PROBLEEM, onderwerpNamen, type Regel } from '../plan/uitvoeringsmatrix.ts';

/** The values in the form of a row when it opens. */
export type Voorstel = Pick<Regel, 'facts' | 'texts'>;

const onderwerpKeuzes = (project: Project) =>
  [...onderwerpNamen(project)].map(([id, tekst]) => ({ id, tekst }));

/** The problems to choose from. The row's own problem is always among them, also when it left the list. */
function problemenVoor(project: Project, { facts }: Voorstel): Keuze[] {
  const all = onderwerpKeuzes(project);
  const known = facts.onderwerp === '' || all.some(({ id }) => id === facts.onderwerp);
  return known ? all : [{ id: facts.onderwerp, tekst: ANDER_PROBLEEM }, ...all];
}

/** The four amounts and the source of the money; each may be filled in later (H8). */
export const geldVelden = ({ facts, texts }: Voorstel) => ({
  kosten: bedrag({
    label: 'Gewone kosten (euro)',
    uitleg: 'Nog niet bekend? Laat dit leeg.',
    waarde: numberInput(facts.kosten, 2),
  }),
  extra: bedrag({
    label: 'Extra kosten (euro)',
    uitleg: 'Boven op de gewone kosten. Geen extra kosten? Vul 0 in.',
    waarde: numberInput(facts.extra, 2),
  }),
  dekking: bedrag({
    label: 'Voor hoeveel euro is er al geld?',
    uitleg: 'Tel kosten en extra kosten samen.',
    waarde: numberInput(facts.dekking, 2),
  }),
  bron: kort({
    label: 'Waar komt het geld vandaan?',
    uitleg: 'Bijvoorbeeld: gemeente, subsidie of ondernemers.',
    waarde: texts.bron,
  }),
});

/** All questions of a row: which problem, what, who, how, when, and with which money (H3). */
export function regelVelden({ project }: Ctx, voorstel: Voorstel) {
  const { facts, texts } = voorstel;
  const problemen = problemenVoor(project, voorstel);
  const mensen = ledenKeuzes(project);
  return {
    // Not required without problems: a project that came this far without any must not get stuck here.
    onderwerp: keuze(
      {
        label: 'Voor welk probleem?',
        wat: 'problemen',
        waarde: facts.onderwerp,
        ...(problemen.length > 0 ? { nodig: 'Kies een probleem.' } : {}),
      },
      problemen,
    ),
    wat: lang({
      label: 'Wat gaan we doen?',
      nodig: 'Schrijf op wat we gaan doen.',
      waarde: texts.wat,
    }),
    trekker: kies(
      {
        label: 'Wie is de trekker?',
        uitleg: 'Eén persoon, die ervoor zorgt dat het gebeurt.',
        nodig: 'Kies een trekker.',
        wat: 'mensen',
        waarde: facts.trekker,
      },
      mensen,
    ),
    uitvoerders: meer(
      {
        label: 'Wie doet er nog meer mee?',
        wat: 'mensen',
        waarde: facts.uitvoerders,
      },
      mensen,
    ),
    werkwijze: lang({
      label: 'Hoe pakken we het aan?',
      naam: 'Werkwijze',
      uitleg: 'Een samenvatting van de maatregel of actie.',
      waarde: texts.werkwijze,
    }),
    start: datum({
      label: 'Wanneer begint het?',
      waarde: facts.start,
    }),
    einde: datum({
      label: 'Wanneer is het klaar?',
      uitleg: 'Weet je de datums nog niet? Laat ze leeg.',
      waarde: facts.einde,
    }),
    ...geldVelden(voorstel),
    vertrouwelijk: vertrouwelijkVeld(facts.vertrouwelijk),
  };
}

/** The uitvoerders: ticked, or no longer in the group. The trekker is not named twice. */
export function gekozenUitvoerders(
  { project }: Ctx,
  voorstel: Voorstel,
  { uitvoerders, trekker }: { uitvoerders: readonly string[]; trekker: string },
): string[] {
  const mensen = ledenKeuzes(project);
  const kept = voorstel.facts.uitvoerders.filter((id) => !mensen.some((lid) => lid.id === id));
  return [...new Set([...kept, ...uitvoerders])].filter((id) => id !== trekker);
}

interface Termijn {
  start: string;
  einde: string;
}

interface Bedragen {
  kosten: number | null;
  extra: number | null;
  dekking: number | null;
}

/** The end is not before the start, and the cover is not more than the costs, as far as both amounts are known. */
export function fouten(values: Partial<Termijn> & Bedragen): Refused | undefined {
  const velden = { ...eindeFout(values), ...dekkingFout(values) };
  return Object.keys(velden).length > 0 ? refuseFields(velden) : undefined;
}

function eindeFout({ start = '', einde = '' }: Partial<Termijn>): Record<string, string> {
  return start !== '' && einde !== '' && einde < start
    ? { einde: 'Het einde ligt voor het begin. Kies een latere datum.' }
    : {};
}

function dekkingFout({ kosten, extra, dekking }: Bedragen): Record<string, string> {
  if (dekking === null || kosten === null || extra === null) return {};
  const cents = (amount: number) => Math.round(amount * 100);
  return cents(dekking) > cents(kosten) + cents(extra)
    ? { dekking: 'Dit is meer dan de kosten en extra kosten samen.' }
    : {};
}

/** A hint, not a refusal, that the row ends after the project. */
export function vraagNaProject(
  { project, toch }: Ctx,
  { start, einde }: Termijn,
): Refused | undefined {
  const { einde: projectEinde } = profielVan(project).facts;
  const last = einde === '' ? start : einde;
  if (toch || last <= projectEinde) return undefined;
  return ask(`Dit loopt door na het einde van het project, ${dateText(projectEinde)}. Klopt dat?`);
}
