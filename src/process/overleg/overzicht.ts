import type { AgendaRegel, Beeld, Ctx, View } from '../contract/contract.ts';
import { isVan, leads, naamVan, verantwoordelijke, type Deelnemer } from '../feiten/deelnemers.ts';
import {
  afspraak,
  agendapunt,
  gaande,
  isBegonnen,
  isLeesbaar,
  isNotulist,
  openAfspraken,
  type Overleg,
  uitkomst,
} from '../feiten/overleg.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { metTab } from '../vormen/naar-tab.ts';
import { all, one, type Project } from '../feiten/project.ts';
import {
  bericht,
  IN_BEELD,
  item,
  kortItem,
  lijst,
  type Button,
  type Item,
} from '../vormen/screen.ts';
import { dateOf, dayText } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { aantal } from '../taal/woorden.ts';
import { afgesprokenId } from '../stappen/stappen.ts';
import {
  bedoeldOverleg,
  hoortBij,
  anderenVanNu,
  isAanDeBeurt,
  isGepland,
  isVanNu,
  komendOverleg,
  overlegArgs,
  overlegInZin,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { isGroep } from '../kalender/moment.ts';
import { overlegTekst } from '../kalender/plannen.ts';
import { lezersKnop } from './lezers.ts';
import { puntenVan, regelsBij, zonderUitkomst, type Punt } from './punten.ts';
import { kortweg } from '../taal/tekst.ts';

import { beeldVan } from '../contract/beeld.ts';
import { aaneen } from '../taal/aaneen.ts';
import { AFSLUITEN } from './agenda.ts';

/** The agenda of the present overleg: its points in short, each of which opens (rule 2). */
export const overlegView: View = {
  verb: 'overleg',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    if (!een || (!komendOverleg(ctx) && !isBegonnen(ctx.project, een.nummer)))
      return bericht('uitleg', 'Er komt geen overleg meer.', [], [KNOP.plan]);
    const isBezig = gaande(ctx.project)?.id === een.id;
    return lijst(
      `Agenda ${overlegInZin(een)}: ${een.soort.vraag}`,
      [{ kop: '', items: puntItems(ctx, een) }],
      {
        pagina: ctx.args['pagina'],
        uitleg: [
          momentZin(een.found, ctx.now),
          ...(leads(ctx.actor) && isAanDeBeurt(ctx, een) && !isVanNu(ctx, een)
            ? [hoortBij(ctx, een)]
            : []),
        ],
        // An overleg of an earlier step can only be read.
        knoppen: metTab(
          isAanDeBeurt(ctx, een)
            ? [
                ...(isBezig && leidtHet(ctx, een) ? verderKnoppen(ctx, een) : []),
                ...overlegKnoppen(een, {
                  leidt: leidtHet(ctx, een),
                  isBezig,
                  kanBeginnen: isVanNu(ctx, een) && !gaande(ctx.project),
                  isGroep: isGroep(ctx.project),
                }),
                ...anderenVanNu(ctx, een).map((ander) => ({
                  titel: overlegNaam(ander),
                  verb: 'overleg',
                  args: overlegArgs(ander),
                })),
              ]
            : [KNOP.plan],
          'overleg',
        ),
      },
    );
  },
};

/** Who leads, and who takes the notes while it lasts. */
const leidtHet = ({ project, actor }: Ctx, { id, found }: EenOverleg) =>
  leads(actor) || (gaande(project)?.id === id && found?.facts.notulist === actor.id);

/** `3. Wat weten we al?`, and what came out of it. */
const puntItems = (ctx: Ctx, een: EenOverleg): Item[] =>
  puntenVan(ctx, een).map(({ titel, regel }, at) =>
    item(
      `${at + 1}. ${titel}`,
      uitkomstRegels(ctx, een, regel).map((zin) => kortweg(zin, MAX_UITKOMST)),
      [{ titel: 'Openen', verb: PUNT, args: { ...overlegArgs(een), regel } }],
    ),
  );

/** In the list of points; the point itself has all of it. */
const MAX_UITKOMST = 120;

const PUNT = 'overleg.punt';

/** To the first point from which nothing came yet, and what one does first there: not one press more during an overleg. */
const verderKnoppen = (ctx: Ctx, een: EenOverleg): Button[] =>
  zonderUitkomst(beeldVan(ctx), een)
    .slice(0, 1)
    .flatMap(({ regel }) => [
      {
        titel: 'Verder met de agenda',
        verb: PUNT,
        args: { ...overlegArgs(een), regel },
        stijl: 'positive',
      },
      ...puntEigen(ctx, een, regel).slice(0, 1),
    ]);

