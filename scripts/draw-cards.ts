import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../support/browser.ts';
import { teTekenen } from '../support/getekend/kaarten.ts';
import { opdrachten, prent, tekenbord, variantenVan } from '../support/getekend/tekenen.ts';
import { THEMAS } from '../support/getekend/thema.ts';

/** `npm run draw:cards -- <folder>`: every card as people see it, a PNG for each theme and kind of client. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('say in which folder: npm run draw:cards -- <folder>');
mkdirSync(folder, { recursive: true });

const browser = await launchBrowser();
const page = await tekenbord(browser);
for (const kaart of teTekenen())
  for (const thema of THEMAS)
    for (const variant of variantenVan(kaart)) {
      const file = [kaart.naam, thema, variant.replaceAll(' ', '-'), 'png'].join('.');
      writeFileSync(join(folder, file), await prent(page, opdrachten(kaart, thema, variant)));
    }
await browser.close();
