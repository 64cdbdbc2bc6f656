import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import {
  type Refused,
  accept,
  isRefused,
  notNow,
  refuse,
} from '../../process/contract/decision.ts';
import { hertekenen, kiesLezers, naOpslaan, naVink } from '../../process/stappen/lezers.ts';
import { begin, newId, one } from '../../process/feiten/project.ts';
import { changeIfNew } from '../../process/feiten/say-if-new.ts';
import { type Screen, gelukt } from '../../process/vormen/screen.ts';
import { split } from '../../process/vormen/form.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { type Regel, isConcept, regelMet } from '../plan/uitvoeringsmatrix.ts';
import { WIE_HET_DOET } from '../plan/lezers.ts';
import { maatregel, regel } from '../plan/plan.ts';
import { leegVoorstel, staatInMatrix, voorstelVan } from './kandidaten.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { magNietSchrijven } from './toegang.ts';
import {
  fouten,
  gekozenUitvoerders,
  geldVelden,
  regelVelden,
  vraagNaProject,
  type Voorstel,
} from './velden.ts';

/** What is made of the row that is asked for, where it still stands. */
function metRegel<R>({ project, args }: Ctx, maak: (found: Regel) => R): R | Refused {
  const found = regelMet(project, args['id']);
  return found ? maak(found) : refuse('niet-gevonden');
}

/** The measure that the pressed button was about; undefined for a new one. */
const gevraagdeMaatregel = ({ project, args }: Ctx) =>
  one(project, maatregel, args['maatregel'] ?? '');

/** The values in the form of a new row; a refusal when the measure is gone or is in the matrix already. */
function nieuwVoorstel(ctx: Ctx): Voorstel | Refused {
  const found = gevraagdeMaatregel(ctx);
  if (!found) return ctx.args['maatregel'] ? refuse('niet-gevonden') : leegVoorstel(ctx);
  return staatInMatrix(ctx.project, found.id)
    ? notNow('Deze maatregel staat al in de matrix. Pas hem daar aan.', [MATRIX])
    : voorstelVan(ctx, found);
}

const toevoegen = vorm({
  verb: 'regel.toevoegen',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    const bezwaar = magNietSchrijven(ctx);
    if (bezwaar) return bezwaar;
    const voorstel = nieuwVoorstel(ctx);
    if (isRefused(voorstel)) return voorstel;
    return formOf('Maatregel in de matrix', regelVelden(ctx, voorstel), {
      uitleg: ['Wie doet wat, hoe en wanneer? Kosten mogen later.'],
      knoppen: [
        ...(ctx.args['maatregel']
          ? []
          : [{ titel: 'Kies een maatregel die er al is', verb: 'regel.kiezen' }]),
      ],
    });
  },
  decide: (ctx, values) => {
    const voorstel = nieuwVoorstel(ctx);
    if (isRefused(voorstel)) return voorstel;
    const bezwaar = fouten(values) ?? vraagNaProject(ctx, values);
    if (bezwaar) return bezwaar;
    const { facts, texts } = split(regelVelden(ctx, voorstel), values);
    const id = newId(ctx.project, 'r');
    const uitvoerders = gekozenUitvoerders(ctx, voorstel, values);
    const van = gevraagdeMaatregel(ctx)?.id ?? '';
    const lezers = naVink(facts.vertrouwelijk, voorstel.facts);
    const said = { ...facts, ...lezers, maatregel: van, uitvoerders };
    return accept(id, [begin(regel, id, said, texts)]);
  },
  receipt: (ctx, about) => bewaard(ctx, about, 'De maatregel staat in de matrix.'),
});

const wijzigen = vorm({
  verb: 'regel.wijzigen',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) =>
    magNietSchrijven(ctx) ??
    metRegel(ctx, (found) =>
      formOf('Maatregel aanpassen', regelVelden(ctx, found), {
        rev: found.rev,
        knoppen: [
          {
            titel: 'Uit de matrix halen',
            verb: 'regel.intrekken',
            args: { id: found.id },
            stijl: 'destructive',
          },
        ],
      }),
    ),
  decide: (ctx, values) =>
    metRegel(ctx, (found) => {
      const bezwaar = fouten(values) ?? vraagNaProject(ctx, values);
      if (bezwaar) return bezwaar;
      const { facts, texts } = split(regelVelden(ctx, found), values);
      const uitvoerders = gekozenUitvoerders(ctx, found, values);
      const lezers = naVink(facts.vertrouwelijk, found.facts);
      const said = { facts: { ...facts, ...lezers, uitvoerders }, texts };
      return accept(found.id, changeIfNew(regel, found, said), ...hertekenen(found.facts, lezers));
    }),
  receipt: (ctx, about) => bewaard(ctx, about, 'De maatregel is aangepast.'),
});

const kosten = vorm({
  verb: 'regel.kosten',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) =>
    magNietSchrijven(ctx) ??
    metRegel(ctx, (found) =>
      formOf('Kosten en geld', geldVelden(found), { rev: found.rev, uitleg: [found.texts.wat] }),
    ),
  decide: (ctx, values) =>
    metRegel(ctx, (found) => {
      const said = split(geldVelden(found), values);
      return fouten(said.facts) ?? accept(found.id, changeIfNew(regel, found, said));
    }),
  receipt: () =>
    gelukt('De kosten zijn opgeslagen.', [], [{ titel: 'Alle kosten', verb: 'kosten' }]),
});

function bewaard({ project }: Ctx, about: string, titel: string): Screen {
  const concept = isConcept(project)
    ? ['Dit is nog concept. De groep ziet het als stap 5 begint.']
    : [];
  const besloten = naOpslaan(regelMet(project, about)?.facts, 'regel.vertrouwelijk', about);
  return gelukt(titel, besloten.regels.length > 0 ? besloten.regels : concept, [
    ...besloten.knoppen,
    { titel: 'Volgende maatregel', verb: 'regel.kiezen' },
  ]);
}

/** Withdraws a row, and brings it back. */
const intrekken = intrekkenEnTerug({
  kind: regel,
  naam: 'regel',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  mag: (ctx) => magNietSchrijven(ctx) ?? true,
  bijTerug: () => [],
  weg: 'De maatregel is uit de matrix.',
  terug: 'De maatregel staat weer in de matrix.',
  lijst: () => MATRIX,
});

const lezers = kiesLezers({
  naam: 'regel',
  kind: regel,
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  mag: (ctx) => magNietSchrijven(ctx) ?? true,
  altijd: WIE_HET_DOET,
});

export const regelActies: readonly AnyAction[] = [
  toevoegen,
  wijzigen,
  kosten,
  lezers,
  ...intrekken,
];
