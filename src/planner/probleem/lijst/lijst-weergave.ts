import type { Ctx, View } from '../../../process/contract/contract.ts';
import { leads } from '../../../process/feiten/deelnemers.ts';
import { item, lijst, type Button, type Item } from '../../../process/vormen/screen.ts';
import { ingekort } from '../../../process/taal/opsomming.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { bekend } from '../invoer/doei.ts';
import { draagvlakZinnen } from './draagvlak.ts';
import { eersteVan, geordend } from './lijst-stand.ts';
import { MAX_PLAATSEN } from './lijst.ts';
import { laterOpDeLijst, redenRegels } from './zonder-reden.ts';
import { openStemming, vasteLijst } from '../regels/overleg1.ts';
import { puntenVan } from '../stemming/telling.ts';
import { gewichten, gewichtZin } from '../stemming/volgorde.ts';
import { magStemmenTonen } from '../stemming/zicht.ts';
import { AKKOORD, CLUSTERS, HEROPENEN, REDEN, UITSLAG } from '../regels/knoppen.ts';
import { VASTSTELLEN } from '../../plan/knoppen.ts';

/** All that is weighed, in order, with what is known about it beside it (D9, C16, C17). */
const weergave: View = {
  verb: 'lijst',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const isFixed = vasteLijst(project) !== undefined;
    const eerst = eersteVan(project).length;
    const items = lijstItems(ctx);
    const groepen = isFixed
      ? [
          { kop: 'Dit pakken we het eerst aan', items: items.slice(0, eerst) },
          { kop: 'Daarna', items: items.slice(eerst) },
        ]
      : [{ kop: 'Voorstel voor de volgorde', items }];
    return lijst(isFixed ? 'Prioriteitenlijst' : 'Onze prioriteiten', groepen, {
      uitleg: isFixed
        ? draagvlakZinnen(project)
        : [
            ...(items.length === 0 ? ['Er zijn nog geen problemen.'] : []),
            'We kiezen welke problemen het eerst moeten worden aangepakt.',
            'De aanpak lukt alleen als we allemaal hetzelfde zien.',
          ],
      knoppen: knoppen(ctx),
      pagina: args['pagina'],
    });
  },
};

function lijstItems(ctx: Ctx): Item[] {
  const { project, actor } = ctx;
  const punten = puntenVan(project);
  const weight = gewichten(project);
  const eerst = eersteVan(project).length;
  return geordend(project).map((found, at) => {
    const votes = magStemmenTonen(project) ? punten(found) : 0;
    const meenemen: Button = {
      titel: 'Meenemen in de lijst',
      verb: 'lijst.vaststellen',
      args: { erbij: found.id },
    };
    return item(
      `${at + 1}. ${kortweg(found.naam, 300)}`,
      [
        ...(votes > 0 ? [`Stemmen: ${votes}`] : []),
        gewichtZin(weight(found)),
        ...(vasteLijst(project) && at >= eerst ? redenRegels(project, found.id) : []),
        ...ingekort(bekend(project, actor, found, 160), 3, (n) => `En nog ${n} bij dit probleem.`),
      ],
      [
        { titel: 'Bekijk', verb: 'probleem', args: { id: found.id } },
        ...(at >= MAX_PLAATSEN && leads(actor) && !vasteLijst(project) ? [meenemen] : []),
      ],
    );
  });
}

function knoppen({ project, actor }: Ctx): Button[] {
  const nu = vasteLijst(project);
  if (openStemming(project)) return [UITSLAG];
  if (!nu) return [...(leads(actor) ? [VASTSTELLEN] : []), CLUSTERS];
  return [
    { titel: 'Akkoord', verb: 'akkoord.geven', args: { lijst: String(nu.rev) }, stijl: 'positive' },
    { titel: 'Niet akkoord', verb: 'akkoord.niet', args: { lijst: String(nu.rev) } },
    AKKOORD,
    ...(leads(actor) && laterOpDeLijst(project).length > 0 ? [REDEN] : []),
    ...(leads(actor) ? [HEROPENEN] : []),
  ];
}

export const lijstWeergaven: readonly View[] = [weergave];
