import type { LiveKaart } from '../process/vormen/live-kaart.ts';
import type { Reason } from '../process/contract/decision.ts';
import type { Woorden } from '../process/contract/woorden.ts';
import { aantal } from '../process/taal/woorden.ts';
import { aaneen } from '../process/taal/aaneen.ts';

/** Every sentence that belongs to no single card or form. */
export const nl = {
  formulierVoor: (naam: string) => `Formulier voor ${naam}`,
  voor: (naam: string) => `Voor ${naam}`,
  fout: (zin: string) => `Fout: ${zin}`,
  verplicht: 'Dit moet je invullen.',
  tochOpslaan: 'Toch opslaan',
  vorige: 'Vorige',
  volgende: 'Volgende',
  nogNiets: 'Er staat hier nog niets.',
  samenvattingVanKaart: ({ project, nummer, vraag, termijn }: LiveKaart) =>
    [`${project}, stap ${nummer}.`, vraag, ...(termijn ? [`${termijn.zin}.`] : [])].join(' '),
  luktNiet: ['Kies wat je wilt doen.', 'Het formulier komt dan als bericht in dit gesprek.'],
  geenPlaatje: 'Zie je geen plaatje? Open het in de tab.',
  voorbeeld: 'Dit is een voorbeeld. Je kunt hier niets stuk maken.',
  voorbeeldBekijken: 'Voorbeeld bekijken',
  zelfBeginnen: 'Zelf beginnen',
  voorbeeldElders: 'Het voorbeeld staat in je chat met mij.',
  voorbeeldNietElders: 'Open je chat met mij en typ start. Kies daar Voorbeeld bekijken.',
  welkom: [
    'Hallo, ik ben de Veiligheidsplanner.',
    'Ik help jullie een veiligheidsprobleem samen aan te pakken, in zes stappen. Ik verzamel wat iedereen weet en doet. Ik bewaak de deadlines en maak de agenda’s.',
  ],
  typApenstaart: (naam: string) => `Wil je mij iets vragen? Typ dan eerst @${naam}.`,
  toegevoegd: (naam: string) => `${naam} heeft mij toegevoegd.`,
  openKanaal: (n: number) =>
    `Let op: iedereen in dit team leest hier mee (${aantal(n, 'mens', 'mensen')}). Kies liever een privékanaal.`,
  openKanaalVerborgen: 'Let op: iedereen in dit team leest hier mee. Kies liever een privékanaal.',
  hoeDan: 'Hoe doe ik dat?',
  toch: 'Toch hier starten',
  haalHierheen: (naam: string) => `Haal ${naam} hierheen`,
  uitleg: 'Hoe werkt het?',
  bedoelJe: (woord: string) => `Bedoel je “${woord}”?`,
  nietBegrepen: 'Dat begrijp ik niet. Dit kun je typen:',
  bestandHier: 'Een bestand of foto uit de chat kan ik niet bewaren.',
  bestandInEigenChat:
    'Stuur het in je eigen chat met mij. Of kies het in de tab, met Bestand toevoegen.',
  bestandDruk: 'Ik ben nog bezig met je andere bestanden. Stuur dit zo opnieuw.',
  bestandNergens: 'Ik kan dit nu nergens bij zetten. Ik gooi het weg.',
  bestandenNiet: (n: number) => `${aantal(n, 'bestand', 'bestanden')} kan ik niet bewaren.`,
  waarHoortBestand: 'Waar hoort dit bestand bij?',
  kies: 'Kies',
  kiesEerst: 'Kies eerst waar het over gaat.',
  weggegooid: 'Ik heb het weggegooid.',
  staatErAl: 'Dit is al toegevoegd. Het blijft staan.',
  bestandInTab: 'Kies het in de tab, met Bestand toevoegen. Of plak een link naar het document.',
  bestandBijProject: 'Waar hoort het bestand bij? In de tab kun je het toevoegen.',
  bestandZonderProject: 'Dat kan pas als hier iets is begonnen.',
  berichtDoorgeven: 'Dit bericht doorgeven',
  tekstVanBericht: 'Wat staat er in het bericht?',
  kiesEen: 'Kies er een.',
  verder: 'Verder',
  berichtLeeg: ['In dit bericht staat geen tekst.', 'Schrijf zelf op wat er is.'],
  berichtTeLang: 'Het bericht is te lang. Alleen het begin staat hieronder.',
  nietToegevoegd: ['Ik doe hier nog niet mee.', 'Voeg mij eerst toe aan dit gesprek.'],
  documenten: 'Documenten',
  watBeginnen: 'Wat wil je beginnen?',
  kiesProject: 'Over welk project gaat het?',
  netBegonnen:
    'Iemand anders start hier net een project. Probeer het over een halve minuut opnieuw.',
  teSnel: [
    'Je drukte te snel achter elkaar. Dit is nog niet opgeslagen.',
    'Wacht een minuut en probeer het opnieuw.',
  ],
  teSnelGetypt: (naam: string) =>
    `${naam === '' ? 'Je' : aaneen`${naam}, je`} schreef te snel achter elkaar. Op het laatste geef ik geen antwoord. Er is ook niets van opgeslagen. Wacht een minuut en probeer het opnieuw.`,
  geenAntwoord: (naam: string) =>
    `${naam === '' ? 'Ik' : aaneen`${naam}, ik`} kan nu niet antwoorden. Probeer het over een minuut opnieuw.`,
  jouwTekst: 'Je tekst:',
  takenElders: 'Je taken staan in je chat met mij.',
  takenNietElders: (naam: string) => aaneen`${naam}, open je taken met deze knop.`,
  nieuwsteStand: 'Typ status voor de nieuwste stand.',
  openen: 'Openen',
  terugNaarLijst: 'Terug naar de lijst',
  meerTaken: (n: number) => (n === 1 ? 'Nog 1 taak' : `Nog ${n} taken`),
  verplaatst: 'Dit bericht staat nu verder naar beneden.',
  inAgenda: 'In mijn agenda',
  deelnemer: 'deelnemer',
  klokStaatOp: (moment: string) => `De klok staat nu op ${moment}.`,
  mijnTaken: 'Mijn taken',
  geenTaken: 'Je hoeft nu niets te doen.',
  tekstStaatNog: 'Je tekst is niet opgeslagen, maar staat hieronder nog.',
  pagina: (pagina: number, van: number) => `Pagina ${pagina} van ${van}`,
  kopieer: 'Kopieer het onderwerp en de tekst naar een nieuwe e-mail.',
  kopieerOfOpen: 'Open de e-mail in Outlook, of kopieer het onderwerp en de tekst.',
  inOutlook: 'Openen in Outlook',
  lukt: 'Lukt dit niet?',
  opgeslagen: 'Opgeslagen.',
  opnieuw: 'Probeer opnieuw',
  nogNietOpgeslagen: 'Nog niet opgeslagen.',
  nogNietBekend: 'Nog niet bekend.',
  gewijzigd: {
    ander:
      'Iemand anders heeft dit intussen aangepast. Kijk of jouw tekst nog klopt en sla dan op.',
    zelf: 'Je hebt dit zelf net aangepast. Kijk of jouw tekst nog klopt en sla dan op.',
  },
  kijkBijVelden: 'Nog niet opgeslagen. Kijk waar “Fout” staat.',
  druk: [
    'Het is even druk. Je tekst is nog niet opgeslagen.',
    'Je tekst staat hieronder nog. Probeer het zo opnieuw. Ik sla niets dubbel op.',
  ],
  drukTap: ['Het is even druk. Dit is nog niet opgeslagen.', 'Probeer het zo opnieuw.'],
  nietOpTijd: [
    'Het is even druk. Dit is nog niet opgeslagen.',
    'Probeer het zo opnieuw. Ik sla niets dubbel op.',
  ],
  onbekend: [
    'Ik weet nog niet of dit is opgeslagen.',
    'Kijk over een minuut in het overzicht, of probeer het opnieuw. Ik sla niets dubbel op.',
  ],
  teGroot: 'Je tekst is te lang. Maak de tekst korter.',
  storing: (kenmerk: string) => [
    'Er ging iets mis. Dit is nog niet opgeslagen.',
    `Probeer het opnieuw. Blijft het misgaan? Meld dan dit nummer: ${kenmerk}.`,
  ],
  nietVanJou: (naam: string) =>
    aaneen`Dit overzicht of formulier is voor ${naam}. Druk zelf op de knop in het bericht van de stap.`,
  onbekendeKnop: 'Deze knop werkt niet meer. Typ status voor het nieuwste bericht.',
  geenProject: 'Hier loopt nog geen project.',
  ingekort: 'Niet alles past hier. Blader met de knoppen.',
} as const;

