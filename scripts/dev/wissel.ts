import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { BOT, PEOPLE } from '../playground.ts';

type Person = (typeof PEOPLE)[number];

/** What the Playground says to the bot, as far as this looks at it. */
interface Said {
  type?: string;
  text?: string;
  from?: { id?: string; name?: string; aadObjectId?: string };
  conversation?: { id: string };
  serviceUrl?: string;
}

/** Stands between the Playground and the bot, so that the one person who uses the Playground can be any of its people. */
export interface Wissel {
  /** Where the Playground finds the bot. */
  endpoint: string;
  close: () => void;
}

/** All that this person says or presses is said by whom they chose to be; what others do is left alone. */
export async function openWissel(bot: string): Promise<Wissel> {
  const [user] = PEOPLE;
  let wie = user;
  const server = createServer((request, response) => {
    void answer(request).then(
      ({ status, body }) => response.writeHead(status, JSON_TYPE).end(body),
      // The Playground tries no second time; it shows that the bot did not answer.
      () => response.writeHead(502).end(),
    );
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    const said = JSON.parse(await text(request)) as Said;
    const asked = said.from?.id === user?.id ? askedIn(said) : undefined;
    if (asked !== undefined) {
      const found = PEOPLE.find(({ name }) => name.toLowerCase().startsWith(asked));
      wie = found ?? wie;
      await say(said, zin(found));
      return { status: 200, body: '{}' };
    }
    const reply = await fetch(bot, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(said.from?.id === user?.id ? saidBy(said, wie) : said),
    });
    return { status: reply.status, body: await reply.text() };
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** `@Veiligheidsplanner ik ben Bram`: the name in small letters; undefined for anything else. */
const askedIn = ({ type, text = '' }: Said): string | undefined =>
  type === 'message'
    ? /^ik ben\b\s*(.*)$/i
        .exec(text.replaceAll(/<at>.*?<\/at>|&nbsp;/g, ' ').trim())?.[1]
        ?.trim()
        .toLowerCase()
    : undefined;

const saidBy = (said: Said, wie: Person | undefined): Said =>
  wie
    ? { ...said, from: { ...said.from, id: wie.id, name: wie.name, aadObjectId: wie.aadObjectId } }
    : said;

const namen = new Intl.ListFormat('nl', { type: 'disjunction' }).format(
  PEOPLE.map(({ givenName }) => givenName),
);

const zin = (found: Person | undefined) =>
  found
    ? `Je bent nu ${found.name}. Iemand anders zijn? Typ: ik ben ${namen}.`
    : `Die is er niet. Typ: ik ben ${namen}.`;

/** Says something in the Playground, as the bot would. */
async function say({ serviceUrl = '', conversation }: Said, sentence: string): Promise<void> {
  const path = `v3/conversations/${encodeURIComponent(conversation?.id ?? '')}/activities`;
  await fetch(new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`), {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ type: 'message', text: sentence, from: BOT, conversation }),
  });
}
