import type { ServerResponse } from 'node:http';

/** The one sentence that a client gets for a fault, beside a number to find it in the log. */
const SENTENCES: Readonly<Record<number, string>> = {
  400: 'Dit bericht kan ik niet lezen.',
  401: 'Dit bericht komt niet van Teams.',
  403: 'Deze organisatie gebruikt de Veiligheidsplanner niet.',
  404: 'Hier is niets.',
  405: 'Dat kan hier niet.',
  413: 'Dit bericht is te groot.',
  415: 'Dit soort bericht neem ik niet aan.',
  429: 'Dat ging te snel. Wacht een minuut en probeer het opnieuw.',
  503: 'Het is even druk. Probeer het zo opnieuw.',
};
const FAILED = 'Er ging bij mij iets mis.';

/** Why somebody gets no answer. */
export interface Fault {
  status: number;
  /** What the log says of it. */
  about: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>> | undefined;
  /** What they read, where that of the status says too little. */
  zin?: string | undefined;
}

/** Answers in JSON, or with an empty body. */
export function reply(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text && { 'Content-Type': 'application/json; charset=utf-8' }),
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(text);
}

/** Tells a fault in a sentence, with the number under which the log has it. */
export function replyFault(
  response: ServerResponse,
  { status, headers, zin }: Fault,
  reference: string,
): void {
  const sentence = zin ?? SENTENCES[status] ?? FAILED;
  reply(response, status, { fout: `${sentence} Nummer: ${reference}.` }, headers);
}
