import { z } from 'zod';

const short = z.string().max(200);
const args = z.record(short, short).default({});

/** The page or window that a person asks for. All of it is a claim. */
export const BladVraag = z.object({
  project: short.default(''),
  /** Conversation id that Teams showed the tab in. */
  gesprek: z.string().max(400).default(''),
  blad: short.default(''),
  /** A view or form, in a window above the page. */
  verb: short.default(''),
  args,
  /** What was typed in the form already; it comes back beside what another person changed. */
  velden: z.record(short, z.string()).optional(),
  /** Of the form whose page is turned. */
  rev: z.number().int().nonnegative().default(0),
  nonce: short.default(''),
});

/** What a person does. */
export const DoeVraag = z.object({
  project: short,
  verb: short,
  args,
  rev: z.number().int().nonnegative(),
  nonce: short.min(8),
  velden: z.record(short, z.string()).default({}),
  extra: z.enum(['', 'toch', 'nogEen']).default(''),
});

export const StandVraag = z.object({ project: short });

export type BladVraag = z.infer<typeof BladVraag>;
export type DoeVraag = z.infer<typeof DoeVraag>;
