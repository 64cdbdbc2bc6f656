import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, refuse } from '../../process/contract/decision.ts';
import { type Values, kies, lang } from '../../process/vormen/form.ts';
import { hertekenen, naOpslaan, naVink } from '../../process/stappen/lezers.ts';
import { begin, newId, one, say, type Project } from '../../process/feiten/project.ts';
import { gelukt, type Button } from '../../process/vormen/screen.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { ledenKeuzes } from '../../process/contract/keuzes.ts';
import { vertrouwelijkVeld } from '../plan/lezers.ts';
import {
  belangrijkste,
  genummerd,
  type Maatregel,
  sorteringVelden,
  sorteringUit,
} from '../plan/maatregel.ts';
import { maatregel } from '../plan/plan.ts';
import { geenLijst } from '../plan/geen-lijst.ts';
import { VANAF } from './doel.ts';
import { BEOORDELING } from './knoppen.ts';

/** The problems and people that this form offers now. */
function teKiezen({ project, args }: Ctx, found?: Maatregel) {
  const problemen = belangrijkste(project).map((onderwerp) => ({
    id: onderwerp.id,
    tekst: genummerd(onderwerp),
  }));
  const only = problemen.length === 1 ? problemen[0]?.id : undefined;
  const onderwerp = found?.facts.onderwerp ?? args['onderwerp'] ?? only;
  return { onderwerp, wie: found?.facts.van, problemen, mensen: ledenKeuzes(project) };
}

/** The questions about an extra measure: which, and by whom (G6). It is classified as the others are (E4). */
function velden(
  { onderwerp, wie, problemen, mensen }: ReturnType<typeof teKiezen>,
  found?: Maatregel,
) {
  const known = (keuzes: readonly { id: string }[], id: string | undefined) =>
    keuzes.some((keuze) => keuze.id === id) ? id : undefined;
  return {
    onderwerp: kies(
      {
        label: 'Voor welk probleem?',
        nodig: 'Kies een probleem.',
        wat: 'problemen',
        waarde: known(problemen, onderwerp),
      },
      problemen,
    ),
    omschrijving: lang({
      label: 'Wat doen we extra?',
      nodig: 'Schrijf op wat er extra gebeurt.',
      waarde: found?.texts.omschrijving,
    }),
    wie: kies(
      {
        label: 'Wie gaat dit doen?',
        nodig: 'Kies wie dit gaat doen.',
        wat: 'deelnemers',
        waarde: known(mensen, wie),
      },
      mensen,
    ),
    ...sorteringVelden(found),
    vertrouwelijk: vertrouwelijkVeld(found?.facts.vertrouwelijk),
  };
}

const factsOf = (values: Values<ReturnType<typeof velden>>, found?: Maatregel) => ({
  van: values.wie,
  onderwerp: values.onderwerp,
  ...sorteringUit(values),
  ...naVink(values.vertrouwelijk, found?.facts),
});

/** A new measure may need new people in the group (G7). */
export const nieuweDeelnemer: Button = {
  titel: 'Nieuwe deelnemer toevoegen',
  verb: 'deelnemer.toevoegen',
};

const toevoegen = vorm({
  verb: 'maatregel.aanvullend',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) => {
    const found = teKiezen(ctx);
    if (found.problemen.length === 0) return geenLijst(ctx);
    return formOf('Extra maatregel', velden(found), {
      nogEen: 'Opslaan en nog een',
      knoppen: [nieuweDeelnemer],
    });
  },
  decide: (ctx, values) => {
    const id = newId(ctx.project, 'm');
    const rest = { criteria: {}, ingebracht: '' as const, aanvullend: true };
    const facts = { ...factsOf(values), ...rest };
    return accept(id, [begin(maatregel, id, facts, { omschrijving: values.omschrijving })]);
  },
  receipt: ({ project }, about) => {
    const besloten = lezersVan(project, about);
    return gelukt(
      'De extra maatregel is opgeslagen.',
      besloten.regels.length > 0 ? besloten.regels : ['Je kunt hem straks in de matrix zetten.'],
      [...besloten.knoppen, { titel: 'Nog een extra maatregel', verb: 'maatregel.aanvullend' }],
    );
  },
});

const lezersVan = (project: Project, id: string) =>
  naOpslaan(one(project, maatregel, id)?.facts, 'maatregel.vertrouwelijk', id);

const wijzigen = vorm({
  verb: 'aanvullend.wijzigen',
  right: 'projectleider',
  when: VANAF,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const page = teKiezen(ctx, found);
    if (page.problemen.length === 0) return geenLijst(ctx);
    return formOf('Extra maatregel aanpassen', velden(page, found), {
      knoppen: [nieuweDeelnemer],
      rev: found.rev,
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const facts = factsOf(values, found);
    const isSame =
      JSON.stringify({ ...found.facts, ...facts }) === JSON.stringify(found.facts) &&
      found.texts.omschrijving === values.omschrijving;
    const said = say(maatregel, found, facts, { omschrijving: values.omschrijving });
    return accept(found.id, isSame ? [] : [said], ...hertekenen(found.facts, facts));
  },
  receipt: ({ project }, about) => {
    const { regels, knoppen } = lezersVan(project, about);
    return gelukt('De extra maatregel is aangepast.', regels, [...knoppen, BEOORDELING]);
  },
});

/** The measures of step 3 are not changed here, because they belong to the people who entered them. */
function asked({ project, args }: Ctx): Maatregel | undefined {
  const found = one(project, maatregel, args['id'] ?? '');
  return found?.facts.aanvullend ? found : undefined;
}

export const aanvullendActies: readonly AnyAction[] = [
  toevoegen,
  wijzigen,
  ...intrekkenEnTerug({
    kind: maatregel,
    naam: 'aanvullend',
    right: 'projectleider',
    when: VANAF,
    mag: (_ctx, { facts }) => facts.aanvullend,
    bijTerug: () => [],
    weg: 'De extra maatregel is ingetrokken.',
    terug: 'De extra maatregel staat er weer.',
    lijst: () => BEOORDELING,
  }),
];
