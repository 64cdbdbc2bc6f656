import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../process/contract/action.ts';
import {
  accept,
  notNow,
  refuse,
  refuseFields,
  type Refused,
} from '../../process/contract/decision.ts';
import { leads, leden, organisatieVan, isVanOrganisatie } from '../../process/feiten/deelnemers.ts';
import { getalMetEenheid, kies, numberInput, type Field } from '../../process/vormen/form.ts';
import { eigenaar } from '../../process/contract/namens.ts';
import { type Project, newId, one, oneEver, withdraw } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { gelukt, type Button, ontvangen } from '../../process/vormen/screen.ts';
import {
  capaciteitVan,
  isConcept,
  regelMet,
  organisatiesVanLeden,
  type Capaciteit,
  type Regel,
} from '../plan/uitvoeringsmatrix.ts';
import { capaciteit } from '../plan/plan.ts';
import { EENHEDEN } from '../../process/taal/getallen.ts';
import { sleutel } from '../../process/taal/schrift.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { hoeveel, magWijzigen, magVoorIedereen } from './capaciteit.ts';
import { magNietSchrijven } from './toegang.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { opEenRij } from '../../process/taal/opsomming.ts';

/** Hours in the whole project are asked for: those of a week are another number. */
const PER_WEEK = EENHEDEN.uren.flatMap((uren) => [
  `${uren} per week`,
  `${uren}/week`,
  `${uren} p/w`,
]);

/** What is typed with a number says more than what was chosen below it, and must not be lost. */
function aantalFout(
  { waarde, eenheid: typed }: { waarde: number; eenheid: string },
  gekozen: Capaciteit['facts']['eenheid'],
): Refused | undefined {
  if (waarde === 0) return refuseFields({ aantal: 'Vul een getal in dat groter is dan 0.' });
  if (PER_WEEK.includes(typed))
    return refuseFields({
      aantal: 'Dit is per week. Reken het om naar uren in het hele project, of naar fte.',
    });
  const isFte = EENHEDEN.fte.map(sleutel).includes(typed);
  return typed !== '' && isFte !== (gekozen === 'fte')
    ? refuseFields({ eenheid: aaneen`Je schreef ${typed}. Kies dat hier ook.` })
    : undefined;
}

/** More hours than anyone has: a typing error. */
const MEEST = 100_000;

const naarCapaciteit: Button = { titel: 'Alle capaciteit', verb: 'capaciteit' };

/** What this organisatie gives to a row. */
const eigen = (project: Project, rij: Regel, van: string) =>
  capaciteitVan(project, rij).filter(({ facts }) => isVanOrganisatie(project, facts.van, van));

function magNiet(ctx: Ctx): Refused | undefined {
  if (leads(ctx.actor)) return magNietSchrijven(ctx);
  if (magVoorIedereen(ctx) || !isConcept(ctx.project)) return undefined;
  return notNow('De matrix is nog niet klaar. Je kunt dit opgeven als stap 5 begint.');
}

/** What the button was about: a row, or capacity that was given before. */
function gevraagd({ project, args }: Ctx): { rij: Regel; oud: Capaciteit | undefined } | undefined {
  const oud = one(project, capaciteit, args['id'] ?? '');
  const rij = regelMet(project, oud?.facts.regel ?? args['regel']);
  return rij && { rij, oud };
}

/** The organisaties of the group, each represented by the first of its people. */
const organisatieKeuzes = (project: Project) =>
  organisatiesVanLeden(
    project,
    leden(project).map(({ id }) => id),
  ).map(({ lid, naam }) => ({ id: lid, tekst: kortweg(naam) }));

function organisatieVeld({ project }: Ctx, van: string): Field<string> {
  const all = organisatieKeuzes(project);
  const mine = all.find(({ id }) => isVanOrganisatie(project, id, van));
  return kies(
    {
      label: 'Welke organisatie?',
      nodig: 'Kies een organisatie.',
      wat: 'organisaties',
      waarde: mine?.id,
    },
    all,
  );
}

