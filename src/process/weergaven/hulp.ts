import type { Step, Traject, View } from '../contract/contract.ts';
import { isLeiderloos, leads } from '../feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../feiten/gegevens.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { type Groep, bericht, item, lijst } from '../vormen/screen.ts';
import { startKnop } from '../groep/starten.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { leidingKnop, WORD_LEIDER } from '../contract/woorden.ts';
import { hoofdletter } from '../taal/woorden.ts';

/** What a person can do here now, for the step and their role. */
export const help: View = {
  verb: 'help',
  right: 'iedereen',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, actor, traject, args } = ctx;
    if (args['over'] === 'kanaal') return privekanaal(traject);
    if (!isGestart(project)) {
      const { titel, regels } = traject.uitleg;
      return bericht('uitleg', titel, regels, [startKnop(traject)]);
    }
    const nu = huidig(project);
    const step = nu && stepOf(traject, nu.id);
    if (actor.facts.status !== 'lid')
      return bericht(
        'uitleg',
        profielVan(project).texts.naam,
        [`Je doet nog niet mee aan dit ${traject.woorden.project}.`],
        [KNOP.meedoen],
      );
    return bericht(
      'uitleg',
      step ? `Stap ${step.nummer}: ${step.naam}` : '',
      [
        ...(step ? [step.inHetKort, step.doel, ...werkRegels(traject, step)] : []),
        'Je kunt typen: status, mijn taken, plan, deelnemers, agenda.',
        ...(leads(actor) && !isAfgerond(project)
          ? [`Jij leidt dit ${traject.woorden.project}. Typ ook: volgende stap, deadline.`]
          : []),
      ],
      [KNOP.taken, KNOP.plan, ...(leads(actor) ? [leidingKnop(traject)] : [])],
    );
  },
};

const werkRegels = (traject: Traject, { werk }: Step): string[] =>
  werk.map(({ wat, wijze }) => `• ${wat} (${wijzeTekst(traject, wijze)})`);

/** How to work where only the group reads along (A13). */
const privekanaal = (traject: Traject) =>
  bericht(
    'uitleg',
    `Een eigen plek voor de ${traject.woorden.projectgroep}`,
    [
      '1. Klik bij het team op de drie puntjes. Kies Kanaal toevoegen.',
      '2. Kies Privé. Doen er mensen van buiten mee? Kies dan Gedeeld.',
      `3. Voeg de mensen van de ${traject.woorden.projectgroep} toe.`,
      '4. Voeg mij toe aan het kanaal en typ daar start.',
      'Een groepschat kan ook.',
    ],
    [startKnop(traject)],
  );

export const instellingen: View = {
  verb: 'instellingen',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ actor, project, traject }) =>
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
      ...(leads(actor) ? [voorWieLeidt(traject)] : []),
      ...(isLeiderloos(project) ? [alsNiemandLeidt(traject)] : []),
    ]),
};

const voorWieLeidt = ({ woorden, instellingen: eigen }: Traject): Groep => ({
  kop: `Voor het ${woorden.project}`,
  items: [
    item(
      `${hoofdletter(woorden.project)}gegevens`,
      ['Naam, opdrachtgever, looptijd'],
      [{ titel: 'Aanpassen', verb: 'project.wijzigen' }],
    ),
    ...eigen,
    item(
      'Automatische berichten',
      ['Wanneer de agenda komt, wat de groep ziet, en of 5 mei vrij is'],
      [
        { titel: 'Berichten instellen', verb: 'klok.instellen' },
        { titel: 'Verstuurde berichten', verb: 'verstuurd' },
      ],
    ),
    item(
      'Plaatsvervanger en overdragen',
      [],
      [KNOP.plaatsvervanger, { titel: 'Overdragen', verb: 'projectleider.overdragen' }],
    ),
    item(
      'Tekst wissen',
      ['Voor als er iets over een persoon staat'],
      [{ titel: 'Tekst zoeken', verb: 'wissen' }],
    ),
  ],
});

const alsNiemandLeidt = ({ woorden }: Traject): Groep => ({
  kop: `Leidt niemand dit ${woorden.project} meer?`,
  items: [
    item(
      'Dan kun jij het overnemen.',
      [`Dit kan als de ${woorden.projectleider} en de plaatsvervanger weg zijn.`],
      [WORD_LEIDER],
    ),
  ],
});

/** How a part of the work of a step is done, in the words of its traject: `online`, `door de projectleider` (A31, A32). */
const wijzeTekst = (
  { woorden }: Pick<Traject, 'woorden'>,
  wijze: Step['werk'][number]['wijze'],
): string => (wijze === 'door wie leidt' ? `door de ${woorden.projectleider}` : wijze);
