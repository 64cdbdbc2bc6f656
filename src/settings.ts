import { readConfig, type Config } from './config.ts';

function configured(): Config {
  try {
    return readConfig();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** The settings of this process. With settings that are wrong it says so, and stops. */
export const config = configured();
