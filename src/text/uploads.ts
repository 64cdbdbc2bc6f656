/** A program that people make documents with, and how it calls the kind of file that a project takes. */
interface Programma {
  naam: string;
  /** With its dot. */
  einde: string;
}

const LINK = 'zet het in Teams of SharePoint en voeg de link toe';
const VERDER = 'Kies daarna dat bestand.';

/** Why a file is not taken in: what it is, and what its owner can do. */
export const uploadZinnen = {
  leeg: 'Dit bestand is leeg. Kijk of het goed is opgeslagen en kies het dan opnieuw.',
  teGroot: `Dit bestand is groter dan 25 MB. Maak het kleiner, of ${LINK}.`,
  druk: 'Er worden nu veel bestanden verstuurd. Probeer het zo opnieuw.',
  elders: 'Dit bestand staat niet in Teams. Sla het op en stuur het dan opnieuw.',
  nietGehaald: 'Ik kan dit bestand nu niet ophalen. Stuur het zo opnieuw.',
  teVeel: (n: number) => `Ik neem er ${n} tegelijk aan. Stuur de andere opnieuw.`,
  mislukt: 'Het bestand is niet opgeslagen. Probeer het zo opnieuw.',
  onbekend: `Dit soort bestand kun je niet toevoegen. Wel: PDF, Word, Excel, PowerPoint, OpenDocument of een foto als JPG of PNG. Sla het zo op, of ${LINK}.`,
  foto: (soort: string) =>
    `Dit is een foto van het soort ${soort}. Kies de foto als JPG. Of sla de foto eerst zo op.`,
  fotoTeZwaar: 'Deze foto is groter dan 15 MB. Maak de foto kleiner en kies die dan opnieuw.',
  fotoTeGroot:
    'Deze foto heeft meer dan 40 megapixel. Maak de foto kleiner en kies die dan opnieuw.',
  fotoKapot: 'Deze foto is niet heel. Maak of bewaar de foto opnieuw en kies die dan.',
  plaatje: `Dit soort afbeelding gaat niet overal open. Sla de afbeelding op als JPG of PNG. ${VERDER}`,
  tekening: (soort: string) =>
    `Dit is een tekening van het soort ${soort}. Sla de tekening op als PDF of PNG. ${VERDER}`,
  oud: ({ naam, einde }: Programma) =>
    `Dit is een ${naam}-bestand van een oud soort. Open het in ${naam} en sla het op als ${einde}. ${VERDER}`,
  macros: ({ naam, einde }: Programma) =>
    `In dit ${naam}-bestand zitten macro’s. Open het in ${naam} en sla het op als ${einde}. ${VERDER}`,
  anders: ({ naam, einde }: Programma) =>
    `Dit is een ander soort ${naam}-bestand. Open het in ${naam} en sla het op als ${einde}. ${VERDER}`,
  kapot: ({ naam, einde }: Programma) =>
    `Dit ${naam}-bestand is niet heel. Open het in ${naam} en sla het opnieuw op als ${einde}. ${VERDER}`,
  heetAlleenZo: ({ naam, einde }: Programma) =>
    `Dit bestand heet een ${naam}-bestand, maar is het van binnen niet. Gaat het open in ${naam}? Sla het daar dan op als ${einde}. ${VERDER}`,
  wachtwoord:
    'Op dit bestand zit een wachtwoord. Haal eerst het wachtwoord eraf en sla het op. Kies het daarna opnieuw.',
  anderProgramma: (naam: string) => `Dit is een bestand van ${naam}. Sla het op als PDF. ${VERDER}`,
  csv: 'Dit is een CSV-bestand. Open het in Excel en sla het op als .xlsx. Kies daarna dat bestand.',
  tekst:
    'Dit is een bestand met alleen tekst. Zet de tekst in Word en sla die op als .docx. Kies daarna dat bestand.',
  mail: 'Dit is een e-mail. Open de e-mail en sla die op als PDF. Kies daarna dat bestand.',
  agenda: 'Dit is een bestand voor een agenda. Zet de gegevens in Word of sla ze op als PDF.',
  contact:
    'Dit is een bestand met gegevens van contacten. Zet wat nodig is in Word of sla het op als PDF.',
  webpagina:
    'Dit is een webpagina. Sla de pagina op als PDF en kies dat bestand, of voeg de link naar de pagina toe.',
  eboek: `Dit is een e-boek. Sla het op als PDF. ${VERDER}`,
  zip: 'Dit is een ZIP-bestand. Pak het uit en voeg de bestanden een voor een toe.',
  ingepakt: 'Dit is een ingepakt bestand. Pak het uit en voeg de bestanden een voor een toe.',
  half: 'Dit ZIP-bestand is niet heel. Haal of maak het opnieuw, pak het uit en voeg de bestanden een voor een toe.',
  opname: `Dit is een video of een opname met geluid. Dat kan hier niet: ${LINK}.`,
  programma:
    'Dit is een programma of script. Dat kan niet, omdat het iets kan uitvoeren. Wel: PDF, Word, Excel, PowerPoint, OpenDocument of een foto als JPG of PNG.',
} as const;
