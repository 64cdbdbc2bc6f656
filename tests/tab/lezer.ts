import type { Fragment } from '../../src/tab/tekenen/fragment.ts';
import { TENANT } from '../../support/identity.ts';
import type { World } from '../../support/world.ts';
import { claimsOf, tokenOf } from '../../support/tokens.ts';

interface Answer {
  status: number;
  headers: Headers;
  body: Fragment & { fout?: string };
}

/** Somebody at the tab: asks for pages, opens forms and saves them, as the script in the browser does. */
export interface Lezer {
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  blad(vraag: object): Promise<Fragment>;
  doe(vraag: object): Promise<Fragment>;
  stand(project: string): Promise<number>;
  /** The bytes of a download. */
  bestand(project: string, vraag: object): Promise<Uint8Array<ArrayBuffer>>;
}

export function lezer(world: World, naam: string, tenant = TENANT): Lezer {
  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const token = await tokenOf(claimsOf(`oid-${naam}`, world.nu(), tenant));
    const response = await fetch(`${world.address}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(text) as Answer['body'],
    };
  }
  const good = async (path: string, body: object) => {
    const answer = await post(path, body);
    if (answer.status !== 200)
      throw new Error(`${path} gave ${answer.status}: ${answer.body.fout ?? ''}`);
    return answer.body;
  };
  return {
    post,
    blad: (vraag) => good('/tab/blad', vraag),
    doe: (vraag) => good('/tab/doe', vraag),
    stand: async (project) => (await good('/tab/stand', { project })).n,
    bestand: async (project, vraag) => {
      const { adres } = (await good('/tab/download', { project, vraag })) as { adres?: string };
      const response = await fetch(`${world.address}${adres ?? ''}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** What one reads of markup. */
export const tekstVan = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#96;/g, '`')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** What a form in a window saves to. */
export function bestemming(html: string): {
  project: string;
  verb: string;
  args: Record<string, string>;
  nonce: string;
  rev: number;
} {
  const form = /<form[^>]*>/.exec(html)?.[0] ?? '';
  const of = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(form)?.[1] ?? '';
  return {
    project: of('project'),
    verb: of('verb'),
    args: JSON.parse(of('args').replaceAll('&quot;', '"') || '{}') as Record<string, string>,
    nonce: of('nonce'),
    rev: Number(of('rev')),
  };
}
