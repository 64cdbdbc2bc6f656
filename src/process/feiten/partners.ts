/** The safety partners that the sources name (O14, O15, P6), each once; a group may have others. */
export const PARTNERS = [
  { id: 'gemeente', tekst: 'Gemeente, openbare orde en veiligheid' },
  { id: 'toezicht', tekst: 'Toezicht en Handhaving' },
  { id: 'sociaal', tekst: 'Sociaal domein' },
  { id: 'gebied', tekst: 'Gebiedsgericht werken of wijkbeheer' },
  { id: 'economie', tekst: 'Economische zaken' },
  { id: 'politie', tekst: 'Politie' },
  { id: 'om', tekst: 'Openbaar Ministerie (OM)' },
  { id: 'keten', tekst: 'Justitiële ketenpartner' },
  { id: 'reclassering', tekst: 'Reclassering' },
  { id: 'raad', tekst: 'Raad voor de Kinderbescherming' },
  { id: 'brandweer', tekst: 'Brandweer' },
  { id: 'veiligheidsregio', tekst: 'Veiligheidsregio' },
  { id: 'ggz', tekst: 'GGZ' },
  { id: 'verslavingszorg', tekst: 'Verslavingszorg' },
  { id: 'jeugdzorg', tekst: 'Jeugdzorg' },
  { id: 'jongerenwerk', tekst: 'Jongerenwerk' },
  { id: 'welzijn', tekst: 'Welzijnswerk' },
  { id: 'onderwijs', tekst: 'School of onderwijsinstelling' },
  { id: 'corporatie', tekst: 'Woningcorporatie' },
  { id: 'ontwikkelaar', tekst: 'Projectontwikkelaar' },
  { id: 'ondernemers', tekst: 'Ondernemers of bedrijfsleven' },
  { id: 'vereniging', tekst: 'Vereniging' },
  { id: 'bewoners', tekst: 'Bewoners' },
  { id: 'anders', tekst: 'Anders' },
] as const;

export const partnerTekst = (id: string): string =>
  PARTNERS.find((partner) => partner.id === id)?.tekst ?? '';
