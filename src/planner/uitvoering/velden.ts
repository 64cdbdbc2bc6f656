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
} from '../../process/vormen/form.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { dateText } from '../../process/taal/time.ts';
import { bladKnoppen, enkel, keuzeBlad, type KeuzeBlad } from '../../process/vormen/bladen.ts';
import { ledenKeuzes } from '../../process/contract/keuzes.ts';
import { vertrouwelijkVeld } from '../plan/lezers.ts';
import { ANDER_PROBLEEM, onderwerpNamen, type Regel } from '../plan/uitvoeringsmatrix.ts';

/** The values in the form of a row when it opens. */
export type Voorstel = Pick<Regel, 'facts' | 'texts'>;

const mensenBlad = ({ project, args }: Ctx, { facts }: Voorstel): KeuzeBlad =>
  keuzeBlad(ledenKeuzes(project), args['mensen'], [facts.trekker, ...facts.uitvoerders]);

const onderwerpKeuzes = (project: Project) =>
  [...onderwerpNamen(project)].map(([id, tekst]) => ({ id, tekst }));

/** The problems to choose from. The row's own problem is always among them, also when it left the list. */
function onderwerpBlad({ project, args }: Ctx, { facts }: Voorstel) {
  const all = onderwerpKeuzes(project);
  const known = facts.onderwerp === '' || all.some(({ id }) => id === facts.onderwerp);
  const keuzes = known ? all : [{ id: facts.onderwerp, tekst: ANDER_PROBLEEM }, ...all];
  const blad = keuzeBlad(keuzes, args['problemen'], facts.onderwerp ? [facts.onderwerp] : []);
  return { blad, keuzes: enkel(blad, keuzes, facts.onderwerp) };
}

/** The four amounts and the source of the money; each may be filled in later (H8). */
export const geldVelden = ({ facts, texts }: Voorstel) => ({
  kosten: bedrag({
    label: 'Kosten in euro',
    uitleg: 'Zonder de extra kosten. Nog niet bekend? Laat dit leeg.',
    waarde: numberInput(facts.kosten, 2),
  }),
  extra: bedrag({
    label: 'Extra kosten in euro',
    uitleg: 'Dit komt boven op de kosten. Geen extra kosten? Vul 0 in.',
    waarde: numberInput(facts.extra, 2),
  }),
  dekking: bedrag({
    label: 'Hoeveel is al gedekt, in euro?',
    uitleg: 'Dus: hoeveel van alles samen betaalt iemand zeker?',
    waarde: numberInput(facts.dekking, 2),
  }),
  bron: kort({
    label: 'Waar komt het geld vandaan?',
    uitleg: 'Bijvoorbeeld: gemeente, subsidie of ondernemers.',
    waarde: texts.bron,
  }),
});

/** All questions of a row: which problem, what, who, how, when, and with which money (H3). */
export function regelVelden(ctx: Ctx, voorstel: Voorstel) {
  const { facts, texts } = voorstel;
  const problemen = onderwerpBlad(ctx, voorstel);
  const wie = mensenBlad(ctx, voorstel);
  return {
    // Not required without problems: a project that came this far without any must not get stuck here.
    onderwerp: keuze(
      {
        label: 'Voor welk probleem?',
        waarde: facts.onderwerp,
        ...(problemen.keuzes.length > 0 ? { nodig: 'Kies een probleem.' } : {}),
      },
      problemen.keuzes,
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
        waarde: facts.trekker,
      },
      enkel(wie, ledenKeuzes(ctx.project), facts.trekker),
    ),
    uitvoerders: meer(
      {
        label: 'Wie doen er nog meer mee?',
        uitleg: 'Mag leeg blijven.',
        waarde: facts.uitvoerders,
      },
      wie.deel,
    ),
    werkwijze: lang({
      label: 'Werkwijze',
      uitleg: 'Een samenvatting van de maatregel of actie: hoe doen we het?',
      waarde: texts.werkwijze,
    }),
    start: datum({
      label: 'Wanneer begint het?',
      uitleg: 'Mag leeg blijven.',
      waarde: facts.start,
    }),
    einde: datum({
      label: 'Wanneer is het klaar?',
      uitleg: 'Mag leeg blijven.',
      waarde: facts.einde,
    }),
    ...geldVelden(voorstel),
    vertrouwelijk: vertrouwelijkVeld(facts.vertrouwelijk),
  };
}

/** The buttons to more people and more problems, in groups too large for one form. */
export function meerKnoppen(ctx: Ctx, verb: string, voorstel: Voorstel): Button[] {
  const naar = (wat: string) => ({ wat, verb, args: ctx.args, arg: wat });
  return [
    ...bladKnoppen(mensenBlad(ctx, voorstel), naar('mensen')),
    ...bladKnoppen(onderwerpBlad(ctx, voorstel).blad, naar('problemen')),
  ];
}

/** The uitvoerders: ticked here, or kept from another page of the form. The trekker is not named twice. */
export function gekozenUitvoerders(
  ctx: Ctx,
  voorstel: Voorstel,
  { uitvoerders, trekker }: { uitvoerders: readonly string[]; trekker: string },
): string[] {
  const kept = mensenBlad(ctx, voorstel).elders.filter((id) =>
    voorstel.facts.uitvoerders.includes(id),
  );
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