/** What one does at a point: at its own line, and at those that belong to it. */
const puntEigen = (ctx: Ctx, een: EenOverleg, regel: string): Button[] =>
  regelsBij(een, regel).flatMap(({ knoppen }) => knoppen(beeldVan(ctx)));

/** One point of an agenda: what the group knows about it, what one can do there, and what came out of it. */
export const puntView: View = {
  verb: PUNT,
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    const punten = een ? puntenVan(ctx, een) : [];
    const at = punten.findIndex(({ regel }) => regel === ctx.args['regel']);
    const punt = punten[at];
    if (!een || !punt) return bericht('uitleg', 'Dit punt is er niet meer.', [], [NAAR_AGENDA]);
    const { bron, titel } = punt;
    return {
      ...bericht(
        'uitleg',
        titel,
        puntRegels(ctx, een, punt),
        puntKnoppen(ctx, een, { punt, volgende: punten[at + 1] }),
      ),
      klein: [`Punt ${at + 1} van ${punten.length}.`, bron].filter((deel) => deel !== '').join(' '),
    };
  },
};

const NAAR_AGENDA: Button = { titel: 'Alle punten', verb: 'overleg' };

function puntRegels(ctx: Ctx, een: EenOverleg, punt: Punt): string[] {
  const beeld = beeldVan(ctx);
  // An agenda is for everybody, in a dialog too (rule 10).
  const samen = { ...beeld, project: voorIedereen(ctx.project) };
  const lines = regelsBij(een, punt.regel);
  const eigen = one(ctx.project, agendapunt, punt.regel);
  return [
    ...(eigen ? [`Van ${naamVan(ctx.project, eigen.facts.van)}`] : []),
    ...lines.flatMap((line) => {
      const gegevens = [...line.gegevens(samen), ...termijnen(beeld, line)];
      return line.isOnderdeel && gegevens.length > 0 ? [`${line.titel}:`, ...gegevens] : gegevens;
    }),
    ...uitkomstRegels(ctx, een, punt.regel),
  ];
}

/** The next point comes first once this one has its outcome. */
function puntKnoppen(
  ctx: Ctx,
  een: EenOverleg,
  { punt: { regel }, volgende }: { punt: Punt; volgende: Punt | undefined },
): Button[] {
  const args = overlegArgs(een);
  const verder: Button[] = volgende
    ? [{ titel: 'Volgende punt', verb: PUNT, args: { ...args, regel: volgende.regel } }]
    : [];
  const anders = [...verder, { ...NAAR_AGENDA, args }];
  if (!leidtHet(ctx, een)) return anders;
  const loopt = (een.found?.facts.begonnen ?? '') !== '';
  const isGezegd = one(ctx.project, uitkomst, `${een.id}.${regel}`) !== undefined;
  const rest = [...(loopt ? [uitkomstKnop(een, regel, isGezegd)] : []), ...anders];
  return [...puntEigen(ctx, een, regel).slice(0, MAX_KNOPPEN - rest.length), ...rest];
}

/** Teams shows no more on one card. */
const MAX_KNOPPEN = 6;

/** When the overleg is, that it is going on, or when it was. */
function momentZin(found: Overleg | undefined, now: string): string {
  if (!found || found.facts.begonnen === '') return `Moment: ${overlegTekst(found, now)}`;
  const wie = aantal(found.facts.aanwezig.length, 'deelnemer', 'deelnemers');
  if (found.facts.gesloten === '') return aaneen`Bezig. Aanwezig: ${wie}.`;
  return aaneen`Gehouden op ${dayText(dateOf(found.facts.begonnen), now)}. Aanwezig: ${wie}.`;
}

/** What one does with an overleg: add a point, or for who leads hold it, plan it and show it. */
function overlegKnoppen(
  een: EenOverleg,
  {
    leidt,
    isBezig,
    kanBeginnen,
    isGroep: zijnMeer,
  }: { leidt: boolean; isBezig: boolean; kanBeginnen: boolean; isGroep: boolean },
): Button[] {
  const args = overlegArgs(een);
  const punt: Button = { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args };
  if (!leidt) return [punt];
  if (isBezig)
    return [{ titel: 'Aanwezigheid', verb: 'overleg.aanwezig' }, KNOP.afspraak, AFSLUITEN];
  const isGehouden = (een.found?.facts.gesloten ?? '') !== '';
  return [
    ...(kanBeginnen
      ? [
          {
            titel: isGehouden ? 'Overleg weer openen' : 'Start het overleg',
            verb: 'overleg.starten',
            args,
          },
        ]
      : []),
    {
      titel: isGepland(een.found) ? 'Verplaatsen' : 'Plannen',
      verb: 'overleg.plannen',
      args,
    },
    ...(isGepland(een.found) ? [{ titel: 'Afzeggen', verb: 'overleg.afzeggen', args }] : []),
    ...(zijnMeer ? [{ titel: 'Agenda aan de groep tonen', verb: 'agenda.tonen', args }] : []),
    {
      titel: 'Als e-mail',
      verb: 'als-email',
      args: { wat: isGehouden ? 'overleg' : 'agenda', ...args },
    },
    punt,
  ];
}

