import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, ask, refuse } from '../../process/contract/decision.ts';
import { bladKnoppen, enkel, keuzeBlad } from '../../process/vormen/bladen.ts';
import { datum, kies, lang, meer, type Values } from '../../process/vormen/form.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { all, begin, newId, one } from '../../process/feiten/project.ts';
import { gelukt, type Button } from '../../process/vormen/screen.ts';
import { dateOf, dateText, plusDays } from '../../process/taal/time.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { ledenKeuzes } from '../../process/contract/keuzes.ts';
import { doel, monitoring } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { VANAF } from './doel.ts';
import { RITMES, type Monitoring } from './voortgang.ts';

const overzicht: Button = { titel: 'Bekijk alle afspraken', verb: 'monitoring' };

/** The pages of people and goals that this form offers now. */
function bladen({ project, args }: Ctx, verb: string, found?: Monitoring) {
  const mensen = ledenKeuzes(project);
  const alle = all(project, doel).map(({ id, texts }) => ({ id, tekst: kortweg(texts.specifiek) }));
  const wie = found?.facts.wie ?? args['wie'];
  const wieBlad = keuzeBlad(mensen, args['mensen']);
  const doelBlad = keuzeBlad(alle, args['doelen'], found?.facts.doelen);
  return {
    wie,
    mensen: enkel(wieBlad, mensen, wie),
    doelen: doelBlad.deel,
    elders: doelBlad.elders,
    knoppen: [
      ...bladKnoppen(wieBlad, { wat: 'deelnemers', verb, args, arg: 'mensen' }),
      ...bladKnoppen(doelBlad, { wat: 'doelen', verb, args, arg: 'doelen' }),
    ],
  };
}

type Bladen = ReturnType<typeof bladen>;

/** The questions about who enters which data, from when and how often (G10). */
function velden({ wie, mensen, doelen }: Bladen, eerste: string, found?: Monitoring) {
  const own = {
    wie: kies(
      {
        label: 'Wie geeft de voortgang door?',
        nodig: 'Kies een deelnemer.',
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
      uitleg: 'Mag leeg blijven.',
      waarde: found?.facts.doelen.filter((id) => doelen.some((keuze) => keuze.id === id)) ?? [],
    },
    doelen,
  );
  return (doelen.length > 0 ? { ...own, doelen: linked } : own) as typeof own & {
    doelen: typeof linked;
  };
}

function save(
  ctx: Ctx,
  values: Values<ReturnType<typeof velden>>,
  { elders }: Bladen,
  found?: Monitoring,
) {
  const id = found?.id ?? newId(ctx.project, 'v');
  const { wie, eerste, ritme, gegevens } = values;
  const chosen = (values as Partial<typeof values>).doelen ?? [];
  const facts = { wie, eerste, ritme, doelen: [...chosen, ...elders] };
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
  const month = plusDays(dateOf(now), { months: 1 });
  const { einde } = profielVan(project).facts;
  return month < einde ? month : einde;
}

const afspreken = vorm({
  verb: 'monitoring.afspreken',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) => {
    const found = bladen(ctx, 'monitoring.afspreken');
    return formOf('Voortgang afspreken', velden(found, gebruikelijk(ctx)), {
      nogEen: 'Opslaan en volgende',
      knoppen: found.knoppen,
    });
  },
  decide: (ctx, values) => save(ctx, values, bladen(ctx, 'monitoring.afspreken')),
  receipt: (_ctx, about) =>
    gelukt(
      'De afspraak is opgeslagen.',
      [],
      [
        { titel: 'Volgende afspraak', verb: 'monitoring.afspreken' },
        { titel: 'Aanpassen', verb: 'monitoring.wijzigen', args: { id: about } },
        overzicht,
      ],
    ),
});

const wijzigen = vorm({
  verb: 'monitoring.wijzigen',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const page = bladen(ctx, 'monitoring.wijzigen', found);
    return formOf('Afspraak aanpassen', velden(page, found.facts.eerste, found), {
      knoppen: page.knoppen,
      rev: found.rev,
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return save(ctx, values, bladen(ctx, 'monitoring.wijzigen', found), found);
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
