import type { Answer } from './port.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** An answer as Teams wants it in the response to an invoke; undefined for an empty response. */
export function invokeBody(answer: Answer): object | undefined {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: ADAPTIVE_CARD, value: answer.card };
    case 'dialog': {
      const card = { contentType: ADAPTIVE_CARD, content: answer.card };
      const value = { title: answer.title, width: 'medium', height: 'medium', card };
      return { task: { type: 'continue', value } };
    }
    case 'none':
      return undefined;
  }
}
