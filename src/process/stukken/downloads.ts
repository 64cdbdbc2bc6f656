import type { View } from '../contract/contract.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { TAB } from '../vormen/naar-tab.ts';
import { item, lijst, type Button, type Groep } from '../vormen/screen.ts';
import { aanbodVan, type Aanbod } from './aanbod.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { beeldVan } from '../contract/beeld.ts';

/** The verb that sends a file in a personal chat; the edge of Teams does it. */
export const BESTAND = 'bestand';

/** The tab gives the files, because it knows who asks; a conversation does not. */
const IN_TAB: Button = { titel: 'Open de downloads', verb: TAB, args: { blad: 'downloads' } };

/** The files for this person now. They come at once only where no one else reads along. */
export const downloads: View = {
  verb: 'downloads',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const alleen = ctx.gesprek.soort === 'personal';
    const project = alleen ? ctx.project : voorIedereen(ctx.project);
    const found = aanbodVan({ ...beeldVan({ ...ctx, project }), lezer: ctx.actor });
    return lijst('Downloads', groepen(found, alleen), {
      pagina: ctx.args['pagina'],
      uitleg: [
        alleen
          ? 'Kies een bestand.'
          : 'Je haalt de bestanden op in de tab. Dan ziet alleen jij ze.',
        'Er staat niets vertrouwelijks in.',
      ],
      knoppen: [IN_TAB, KNOP.plan],
    });
  },
};

function groepen(found: readonly Aanbod[], alleen: boolean): Groep[] {
  const koppen = [...new Set(found.map(({ kop }) => kop))];
  return koppen.map((kop) => ({
    kop,
    items: found
      .filter((stuk) => stuk.kop === kop)
      .map(({ titel, vorm, vraag }) =>
        item(titel, [vorm], alleen ? [{ titel: 'Download', verb: BESTAND, args: vraag }] : []),
      ),
  }));
}
