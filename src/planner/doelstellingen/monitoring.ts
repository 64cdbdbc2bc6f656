import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, ask, refuse } from '../../process/contract/decision.ts';
import { datum, kies, lang, meer, type Keuze, type Values } from '../../process/vormen/form.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { all, begin, newId, one, type Project } from '../../process/feiten/project.ts';
import { gelukt, type Button, ontvangen } from '../../process/vormen/screen.ts';
import { dateOf, dateText, plusDays } from '../../process/taal/time.ts';
import { voorstelDag } from '../../process/kalender/dagen.ts';
import { keuzeVan } from '../../process/kalender/moment.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { ledenKeuzes } from '../../process/contract/keuzes.ts';
import { doel, monitoring } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { VANAF } from './doel.ts';
import { RITMES, type Monitoring } from './voortgang.ts';

const overzicht: Button = { titel: 'Bekijk alle afspraken', verb: 'monitoring' };

const doelKeuzes = (project: Project): Keuze[] =>
  all(project, doel).map(({ id, texts }) => ({ id, tekst: kortweg(texts.specifiek) }));

/** The questions about who enters which data, from when and how often (G10). */
function velden({ project, args }: Ctx, eerste: string, found?: Monitoring) {
  const mensen = ledenKeuzes(project);
  const doelen = doelKeuzes(project);
  const wie = found?.facts.wie ?? args['wie'];
  const own = {
    wie: kies(
      {
        label: 'Wie geeft de voortgang door?',
        nodig: 'Kies een deelnemer.',
        wat: 'deelnemers',
        waarde: mensen.some(({ id }) => id === wie) ? wie : undefined,
      },
      mensen,
    ),
    gegevens: lang({
      label: 'Welke gegevens?',
      uitleg: 'Bijvoorbeeld: het aantal meldingen van overlast.',
      nodig: 'Schrijf op welke gegevens.',
      waarde: found?.texts.gegevens,
    }),
    eerste: datum({
      label: 'Wanneer voor het eerst?',
      nodig: 'Kies een datum.',
      waarde: found?.facts.eerste ?? eerste,
    }),
    ritme: kies(
      { label: 'Hoe vaak?', nodig: 'Kies hoe vaak.', waarde: found?.facts.ritme ?? 'maand' },
      RITMES,
    ),
  };
  const linked = meer(
    {
      label: 'Bij welke doelen?',
      wat: 'doelen',
      waarde: found?.facts.doelen ?? [],
    },
    doelen,
  );
  return (doelen.length > 0 ? { ...own, doelen: linked } : own) as typeof own & {
    doelen: typeof linked;
  };
}

function save(ctx: Ctx, values: Values<ReturnType<typeof velden>>, found?: Monitoring) {
  const id = found?.id ?? newId(ctx.project, 'v');
  const { wie, eerste, ritme, gegevens } = values;
  const chosen = (values as Partial<typeof values>).doelen ?? [];
  const doelen = doelKeuzes(ctx.project);
  // A goal that was withdrawn keeps its place.
  const weg =
    found?.facts.doelen.filter((gone) => doelen.every((keuze) => keuze.id !== gone)) ?? [];
  const facts = { wie, eerste, ritme, doelen: [...chosen, ...weg] };
  const isSame =
    found !== undefined &&
    JSON.stringify({ ...found.facts, ...facts }) === JSON.stringify(found.facts) &&
    found.texts.gegevens === gegevens;
  if (isSame) return accept(id, []);
  const { einde } = profielVan(ctx.project).facts;
  if (eerste > einde && !ctx.toch) {
    return ask(`De datum ligt na het einde van het project, ${dateText(einde)}.`);
  }
  return accept(id, [begin(monitoring, id, facts, { gegevens })]);
}

/** A month from now, or the end of the project when that comes first. */
function gebruikelijk({ project, now }: Ctx): string {
  const { bevrijdingsdag } = keuzeVan(project);
  const month = voorstelDag(plusDays(dateOf(now), { months: 1 }), bevrijdingsdag);
  const { einde } = profielVan(project).facts;
  return month < einde ? month : voorstelDag(einde, bevrijdingsdag, -1);
}

const afspreken = vorm({
  verb: 'monitoring.afspreken',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) =>
    formOf('Voortgang afspreken', velden(ctx, gebruikelijk(ctx)), {
      nogEen: 'Opslaan en volgende',
    }),
  decide: (ctx, values) => save(ctx, values),
  receipt: () =>
    ontvangen(
      ['De afspraak is opgeslagen.'],
      [{ titel: 'Volgende afspraak', verb: 'monitoring.afspreken' }],
    ),
});

const wijzigen = vorm({
  verb: 'monitoring.wijzigen',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return formOf('Afspraak aanpassen', velden(ctx, found.facts.eerste, found), {
      rev: found.rev,
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return save(ctx, values, found);
  },
  receipt: () => gelukt('De afspraak is aangepast.', [], [overzicht]),
});

const asked = ({ project, args }: Ctx) => one(project, monitoring, args['id'] ?? '');

export const monitoringActies: readonly AnyAction[] = [
  afspreken,
  wijzigen,
  ...intrekkenEnTerug({
    kind: monitoring,
    naam: 'monitoring',
    right: 'projectleider',
    when: VANAF,
    mag: () => true,
    bijTerug: () => [],
    weg: 'De afspraak is ingetrokken.',
    terug: 'De afspraak staat er weer.',
    lijst: () => overzicht,
  }),
];
