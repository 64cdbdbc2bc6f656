import { z } from 'zod';
import { inShape } from '../../http/shape.ts';
import { textOfHtml } from './html-text.ts';

/** More than any field takes: of a longer message the rest is not read on. */
const MAX_UNITS = 10_000;

const words = z.string().catch('');

const Quoted = z.object({ messagePayload: z.record(z.string(), z.unknown()) });
const Body = z.object({ contentType: words, content: words });
const Mention = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  mentioned: z.object({ application: z.object({ id: z.unknown() }) }),
});

/**
 * What the message says at which somebody chose a command of ours, as plain text: its subject and its words. Empty where it
 * has none, such as a picture alone, and for whatever Teams does not send.
 */
export function quotedText(value: unknown): string {
  const payload = inShape(Quoted, value)?.messagePayload ?? {};
  const body = inShape(Body, payload['body']) ?? { contentType: '', content: '' };
  const subject = inShape(words, payload['subject']) ?? '';
  const text = body.contentType === 'text' ? body.content : textOfHtml(body.content, bots(payload));
  return [subject.trim(), text.trim()]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, MAX_UNITS);
}

/** Tells which mentions are of a bot: whoever calls us in a message does not write about us. */
function bots({ mentions }: Readonly<Record<string, unknown>>): (mention: string) => boolean {
  const found = (Array.isArray(mentions) ? mentions : []).map((one) => inShape(Mention, one)?.id);
  return (mention) => mention !== '' && found.includes(mention);
}
