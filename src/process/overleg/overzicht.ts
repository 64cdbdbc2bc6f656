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
import { bericht, item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { dateOf, dayText } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { aantal } from '../taal/woorden.ts';
import { afgesprokenId } from '../stappen/stappen.ts';
import {
  bedoeldOverleg,
  anderenVanNu,
  isAanDeBeurt,
  isGepland,
  komendOverleg,
  overlegArgs,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { overlegTekst } from '../kalender/plannen.ts';
import { lezersKnop } from './lezers.ts';

import { beeldVan } from '../contract/beeld.ts';
import { aaneen } from '../taal/aaneen.ts';

/** The agenda of the present overleg: the words of the source, what is known, what can be done (rule 2). */
export const overlegView: View = {
  verb: 'overleg',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    if (!een || (!komendOverleg(ctx) && !isBegonnen(ctx.project, een.nummer)))
      return bericht('uitleg', 'Er komt geen overleg meer.', [], [KNOP.plan]);
    const { found } = een;
    const isBezig = gaande(ctx.project)?.id === een.id;
    const leidt = leads(ctx.actor) || (isBezig && found?.facts.notulist === ctx.actor.id);
    return lijst(
      overlegNaam(een),
      [
        {
          kop: een.soort.agendatitel,
          items: agendaItems(ctx, een, leidt),
        },
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg: [momentZin(found, ctx.now)],
        // An overleg of an earlier step can only be read.
        knoppen: metTab(
          isAanDeBeurt(ctx, een)
            ? [
                ...overlegKnoppen(een, { leidt, isBezig }),
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
  { leidt, isBezig }: { leidt: boolean; isBezig: boolean },
): Button[] {
  const args = overlegArgs(een);
  const punt: Button = { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args };
  if (!leidt) return [punt];
  if (isBezig)
    return [
      { titel: 'Aanwezigheid', verb: 'overleg.aanwezig' },
      KNOP.afspraak,
      { titel: 'Overleg afsluiten', verb: 'overleg.sluiten' },
    ];
  const isGehouden = (een.found?.facts.gesloten ?? '') !== '';
  return [
    {
      titel: isGehouden ? 'Overleg weer openen' : 'Start het overleg',
      verb: 'overleg.starten',
      args,
    },
    {
      titel: isGepland(een.found) ? 'Verplaatsen' : 'Plannen',
      verb: 'overleg.plannen',
      args,
    },
    ...(isGepland(een.found) ? [{ titel: 'Afzeggen', verb: 'overleg.afzeggen', args }] : []),
    { titel: 'Agenda aan de groep tonen', verb: 'agenda.tonen', args },
    {
      titel: 'Als e-mail',
      verb: 'als-email',
      args: { wat: isGehouden ? 'overleg' : 'agenda', ...args },
    },
    punt,
  ];
}

function agendaItems(ctx: Ctx, een: EenOverleg, leidt: boolean): Item[] {
  const beeld = beeldVan(ctx);
  const loopt = (een.found?.facts.begonnen ?? '') !== '';
  // An agenda is for everybody, in a dialog too (rule 10).
  const samen = { ...beeld, project: voorIedereen(ctx.project) };
  const own = all(ctx.project, agendapunt).filter(({ facts }) => facts.overleg === een.id);
  return [
    ...een.soort.agenda.map((line) => {
      const said = uitkomstRegels(ctx, een, line.id);
      const tekst = line.isOnderdeel ? `– ${line.tekst}` : line.tekst;
      return item(
        tekst,
        [...line.gegevens(samen), ...termijnen(beeld, line), ...said],
        leidt
          ? [
              ...line.knoppen(beeld),
              ...(line.isOnderdeel || !loopt ? [] : [uitkomstKnop(een, line.id, said.length > 0)]),
            ]
          : [],
      );
    }),
    ...own.map(({ id, texts, facts }) => {
      const said = uitkomstRegels(ctx, een, id);
      return item(
        texts.punt,
        [`Van ${naamVan(ctx.project, facts.van)}`, ...said],
        leidt && loopt ? [uitkomstKnop(een, id, said.length > 0)] : [],
      );
    }),
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
        knoppen: leads(actor) ? [KNOP.afspraak] : [KNOP.taken],
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
  return item(
    texts.wat,
    [
      aaneen`${naamVan(project, doet(project, facts.wie))}${wanneer}`,
      ...(facts.vertrouwelijk ? ['Vertrouwelijk.'] : []),
    ],
    knoppen,
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
