import type { Beeld, Ctx, Step, View } from '../contract.ts';
import {
  aanvragen,
  leads,
  leden,
  naamVan,
  organisatieVan,
  organisaties,
  plaatsvervanger,
  projectleider,
  type Deelnemer,
} from '../deelnemers.ts';
import { document, isAfgerond, isGestart, opdrachtgevers, profielVan } from '../gegevens.ts';
import {
  afspraak,
  agendapunt,
  gaande,
  openAfspraken,
  overlegId,
  overlegNr,
  uitkomst,
} from '../overleg.ts';
import { partnerTekst } from '../partners.ts';
import { all, one } from '../project.ts';
import { bericht, item, lijst, type Button, type Item } from '../screen.ts';
import { geopend, huidig, isOpenFor } from '../stappen.ts';
import { stepOf } from '../step.ts';
import { dateText, dayText, momentText } from '../time.ts';
import { wachtend } from './nagekomen.ts';
import { agendaVan, overlegStap, overlegTekst } from './overleg.ts';

const beeldVan = ({ project, now, traject }: Ctx): Beeld => ({ project, now, traject });

/** Everybody in the group; who leads adds, changes and answers requests here (B10, B11). */
export const deelnemers: View = {
  verb: 'deelnemers',
  right: 'deelnemer',
  show: ({ project, actor, args }) =>
    lijst(
      `Deelnemers (${leden(project).length})`,
      [
        ...(leads(actor)
          ? [{ kop: 'Wil meedoen', items: aanvragen(project).map(aanvraagItem) }]
          : []),
        ...organisaties(project).map((naam) => ({
          kop: naam,
          items: leden(project)
            .filter(({ texts }) => (texts.organisatie || texts.naam) === naam)
            .map((lid) => lidItem(lid, leads(actor))),
        })),
      ],
      {
        pagina: args['pagina'],
        knoppen: [
          { titel: 'Mijn gegevens', verb: 'deelnemer.gegevens' },
          ...(leads(actor)
            ? [
                { titel: 'Deelnemer toevoegen', verb: 'deelnemer.toevoegen' },
                { titel: 'Plaatsvervanger kiezen', verb: 'plaatsvervanger.kiezen' },
                { titel: 'Project overdragen', verb: 'projectleider.overdragen' },
              ]
            : []),
        ],
      },
    ),
};

const aanvraagItem = ({ id, texts }: Deelnemer) =>
  item(
    texts.naam,
    [],
    [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id } },
    ],
  );

function lidItem({ id, facts, texts }: Deelnemer, isLeading: boolean): Item {
  const zonder = facts.identities.length === 0;
  const regels = [
    [facts.rol === 'deelnemer' ? '' : facts.rol, texts.functie, partnerTekst(facts.partner)]
      .filter((part) => part !== '')
      .join(' · '),
    zonder ? 'Doet mee zonder Teams' : facts.extern ? 'Van buiten de gemeente' : '',
  ].filter((regel) => regel !== '');
  if (!isLeading) return item(texts.naam, regels);
  return item(texts.naam, regels, [
    { titel: 'Gegevens', verb: 'deelnemer.gegevens', args: { id } },
    ...(zonder ? [{ titel: 'Koppelen aan Teams', verb: 'deelnemer.koppelen', args: { id } }] : []),
    ...(facts.rol === 'projectleider'
      ? []
      : [{ titel: 'Uit de groep halen', verb: 'deelnemer.verwijderen', args: { id } }]),
  ]);
}

export const documenten: View = {
  verb: 'documenten',
  right: 'deelnemer',
  show: ({ project, actor, args }) =>
    lijst(
      'Documenten',
      [
        {
          kop: '',
          items: all(project, document).map(({ id, facts, texts }) =>
            item(
              texts.titel,
              [texts.link, texts.toelichting, `Van ${naamVan(project, facts.van)}`].filter(
                (regel) => regel !== '',
              ),
              facts.van === actor.id || leads(actor)
                ? [
                    { titel: 'Wijzigen', verb: 'document.wijzigen', args: { id } },
                    { titel: 'Weghalen', verb: 'document.intrekken', args: { id } },
                  ]
                : [],
            ),
          ),
        },
      ],
      {
        pagina: args['pagina'],
        knoppen: [{ titel: 'Document toevoegen', verb: 'document.toevoegen' }],
      },
    ),
};

