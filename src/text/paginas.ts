/** Where those pages are. */
type Pad = '/' | '/privacy' | '/voorwaarden';

/** The pages that the app package points to, by their path. */
export const paginas: Readonly<Record<Pad, { titel: string; regels: readonly string[] }>> = {
  '/': {
    titel: 'Veiligheidsplanner',
    regels: [
      'De Veiligheidsplanner helpt een projectgroep in Microsoft Teams.',
      'Samen pak je in zes stappen een veiligheidsprobleem in de buurt aan.',
      'Voeg de app toe aan een kanaal of een groepschat. Typ daar: start.',
    ],
  },
  '/privacy': {
    titel: 'Privacy',
    regels: [
      'De Veiligheidsplanner bewaart wat deelnemers invullen, en wie dat deed.',
      'De gegevens staan in de opslag van je eigen gemeente. Ze gaan nergens anders heen.',
      'Alleen deelnemers van een project lezen wat erin staat.',
      'Schrijf niets over verdachten, slachtoffers of bewoners. De projectleider kan zo’n tekst voorgoed wissen.',
      'Vragen over je gegevens? Stel ze aan de functionaris gegevensbescherming van je gemeente.',
    ],
  },
  '/voorwaarden': {
    titel: 'Voorwaarden',
    regels: [
      'Je gemeente biedt de Veiligheidsplanner aan. Haar regels voor Teams gelden ook hier.',
      'De programmatuur is open, onder de licentie EUPL-1.2.',
    ],
  },
};