/** The sentences that name the project, its group or who leads it, as its traject calls them. */
export const nlVan = ({ project, projectgroep }: Woorden) => ({
  privacy: `Iedereen in de ${projectgroep} leest dit. Noem geen verdachten, slachtoffers of bewoners.`,
  privacyKeuze: `Iedereen in de ${projectgroep} leest dit, behalve wat vertrouwelijk is. Noem nooit verdachten, slachtoffers of bewoners.`,
  alBezig: (naam: string) => aaneen`Hier loopt al een ${project}: ${naam}.`,
  elders: `Begin een ander ${project} in een ander kanaal of een groepschat.`,
  verhuisd: `Dit ${project} gaat verder in een andere chat of een ander kanaal.`,
});

/** What a sentence of `weigeringen` needs. */
interface Weigering {
  stap: string;
  sinds: string;
  /** Name of who leads. */
  projectleider: string;
  vraag: string;
  /** Who changed it meanwhile. */
  door: 'zelf' | 'ander';
  woorden: Woorden;
}

/** Why the process says no, as the person reads it. */
export const weigeringen: Record<Reason, (wat: Weigering) => string> = {
  velden: () => nl.kijkBijVelden,
  bevestigen: ({ vraag }) => vraag,
  'geen-deelnemer': ({ woorden }) =>
    `Je doet nog niet mee aan dit ${woorden.project}. Vraag het met de knop Ik wil meedoen.`,
  vertrokken: ({ woorden }) =>
    `Je bent weg uit het gesprek van dit ${woorden.project}. Ben je weer toegevoegd? Probeer het dan zo opnieuw.`,
  'alleen-projectleider': ({ projectleider, woorden }) =>
    aaneen`Dit kan alleen de ${woorden.projectleider}: ${projectleider}.`,
  'alleen-eigen': () => 'Je kunt alleen aanpassen wat je zelf hebt ingevuld.',
  'niet-gevonden': () => 'Dit is niet gevonden. Misschien is het intussen ingetrokken.',
  'stap-gesloten': ({ stap, sinds }) => `${stap} is gesloten sinds ${sinds}.`,
  'stap-nog-niet': () => 'Deze stap is nog niet begonnen.',
  'stap-voorbij': ({ woorden }) => `Deze stap is voorbij. De ${woorden.projectgroep} is al verder.`,
  'project-afgerond': ({ woorden }) =>
    `Dit ${woorden.project} is afgerond. Je kunt alles nog lezen, maar niets meer invullen.`,
  voorbeeld: () => 'Dit is een voorbeeld. Je kunt hier alleen kijken.',
  'al-project': ({ woorden }) =>
    `In dit gesprek loopt al een ${woorden.project}. ${nlVan(woorden).elders}`,
  'niet-nu': ({ vraag }) => vraag,
  gewijzigd: ({ door }) => nl.gewijzigd[door],
};
