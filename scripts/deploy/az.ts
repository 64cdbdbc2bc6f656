import { spawn } from 'node:child_process';
import { Stop } from './known.ts';

/** The result of a command of az. */
export interface AzResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs az with these arguments, and with these settings added to the environment. Throws a `Stop` when there is no az. */
export type Az = (
  args: readonly string[],
  settings?: Readonly<Record<string, string>>,
) => Promise<AzResult>;

const NO_AZ =
  'De Azure CLI (az) staat niet op deze computer. Gebruik Azure Cloud Shell (shell.azure.com), of installeer de Azure CLI.';

/** The real az, found in PATH. There is no shell in between, so nothing in an argument can become a command. */
export const azIn =
  (environment: NodeJS.ProcessEnv): Az =>
  (args, settings = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('az', args, {
        env: { ...environment, ...settings, AZURE_CORE_NO_COLOR: 'true' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? new Stop(NO_AZ) : error),
      );
      child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    });

/** Tokens (three parts in base64), and what follows a name that says it is secret. */
const SECRETS = [
  /\beyJ[\w-]{10,}(\.[\w-]+){1,4}/g,
  /(?<=\b(?:\w*(?:password|secret|token|accountkey|instrumentationkey)|sig)["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi,
];

/** The output of az without what is secret. */
export const withoutSecrets = (text: string): string =>
  SECRETS.reduce((left, secret) => left.replace(secret, '…'), text);

const LAST_LINES = 10;

/** The last lines that az printed, for people. */
export const lastLines = (text: string): string =>
  withoutSecrets(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-LAST_LINES)
    .map((line) => `  ${line}`)
    .join('\n');

/** The command as a person would type it in a shell. */
export function typed(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): string {
  const before = Object.entries(settings).map(([name, value]) => `${name}=${quoted(value)}`);
  return [...before, 'az', ...args.map(quoted)].join(' ');
}

const quoted = (word: string) =>
  /^[\w./:=@,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
