import { describe, expect, it } from 'vitest';
import { BOT, type Wire } from '../../support/activities.ts';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Groep } from '../../support/world.ts';
import { eenWereld, gebeurtenis, lidAccount, live, titels } from './hulp.ts';
import { metProject } from './stuk.ts';

const world = eenWereld();
const AT = `<at>${BOT.name}</at>`;

const DOWNLOAD = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  content: { downloadUrl: 'https://gemeente.sharepoint.com/x', uniqueId: 'x', fileType: 'pdf' },
  contentUrl: 'https://gemeente.sharepoint.com/x.pdf',
  name: 'Wijkscan.pdf',
};
const FOTO = {
  contentType: 'image/*',
  contentUrl: 'https://smba.trafficmanager.net/x/views/original',
};
const html = (content: string) => ({ contentType: 'text/html', content });
/** What a channel or group chat gives of a file: a place for it in the text. */
const IN_KANAAL = html('<p>zie dit</p><attachment id="7a6b"></attachment>');
const PLAATJE_IN_TEKST = html(
  '<p><img alt="image" src="https://graph.microsoft.com/x" itemid="x"></p>',
);
const GELUID = { contentType: 'audio/mp4', contentUrl: 'https://smba.trafficmanager.net/x' };

/** What answers a message with this beside its text. */
async function stuurt(
  groep: Groep,
  naam: string,
  text: string,
  attachments: readonly Wire[],
  soort: 'personal' | 'groupChat' | 'channel',
): Promise<AnyCard> {
  await world().rust();
  const before = groep.cards().length;
  const entities = text.includes(AT) ? [{ type: 'mention', mentioned: BOT, text: AT }] : [];
  const fields = { text, entities, attachments, from: lidAccount(naam) };
  const { status } = await groep.lid(naam).stuurt(gebeurtenis(groep, 'message', fields, soort));
  expect(status).toBe(200);
  await world().rust();
  const card = groep
    .cards()
    .slice(before)
    .findLast(({ isLive }) => isLive !== true);
  if (!card) throw new Error('nothing came back');
  return card;
}

describe('a file or picture that somebody sends in the chat', () => {
  it.each([
    ['a file', '', [DOWNLOAD]],
    ['a picture', '', [FOTO]],
    ['two files and words', 'zie bijlagen', [DOWNLOAD, DOWNLOAD, html('<p>zie bijlagen</p>')]],
    ['a file in the text', `${AT} zie dit`, [IN_KANAAL]],
    ['a picture in the text', AT, [PLAATJE_IN_TEKST]],
    ['a recording', '', [GELUID]],
  ])('is answered with how it can be added: %s [B9]', async (_, text, attachments) => {
    const { groep, project } = await metProject(world(), 'Sanne', 'Fatima');
    const answer = await stuurt(groep, 'Fatima', text, attachments, 'groupChat');

    expect(textOf(answer)).toContain('Een bestand of foto uit de chat kan ik niet bewaren.');
    expect(textOf(answer)).toContain('Stuur het in je eigen chat met mij.');
    expect(textOf(answer)).toContain('in de tab, met Bestand toevoegen');
    expect(textOf(answer)).not.toContain('begrijp ik niet');
    expect(titels(answer)).toEqual(['Document toevoegen']);
    expect(links(answer)).toEqual([[`Bestand toevoegen`, expect.stringContaining(project)]]);
  });

  it('that Teams does not give is answered in the own chat too: about the one project, and about which of several [B9]', async () => {
    const naam = 'Imke';
    const eigen = world().alleen(naam);
    const zonder = await stuurt(eigen, naam, '', [GELUID], 'personal');
    expect(textOf(zonder)).toContain('Dat kan pas als hier iets is begonnen.');

    await metProject(world(), 'Sanne', naam);
    const een = await stuurt(eigen, naam, '', [GELUID], 'personal');
    expect(links(een).map(([titel]) => titel)).toEqual(['Bestand toevoegen']);

    await metProject(world(), 'Sanne', naam);
    const meer = await stuurt(eigen, naam, '', [GELUID], 'personal');
    expect(textOf(meer)).toContain('Waar hoort het bestand bij?');
    expect(titels(meer)).toEqual(['Documenten', 'Documenten']);
    const documenten = await eigen.lid(naam).drukt('Documenten', {}, meer);
    expect(links(documenten).map(([titel]) => titel)).toEqual(['Bestand toevoegen']);
  });

  it('tells who does not take part how to join', async () => {
    const { groep } = await metProject(world(), 'Sanne', 'Fatima');
    groep.komt_erbij('Karel');
    const answer = await stuurt(groep, 'Karel', AT, [FOTO], 'groupChat');
    expect(textOf(answer)).toContain('Een bestand of foto uit de chat kan ik niet bewaren.');
    expect(titels(answer)).toContain('Ik wil meedoen');
  });

  it('does not stand in the way of a command, and what is part of a text is no file', async () => {
    const { groep } = await metProject(world(), 'Sanne', 'Fatima');
    const command = await stuurt(groep, 'Fatima', `${AT} deelnemers`, [FOTO], 'groupChat');
    expect(textOf(command)).toContain('Deelnemers (2)');
    for (const attachment of [
      html('<p>bla <img alt="😀" itemtype="http://schema.skype.com/Emoji" src="x"></p>'),
      { contentType: 'messageReference', content: '{}' },
      { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
    ]) {
      const answer = await stuurt(groep, 'Fatima', `${AT} blabla`, [attachment], 'groupChat');
      expect(textOf(answer)).toContain('Dat begrijp ik niet.');
    }
  });

  it('can be added from the form for a document, which leads to the tab [B9]', async () => {
    const { groep, project } = await metProject(world(), 'Sanne', 'Fatima');
    const form = await groep
      .lid('Fatima')
      .drukt('Document toevoegen', {}, await live(world(), groep, 1));
    expect(textOf(form)).toContain(
      'Heb je een bestand of foto? Kies dat in de tab, met Bestand toevoegen.',
    );
    expect(links(form)).toEqual([['Bestand toevoegen', expect.stringContaining(project)]]);
  });
});

/** The buttons that open an address, with that address. */
const links = (card: AnyCard): [string, string][] =>
  [
    ...JSON.stringify(card).matchAll(/"type":"Action.OpenUrl","title":"([^"]*)","url":"([^"]*)"/g),
  ].map(([, titel = '', url = '']) => [titel, decodeURIComponent(url)]);
