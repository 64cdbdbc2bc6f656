import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, ask, refuse } from '../../../process/contract/decision.ts';
import { leider, naamVan } from '../../../process/feiten/deelnemers.ts';
import { kort, lang, vink } from '../../../process/vormen/form.ts';
import { hertekenen, naOpslaan, naVink, eerst } from '../../../process/stappen/lezers.ts';
import { eigenaar, metNamens } from '../../../process/contract/namens.ts';
import {
  all,
  begin,
  newId,
  one,
  withdraw,
  type NewEvent,
  type Project,
} from '../../../process/feiten/project.ts';
import { changeIfNew } from '../../../process/feiten/say-if-new.ts';
import { ontvangen } from '../../../process/vormen/screen.ts';
import { aanpassenTot } from '../../../process/stappen/aanpassen.ts';
import { ingebracht, niets, probleem, type EntryOf } from '../../plan/plan.ts';
import { vertrouwelijkVeld } from '../../plan/lezers.ts';
import { STAP, isEigen } from '../regels/eigen.ts';
import { typeringUit, typeringVelden } from './typering.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

export type Probleem = EntryOf<typeof probleem>;

/** Whom to call about what does not belong in a form that many read. */
const bellen = ({ project, traject }: Ctx) => {
  const wie = leider(project)?.naam ?? `de ${traject.woorden.projectleider}`;
  return aaneen`Gaat het over één persoon of adres? Bel ${wie}. Direct gevaar? Bel 112.`;
};

/** The questions about a problem, in the order of the source; `gevoelig` is asked of a new problem only. */
const velden = (ctx: Ctx, nu?: Probleem) => ({
  omschrijving: lang({
    label: 'Wat is het probleem?',
    uitleg:
      'Schrijf wat er gebeurt en wanneer. Bijvoorbeeld: "Op vrijdagavond rijden scooters over de stoep." ' +
      bellen(ctx),
    nodig: 'Schrijf op wat het probleem is.',
    waarde: nu?.texts.omschrijving,
  }),
  plaats: kort({
    label: 'Waar?',
    uitleg: 'Straat, plein of gebouw.',
    waarde: nu?.texts.plaats,
  }),
  ...typeringVelden(ctx.project, nu?.facts),
  cijfers: lang({
    label: 'Heb je cijfers, een foto of een voorbeeld?',
    uitleg: 'Schrijf wat je weet. Een foto kun je later toevoegen.',
    waarde: nu?.texts.cijfers,
  }),
  mondeling: vink({
    label: 'Ik vertel dit liever in het overleg',
    aan: nu?.facts.mondeling ?? false,
  }),
  vertrouwelijk: vertrouwelijkVeld(nu?.facts.vertrouwelijk),
});

const doorgeven = vorm({
  verb: 'probleem.doorgeven',
  right: 'deelnemer',
  when: { invoer: STAP },
  form: (ctx) =>
    formOf('Probleem doorgeven', velden(ctx), {
      uitleg: namensRegel(ctx),
      nogEen: 'Opslaan en nog een',
    }),
  decide: (ctx, values) => {
    const { project } = ctx;
    const van = eigenaar(ctx);
    if (!ctx.toch && heeftAl(project, van.id, values.omschrijving))
      return ask('Dit probleem heb je al doorgegeven. Wil je het nog een keer opslaan?');
    const id = newId(project, 'p');
    const { omschrijving, plaats, cijfers, mondeling, vertrouwelijk } = values;
    const facts = {
      ...typeringUit(project, values),
      van: van.id,
      mondeling,
      ...naVink(vertrouwelijk, undefined),
      ingebracht: ingebracht(ctx, STAP),
    };
    const said = begin(probleem, id, facts, { omschrijving, plaats, cijfers });
    return accept(id, [said, ...tochIets(project, van.id)]);
  },
  receipt: (ctx, id) => opgeslagen(ctx, id),
});

const wijzigen = vorm({
  verb: 'probleem.wijzigen',
  right: 'deelnemer',
  when: { invoer: STAP },
  form: (ctx) => {
    const nu = one(ctx.project, probleem, ctx.args['id'] ?? '');
    if (!nu) return refuse('niet-gevonden');
    if (!isEigen(ctx, nu)) return refuse('alleen-eigen');
    return formOf('Probleem aanpassen', velden(ctx, nu), { rev: nu.rev });
  },
  decide: ({ project, args }, values) => {
    const nu = one(project, probleem, args['id'] ?? '');
    if (!nu) return refuse('niet-gevonden');
    const { omschrijving, plaats, cijfers, mondeling, vertrouwelijk } = values;
    const lezers = naVink(vertrouwelijk, nu.facts);
    const facts = { ...typeringUit(project, values, nu.facts.criteria), mondeling, ...lezers };
    const texts = { omschrijving, plaats, cijfers };
    const said = changeIfNew(probleem, nu, { facts, texts });
    return accept(nu.id, said, ...hertekenen(nu.facts, lezers));
  },
  receipt: (ctx, id) => opgeslagen(ctx, id),
});

/** Says above the form that it is filled in for a partner. */
export function namensRegel(ctx: Ctx): string[] {
  const van = eigenaar(ctx);
  return van.id === ctx.actor.id ? [] : [aaneen`Je vult dit in namens ${van.naam}.`];
}

/** The event that takes back "niets toe te voegen" when the person gives a problem after all. */
export const tochIets = (project: Project, van: string): NewEvent[] =>
  one(project, niets, van) ? [withdraw(niets, van)] : [];

/** True when this person gave the same words before: they most likely pressed twice. */
const heeftAl = (project: Project, van: string, omschrijving: string) =>
  all(project, probleem).some(
    ({ facts, texts }) => facts.van === van && texts.omschrijving === omschrijving,
  );

/** What one reads after saving; the text itself is not repeated, because others may see this message. */
function opgeslagen(ctx: Ctx, id: string) {
  const { project, actor } = ctx;
  const nu = one(project, probleem, id);
  const namens = nu && nu.facts.van !== actor.id ? ` namens ${naamVan(project, nu.facts.van)}` : '';
  const besloten = naOpslaan(nu?.facts, 'probleem.vertrouwelijk', id);
  return ontvangen(
    [aaneen`Opgeslagen${namens}.`, ...eerst(besloten.regels, aanpassenTot(ctx, STAP))],
    [
      ...besloten.knoppen,
      { titel: 'Nog een probleem', verb: 'probleem.doorgeven', args: metNamens(ctx) },
    ],
  );
}

export const probleemActies: readonly AnyAction[] = [doorgeven, wijzigen];
