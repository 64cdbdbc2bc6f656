import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuse, type Refused } from '../../process/contract/decision.ts';
import { meer } from '../../process/vormen/form.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { type NewEvent, type Project, begin, withdraw } from '../../process/feiten/project.ts';
import { gelukt } from '../../process/vormen/screen.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste, genummerd, type Genummerd } from '../plan/maatregel.ts';
import { houdtVoorOverleg, nietsAan } from '../plan/plan.ts';
import { geenLijst } from '../plan/geen-lijst.ts';
import { inOverlegVan, neemtTerug, nietsVan, vanOns, type Antwoord } from './antwoord.ts';
import { INVOER, namensWie, volgende } from './doorgeven.ts';
import { ALLE_MAATREGELEN } from './knoppen.ts';

const alMaatregel: Refused = notNow(
  'Bij dit probleem staat al een maatregel van jullie. Trek die eerst in.',
  [ALLE_MAATREGELEN],
);

/** An answer that is no measure, and how it reads. */
interface Soort {
  readonly kind: Antwoord;
  readonly verb: string;
  readonly titel: string;
  readonly label: string;
  /** What stands at a problem now. */
  readonly staat: string;
  readonly van: typeof nietsVan;
}

const NIETS_AAN: Soort = {
  kind: nietsAan,
  verb: 'maatregel.nietsaan',
  titel: 'Wij doen hier niets aan',
  label: 'Waar doen jullie niets aan?',
  staat: 'is genoteerd dat jullie er nu niets aan doen',
  van: nietsVan,
};

const IN_OVERLEG: Soort = {
  kind: houdtVoorOverleg,
  verb: 'maatregel.inoverleg',
  titel: 'Wij vertellen dit in het overleg',
  label: 'Waarover vertellen jullie in het overleg?',
  staat: 'is genoteerd dat jullie het in het overleg vertellen',
  van: inOverlegVan,
};

/** An organisatie with a measure about it has answered already. */
function zonderMaatregel(project: Project, lid: string): Genummerd[] {
  const done = new Set(vanOns(project, lid).map(({ facts }) => facts.onderwerp));
  return belangrijkste(project).filter(({ id }) => !done.has(id));
}

/** The onderwerpen that can be ticked, and those that were ticked before. */
function vraag(ctx: Ctx, soort: Soort) {
  const { project } = ctx;
  const van = eigenaar(ctx).id;
  const said = soort.van(project, van);
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

/** Says it in place of another answer without a measure. */
const zeg = ({ project }: Ctx, { kind }: Soort, van: string, onderwerp: string): NewEvent[] => [
  ...neemtTerug(project, van, onderwerp),
  opnieuw(begin(kind, `${van}.${onderwerp}`, { van, onderwerp }, {})),
];

/** Brings the answer back as well when it was withdrawn before. */
const opnieuw = (event: NewEvent): NewEvent => ({ ...event, gone: false });

/** Answers for several onderwerpen at once. Removing a tick takes the answer back. */
const kiezen = (soort: Soort) =>
  vorm({
    verb: soort.verb,
    right: 'deelnemer',
    when: INVOER,
    form: (ctx) => {
      if (belangrijkste(ctx.project).length === 0) return geenLijst(ctx);
      const { said, keuzes, aan } = vraag(ctx, soort);
      if (keuzes.length === 0) {
        return notNow('Bij elk probleem staat al een maatregel van jullie. Trek er eerst een in.', [
          ALLE_MAATREGELEN,
        ]);
      }
      const velden = {
        onderwerpen: meer(
          {
            label: soort.label,
            uitleg: 'Kies een of meer problemen. Je kunt dit later veranderen.',
            wat: 'problemen',
            waarde: aan,
            ...(said.length === 0 ? { nodig: 'Kies minstens één probleem.' } : {}),
          },
          keuzes,
        ),
      };
      const rev = Math.max(0, ...said.map((entry) => entry.rev));
      return formOf(soort.titel, velden, { uitleg: namensWie(ctx), rev });
    },
    decide: (ctx, values) => {
      const { van, said, aan } = vraag(ctx, soort);
      const { onderwerpen } = values;
      const added = onderwerpen.filter((id) => !aan.includes(id));
      const taken = said.filter(
        ({ facts: { onderwerp } }) => aan.includes(onderwerp) && !onderwerpen.includes(onderwerp),
      );
      return accept('', [
        ...added.flatMap((id) => zeg(ctx, soort, van, id)),
        ...taken.map(({ id }) => withdraw(soort.kind, id)),
      ]);
    },
    receipt: (ctx) => {
      const { length } = soort.van(ctx.project, eigenaar(ctx).id);
      const waar = length === 0 ? 'geen enkel probleem' : aantal(length, 'probleem', 'problemen');
      const args = metNamens(ctx);
      return gelukt(
        'Opgeslagen.',
        [`Bij ${waar} ${soort.staat}.`],
        [...volgende(ctx), { titel: 'Aanpassen', verb: soort.verb, args }],
      );
    },
  });

/** The button beside one onderwerp. */
const dit = (soort: Soort) =>
  tap({
    verb: `${soort.verb}.dit`,
    right: 'deelnemer',
    when: INVOER,
    decide: (ctx) => {
      const { project, args } = ctx;
      const van = eigenaar(ctx).id;
      const found = belangrijkste(project).find(({ id }) => id === args['onderwerp']);
      if (!found) return refuse('niet-gevonden');
      if (soort.van(project, van, found.id).length > 0) return accept(found.id, []);
      if (zonderMaatregel(project, van).every(({ id }) => id !== found.id)) return alMaatregel;
      return accept(found.id, zeg(ctx, soort, van, found.id));
    },
    receipt: (ctx, about) =>
      gelukt(
        'Opgeslagen.',
        [`Bij dit probleem ${soort.staat}.`],
        [
          ...volgende(ctx),
          {
            titel: 'Wij doen toch iets',
            verb: 'maatregel.toch',
            args: metNamens(ctx, { onderwerp: about }),
          },
        ],
      ),
  });

const toch = tap({
  verb: 'maatregel.toch',
  right: 'deelnemer',
  when: INVOER,
  decide: (ctx) => {
    const onderwerp = ctx.args['onderwerp'] ?? '';
    return accept(onderwerp, neemtTerug(ctx.project, eigenaar(ctx).id, onderwerp));
  },
  receipt: (ctx, about) => {
    const found = belangrijkste(ctx.project).find(({ id }) => id === about);
    const args = metNamens(ctx, found ? { onderwerp: found.id } : {});
    return gelukt(
      'Ingetrokken.',
      ['Vertel nu wat jullie doen.'],
      [{ titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven', args }],
    );
  },
});

export const nietsActies: readonly AnyAction[] = [
  kiezen(NIETS_AAN),
  dit(NIETS_AAN),
  kiezen(IN_OVERLEG),
  dit(IN_OVERLEG),
  toch,
];
