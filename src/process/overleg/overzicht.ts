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
  overlegId,
  overlegNr,
  type Overleg,
  uitkomst,
} from '../feiten/overleg.ts';
import { metTab } from '../vormen/naar-tab.ts';
import { all, one, type Project } from '../feiten/project.ts';
import { bericht, item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { dateOf, dayText } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { aantal } from '../taal/woorden.ts';
import { afgesprokenId } from '../stappen/stappen.ts';
import { agendaVan } from '../contract/step.ts';
import { nummerVan, overlegStap, overlegTekst } from './agenda.ts';
import { lezersKnop } from './lezers.ts';

import { beeldVan } from '../contract/beeld.ts';

/** The agenda of the overleg of now: the words of the source, what we know, what one can do (rule 2). */
export const overlegView: View = {
  verb: 'overleg',
  right: 'deelnemer',
  show: (ctx) => {
    const step = overlegStap(ctx);
    const nummer = nummerVan(ctx);
    if (!step && !isBegonnen(ctx.project, nummer))
      return bericht(
        'uitleg',
        'Er komt geen overleg meer.',
        [],
        [{ titel: 'Plan tot nu toe', verb: 'plan' }],
      );
    const found = overlegNr(ctx.project, nummer);
    const isBezig = gaande(ctx.project)?.facts.nummer === nummer;
    const leidt = leads(ctx.actor) || (isBezig && found?.facts.notulist === ctx.actor.id);
    return lijst(
      `Overleg ${nummer}`,
      [
        {
          kop: AGENDA_TITEL[nummer] ?? '',
          items: agendaItems(ctx, nummer, leidt, (found?.facts.begonnen ?? '') !== ''),
        },
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg: [momentZin(found)],
        // An overleg of a step before is there to read.
        knoppen: metTab(
          nummer === step?.overleg
            ? overlegKnoppen(
                leidt,
                isBezig,
                nummer,
                (found?.facts.gesloten ?? '') !== '',
                found?.facts.datum !== undefined &&
                  found.facts.datum !== '' &&
                  found.facts.begonnen === '',
              )
            : [{ titel: 'Plan tot nu toe', verb: 'plan' }],
          'overleg',
        ),
      },
    );
  },
};

/** When it is, that it is going on, or when it was. */
function momentZin(found: Overleg | undefined): string {
  if (!found || found.facts.begonnen === '') return `Moment: ${overlegTekst(found)}`;
  const wie = aantal(found.facts.aanwezig.length, 'deelnemer', 'deelnemers');
  if (found.facts.gesloten === '') return `Bezig. Aanwezig: ${wie}.`;
  return `Gehouden op ${dayText(dateOf(found.facts.begonnen))}. Aanwezig: ${wie}.`;
}

/** Titles of the agendas, verbatim (D1, G1, K1). */
export const AGENDA_TITEL: Readonly<Record<number, string>> = {
  1: 'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:',
  2: 'VOORSTEL VOOR DE AGENDA VOOR HET PROJECTGROEPOVERLEG:',
  3: 'VOORSTEL VOOR EEN AGENDA VAN HET PROJECTGROEPOVERLEG:',
};

const overlegKnoppen = (
  leidt: boolean,
  isBezig: boolean,
  nummer: number,
  isGehouden: boolean,
  isGepland: boolean,
): Button[] =>
  !leidt
    ? [{ titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args: { nummer: String(nummer) } }]
    : isBezig
      ? [
          { titel: 'Aanwezigheid', verb: 'overleg.aanwezig' },
          { titel: 'Afspraak toevoegen', verb: 'overleg.afspraak' },
          { titel: 'Overleg afsluiten', verb: 'overleg.sluiten' },
        ]
      : [
          {
            titel: isGehouden ? 'Overleg weer openen' : 'Start het overleg',
            verb: 'overleg.starten',
          },
          {
            titel: isGepland ? 'Verplaatsen' : 'Plannen',
            verb: 'overleg.plannen',
            args: { nummer: String(nummer) },
          },
          ...(isGepland
            ? [{ titel: 'Afzeggen', verb: 'overleg.afzeggen', args: { nummer: String(nummer) } }]
            : []),
          { titel: 'Agenda aan de groep tonen', verb: 'agenda.tonen' },
          {
            titel: 'Als e-mail',
            verb: 'als-email',
            args: { wat: isGehouden ? 'overleg' : 'agenda', nummer: String(nummer) },
          },
          {
            titel: 'Punt toevoegen',
            verb: 'agendapunt.toevoegen',
            args: { nummer: String(nummer) },
          },
        ];

function agendaItems(ctx: Ctx, nummer: number, leidt: boolean, isBegonnen: boolean): Item[] {
  const beeld = beeldVan(ctx);
  // An agenda is for everybody, in a dialog too (rule 10).
  const samen = { ...beeld, project: voorIedereen(ctx.project) };
  const own = all(ctx.project, agendapunt).filter(
    ({ facts }) => facts.overleg === overlegId(nummer),
  );
  return [
    ...agendaVan(ctx.traject, nummer).map((line) => {
      const said = uitkomstRegels(ctx, nummer, line.id);
      const tekst = line.isOnderdeel ? `– ${line.tekst}` : line.tekst;
      return item(
        tekst,
        [...line.gegevens(samen), ...termijnen(beeld, line), ...said],
        leidt
          ? [
              ...line.knoppen(beeld),
              ...(line.isOnderdeel || !isBegonnen
                ? []
                : [uitkomstKnop(nummer, line.id, said.length > 0)]),
            ]
          : [],
      );
    }),
    ...own.map(({ id, texts, facts }) => {
      const said = uitkomstRegels(ctx, nummer, id);
      return item(
        texts.punt,
        [`Van ${naamVan(ctx.project, facts.van)}`, ...said],
        leidt && isBegonnen ? [uitkomstKnop(nummer, id, said.length > 0)] : [],
      );
    }),
  ];
}

/** A date that was agreed at this line for a later step. */
export const termijnen = (beeld: Beeld, { knoppen }: AgendaRegel): string[] =>
  knoppen(beeld).flatMap(({ verb, args }) => {
    const agreed = one(beeld.project, uitkomst, afgesprokenId(args?.['stap'] ?? ''));
    return verb === 'overleg.deadline' && agreed ? [`Afgesproken: ${agreed.texts.tekst}`] : [];
  });

const uitkomstKnop = (nummer: number, regel: string, isGezegd: boolean): Button => ({
  titel: isGezegd ? 'Uitkomst aanpassen' : 'Uitkomst',
  verb: 'overleg.uitkomst',
  args: { nummer: String(nummer), regel },
});

function uitkomstRegels({ project, actor }: Ctx, nummer: number, regel: string): string[] {
  const found = one(project, uitkomst, `${overlegId(nummer)}.${regel}`);
  if (!found) return [];
  if (!isLeesbaar(project, actor, found)) return ['Uitkomst: vertrouwelijk.'];
  const wie = found.facts.wie === '' ? '' : `, ${naamVan(project, found.facts.wie)}`;
  const wanneer = found.facts.wanneer === '' ? '' : `, ${dayText(found.facts.wanneer)}`;
  const besloten = found.facts.vertrouwelijk ? ', vertrouwelijk' : '';
  return [`Uitkomst (${found.facts.soort}${wie}${wanneer}${besloten}): ${found.texts.tekst}`];
}

/** Who does it now: whoever took over from somebody who left. */
export const doet = (project: Project, wie: string) => verantwoordelijke(project, wie)?.id ?? wie;

/** One list of afspraken, from all overleggen (rule 13). */
export const afspraken: View = {
  verb: 'afspraken',
  right: 'deelnemer',
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
        knoppen: leads(actor)
          ? [{ titel: 'Afspraak toevoegen', verb: 'overleg.afspraak' }]
          : [{ titel: 'Mijn taken', verb: 'taken' }],
      },
    );
  },
};

type Afspraak = ReturnType<typeof openAfspraken>[number];

function afspraakItem({ project, actor }: Ctx, found: Afspraak): Item {
  const { facts, texts } = found;
  const knoppen = afspraakKnoppen(project, actor, found);
  if (!isLeesbaar(project, actor, found)) return item('Een vertrouwelijke afspraak', [], knoppen);
  const wanneer = facts.wanneer === '' ? '' : `, voor ${dayText(facts.wanneer)}`;
  return item(
    texts.wat,
    [
      `${naamVan(project, doet(project, facts.wie))}${wanneer}`,
      ...(facts.vertrouwelijk ? ['Vertrouwelijk.'] : []),
    ],
    knoppen,
  );
}

/** What somebody can do with an afspraak: who carries it out or leads ticks it, who leads or keeps the notes chooses readers. */
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
