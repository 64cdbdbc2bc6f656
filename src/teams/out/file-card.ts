import type { FileCard } from '../port.ts';

/** Teams' own cards for files: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

/** The attachment that Teams draws as one of its file cards. */
export function fileAttachment(card: FileCard): object {
  if (card.kind === 'info') {
    const { contentUrl, name, uniqueId, fileType } = card.file;
    return { contentType: INFO, contentUrl, name, content: { uniqueId, fileType } };
  }
  const { naam, omschrijving, bytes, context } = card;
  return {
    contentType: CONSENT,
    name: naam,
    content: {
      description: omschrijving,
      sizeInBytes: bytes,
      acceptContext: context,
      declineContext: context,
    },
  };
}
