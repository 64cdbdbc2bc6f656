import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuse, type Refused } from '../../process/contract/decision.ts';
import { meer } from '../../process/vormen/form.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { type NewEvent, type Project, begin, withdraw } from '../../process/feiten/project.ts';
import { gelukt } from '../../process/vormen/screen.ts';
import { belangrijkste, genummerd, type Genummerd } from '../plan/maatregel.ts';
import { nietsAan } from '../plan/plan.ts';
import { geenLijst } from '../plan/geen-lijst.ts';
import { nietsVan, vanOns } from './antwoord.ts';
import { INVOER, namensWie, volgende } from './doorgeven.ts';
import { ALLE_MAATREGELEN } from './knoppen.ts';

const alMaatregel: Refused = notNow(
  'Bij dit probleem staat al een maatregel van jullie. Trek die eerst in.',
);

/** An organisatie with a measure about it cannot also say that it does nothing. */
function zonderMaatregel(project: Project, lid: string): Genummerd[] {
  const done = new Set(vanOns(project, lid).map(({ facts }) => facts.onderwerp));
  return belangrijkste(project).filter(({ id }) => !done.has(id));
}

/** The onderwerpen that can be ticked, and those that were ticked before. */
function vraag(ctx: Ctx) {
  const { project } = ctx;
  const van = eigenaar(ctx).id;
  const said = nietsVan(project, van);
  const keuzes = zonderMaatregel(project, van).map((onderwerp) => ({
    id: onderwerp.id,
    tekst: genummerd(onderwerp),
  }));
  const ids = new Set(keuzes.map(({ id }) => id));
  return {
    van,
    said,
    keuzes,
    aan: said.map(({ facts }) => facts.onderwerp).filter((id) => ids.has(id)),
  };
}

const zeg = (van: string, onderwerp: string) =>
  begin(nietsAan, `${van}.${onderwerp}`, { van, onderwerp }, {});

/** Brings the answer back as well when it was withdrawn before. */
const opnieuw = (event: NewEvent): NewEvent => ({ ...event, gone: false });

/** Answers for several onderwerpen at once. Removing a tick takes the answer back. */
const kiezen = vorm({
  verb: 'maatregel.nietsaan',
  right: 'deelnemer',
  when: INVOER,
  form: (ctx) => {
    if (belangrijkste(ctx.project).length === 0) return geenLijst(ctx);
    const { said, keuzes, aan } = vraag(ctx);
    if (keuzes.length === 0) {
      return notNow('Bij elk probleem staat al een maatregel van jullie. Trek er eerst een in.');
    }
    const velden = {
      onderwerpen: meer(
        {
          label: 'Waar doen jullie niets aan?',
          uitleg: 'Kies een of meer problemen. Je kunt dit later veranderen.',
          wat: 'problemen',
          waarde: aan,
          ...(said.length === 0 ? { nodig: 'Kies minstens één probleem.' } : {}),
        },
        keuzes,
      ),
    };
    const rev = Math.max(0, ...said.map((entry) => entry.rev));
    return formOf('Wij doen hier niets aan', velden, { uitleg: namensWie(ctx), rev });
  },
  decide: (ctx, values) => {
    const { van, said, aan } = vraag(ctx);
    const { onderwerpen } = values;
    const added = onderwerpen.filter((id) => !aan.includes(id));
    const taken = said.filter(
      ({ facts: { onderwerp } }) => aan.includes(onderwerp) && !onderwerpen.includes(onderwerp),
    );
    return accept('', [
      ...added.map((id) => opnieuw(zeg(van, id))),
      ...taken.map(({ id }) => withdraw(nietsAan, id)),
    ]);
  },
  receipt: (ctx) => {
    const { length } = nietsVan(ctx.project, eigenaar(ctx).id);
    const aantal = `${length} ${length === 1 ? 'probleem' : 'problemen'}`;
    const args = metNamens(ctx);
    return gelukt(
      'Opgeslagen.',
      [`Bij ${aantal} staat dat jullie er niets aan doen.`],
      [
        ...volgende(ctx),
        { titel: 'Aanpassen', verb: 'maatregel.nietsaan', args },
        ALLE_MAATREGELEN,
      ],
    );
  },
});

/** The button beside one onderwerp. */
const dit = tap({
  verb: 'maatregel.nietsaan.dit',
  right: 'deelnemer',
  when: INVOER,
  decide: (ctx) => {
    const { project, args } = ctx;
    const van = eigenaar(ctx).id;
    const found = belangrijkste(project).find(({ id }) => id === args['onderwerp']);
    if (!found) return refuse('niet-gevonden');
    if (nietsVan(project, van, found.id).length > 0) return accept(found.id, []);
    if (zonderMaatregel(project, van).every(({ id }) => id !== found.id)) return alMaatregel;
    return accept(found.id, [opnieuw(zeg(van, found.id))]);
  },
  receipt: (ctx, about) =>
    gelukt(
      'Opgeslagen.',
      ['Bij dit probleem staat dat jullie er niets aan doen.'],
      [
        ...volgende(ctx),
        { titel: 'Toch wel', verb: 'maatregel.toch', args: metNamens(ctx, { onderwerp: about }) },
        ALLE_MAATREGELEN,
      ],
    ),
});

const toch = tap({
  verb: 'maatregel.toch',
  right: 'deelnemer',
  when: INVOER,
  decide: (ctx) => {
    const onderwerp = ctx.args['onderwerp'] ?? '';
    const said = nietsVan(ctx.project, eigenaar(ctx).id, onderwerp);
    return accept(
      onderwerp,
      said.map(({ id }) => withdraw(nietsAan, id)),
    );
  },
  receipt: (ctx, about) => {
    const found = belangrijkste(ctx.project).find(({ id }) => id === about);
    const args = metNamens(ctx, found ? { onderwerp: found.id } : {});
    return gelukt(
      'Ingetrokken.',
      ['Vertel nu wat jullie doen.'],
      [{ titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven', args }, ALLE_MAATREGELEN],
    );
  },
});

export const nietsActies: readonly AnyAction[] = [kiezen, dit, toch];
