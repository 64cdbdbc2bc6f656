import { pino, type DestinationStream, type LogFn, type Logger } from 'pino';
import { currentReference } from './reference.ts';

/**
 * Fields that may hold what people wrote, who they are, or a token. They should not be logged at all; this is the safety
 * net.
 */
const PRIVATE = ['text', 'texts', 'naam', 'name', 'data', 'card', 'authorization', 'token'];

/** Writes lines of JSON to standard output: ids and figures, never text, names or tokens. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: PRIVATE.flatMap((field) => [field, `*.${field}`]), remove: true },
    serializers: { err: bones },
    hooks: { logMethod: withMessage },
    mixin: ofRequest,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Adds the number of the request to every line that belongs to it. */
function ofRequest(): object {
  const reference = currentReference();
  return reference ? { reference } : {};
}

/** Keeps the program up when a promise rejects that nothing waits for: a fault in one project must not stop all others. */
export function logStrays(log: Logger, source: NodeJS.EventEmitter): void {
  source.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));
}

/** A line without a message of its own would get that of its error from pino. */
function withMessage(this: Logger, args: readonly unknown[], log: LogFn): void {
  const [what, ...rest] = args;
  const line = what instanceof Error ? { err: what } : what;
  const isBare = typeof line === 'object' && rest.length === 0;
  Reflect.apply(log, this, [line, ...(isBare ? ['fault'] : rest)]);
}

/** An error without its message, because messages quote their input, which may be a person's own words. */
function bones(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const at = error.stack
    ?.replace(error.message, '')
    .match(/^ +at .+$/gm)
    ?.slice(0, 12);
  return {
    type: error.name,
    code,
    statusCode,
    at,
    ...(error.cause instanceof Error && { cause: bones(error.cause) }),
  };
}
