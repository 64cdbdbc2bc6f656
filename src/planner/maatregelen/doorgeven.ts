import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuse } from '../../process/contract/decision.ts';
import { hertekenen, kiesLezers, naOpslaan, eerst } from '../../process/stappen/lezers.ts';
import { naamVan } from '../../process/feiten/deelnemers.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { all, begin, newId, one, say } from '../../process/feiten/project.ts';
import { type Button, ontvangen } from '../../process/vormen/screen.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { JIJ } from '../plan/lezers.ts';
import type { Maatregel } from '../plan/maatregel.ts';
import { ingebracht, maatregel, regel } from '../plan/plan.ts';
import { geenLijst } from '../plan/geen-lijst.ts';
import { kiestLezers, magWijzigen, neemtTerug, nogOpen } from './antwoord.ts';
import { ALLE_MAATREGELEN, IN_OVERLEG } from './knoppen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { extraCriteria, factsOf, onderwerpen, velden } from './velden.ts';
import { aanpassenTot } from '../../process/stappen/aanpassen.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** Deelnemers may enter until the deadline, the projectleider until step 4 opens (E17, E18). */
export const INVOER = { invoer: 'maatregelen' } as const;

const doorgeven = vorm({
  verb: 'maatregel.doorgeven',
  right: 'deelnemer',
  when: INVOER,
  form: (ctx) => {
    const page = onderwerpen(ctx);
    if (page.keuzes.length === 0) return geenLijst(ctx);
    return formOf('Wat doen wij al?', velden(ctx.project, page), {
      uitleg: [...namensWie(ctx)],
      nogEen: 'Opslaan en nog een',
      knoppen: [inOverlegKnop(ctx), ...extraCriteria(ctx)],
    });
  },
  decide: (ctx, values) => {
    const { project } = ctx;
    const van = eigenaar(ctx).id;
    const id = newId(project, 'm');
    const made = { van, ingebracht: ingebracht(ctx, 'maatregelen'), aanvullend: false };
    return accept(id, [
      begin(
        maatregel,
        id,
        { ...made, ...factsOf(project, values, undefined) },
        { omschrijving: values.omschrijving },
      ),
      ...neemtTerug(project, van, values.onderwerp),
    ]);
  },
  receipt: (ctx, about) => {
    const besloten = lezersVan(ctx, about);
    return ontvangen(
      [
        'Opgeslagen.',
        ...eerst(besloten.regels, eerst(nogTeDoen(ctx), aanpassenTot(ctx, 'maatregelen'))),
      ],
      [
        ...besloten.knoppen,
        ...volgende(ctx),
        { titel: 'Nog een maatregel', verb: 'maatregel.doorgeven', args: metNamens(ctx) },
      ],
    );
  },
});

const lezersVan = ({ project }: Ctx, id: string) =>
  naOpslaan(one(project, maatregel, id)?.facts, 'maatregel.vertrouwelijk', id);

const wijzigen = vorm({
  verb: 'maatregel.wijzigen',
  right: 'deelnemer',
  when: INVOER,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    if (!magWijzigen(ctx.project, ctx.actor, found)) return refuse('alleen-eigen');
    const page = onderwerpen(ctx, found);
    if (page.keuzes.length === 0) return geenLijst(ctx);
    return formOf('Maatregel aanpassen', velden(ctx.project, page, found), {
      uitleg: [...vanWie(ctx, found)],
      rev: found.rev,
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    if (!magWijzigen(ctx.project, ctx.actor, found)) return refuse('alleen-eigen');
    const after = factsOf(ctx.project, values, found);
    const texts = { omschrijving: values.omschrijving };
    if (isEqual(found, after, texts)) return accept(found.id, []);
    return accept(
      found.id,
      [
        say(maatregel, found, after, texts),
        ...neemtTerug(ctx.project, found.facts.van, after.onderwerp),
      ],
      ...hertekenen(found.facts, after),
    );
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, maatregel, about);
    const wie = found ? vanWie(ctx, found) : [];
    const besloten = lezersVan(ctx, about);
    return ontvangen(
      [
        'De maatregel is aangepast.',
        ...wie,
        ...eerst(besloten.regels, aanpassenTot(ctx, 'maatregelen')),
      ],
      [...besloten.knoppen, ALLE_MAATREGELEN],
    );
  },
});

const inOverlegKnop = (ctx: Ctx): Button => ({ ...IN_OVERLEG, args: metNamens(ctx) });

/** An extra measure of overleg 2 has its own form, in step 4. */
function asked({ project, args }: Ctx): Maatregel | undefined {
  const found = one(project, maatregel, args['id'] ?? '');
  return found?.facts.aanvullend ? undefined : found;
}

const isEqual = (found: Maatregel, after: object, texts: object) =>
  JSON.stringify({ ...found.facts, ...after }) === JSON.stringify(found.facts) &&
  JSON.stringify({ ...found.texts, ...texts }) === JSON.stringify(found.texts);

/** Tells a projectleider for whom they are entering. */
export function namensWie(ctx: Ctx): string[] {
  const owner = eigenaar(ctx);
  return owner.id === ctx.actor.id ? [] : [aaneen`Je vult dit in namens ${owner.voluit}.`];
}

/** Tells a person who changes a colleague's measure that the organisatie has one list. */
const vanWie = ({ project, actor }: Ctx, { facts: { van } }: Maatregel) =>
  van === actor.id
    ? []
    : [aaneen`Deze maatregel is van ${naamVan(project, van)}. Jullie vullen samen één lijst in.`];

function nogTeDoen(ctx: Ctx): string[] {
  const left = nogOpen(ctx.project)(eigenaar(ctx).id).length;
  return left === 0
    ? []
    : [`Bij ${aantal(left, 'probleem', 'problemen')} heb je nog niets ingevuld.`];
}

/** The button to the first onderwerp without an answer of this organisatie, which saves a tap. */
export function volgende(ctx: Ctx): Button[] {
  const next = nogOpen(ctx.project)(eigenaar(ctx).id)[0];
  if (!next) return [];
  const args = metNamens(ctx, { onderwerp: next.id });
  return [{ titel: `Verder met probleem ${next.nr}`, verb: 'maatregel.doorgeven', args }];
}

export const doorgeefActies: readonly AnyAction[] = [
  doorgeven,
  wijzigen,
  kiesLezers({
    naam: 'maatregel',
    kind: maatregel,
    right: 'deelnemer',
    when: { vanaf: 'maatregelen' },
    mag: ({ project, actor }, found) => kiestLezers(project, actor, found),
    altijd: JIJ,
  }),
  ...intrekkenEnTerug({
    kind: maatregel,
    naam: 'maatregel',
    right: 'deelnemer',
    when: INVOER,
    mag: ({ project, actor }, found) => {
      if (found.facts.aanvullend || !magWijzigen(project, actor, found)) return false;
      return (
        !all(project, regel).some(({ facts }) => facts.maatregel === found.id) ||
        notNow('Deze maatregel staat in de matrix. Haal hem daar eerst weg.', [MATRIX])
      );
    },
    bijTerug: ({ project }, { facts: { van, onderwerp } }) => neemtTerug(project, van, onderwerp),
    weg: 'De maatregel is ingetrokken.',
    terug: 'De maatregel staat er weer.',
    lijst: () => ALLE_MAATREGELEN,
  }),
];
