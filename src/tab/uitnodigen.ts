import { looked } from '../answer/shown.ts';
import { html, type Html } from '../http/html.ts';
import type { Ctx, Iemand } from '../process/contract/contract.ts';
import { isMogelijk } from '../process/contract/judge.ts';
import { overlegInZin } from '../process/contract/overleggen.ts';
import { isBoundTo, type Deelnemer } from '../process/feiten/deelnemers.ts';
import { uitnodigingVan, type Uitnodiging } from '../process/overleg/uitnodigen.ts';
import { vergaderlink } from '../process/stukken/vergaderlink.ts';
import { KNOP } from '../process/vormen/knoppen.ts';
import { UITNODIGEN } from '../process/vormen/naar-tab.ts';
import { bericht } from '../process/vormen/screen.ts';
import { mensen } from '../process/taal/opsomming.ts';
import { downloadZinnen } from '../text/downloads.ts';
import { tab } from '../text/tab.ts';
import { bezoekVan } from './bezoek/bezoek.ts';
import type { Bereikbaar, TabOptions } from './bezoek/options.ts';
import type { BladVraag } from './bezoek/vraag.ts';
import type { Fragment } from './tekenen/fragment.ts';
import { knop } from './tekenen/knop.ts';
import { om, titelVan } from './tekenen/scherm.ts';
import { inVenster, nietHier } from './tonen.ts';

/**
 * The invitation to an overleg, made when somebody presses for it and for them alone: the addresses come from Teams at that
 * moment, stand in this one answer, and are kept nowhere. `may`: false for who asks it all the time.
 */
export async function nodigUit(
  options: TabOptions,
  persoon: Iemand,
  vraag: BladVraag,
  may: () => boolean,
): Promise<Fragment> {
  const bezoek = await bezoekVan(options, persoon, vraag.project, vraag);
  if (!bezoek) return nietHier(tab.nietGevonden);
  const { ctx } = bezoek;
  const wat = looked(ctx, UITNODIGEN);
  const gevraagd = isMogelijk(ctx, UITNODIGEN) ? uitnodigingVan(ctx) : undefined;
  if (!gevraagd) return inVenster(wat);
  if (!may()) return inVenster({ ...wat, screen: teVaak(ctx) });
  const bereik = bereikVan(gevraagd.genodigd, await options.addresses(ctx.project));
  const inhoud = om(ctx, wat.nonce, uitnodiging(ctx, gevraagd, bereik));
  return { ...inVenster(wat), html: inhoud.markup };
}

const teVaak = ({ args }: Ctx) =>
  bericht('uitleg', tab.vaakGevraagd, [], [{ ...KNOP.uitnodigen, args }]);

/** Of who is invited: the addresses that Teams knows, and who has none there. */
interface Bereik {
  adressen: readonly string[];
  zonder: readonly Deelnemer[];
}

function bereikVan(
  genodigd: readonly Deelnemer[],
  leden: readonly Bereikbaar[] | 'verborgen',
): Bereik {
  const known = leden === 'verborgen' ? [] : leden.filter(({ adres }) => adres !== '');
  const adresVan = (lid: Deelnemer) => known.find(({ iemand }) => isBoundTo(lid, iemand))?.adres;
  const byKey = new Map(
    genodigd.flatMap((lid) => adresVan(lid) ?? []).map((adres) => [adres.toLowerCase(), adres]),
  );
  return {
    adressen: [...byKey.values()],
    zonder: genodigd.filter((lid) => adresVan(lid) === undefined),
  };
}

function uitnodiging(ctx: Ctx, { een, vergadering, genodigd }: Uitnodiging, bereik: Bereik): Html {
  const { adressen, zonder } = bereik;
  const isBereikt = adressen.length > 0 || genodigd.length === 0;
  const link = isBereikt ? vergaderlink(vergadering, adressen) : '';
  const namen = mensen(zonder.map(({ naam }) => naam));
  const download = {
    titel: downloadZinnen.download('Agenda'),
    verb: 'download',
    args: { soort: 'overleg', id: een.id },
  };
  return html`${titelVan(tab.uitnodigingVoor(overlegInZin(een)))}
    ${zinnen({ link, genodigd, adressen }).map((zin) => html`<p>${zin}</p>`)}
    ${isBereikt && zonder.length > 0 && html`<p>${tab.geenAdres(namen)}</p>`}
    ${link === '' && velden(vergadering, adressen)}
    <div class="knoppen">
      ${
        link !== '' &&
        html`<a
          class="knop hoofdknop"
          href="${link}"
          target="_blank"
          rel="noopener noreferrer"
          data-op="teams"
          >${tab.openInTeams}</a
        >`
      }
      ${knop(ctx, download)}
    </div>`;
}

function zinnen({
  link,
  genodigd,
  adressen,
}: Pick<Uitnodiging, 'genodigd'> & { link: string; adressen: readonly string[] }): string[] {
  if (link !== '') return [genodigd.length === 0 ? tab.niemandAnders : tab.iedereenErin];
  return [adressen.length > 0 ? tab.teVeelAdressen : tab.geenAdressen, tab.zelfUitnodigen];
}

/** What one copies into an invitation of one's own. */
const velden = (
  { onderwerp, tekst, plaats }: Uitnodiging['vergadering'],
  adressen: readonly string[],
): Html => html`
  ${adressen.length > 0 && veld(['adressen', 3], tab.adressen, adressen.join('; '))}
  ${veld(['onderwerp', 1], tab.onderwerp, onderwerp)}
  ${veld(['tekst', 3], tab.tekst, [tekst, plaats].filter((deel) => deel !== '').join('\n'))}
`;

const veld = ([id, rijen]: readonly [string, number], label: string, waarde: string): Html =>
  html`<div class="veld">
    <label for="uitnodiging-${id}">${label}</label>
    <textarea id="uitnodiging-${id}" rows="${rijen}" readonly>${'\n'}${waarde}</textarea>
  </div>`;
