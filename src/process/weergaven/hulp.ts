import type { View } from '../contract/contract.ts';
import { leads } from '../feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../feiten/gegevens.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { bericht, item, lijst } from '../vormen/screen.ts';
import { STARTEN } from '../groep/starten.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';

/** What a person can do here now, for the step and their role. */
export const help: View = {
  verb: 'help',
  right: 'iedereen',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, actor, traject, args } = ctx;
    if (args['over'] === 'kanaal') return privekanaal();
    if (!isGestart(project)) {
      return bericht(
        'uitleg',
        'Samen een veiligheidsprobleem aanpakken',
        [
          'Ik help jullie in zes stappen van probleem naar resultaat. Ik verzamel wat iedereen weet en doet, bewaak de data en maak de agenda’s.',
          ...traject.stappen.map(({ nummer, naam }) => `${nummer}. ${naam}`),
          'Bijvoorbeeld: overlast op een station, plein of winkelstraat, overlast van jeugd, vernielingen of fietsdiefstal.',
        ],
        [STARTEN],
      );
    }
    const nu = huidig(project);
    const step = nu && stepOf(traject, nu.id);
    if (actor.facts.status !== 'lid')
      return bericht(
        'uitleg',
        profielVan(project).texts.naam,
        ['Je doet nog niet mee aan dit project.'],
        [KNOP.meedoen],
      );
    return bericht(
      'uitleg',
      step ? `Stap ${step.nummer}: ${step.naam}` : '',
      [
        ...(step ? [step.doel, ...step.werk.map(({ wat, wijze }) => `• ${wat} (${wijze})`)] : []),
        'Je kunt typen: status, mijn taken, plan, deelnemers, agenda.',
        ...(leads(actor) && !isAfgerond(project)
          ? ['Jij leidt dit project. Typ ook: volgende stap, deadline.']
          : []),
      ],
      [KNOP.taken, KNOP.plan, ...(leads(actor) ? [KNOP.leiding] : [])],
    );
  },
};

/** How to work where only the group reads along (A13). */
const privekanaal = () =>
  bericht(
    'uitleg',
    'Een eigen plek voor de projectgroep',
    [
      '1. Klik bij het team op de drie puntjes. Kies Kanaal toevoegen.',
      '2. Kies Privé. Doen er mensen van buiten mee? Kies dan Gedeeld.',
      '3. Voeg de mensen van de projectgroep toe.',
      '4. Voeg de Veiligheidsplanner toe aan het kanaal en typ daar start.',
      'Een groepschat kan ook.',
    ],
    [{ titel: 'Start een project', verb: 'project.start' }],
  );

export const instellingen: View = {
  verb: 'instellingen',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ actor }) =>
    lijst('Instellingen', [
      {
        kop: 'Voor jou',
        items: [
          item(
            'Mijn gegevens',
            ['Je organisatie en functie'],
            [{ titel: 'Aanpassen', verb: 'deelnemer.gegevens' }],
          ),
          item(
            'Herinneringen',
            ['Waar je ze krijgt, en wanneer je afwezig bent'],
            [KNOP.herinneringen],
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
                  'Berichten van de planner',
                  ['Wanneer de agenda komt, en of 5 mei een vrije dag is'],
                  [
                    { titel: 'Berichten instellen', verb: 'klok.instellen' },
                    { titel: 'Verstuurde berichten', verb: 'verstuurd' },
                  ],
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
      ...(leads(actor)
        ? []
        : [
            {
              kop: 'Leidt niemand dit project meer?',
              items: [
                item(
                  'Dan kun jij het overnemen.',
                  ['Dit kan als de projectleider en de plaatsvervanger weg zijn.'],
                  [{ titel: 'Ik word projectleider', verb: 'projectleider.overnemen' }],
                ),
              ],
            },
          ]),
    ]),
};
