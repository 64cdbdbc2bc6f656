/** Sentences about files. */
export const downloadZinnen = {
  titel: 'Download',
  nooit: 'Deze download bestaat niet. Open de downloads in Teams opnieuw.',
  voorbij: 'Deze link werkt één keer en is één minuut geldig. Open de downloads in Teams opnieuw.',
  weg: 'Dit bestand is er niet meer voor jou. Kijk in Teams welke bestanden er zijn.',
  mislukt: (reference: string) =>
    `Het bestand maken is mislukt. Probeer het zo opnieuw. Nummer: ${reference}.`,
  druk: 'Het is nu druk. Wacht even, en ververs dan deze pagina.',
  omschrijving: 'Bestand van de Veiligheidsplanner',
  komt: 'Je bestand komt eraan.',
  toestaan: 'Druk straks op Toestaan. Dan staat het in je OneDrive.',
  nietOpgehaald: 'Je hebt het bestand niet opgehaald.',
  nietGelukt: 'Het bestand maken is mislukt. Probeer het zo opnieuw.',
  staatKlaar: (naam: string) => `${naam} staat in je OneDrive.`,
  bladtitel: 'Downloads',
  download: (vorm: string) => `Download (${vorm})`,
  welkeHoofdstukken: (n: number) =>
    n === 0 ? 'Kies hoofdstukken' : `${n} ${n === 1 ? 'hoofdstuk' : 'hoofdstukken'} gekozen`,
  isZonder: 'Er staat niets vertrouwelijks in de bestanden.',
  isMet: 'Let op: ook wat vertrouwelijk is staat erin, als jij het mag lezen.',
  met: 'Met vertrouwelijke uitkomsten',
  zonder: 'Zonder vertrouwelijke uitkomsten',
} as const;
