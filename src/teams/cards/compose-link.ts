/** Outlook on the web begins a new e-mail at this address. It needs no permission, and opening it sends nothing. */
const COMPOSE = 'https://outlook.office.com/mail/deeplink/compose?subject=';

/** Longer addresses are cut or refused on the way. */
const MAX_LENGTH = 2_000;

/** The address that opens an e-mail with this subject and text; empty when it would be too long. */
export function composeLink(onderwerp: string, tekst: string): string {
  const link = `${COMPOSE}${encoded(onderwerp)}&body=${encoded(tekst)}`;
  return link.length <= MAX_LENGTH ? link : '';
}

/** True for an address that `composeLink` made. */
export const isComposeLink = (url: unknown): boolean =>
  typeof url === 'string' && url.startsWith(COMPOSE) && !/\s/.test(url);

/** Outlook may read the text as HTML, so what people typed is escaped. Half of a surrogate pair cannot be encoded. */
const encoded = (text: string) =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd').replace(/<(?=\S)/g, '<\u200b'));
