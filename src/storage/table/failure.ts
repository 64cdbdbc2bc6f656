import { RestError } from '@azure/data-tables';

/** What we asked of another gave no answer before whoever waits for it had to have theirs. */
export class NoAnswer extends Error {
  override readonly name: string = 'NoAnswer';
}

/** Storage gave no answer in time, or only errors, so nothing is known. Try again later. */
export class StorageDown extends NoAnswer {
  override readonly name = 'StorageDown';
}

const REFUSED_FOR_SIZE = new Set([
  'EntityTooLarge',
  'PropertyValueTooLarge',
  'RequestBodyTooLarge',
  'TooManyProperties',
]);

/**
 * What an error of the SDK means. `conflict`: refused, because a row exists already, has changed or is gone. Any error
 * that does not clearly mean "refused" is `unknown`: the call may have been carried out, or may be still.
 */
export function failureOf(error: unknown): 'conflict' | 'unknown' | 'too-big' | 'bug' {
  if (error instanceof Error && error.name === 'AbortError') return 'unknown';
  if (!(error instanceof RestError)) return 'bug';
  const status = error.statusCode ?? 0;
  const code = codeOf(error);
  if (status === 413 || REFUSED_FOR_SIZE.has(code)) return 'too-big';
  if (status === 404) return code === 'TableNotFound' ? 'bug' : 'conflict';
  if (status === 409 || status === 412) return 'conflict';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'bug' : 'unknown';
}

/** The service's own error code, wherever the SDK puts it. */
function codeOf({ code, details }: RestError): string {
  const odataError = (details as { odataError?: { code?: string } } | undefined)?.odataError;
  return odataError?.code ?? code ?? '';
}

/** The result of a read, or `unknown` when storage gave none. Other errors are thrown on. */
export async function known<T>(reading: Promise<T>): Promise<T | 'unknown'> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof StorageDown) return 'unknown';
    throw error;
  }
}
