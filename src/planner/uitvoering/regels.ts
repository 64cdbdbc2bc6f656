import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuse, type Refused } from '../../process/contract/decision.ts';
import { begin, newId, one, sayIfNew } from '../../process/feiten/project.ts';
import { split } from '../../process/vormen/form.ts';
import { gelukt, type Button, type Screen } from '../../process/vormen/screen.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { isConcept, regelMet } from '../plan/uitvoeringsmatrix.ts';
import { maatregel, regel } from '../plan/plan.ts';
import { leegVoorstel, staatInMatrix, voorstelVan } from './kandidaten.ts';
import { magNietSchrijven } from './toegang.ts';
import {
  fouten,
  gekozenUitvoerders,
  geldVelden,
  meerKnoppen,
  regelVelden,
  vraagNaProject,
  type Voorstel,
} from './velden.ts';

const naarMatrix: Button = { titel: 'Uitvoeringsmatrix', verb: 'matrix' };

const asked = ({ project, args }: Ctx) => regelMet(project, args['id']);

/** The measure that the pressed button was about; undefined for a new one. */
const gevraagdeMaatregel = ({ project, args }: Ctx) =>
  one(project, maatregel, args['maatregel'] ?? '');

/** What stands in the form of a new row; a refusal when the measure is gone or stands in the matrix already. */
function nieuwVoorstel(ctx: Ctx): Voorstel | Refused {
  const found = gevraagdeMaatregel(ctx);
  if (!found) return ctx.args['maatregel'] ? refuse('niet-gevonden') : leegVoorstel(ctx);
  return staatInMatrix(ctx.project, found.id)
    ? notNow('Deze maatregel staat al in de matrix. Pas hem daar aan.')
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
    if ('reason' in voorstel) return voorstel;
    return formOf('Maatregel in de matrix', regelVelden(ctx, voorstel), {
      uitleg: ['Wie doet wat, hoe en wanneer? Kosten mogen later.'],
      knoppen: [
        ...(ctx.args['maatregel']
          ? []
          : [{ titel: 'Kies een maatregel die er al is', verb: 'regel.kiezen' }]),
        ...meerKnoppen(ctx, 'regel.toevoegen', voorstel),
      ],
    });
  },
  decide: (ctx, values) => {
    const voorstel = nieuwVoorstel(ctx);
    if ('reason' in voorstel) return voorstel;
    const bezwaar = fouten(values) ?? vraagNaProject(ctx, values);
    if (bezwaar) return bezwaar;
    const { facts, texts } = split(regelVelden(ctx, voorstel), values);
    const id = newId(ctx.project, 'r');
    const uitvoerders = gekozenUitvoerders(ctx, voorstel, values);
    const van = gevraagdeMaatregel(ctx)?.id ?? '';
    return accept(id, [begin(regel, id, { ...facts, maatregel: van, uitvoerders }, texts)]);
  },
  receipt: (ctx, about) => bewaard(ctx, about, 'De maatregel staat in de matrix.'),
});

const wijzigen = vorm({
  verb: 'regel.wijzigen',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    const bezwaar = magNietSchrijven(ctx);
    if (bezwaar) return bezwaar;
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return formOf('Maatregel aanpassen', regelVelden(ctx, found), {
      rev: found.rev,
      knoppen: [
        {
          titel: 'Uit de matrix halen',
          verb: 'regel.intrekken',
          args: { id: found.id },
          stijl: 'destructive',
        },
        ...meerKnoppen(ctx, 'regel.wijzigen', found),
      ],
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const bezwaar = fouten(values) ?? vraagNaProject(ctx, values);
    if (bezwaar) return bezwaar;
    const { facts, texts } = split(regelVelden(ctx, found), values);
    const uitvoerders = gekozenUitvoerders(ctx, found, values);
    return accept(found.id, sayIfNew(regel, found, found.id, { ...facts, uitvoerders }, texts));
  },
  receipt: (ctx, about) => bewaard(ctx, about, 'De maatregel is aangepast.'),
});

const kosten = vorm({
  verb: 'regel.kosten',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    const bezwaar = magNietSchrijven(ctx);
    if (bezwaar) return bezwaar;
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    return formOf('Kosten en geld', geldVelden(found), {
      rev: found.rev,
      uitleg: [found.texts.wat],
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const { facts, texts } = split(geldVelden(found), values);
    return fouten(facts) ?? accept(found.id, sayIfNew(regel, found, found.id, facts, texts));
  },
  receipt: () =>
    gelukt(
      'De kosten zijn opgeslagen.',
      [],
      [{ titel: 'Alle kosten', verb: 'kosten' }, naarMatrix],
    ),
});

function bewaard({ project }: Ctx, about: string, titel: string): Screen {
  const concept = isConcept(project)
    ? ['Dit is nog concept. De groep ziet het als stap 5 begint.']
    : [];
  return gelukt(titel, concept, [
    { titel: 'Volgende maatregel', verb: 'regel.kiezen' },
    { titel: 'Capaciteit opgeven', verb: 'capaciteit.opgeven', args: { regel: about } },
    naarMatrix,
  ]);
}

/** Withdrawing a row, and bringing it back. */
const intrekken = intrekkenEnTerug({
  kind: regel,
  naam: 'regel',
  right: 'notulist',
  when: { vanaf: 'doelstellingen' },
  mag: (ctx) => magNietSchrijven(ctx) ?? true,
  bijTerug: () => [],
  weg: 'De maatregel is uit de matrix.',
  terug: 'De maatregel staat weer in de matrix.',
  lijst: () => naarMatrix,
});

export const regelActies: readonly AnyAction[] = [toevoegen, wijzigen, kosten, ...intrekken];
