// Plain JavaScript on purpose: it must still load on a Node that is too old, to be able to say so.
import { existsSync } from 'node:fs';

/** Here in the folder that runs in production; in the project it is built first. */
const main = ['./src/main.js', '../dist/src/main.js']
  .map((path) => new URL(path, import.meta.url))
  .find((path) => existsSync(path));

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `Veiligheidsplanner needs Node 24 or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
if (!main) {
  console.error('Nothing to start yet: run "npm run build" first.');
  process.exit(1);
}
// Of Azure's own library, which would tell Microsoft how it is used.
process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] ??= 'true';
await import(main.href);
