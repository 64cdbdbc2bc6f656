import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotedText } from '../../src/teams/in/quoted.ts';

const NAUGHTY = JSON.parse(
  readFileSync(new URL('../data/blns.json', import.meta.url), 'utf8'),
) as string[];

const of = (content: string, rest: object = {}) =>
  quotedText({ messagePayload: { body: { contentType: 'html', content }, ...rest } });

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MENTION = { id: 0, mentionText: 'Bram', mentioned: { user: { id: 'x' } } };
const BOT = { id: 1, mentionText: 'Planner', mentioned: { application: { id: 'y' } } };

describe('the text of a message', () => {
  it.each([
    ['words', '<div>Scooters op de <strong>stoep</strong>.</div>', 'Scooters op de stoep.'],
    ['lines', '<p>een</p>\r\n<p>twee<br>drie</p>', 'een\ntwee\ndrie'],
    ['an empty line', '<p>een</p><p>&nbsp;</p><p>&nbsp;</p><p>twee</p>', 'een\n\ntwee'],
    ['a list', '<ul><li>fiets</li><li>scooter</li></ul>na', '- fiets\n- scooter\nna'],
    [
      'a table',
      '<table><tbody><tr><td><p>ma</p></td><td>3</td></tr><tr><td>di</td><td>5</td></tr></tbody></table>',
      'ma | 3\ndi | 5',
    ],
    ['emoji', '<p>Fijn <emoji id="x" alt="🙂" title="Glimlach"></emoji> 👍</p>', 'Fijn 🙂 👍'],
    [
      'emoji of before',
      '<p><img alt="😀" itemtype="http://schema.skype.com/Emoji" src="x">!</p>',
      '😀!',
    ],
    ['a picture', '<p>zie<img alt="image" src="https://x"></p>', 'zie'],
    ['a script', '<script>alert("<p>x</p>")</script><p>echt</p><style>p{}</style>', 'echt'],
    ['a comment', '<!-- <p>weg</p> --><p>echt</p>', 'echt'],
    [
      'the message that it answers',
      '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1"><p>oud</p></blockquote><p>nieuw</p>',
      'nieuw',
    ],
    ['a quotation', '<blockquote>gezegd</blockquote><p>ja</p>', 'gezegd\nja'],
    ['a file', '<p>kijk</p><attachment id="7a6b"></attachment>', 'kijk'],
    ['a link', '<a href="https://x.nl" title="x">het rapport</a>', 'het rapport'],
    [
      'signs by name',
      'caf&eacute; &amp;lt; &#8364;5 &#x1F6B2; &zzz; &#0;&#x110000;',
      'café &lt; €5 🚲 &zzz;',
    ],
    ['signs that are no tags', '3 < 5 en <3 en a<b', '3 < 5 en <3 en a<b'],
    ['what does not end', '<p>een<b', 'een<b'],
    ['a script that does not end', 'een<script>alert(1)', 'een'],
  ])('is read with %s', (_, html, text) => {
    expect(of(html)).toBe(text);
  });

  it('names whom it mentions, but not a bot that was called', () => {
    const html = '<at id="1">Planner</at>&nbsp;<at id="0">Bram</at> zag het';
    expect(of(html, { mentions: [MENTION, BOT] })).toBe('Bram zag het');
    expect(of(html)).toBe('Planner Bram zag het');
    expect(of(html, { mentions: [null, 'x', { id: 1 }, { id: {}, mentioned: [] }] })).toContain(
      'Bram',
    );
  });

  it('begins with its subject, and is as it stands where it is no HTML', () => {
    expect(of('<p>Al weken.</p>', { subject: ' Scooters ' })).toBe('Scooters\nAl weken.');
    expect(of('', { subject: 'Scooters' })).toBe('Scooters');
    const text = { contentType: 'text', content: 'een <b> & twee\ndrie' };
    expect(quotedText({ messagePayload: { body: text } })).toBe('een <b> & twee\ndrie');
  });

  it('is whatever somebody wrote, sign by sign', () => {
    for (const text of NAUGHTY) {
      const shown = text
        .replace(/[\uFFFE\uFFFF]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      expect(of(`<p>${escaped(text)}</p>`)).toBe(shown);
    }
  });

  it('is read of anything, however long and however wrong', () => {
    const parts = [
      '<',
      '<a ',
      '<!--',
      '<a href="',
      '&#',
      '<at id="1">',
      '<script>',
      '<td>',
      'a<p>',
      'a<td>',
      '<tr>',
      '\n',
    ];
    for (const part of parts) {
      const found = of(part.repeat(Math.ceil(200_000 / part.length)));
      expect(found.length).toBeLessThanOrEqual(10_000);
    }
    for (const value of [
      undefined,
      null,
      1,
      '',
      [],
      { messagePayload: [] },
      { messagePayload: { body: 1 } },
    ])
      expect(quotedText(value)).toBe('');
  });
});
