import type { Deel, Figuur, Kenmerken, Opsomming, Tabel } from '../vormen/hoofdstuk.ts';
import { somTekst, waardeTekst } from '../vormen/waarde.ts';
import { aaneen, aaneengeregen } from '../taal/aaneen.ts';

/** Parts of a chapter as lines of plain text, for an e-mail. */
export const alsTekst = (delen: readonly Deel[]): string[] =>
  delen.flatMap((deel) => ['', ...(deel.kop === '' ? [] : [deel.kop]), ...regelsVan(deel)]);

function regelsVan(deel: Deel): readonly string[] {
  switch (deel.soort) {
    case 'alinea':
      return deel.tekst;
    case 'kenmerken':
      return parenRegels(deel);
    case 'opsomming':
      return opsommingRegels(deel);
    case 'tabel':
      return tabelRegels(deel);
    case 'figuur':
      return figuurRegels(deel);
  }
}

const parenRegels = ({ paren }: Kenmerken) =>
  paren.map(({ naam, waarde }) => aaneen`${naam}: ${waarde}`);

const figuurRegels = ({ alt }: Figuur) => alt;

const opsommingRegels = ({ punten, isGenummerd, leeg }: Opsomming) =>
  punten.length === 0
    ? [leeg]
    : punten.map((punt, at) => (isGenummerd ? `${at + 1}. ${punt}` : `- ${punt}`));

/** `- first cell`, then the values of the other columns, on one line. */
function tabelRegels(tabel: Tabel): string[] {
  const { kolommen, rijen, leeg } = tabel;
  if (rijen.length === 0) return [leeg];
  const sommen = kolommen.flatMap((kolom, at) =>
    kolom.isSom ? [`${kolom.naam} ${somTekst(tabel, at)}`] : [],
  );
  const lines = rijen.map(({ cellen }) => {
    const [eerste = '', ...rest] = kolommen.map((kolom, at) => {
      const tekst = waardeTekst(cellen[at] ?? null, kolom.vorm);
      return at === 0 || tekst === '' ? tekst : aaneen`${kolom.naam}: ${tekst}`;
    });
    const bij = rest.filter((part) => part !== '');
    return aaneen`- ${eerste}${bij.length > 0 ? ` (${aaneengeregen(bij, '; ')})` : ''}`;
  });
  return [...lines, ...(sommen.length > 0 ? [`Totaal: ${sommen.join('; ')}`] : [])];
}
