import { getypteTeksten } from '../../process/vormen/bladen.ts';
import { bericht } from '../../process/vormen/screen.ts';
import { nl } from '../../text/nl.ts';
import { contextOf, type Style } from './drawing.ts';
import type { Trouble } from '../in/messages.ts';
import type { Answer, Incoming } from '../port.ts';
import { quoteAgain } from './quote.ts';
import { drawScreen } from './screens.ts';
import { readClaim, readTyped } from './wire.ts';

/**
 * What a person reads when a turn failed: that it was not saved, their own text, and the same button with the same
 * submission.
 */
export function apologise(
  style: Style,
  { what }: Incoming,
  reference: string,
  trouble: Trouble,
): Answer {
  if (what.kind !== 'press') return { kind: 'none' };
  const isQuote = what.via === 'quote';
  const isDialog = isQuote || what.via === 'open' || what.via === 'save';
  const claim = readClaim(what.data);
  // The message itself is still there.
  const teksten = isQuote ? [] : getypteTeksten(readTyped(what.data));
  const [titel = '', regel = ''] = zinnen(trouble, reference);
  const regels = [regel, ...(teksten.length > 0 ? [nl.jouwTekst, ...teksten] : [])];
  const screen = bericht('niet-gelukt', titel, regels);
  const { woorden } = style.trajecten.gewoon;
  const context = contextOf(style, claim?.project ?? '', {
    surface: isDialog ? 'dialoog' : 'eigen',
    nonce: claim?.nonce ?? '',
    rev: claim?.rev ?? 0,
    van: claim?.van ?? '',
    kaart: claim?.kaart ?? '',
  });
  const card = drawScreen(screen, { ...context, verb: '', args: {}, voor: '', boven: '', woorden });
  const data = isQuote ? quoteAgain(what.data) : what.data;
  const again = { type: 'Action.Submit', title: nl.opnieuw, data };
  const retry = isDialog
    ? again
    : {
        type: 'Action.Execute',
        title: nl.opnieuw,
        verb: claim?.verb ?? '',
        data: what.data,
        fallback: again,
      };
  const withRetry = { ...card, actions: [retry] };
  return isDialog
    ? {
        kind: 'dialog',
        title: trouble === 'unknown' ? nl.nogNietBekend : nl.nogNietOpgeslagen,
        card: withRetry,
      }
    : { kind: 'card', card: withRetry };
}

function zinnen(trouble: Trouble, reference: string): readonly string[] {
  switch (trouble) {
    case 'too-fast':
      return nl.teSnel;
    case 'unknown':
      return nl.onbekend;
    case 'failed':
      return nl.storing(reference);
  }
}