/** The dates that were agreed at this line for a later step. */
export const termijnen = (beeld: Beeld, { knoppen }: AgendaRegel): string[] =>
  knoppen(beeld).flatMap(({ verb, args }) => {
    const agreed = one(beeld.project, uitkomst, afgesprokenId(args?.['stap'] ?? ''));
    return verb === 'overleg.deadline' && agreed ? [`Afgesproken: ${agreed.texts.tekst}`] : [];
  });

const uitkomstKnop = (een: EenOverleg, regel: string, isGezegd: boolean): Button => ({
  titel: isGezegd ? 'Uitkomst aanpassen' : 'Uitkomst',
  verb: 'overleg.uitkomst',
  args: { ...overlegArgs(een), regel },
});

function uitkomstRegels({ project, actor, now }: Ctx, een: EenOverleg, regel: string): string[] {
  const found = one(project, uitkomst, `${een.id}.${regel}`);
  if (!found) return [];
  if (!isLeesbaar(project, actor, found)) return ['Uitkomst: vertrouwelijk.'];
  const wie = found.facts.wie === '' ? '' : `, ${naamVan(project, found.facts.wie)}`;
  const wanneer = found.facts.wanneer === '' ? '' : `, ${dayText(found.facts.wanneer, now)}`;
  const besloten = found.facts.vertrouwelijk ? ', vertrouwelijk' : '';
  return [`Uitkomst (${found.facts.soort}${wie}${wanneer}${besloten}): ${found.texts.tekst}`];
}

/** The people who do it now, with the opvolger in place of a person who left. */
export const doet = (project: Project, wie: string) => verantwoordelijke(project, wie)?.id ?? wie;

/** One list of afspraken, from all overleggen (rule 13). */
export const afspraken: View = {
  verb: 'afspraken',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, actor, args } = ctx;
    const open = openAfspraken(project);
    const klaar = all(project, afspraak).filter(({ facts }) => facts.klaar);
    const show = (found: Afspraak) => afspraakItem(ctx, found);
    return lijst(
      'Afspraken',
      [
        { kop: 'Nog te doen', items: open.map(show) },
        { kop: 'Klaar', items: klaar.map(show) },
      ],
      {
        pagina: args['pagina'],
        rijen: IN_BEELD,
        uitleg:
          open.length + klaar.length === 0
            ? ['Er zijn nog geen afspraken. Wat we in een overleg afspreken, komt hier.']
            : [],
        knoppen: metTab([leads(actor) ? KNOP.afspraak : KNOP.taken], 'hoofdstuk.afspraken'),
      },
    );
  },
};

type Afspraak = ReturnType<typeof openAfspraken>[number];

function afspraakItem({ project, actor, now }: Ctx, found: Afspraak): Item {
  const { facts, texts } = found;
  const knoppen = afspraakKnoppen(project, actor, found);
  if (!isLeesbaar(project, actor, found)) return item('Een vertrouwelijke afspraak', [], knoppen);
  const wanneer = facts.wanneer === '' ? '' : `, voor ${dayText(facts.wanneer, now)}`;
  return kortItem(
    texts.wat,
    [
      aaneen`${naamVan(project, doet(project, facts.wie))}${wanneer}`,
      ...(facts.vertrouwelijk ? ['Vertrouwelijk.'] : []),
    ],
    { knoppen },
  );
}

/**
 * What a person can do with an afspraak. The person who does it and the projectleider tick it; the projectleider and the
 * notulist choose its readers.
 */
export function afspraakKnoppen(
  project: Project,
  lid: Deelnemer,
  found: ReturnType<typeof openAfspraken>[number],
): Button[] {
  const { id, facts } = found;
  const tik: Button = {
    titel: facts.klaar ? 'Toch niet klaar' : 'Klaar',
    verb: 'afspraak.klaar',
    args: { id, klaar: facts.klaar ? 'nee' : 'ja' },
  };
  const leest = isLeesbaar(project, lid, found);
  return [
    ...(isVan(project, lid, facts.wie) || leads(lid) ? [tik] : []),
    ...(leest && (leads(lid) || isNotulist(project, lid.id)) ? [lezersKnop(id)] : []),
  ];
}
