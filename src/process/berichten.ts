import type { Berichten } from './contract/contract.ts';
import { groepBerichten } from './groep/berichten.ts';
import { klokBerichten } from './klok/berichten.ts';
import { overlegBerichten } from './overleg/berichten.ts';
import { stapBerichten } from './stappen/berichten.ts';
import { stukBerichten } from './stukken/berichten.ts';

/** What every group reads in its conversation, by the soort that the outbox holds; drawn from the state when it is sent. */
export const berichten: Berichten = {
  ...klokBerichten,
  ...stukBerichten,
  ...groepBerichten,
  ...stapBerichten,
  ...overlegBerichten,
};
