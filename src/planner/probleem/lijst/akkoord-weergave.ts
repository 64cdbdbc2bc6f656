import type { Ctx, View } from '../../../process/contract/contract.ts';
import { leads, naamVan, naamMetOrganisatie } from '../../../process/feiten/deelnemers.ts';
import { bericht, item, lijst, type Button, type Groep } from '../../../process/vormen/screen.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import {
  aanwezigen,
  antwoorden,
  antwoordVan,
  draagvlakZinnen,
  meegeteld,
  weerwoordOp,
  type Akkoord,
} from './draagvlak.ts';
import { eersteVan } from './lijst-stand.ts';
import { vasteLijst } from '../regels/overleg1.ts';
import { LIJST } from '../regels/knoppen.ts';

/** How broadly the list is carried. Everybody reads the reasons; only the projectleider reads who said what (rule 16). */
const weergave: View = {
  verb: 'akkoord',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    if (!vasteLijst(project))
      return bericht(
        'uitleg',
        'Er is nog geen prioriteitenlijst.',
        ['De projectleider stelt die vast in overleg 1.'],
        [{ titel: 'Bekijk het voorstel', verb: 'lijst' }],
      );
    const eerst = eersteVan(project).map(({ naam }, at) =>
      item(`${at + 1}. ${kortweg(naam, 300)}`),
    );
    return lijst(
      'Ben je het eens met deze lijst?',
      [{ kop: 'Dit pakken we eerst aan', items: eerst }, ...reacties(ctx)],
      {
        uitleg: draagvlakZinnen(project),
        knoppen: knoppen(ctx),
        pagina: args['pagina'],
      },
    );
  },
};

function reacties({ project, actor }: Ctx): Groep[] {
  const given = antwoorden(project);
  const no = given.filter(({ facts }) => facts.antwoord === 'niet akkoord');
  if (!leads(actor))
    return [
      {
        kop: 'Wat er volgens sommigen anders moet',
        items: no.map((found) => item(found.texts.reden, gedaan(project, found))),
      },
    ];
  const naam = (id: string) => naamMetOrganisatie(project, id);
  const silent = meegeteld(project).filter(
    ({ id }) => !given.some(({ facts }) => facts.van === id),
  );
  const door = ({ facts }: Akkoord) =>
    facts.door === facts.van ? [] : [`Ingevoerd door ${naamVan(project, facts.door)}`];
  return [
    {
      kop: 'Niet akkoord',
      items: no.map((found) =>
        item(naam(found.facts.van), [found.texts.reden, ...door(found), ...gedaan(project, found)]),
      ),
    },
    {
      kop: 'Akkoord',
      items: given
        .filter((found) => !no.includes(found))
        .map((found) => item(naam(found.facts.van), door(found))),
    },
    {
      kop: 'Geen antwoord',
      items: silent.map(({ id }) =>
        item(
          naam(id),
          [],
          [{ titel: 'Akkoord namens', verb: 'akkoord.geven', args: { namens: id } }],
        ),
      ),
    },
  ];
}

/** What whoever leads wrote about it. */
function gedaan(project: Project, found: Akkoord): string[] {
  const tekst = weerwoordOp(project, found);
  return tekst === '' ? [] : [`Antwoord: ${tekst}`];
}

function knoppen({ project, actor }: Ctx): Button[] {
  const args = { lijst: String(vasteLijst(project)?.rev ?? 0) };
  const own = antwoordVan(project, actor.id)?.facts.antwoord;
  return [
    ...(own === 'akkoord' ? [] : [{ titel: 'Akkoord', verb: 'akkoord.geven', args }]),
    { titel: own === 'akkoord' ? 'Toch niet akkoord' : 'Niet akkoord', verb: 'akkoord.niet', args },
    ...(leads(actor) && aanwezigen(project).length > 0
      ? [
          { titel: 'Alle aanwezigen akkoord', verb: 'akkoord.allen', args },
          { titel: 'Niet iedereen is akkoord', verb: 'akkoord.behalve', args },
        ]
      : []),
    LIJST,
  ];
}

export const akkoordWeergaven: readonly View[] = [weergave];