/** Everything whoever leads can do now, with what waits for them on top. */
export const leiding: View = {
  verb: 'leiding',
  right: 'projectleider',
  show: (ctx) => {
    const nu = huidig(ctx.project);
    const step = nu && stepOf(ctx.traject, nu.id);
    return lijst('Voor de projectleider', [
      { kop: '', items: [...(step ? [stapItem(ctx, step)] : []), ...wachtItems(ctx)] },
      { kop: 'Meer', items: meerItems(ctx) },
    ]);
  },
};

function stapItem(ctx: Ctx, step: Step): Item {
  const beeld = beeldVan(ctx);
  const nu = huidig(ctx.project);
  const stil = step.heeftInvoer
    ? leden(ctx.project).filter((lid) => !step.heeftGereageerd(ctx.project, lid))
    : [];
  const regels = [
    ...(nu && nu.facts.datum !== ''
      ? [isOpenFor(nu, ctx.now) ? `Loopt tot ${momentText(nu.facts)}` : 'Gesloten voor deelnemers']
      : []),
    ...step.gereed(beeld).map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`),
    ...(stil.length > 0
      ? [
          `Nog niets van: ${stil
            .slice(0, 10)
            .map(({ texts }) => texts.organisatie || texts.naam)
            .join(', ')}${stil.length > 10 ? ' en anderen' : ''}`,
        ]
      : []),
  ];
  return item(`Stap ${step.nummer}: ${step.naam}`, regels, stapKnoppen(ctx, step));
}

function stapKnoppen(ctx: Ctx, step: Step): Button[] {
  const nu = huidig(ctx.project);
  const isOpen = nu !== undefined && isOpenFor(nu, ctx.now);
  return [
    { titel: 'Volgende stap', verb: 'stap.volgende' },
    ...(step.heeftInvoer
      ? [{ titel: isOpen ? 'Einddatum aanpassen' : 'Stap langer openzetten', verb: 'deadline' }]
      : [{ titel: 'Streefdatum aanpassen', verb: 'deadline' }]),
    ...(step.heeftInvoer && isOpen ? [{ titel: 'Nu sluiten', verb: 'stap.sluiten' }] : []),
    ...(step.overleg > 0 ? [{ titel: `Overleg ${step.overleg}`, verb: 'overleg' }] : []),
  ];
}

function wachtItems(ctx: Ctx): Item[] {
  const joining = aanvragen(ctx.project).length;
  const late = wachtend(ctx).length;
  return [
    ...(joining > 0
      ? [
          item(
            joining === 1 ? 'Iemand wil meedoen' : `${joining} mensen willen meedoen`,
            [],
            [{ titel: 'Bekijken', verb: 'deelnemers' }],
          ),
        ]
      : []),
    ...(late > 0
      ? [
          item(
            late === 1 ? '1 tekst kwam na sluiting' : `${late} teksten kwamen na sluiting`,
            [],
            [{ titel: 'Bekijken', verb: 'nagekomen' }],
          ),
        ]
      : []),
  ];
}

const meerItems = ({ project }: Ctx): Item[] => [
  item(
    'De groep',
    [],
    [
      { titel: 'Deelnemers', verb: 'deelnemers' },
      { titel: 'Namens een partner invullen', verb: 'namens' },
      { titel: 'Projectgegevens', verb: 'project.wijzigen' },
    ],
  ),
  item(
    'Het plan',
    [],
    [
      { titel: 'Plan tot nu toe', verb: 'plan' },
      { titel: 'Afspraken', verb: 'afspraken' },
      { titel: 'Eigen criteria', verb: 'criteria' },
      { titel: 'Documenten', verb: 'documenten' },
    ],
  ),
  ...(isAfgerond(project)
    ? [item('Opnieuw', [], [{ titel: 'Nieuwe ronde starten', verb: 'ronde.nieuw' }])]
    : []),
];

/** The partner for whom the next entries are, kept between entries (rule 8). */
export const namens: View = {
  verb: 'namens',
  right: 'projectleider',
  show: ({ project, traject, args }) => {
    const nu = huidig(project);
    const acties = [...traject.acties.values()].filter(
      ({ when, right, isTap, verb }) =>
        typeof when === 'object' &&
        'invoer' in when &&
        when.invoer === nu?.id &&
        right === 'deelnemer' &&
        !isTap &&
        !/wijzig|intrek/.test(verb),
    );
    return lijst(
      'Namens wie vul je in?',
      [
        {
          kop: '',
          items: leden(project).map((lid) =>
            item(
              lid.texts.naam,
              [organisatieVan(project, lid.id)],
              acties.slice(0, 2).map(({ verb }) => ({
                titel: KNOP[verb] ?? 'Invullen',
                verb,
                args: { namens: lid.id },
              })),
            ),
          ),
        },
      ],
      {
        pagina: args['pagina'],
        uitleg: [
          acties.length > 0
            ? 'Bij wat je invult komt te staan: namens deze partner.'
            : 'In deze stap vullen deelnemers niets in.',
        ],
        knoppen: [{ titel: 'Voor de projectleider', verb: 'leiding' }],
      },
    );
  },
};

const KNOP: Readonly<Record<string, string>> = {
  'probleem.doorgeven': 'Probleem doorgeven',
  'maatregel.doorgeven': 'Maatregel doorgeven',
  'maatregel.nietsaan': 'Doet hier niets aan',
};

/** The agenda of the overleg of now: the words of the source, what we know, what one can do (rule 2). */
export const overlegView: View = {
  verb: 'overleg',
  right: 'deelnemer',
  show: (ctx) => {
    const step = overlegStap(ctx);
    if (!step)
      return bericht(
        'uitleg',
        'Er komt geen overleg meer.',
        [],
        [{ titel: 'Plan tot nu toe', verb: 'plan' }],
      );
    const nummer = step.overleg;
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
        uitleg: [
          isBezig
            ? `Bezig. ${found?.facts.aanwezig.length ?? 0} deelnemers zijn er.`
            : `Moment: ${overlegTekst(found)}`,
        ],
        knoppen: overlegKnoppen(leidt, isBezig, nummer),
      },
    );
  },
};

/** Titles of the agendas, verbatim (D1, G1, K1). */
export const AGENDA_TITEL: Readonly<Record<number, string>> = {
  1: 'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:',
  2: 'VOORSTEL VOOR DE AGENDA VOOR HET PROJECTGROEPOVERLEG:',
  3: 'VOORSTEL VOOR EEN AGENDA VAN HET PROJECTGROEPOVERLEG:',
};

const overlegKnoppen = (leidt: boolean, isBezig: boolean, nummer: number): Button[] =>
  !leidt
    ? [{ titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen', args: { nummer: String(nummer) } }]
    : isBezig
      ? [
          { titel: 'Aanwezigheid', verb: 'overleg.aanwezig' },
          { titel: 'Afspraak toevoegen', verb: 'overleg.afspraak' },
          { titel: 'Overleg afsluiten', verb: 'overleg.sluiten' },
        ]
      : [
          { titel: 'Start het overleg', verb: 'overleg.starten' },
          { titel: 'Plannen', verb: 'overleg.plannen', args: { nummer: String(nummer) } },
          { titel: 'Agenda aan de groep tonen', verb: 'agenda.tonen' },
          {
            titel: 'Punt toevoegen',
            verb: 'agendapunt.toevoegen',
            args: { nummer: String(nummer) },
          },
        ];

function agendaItems(ctx: Ctx, nummer: number, leidt: boolean, isBegonnen: boolean): Item[] {
  const beeld = beeldVan(ctx);
  const own = all(ctx.project, agendapunt).filter(
    ({ facts }) => facts.overleg === overlegId(nummer),
  );
  return [
    ...agendaVan(ctx.traject, nummer).map((line) => {
      const said = uitkomstRegels(ctx, nummer, line.id);
      const tekst = line.isOnderdeel ? `– ${line.tekst}` : line.tekst;
      return item(
        tekst,
        [...line.gegevens(beeld), ...said],
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

const uitkomstKnop = (nummer: number, regel: string, isGezegd: boolean): Button => ({
  titel: isGezegd ? 'Uitkomst aanpassen' : 'Uitkomst',
  verb: 'overleg.uitkomst',
  args: { nummer: String(nummer), regel },
});

function uitkomstRegels({ project }: Ctx, nummer: number, regel: string): string[] {
  const found = one(project, uitkomst, `${overlegId(nummer)}.${regel}`);
  if (!found) return [];
  const wie = found.facts.wie === '' ? '' : `, ${naamVan(project, found.facts.wie)}`;
  const wanneer = found.facts.wanneer === '' ? '' : `, ${dayText(found.facts.wanneer)}`;
  return [`Uitkomst (${found.facts.soort}${wie}${wanneer}): ${found.texts.tekst}`];
}

/** One list of afspraken, from all overleggen (rule 13). */
export const afspraken: View = {
  verb: 'afspraken',
  right: 'deelnemer',
  show: ({ project, actor, args }) => {
    const open = openAfspraken(project);
    const klaar = all(project, afspraak).filter(({ facts }) => facts.klaar);
    const show = (found: (typeof open)[number]) =>
      item(
        found.texts.wat,
        [
          `${naamVan(project, found.facts.wie)}${found.facts.wanneer === '' ? '' : `, voor ${dayText(found.facts.wanneer)}`}`,
        ],
        found.facts.wie === actor.id || leads(actor)
          ? [
              {
                titel: found.facts.klaar ? 'Toch niet klaar' : 'Klaar',
                verb: 'afspraak.klaar',
                args: { id: found.id, klaar: found.facts.klaar ? 'nee' : 'ja' },
              },
            ]
          : [],
      );
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

/** What this person still has to do in this project. */
export function takenVan(ctx: Ctx): Item[] {
  const beeld = beeldVan(ctx);
  const steps = geopend(ctx.project).map(({ id }) => stepOf(ctx.traject, id));
  const fromSteps = steps
    .flatMap((step) => step.taken(beeld, ctx.actor))
    .map(({ zin, wanneer, knoppen }) => item(zin, wanneer === '' ? [] : [wanneer], knoppen));
  const own = openAfspraken(ctx.project).filter(({ facts }) => facts.wie === ctx.actor.id);
  return [
    ...(isAfgerond(ctx.project) ? [] : fromSteps),
    ...own.map(({ id, texts, facts }) =>
      item(
        texts.wat,
        [facts.wanneer === '' ? 'Afspraak' : `Afspraak, voor ${dayText(facts.wanneer)}`],
        [{ titel: 'Klaar', verb: 'afspraak.klaar', args: { id, klaar: 'ja' } }],
      ),
    ),
  ];
}

export const taken: View = {
  verb: 'taken',
  right: 'deelnemer',
  show: (ctx) => {
    const items = takenVan(ctx);
    return items.length === 0
      ? bericht(
          'uitleg',
          'Je hoeft nu niets te doen.',
          [profielVan(ctx.project).texts.naam],
          [{ titel: 'Plan tot nu toe', verb: 'plan' }],
        )
      : lijst('Mijn taken', [{ kop: profielVan(ctx.project).texts.naam, items }], {
          pagina: ctx.args['pagina'],
        });
  },
};

/** The whole plan so far, step by step. */
export const plan: View = {
  verb: 'plan',
  right: 'deelnemer',
  show: (ctx) =>
    lijst(
      `Plan: ${profielVan(ctx.project).texts.naam}`,
      ctx.traject.stappen
        .filter(({ id }) => geopend(ctx.project).some((open) => open.id === id))
        .flatMap((step) => step.plan(beeldVan(ctx))),
      {
        pagina: ctx.args['pagina'],
        uitleg: [`Stand van nu, bij stap ${huidig(ctx.project)?.facts.nummer ?? 1}.`],
        knoppen: [
          { titel: 'Documenten', verb: 'documenten' },
          { titel: 'Afspraken', verb: 'afspraken' },
          ...vorigeRonde(ctx),
        ],
      },
    ),
};

/** What ran here before stays readable (rule 12). */
function vorigeRonde({ project }: Ctx): Button[] {
  const { vorige } = profielVan(project).facts;
  return vorige === '' ? [] : [{ titel: 'Vorige ronde', verb: 'plan', args: { project: vorige } }];
}

/** Where the project stands and who it waits for, without names (rule 16). */
export const status: View = {
  verb: 'status',
  right: 'deelnemer',
  show: (ctx) => {
    const { facts, texts } = profielVan(ctx.project);
    const regels = [
      `Opdrachtgever: ${opdrachtgevers(ctx.project).join(', ')}`,
      `Loopt van ${dateText(facts.start)} tot ${dateText(facts.einde)}`,
    ];
    return lijst(
      texts.naam,
      [{ kop: '', items: ctx.traject.stappen.map((step) => statusItem(ctx, step)) }],
      {
        uitleg: regels,
        knoppen: [
          { titel: 'Mijn taken', verb: 'taken' },
          { titel: 'Plan tot nu toe', verb: 'plan' },
          ...(leads(ctx.actor) ? [{ titel: 'Voor de projectleider', verb: 'leiding' }] : []),
        ],
      },
    );
  },
};

function statusItem(ctx: Ctx, step: Step): Item {
  const open = geopend(ctx.project).find(({ id }) => id === step.id);
  const nu = huidig(ctx.project)?.id === step.id;
  const titel = `${step.nummer} ${step.naam}`;
  if (!open) return item(titel, ['Nog niet begonnen']);
  if (!nu) return item(titel, ['Klaar']);
  const gereageerd = leden(ctx.project).filter((lid) =>
    step.heeftGereageerd(ctx.project, lid),
  ).length;
  return item(`${titel} – hier zijn we nu`, [
    ...(open.facts.datum === ''
      ? []
      : [isOpenFor(open, ctx.now) ? `Tot ${momentText(open.facts)}` : 'Gesloten voor deelnemers']),
    ...(step.heeftInvoer
      ? [`${gereageerd} van de ${leden(ctx.project).length} hebben gereageerd`]
      : []),
    ...step.gereed(beeldVan(ctx)).map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`),
  ]);
}

