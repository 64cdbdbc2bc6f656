import type { AnyAction, Ctx, View } from '../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../process/contract/action.ts';
import { accept, refuse } from '../../process/contract/decision.ts';
import { naOpslaan } from '../../process/stappen/lezers.ts';
import { organisatieVan, naamMetOrganisatie } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { begin, newId, one, oneEver, withdraw } from '../../process/feiten/project.ts';
import { gelukt, item, lijst, type Button } from '../../process/vormen/screen.ts';
import { magNotuleren } from '../plan/notuleren.ts';
import { IN_OVERLEG_LIJST } from '../plan/knoppen.ts';
import { genummerd, voorOverleg } from '../plan/maatregel.ts';
import { houdtVoorOverleg, ingebracht, maatregel } from '../plan/plan.ts';
import { neemtTerug } from './antwoord.ts';
import { ALLE_MAATREGELEN } from './knoppen.ts';
import { factsOf, onderwerpen, velden } from './velden.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

const VANAF = { vanaf: 'maatregelen' } as const;

/** What an organisatie kept for the overleg, and about which problem. */
const gevraagd = ({ project, args }: Ctx) => one(project, houdtVoorOverleg, args['id'] ?? '');

/** A measure that was told in the overleg: whoever leads or keeps the notes enters it, of the organisatie that told it. */
const inbrengen = vorm({
  verb: 'maatregel.inbrengen',
  right: 'notulist',
  when: VANAF,
  form: (ctx) => {
    const found = gevraagd(ctx);
    if (!found) return refuse('niet-gevonden');
    const { van, onderwerp } = found.facts;
    const args = { ...ctx.args, onderwerp };
    const page = onderwerpen({ ...ctx, args });
    return formOf('Verteld in het overleg', velden(ctx.project, page), {
      uitleg: [aaneen`Dit is van ${naamMetOrganisatie(ctx.project, van)}.`],
    });
  },
  decide: (ctx, values) => {
    const found = gevraagd(ctx);
    if (!found) return refuse('niet-gevonden');
    const { van, onderwerp } = found.facts;
    const id = newId(ctx.project, 'm');
    const made = { van, ingebracht: ingebracht(ctx, 'maatregelen'), aanvullend: false };
    return accept(id, [
      begin(
        maatregel,
        id,
        { ...made, ...factsOf(ctx.project, values, undefined) },
        { omschrijving: values.omschrijving },
      ),
      ...neemtTerug(ctx.project, van, onderwerp),
    ]);
  },
  receipt: ({ project }, about) => {
    const besloten = naOpslaan(
      one(project, maatregel, about)?.facts,
      'maatregel.vertrouwelijk',
      about,
    );
    return gelukt('De maatregel is opgeslagen.', besloten.regels, [
      ...besloten.knoppen,
      IN_OVERLEG_LIJST,
    ]);
  },
});

/** Nothing was told after all. */
const vervallen = tap({
  verb: 'maatregel.nietverteld',
  right: 'notulist',
  when: VANAF,
  decide: (ctx) => {
    const found = oneEver(ctx.project, houdtVoorOverleg, ctx.args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    return accept(found.id, found.gone ? [] : [withdraw(houdtVoorOverleg, found.id)]);
  },
  receipt: () => gelukt('Dit staat niet meer open.', [], [IN_OVERLEG_LIJST]),
});

/** Who tells something about which problem; whoever leads or keeps the notes enters it here. */
const weergave: View = {
  verb: 'maatregelen.inoverleg',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const schrijft = magNotuleren(ctx) && !isAfgerond(project);
    const knoppen = (id: string): Button[] =>
      schrijft
        ? [
            { titel: 'Maatregel invoeren', verb: 'maatregel.inbrengen', args: { id } },
            { titel: 'Toch geen maatregel', verb: 'maatregel.nietverteld', args: { id } },
          ]
        : [];
    const items = voorOverleg(project).map(({ id, van, onderwerp }) =>
      item(genummerd(onderwerp, 200), [`Van: ${organisatieVan(project, van)}`], knoppen(id)),
    );
    return lijst('Wat vertellen we in het overleg?', [{ kop: '', items }], {
      uitleg: items.length === 0 ? ['Er staat niets meer open.'] : [],
      knoppen: [ALLE_MAATREGELEN],
      pagina: args['pagina'],
    });
  },
};

export const inbrengActies: readonly AnyAction[] = [inbrengen, vervallen];
export const inbrengWeergaven: readonly View[] = [weergave];
