import { describe, it } from 'vitest';
import { tablesHere } from '../../support/tables-here.ts';
import { AT_ONCE } from './contract/at-once.ts';
import { KEYS } from './contract/keys.ts';
import { ONE_BY_ONE } from './contract/one-by-one.ts';
import { TOGETHER } from './contract/together.ts';
import { VALUES } from './contract/values.ts';
import { openWire } from './contract/wire.ts';
import { WIRE_QUERIES } from './contract/wire-queries.ts';
import { WIRE_ROWS } from './contract/wire-rows.ts';
import { WIRE_TABLES } from './contract/wire-tables.ts';
import { WIRE_TRANSACTIONS } from './contract/wire-transactions.ts';
import { WIRE_TYPES } from './contract/wire-types.ts';
import { Lab } from './lab.ts';

describe('what keeps our rows', () => {
  it.each([...ONE_BY_ONE, ...VALUES, ...KEYS, ...TOGETHER, ...AT_ONCE])(
    '$nr $says',
    async ({ holds }) => holds((await new Lab().tables()).projecten),
  );
});

describe('the service behind it', () => {
  it.each([...WIRE_TABLES, ...WIRE_ROWS, ...WIRE_TYPES, ...WIRE_QUERIES, ...WIRE_TRANSACTIONS])(
    '$nr $says',
    async ({ holds }) => holds(await openWire(tablesHere())),
  );
});
