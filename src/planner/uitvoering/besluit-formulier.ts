import type { Ctx } from '../../process/contract/contract.ts';
import { formOf } from '../../process/contract/action.ts';
import { accept, refuseFields, type Refused } from '../../process/contract/decision.ts';
import { datum, kenmerk, kies, lang, meer, type Keuze } from '../../process/vormen/form.ts';
import { type Project, newId } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { dateOf } from '../../process/taal/time.ts';
import { type Regel, regels } from '../plan/uitvoeringsmatrix.ts';
import { besluit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { omvang, partijen, partijenVan, sleutelVan, type Besluit } from './partijen.ts';

const ANTWOORDEN = [
  { id: 'akkoord', tekst: 'Akkoord' },
  { id: 'niet akkoord', tekst: 'Niet akkoord' },
  { id: 'onder voorwaarden', tekst: 'Akkoord onder voorwaarden' },
] as const;

const OVER = [
  { id: 'alles', tekst: 'Alle maatregelen van deze partij' },
  { id: 'deze', tekst: 'Alleen deze maatregelen' },
] as const;

const HOE = [
  { id: 'mondeling', tekst: 'Mondeling' },
  { id: 'e-mail', tekst: 'E-mail' },
  { id: 'B&W-besluit', tekst: 'B&W-besluit' },
  { id: 'anders', tekst: 'Anders' },
] as const;

/** The rows that a partij decides about: all for an opdrachtgever, and for an organisatie those that it works on. */
function regelsVan(project: Project, partij: string): Regel[] {
  const sleutel = sleutelVan(project, partij);
  return regels(project).filter((rij) =>
    partijenVan(project, rij).some((found) => found.sleutel === sleutel),
  );
}

const partijKeuzes = (project: Project): Keuze[] =>
  partijen(project).map(({ id, naam }) => ({ id, tekst: kortweg(naam) }));

function regelKeuzes({ project, args: { partij } }: Ctx): Keuze[] {
  const rows = partij ? regelsVan(project, partij) : regels(project);
  return rows.map(({ id, texts }) => ({ id, tekst: kortweg(texts.wat) }));
}

/** The id of the same partij in the present list. */
const huidigePartij = (project: Project, id: string | undefined) =>
  id === undefined
    ? undefined
    : partijen(project).find(({ sleutel }) => sleutel === sleutelVan(project, id))?.id;

/** The rows picked before: those of the decision that is changed, or the row of the button. */
const eerderGekozen = ({ args }: Ctx, found: Besluit | undefined): readonly string[] =>
  found?.facts.regels ?? (args['regel'] ? [args['regel']] : []);

function velden(ctx: Ctx, found?: Besluit) {
  const gekozen = eerderGekozen(ctx, found);
  const partij = huidigePartij(ctx.project, found?.facts.partij ?? ctx.args['partij']);
  return {
    partij: kies(
      {
        label: 'Wie heeft besloten?',
        nodig: 'Kies wie heeft besloten.',
        wat: 'partijen',
        waarde: partij,
      },
      partijKeuzes(ctx.project),
    ),
    antwoord: kies(
      { label: 'Wat is het besluit?', nodig: 'Kies een antwoord.', waarde: found?.facts.antwoord },
      ANTWOORDEN,
    ),
    over: kies(
      {
        label: 'Waarover gaat het besluit?',
        nodig: 'Kies waarover het besluit gaat.',
        waarde: gekozen.length === 0 ? 'alles' : 'deze',
      },
      OVER,
    ),
    regels: meer(
      {
        label: 'Welke maatregelen?',
        uitleg: 'Kies ze alleen als het besluit niet over alle maatregelen gaat.',
        wat: 'maatregelen',
        waarde: gekozen,
      },
      regelKeuzes(ctx),
    ),
    voorwaarden: lang({
      label: 'Voorwaarden',
      uitleg: 'Alleen nodig bij Akkoord onder voorwaarden.',
      waarde: found?.texts.voorwaarden,
    }),
    datum: datum({
      label: 'Wanneer is het besloten?',
      nodig: 'Kies een datum.',
      waarde: found?.facts.datum ?? dateOf(ctx.now),
    }),
    hoe: kies(
      {
        label: 'Hoe is het besloten?',
        nodig: 'Kies hoe het is besloten.',
        waarde: found?.facts.hoe ?? 'mondeling',
      },
      HOE,
    ),
    kenmerk: kenmerk({
      label: 'Zaaknummer of link',
      waarde: found?.texts.kenmerk,
    }),
  };
}

/** The form of a decision, new or changed. */
export function formulierVan(ctx: Ctx, found?: Besluit) {
  return formOf(found ? 'Besluit aanpassen' : 'Besluit vastleggen', velden(ctx, found), {
    rev: found?.rev ?? 0,
    uitleg: ['Leg vast wat de opdrachtgever of organisatie heeft besloten.'],
  });
}

interface Antwoord {
  partij: string;
  antwoord: Besluit['facts']['antwoord'];
  over: (typeof OVER)[number]['id'];
  regels: readonly string[];
  voorwaarden: string;
  datum: string;
  hoe: Besluit['facts']['hoe'];
  kenmerk: string;
}

/** The rows of the decision, each once: all of the partij, or those picked, and those that the form did not ask about. */
function gekozenRegels(
  ctx: Ctx,
  found: Besluit | undefined,
  { over, partij, regels: picked }: Antwoord,
): Regel[] {
  const known = regels(ctx.project);
  if (over === 'alles') return regelsVan(ctx.project, partij);
  const asked = regelKeuzes(ctx);
  const kept = (found?.facts.regels ?? []).filter((id) => !asked.some((keuze) => keuze.id === id));
  return known.filter(({ id }) => picked.includes(id) || kept.includes(id));
}

function bezwaarTegen(
  { now }: Ctx,
  { antwoord, voorwaarden, datum: dag }: Antwoord,
  gaatOver: readonly Regel[],
): Refused | undefined {
  const wrong = {
    ...(gaatOver.length === 0
      ? { regels: 'Kies minstens één maatregel, of kies hierboven alle maatregelen.' }
      : {}),
    ...(antwoord === 'onder voorwaarden' && voorwaarden === ''
      ? { voorwaarden: 'Schrijf de voorwaarden op.' }
      : {}),
    ...(dag > dateOf(now) ? { datum: 'Deze datum moet nog komen. Kies vandaag of eerder.' } : {}),
  };
  return Object.keys(wrong).length > 0 ? refuseFields(wrong) : undefined;
}

/** Records a decision; `found` is the decision that is changed. */
export function leg(ctx: Ctx, found: Besluit | undefined, values: Antwoord) {
  const gaatOver = gekozenRegels(ctx, found, values);
  const bezwaar = bezwaarTegen(ctx, values, gaatOver);
  if (bezwaar) return bezwaar;
  const id = found?.id ?? newId(ctx.project, 'b');
  const { partij, antwoord, datum: dag, hoe, voorwaarden, kenmerk: nummer } = values;
  const facts = {
    partij,
    antwoord,
    datum: dag,
    hoe,
    regels: gaatOver.map((rij) => rij.id),
    omvang: Object.fromEntries(gaatOver.map((rij) => [rij.id, omvang(ctx.project, rij)])),
  };
  const naam = partijen(ctx.project).find(({ id: van }) => van === partij)?.naam ?? '';
  const texts = { partij: naam, voorwaarden, kenmerk: nummer };
  return accept(id, sayIfNew(ctx.project, besluit, { id, facts, texts }));
}
