// Preloaded into the bot. For it, everything happens so many weeks ago; `dev klok` then lets the time of an example go by,
// so that it ends today.
const terugMs = Number(process.env.WEKEN_TERUG) * 7 * 86_400_000;
delete process.env.WEKEN_TERUG;

const now = Date.now;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length > 0 ? given : [now() - terugMs]));
  }
  static now() {
    return now() - terugMs;
  }
};