/** What one can do here now, fit to step and role. */
export const help: View = {
  verb: 'help',
  right: 'iedereen',
  show: (ctx) => {
    const { project, actor, traject } = ctx;
    if (!isGestart(project)) {
      return bericht(
        'uitleg',
        'Samen een veiligheidsprobleem aanpakken',
        [
          'Ik help jullie in zes stappen van probleem naar resultaat. Ik verzamel wat iedereen weet en doet, bewaak de data en maak de agenda’s.',
          ...traject.stappen.map(({ nummer, naam }) => `${nummer}. ${naam}`),
          'Bijvoorbeeld: overlast op een station, plein of winkelstraat, overlast van jeugd, vernielingen of fietsdiefstal.',
        ],
        [{ titel: 'Start een project', verb: 'project.start' }],
      );
    }
    const nu = huidig(project);
    const step = nu && stepOf(traject, nu.id);
    if (actor.facts.status !== 'lid')
      return bericht(
        'uitleg',
        profielVan(project).texts.naam,
        ['Je doet nog niet mee aan dit project.'],
        [{ titel: 'Ik wil meedoen', verb: 'deelnemer.meedoen' }],
      );
    return bericht(
      'uitleg',
      step ? `Stap ${step.nummer}: ${step.naam}` : '',
      [
        ...(step ? [step.doel, ...step.werk.map(({ wat, wijze }) => `• ${wat} (${wijze})`)] : []),
        'Je kunt typen: status, mijn taken, plan, deelnemers, agenda.',
        ...(leads(actor) ? ['Jij leidt dit project. Typ ook: volgende stap, deadline.'] : []),
      ],
      [
        { titel: 'Mijn taken', verb: 'taken' },
        { titel: 'Plan tot nu toe', verb: 'plan' },
        ...(leads(actor) ? [{ titel: 'Voor de projectleider', verb: 'leiding' }] : []),
      ],
    );
  },
};