const opgeven = vorm({
  verb: 'capaciteit.opgeven',
  right: 'deelnemer',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    const bezwaar = magNiet(ctx);
    if (bezwaar) return bezwaar;
    const found = gevraagd(ctx);
    if (!found) return refuse('niet-gevonden');
    const { rij, oud } = found;
    const van = oud?.facts.van ?? eigenaar(ctx).id;
    const organisatie = magVoorIedereen(ctx) ? organisatieVeld(ctx, van) : undefined;
    const al = eigen(ctx.project, rij, van).map(hoeveel);
    return formOf(
      'Hoeveel tijd zet je in?',
      { ...(organisatie ? { van: organisatie } : {}), ...velden(oud) },
      {
        rev: oud?.rev ?? 0,
        uitleg: [
          kortweg(rij.texts.wat, 300),
          ...(al.length > 0 ? [`Al opgegeven: ${opEenRij(al)}.`] : []),
        ],
      },
    );
  },
  decide: (ctx, { aantal: hoeveelheid, eenheid, extra, ...rest }) => {
    const { van: organisatie } = rest as { van?: string };
    const found = gevraagd(ctx);
    if (!found || hoeveelheid === null) return refuse('niet-gevonden');
    const wrong = aantalFout(hoeveelheid, eenheid);
    if (wrong) return wrong;
    const aantal = hoeveelheid.waarde;
    const van = organisatie ?? found.oud?.facts.van ?? eigenaar(ctx).id;
    if (!magVoorIedereen(ctx) && !isVanOrganisatie(ctx.project, van, ctx.actor.id))
      return refuse('alleen-eigen');
    const zelfde = eigen(ctx.project, found.rij, van).find(
      ({ facts }) => facts.extra === (extra === 'extra'),
    );
    const oud = found.oud ?? zelfde;
    const id = oud?.id ?? newId(ctx.project, 'k');
    const facts = { regel: found.rij.id, van, aantal, eenheid, extra: extra === 'extra' };
    const dubbel = zelfde && zelfde.id !== id ? [withdraw(capaciteit, zelfde.id)] : [];
    return accept(id, [...sayIfNew(ctx.project, capaciteit, { id, facts, texts: {} }), ...dubbel]);
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, capaciteit, about);
    return ontvangen(
      [
        'De capaciteit is opgeslagen.',
        ...(found
          ? [aaneen`${organisatieVan(ctx.project, found.facts.van)}: ${hoeveel(found)}.`]
          : []),
      ],
      [
        ...(found && magVoorIedereen(ctx)
          ? [
              {
                titel: 'Nog een organisatie',
                verb: 'capaciteit.opgeven',
                args: { regel: found.facts.regel },
              },
            ]
          : []),
        naarCapaciteit,
      ],
    );
  },
});

const velden = (oud: Capaciteit | undefined) => ({
  aantal: getalMetEenheid({
    label: 'Hoeveel?',
    uitleg: 'Bijvoorbeeld 40 of 0,5.',
    nodig: 'Vul een getal in.',
    decimalen: 2,
    max: MEEST,
    eenheden: [...EENHEDEN.uren, ...EENHEDEN.fte, ...PER_WEEK],
    voorbeeld: '40 of 0,5',
    waarde: oud && numberInput(oud.facts.aantal),
  }),
  eenheid: kies(
    { label: 'Uren of fte?', nodig: 'Kies uren of fte.', waarde: oud?.facts.eenheid ?? 'uren' },
    [
      { id: 'uren', tekst: 'Uren, in het hele project' },
      { id: 'fte', tekst: 'Fte (1 fte is een volle werkweek)' },
    ],
  ),
  extra: kies(
    {
      label: 'Is dit extra?',
      nodig: 'Maak een keuze.',
      waarde: oud?.facts.extra ? 'extra' : 'bestaand',
    },
    [
      { id: 'bestaand', tekst: 'Nee, dit valt binnen ons gewone werk' },
      { id: 'extra', tekst: 'Ja, dit is extra inzet' },
    ],
  ),
});

const weghalen = tap({
  verb: 'capaciteit.weghalen',
  right: 'deelnemer',
  when: { vanaf: 'doelstellingen' },
  decide: (ctx) => {
    const bezwaar = magNiet(ctx);
    if (bezwaar) return bezwaar;
    const found = oneEver(ctx.project, capaciteit, ctx.args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    if (!magWijzigen(ctx, found)) return refuse('alleen-eigen');
    return accept(found.id, found.gone ? [] : [withdraw(capaciteit, found.id)]);
  },
  receipt: () => gelukt('De capaciteit is ingetrokken.', [], [naarCapaciteit]),
});

export const capaciteitActies: readonly AnyAction[] = [opgeven, weghalen];
