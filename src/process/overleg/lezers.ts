import type { Ctx } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, isRefused, refuse, type Refused } from '../contract/decision.ts';
import { leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { kies, meer, vink } from '../vormen/form.ts';
import { PER_BLAD } from '../vormen/grenzen.ts';
import { afspraak, isLeesbaar, uitkomst } from '../feiten/overleg.ts';
import { one, say, type NewEvent, type Project } from '../feiten/project.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { nietLeesbaar } from '../contract/gelezen.ts';
import { hertekenen } from '../stappen/lezers.ts';
import { kiesUit } from '../groep/deelnemers.ts';
import type { Woorden } from '../contract/woorden.ts';

const VERB = 'overleg.lezers';

type Gevonden = NonNullable<ReturnType<typeof vind>>;

/** The box in the form of an outcome or an afspraak. */
export const vertrouwelijkVeld = ({ projectleider }: Woorden, aan = false) =>
  vink({
    label: 'Dit is vertrouwelijk',
    uitleg: `Dan kunnen alleen jij, de ${projectleider} en wie het doet dit lezen.`,
    aan,
  });

/** What is stored of that answer: the writer goes on reading it. */
export const lezersNa = (
  { actor }: Ctx,
  vertrouwelijk: boolean,
  voor: readonly string[] = [],
): { vertrouwelijk: boolean; voor: readonly string[] } => ({
  vertrouwelijk,
  voor: vertrouwelijk ? [...new Set([...voor, actor.id])] : [],
});

/** The button to choose more readers. */
export const lezersKnop = (id: string): Button => ({
  titel: 'Wie mag dit lezen?',
  verb: VERB,
  args: { id },
});

/**
 * Chooses who may read an outcome or an afspraak (rule 10). The outcome of a line and the afspraak that came out of it
 * say the same, so they have the same readers.
 */
export const lezers = vorm({
  verb: VERB,
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const found = asked(ctx);
    if (isRefused(found)) return found;
    return formOf('Wie mag dit lezen?', velden(ctx.traject.woorden, found, mogelijk(ctx, found)), {
      rev: found.rev,
      uitleg: ['Wat vertrouwelijk is, staat niet op de kaart, in de samenvatting of op de agenda.'],
    });
  },
  decide: (ctx, { wie, voor }) => {
    const found = asked(ctx);
    if (isRefused(found)) return found;
    const kiesbaar = mogelijk(ctx, found);
    const elders = found.facts.voor.filter((id) => !kiesbaar.some((lid) => lid.id === id));
    const facts = lezersNa(ctx, wie === 'gekozen', [...elders, ...voor]);
    return accept(found.id, lezersEvents(ctx, found.id, facts), ...hertekenen(found.facts, facts));
  },
  receipt: ({ project, traject: { woorden } }, about) =>
    gelukt(
      vind(project, about)?.facts.vertrouwelijk === true
        ? 'Opgeslagen. Dit is nu vertrouwelijk.'
        : `Opgeslagen. Iedereen in de ${woorden.projectgroep} mag dit lezen.`,
      [],
      [{ ...lezersKnop(about), titel: 'Aanpassen' }],
    ),
});

/** An outcome of an agenda line, or an afspraak. Not the date agreed for a step, which is for everybody. */
function vind(project: Project, id: string) {
  const line = one(project, uitkomst, id);
  return line?.id === `${line?.facts.overleg}.${line?.facts.regel}`
    ? line
    : one(project, afspraak, id);
}

function asked({ project, actor, args, traject }: Ctx): Gevonden | Refused {
  const found = vind(project, args['id'] ?? '');
  if (!found) return refuse('niet-gevonden');
  return isLeesbaar(project, actor, found) ? found : nietLeesbaar({ project, traject });
}

function lezersEvents({ project }: Ctx, id: string, facts: ReturnType<typeof lezersNa>) {
  const line = id.replace(/^a\./, '');
  const outcome = one(project, uitkomst, line);
  const events: NewEvent[] = outcome ? [say(uitkomst, outcome, facts)] : [];
  for (const agreed of [id, `a.${id}`]) {
    const found = one(project, afspraak, agreed);
    if (found) events.push(say(afspraak, found, facts));
  }
  return events;
}

/** The people who do not read it already. */
const mogelijk = ({ project, actor }: Ctx, { facts }: Gevonden) =>
  leden(project).filter((lid) => ![actor.id, facts.wie].includes(lid.id) && !leads(lid));

const velden = (
  { projectleider, projectgroep }: Woorden,
  { facts }: Gevonden,
  mensen: readonly Deelnemer[],
) => ({
  wie: kies(
    {
      label: 'Wie mag dit lezen?',
      nodig: 'Maak een keuze.',
      waarde: facts.vertrouwelijk ? 'gekozen' : 'iedereen',
    },
    [
      { id: 'iedereen', tekst: `Iedereen in de ${projectgroep}` },
      {
        id: 'gekozen',
        tekst: `Alleen jij, de ${projectleider}, wie het doet en wie je hieronder kiest`,
      },
    ],
  ),
  voor: meer(
    {
      label: 'Wie mag het nog meer lezen?',
      per: PER_BLAD.lezers,
      wat: 'mensen',
      waarde: facts.voor,
    },
    kiesUit(mensen),
  ),
});