export const instellingen: View = {
  verb: 'instellingen',
  right: 'deelnemer',
  show: ({ project, actor }) =>
    lijst('Instellingen', [
      {
        kop: 'Voor jou',
        items: [
          item(
            'Mijn gegevens',
            ['Je organisatie en functie'],
            [{ titel: 'Aanpassen', verb: 'deelnemer.gegevens' }],
          ),
        ],
      },
      ...(leads(actor)
        ? [
            {
              kop: 'Voor het project',
              items: [
                item(
                  'Projectgegevens',
                  ['Naam, opdrachtgever, looptijd'],
                  [{ titel: 'Aanpassen', verb: 'project.wijzigen' }],
                ),
                item(
                  'Eigen criteria',
                  ['Hoe problemen en maatregelen worden getypeerd'],
                  [{ titel: 'Bekijken', verb: 'criteria' }],
                ),
                item(
                  'Plaatsvervanger en overdragen',
                  [],
                  [
                    { titel: 'Plaatsvervanger', verb: 'plaatsvervanger.kiezen' },
                    { titel: 'Overdragen', verb: 'projectleider.overdragen' },
                  ],
                ),
                item(
                  'Tekst wissen',
                  ['Voor als er iets over een persoon staat'],
                  [{ titel: 'Tekst zoeken', verb: 'wissen' }],
                ),
              ],
            },
          ]
        : []),
      ...(projectleider(project) || plaatsvervanger(project)
        ? []
        : [
            {
              kop: 'Niemand leidt dit project',
              items: [
                item(
                  'Wil jij het overnemen?',
                  [],
                  [{ titel: 'Ik word projectleider', verb: 'projectleider.overnemen' }],
                ),
              ],
            },
          ]),
    ]),
};
