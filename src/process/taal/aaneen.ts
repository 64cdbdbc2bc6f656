/** What ends a text by itself: a question, a call. */
const VRAAG = /[!?]$/;

/** A text that was cut, or goes on. */
const VERDER = /(?:…|\.{2,})$/;

/** A dot that belongs to the word: `e.d.`, `B.V.`, `enz.`, an initial. */
const AFKORTING = /(?:\.\p{L}+|(?:^|\s)(?:\p{L}|etc|enz|bijv|jr|sr|nr|dhr|mw|mr|dr|ir|st))\.$/iu;

/** A text, and the quotes or brackets that close it. */
const DICHT = /^([^]*?)(["'”’»)\]]*)$/;

/** What stands at the end of a text, and goes where ours follows. */
const LOS = { punt: /[\s,;:]+$/, anders: /[\s.,;:]+$/ } as const;

/** A value and what we put behind it, with one sign between them. */
function aan(waarde: string, erna: string): readonly [string, string] {
  const teken = /^\s*([.,;:(])/.exec(erna)?.[1];
  if (teken === undefined || waarde === '') return [waarde, erna];
  const [, kern = '', dicht = ''] = DICHT.exec(waarde.trimEnd()) ?? [];
  const zonder = erna.replace(teken, '');
  if (teken === '.')
    return VRAAG.test(kern) || VERDER.test(kern) || kern.endsWith('.')
      ? [kern + dicht, zonder]
      : [kern.replace(LOS.punt, '') + dicht, erna];
  if (dicht !== '' || AFKORTING.test(kern) || VERDER.test(kern)) return [kern + dicht, erna];
  if (VRAAG.test(kern)) return [kern, teken === ':' ? zonder : erna];
  return [kern.replace(LOS.anders, ''), erna];
}

/**
 * A template in which what people wrote is followed by signs of ours: there is one sign between them, whatever their text
 * ends with. `` aaneen`${'Fietsen.'}: uitgevoerd` `` is `Fietsen: uitgevoerd`.
 */
export const aaneen = (ons: TemplateStringsArray, ...hun: readonly (string | number)[]): string =>
  `${ons[0]}${hun.reduceRight<string>(
    (erna, waarde, at) => aan(String(waarde), `${ons[at + 1]}${erna}`).join(''),
    '',
  )}`;

/** The same of a row of texts with this between them: `Fietsen; Scooters`. */
export const aaneengeregen = (teksten: readonly string[], tussen: string): string =>
  teksten.reduceRight(
    (erna, tekst, at) => (at === teksten.length - 1 ? tekst : aan(tekst, tussen + erna).join('')),
    '',
  );
