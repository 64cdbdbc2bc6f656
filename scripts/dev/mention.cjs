// Preloaded into the Playground, which only sees a mention that was picked from its list. Without this,
// "@Veiligheidsplanner start" typed in full, as the terminal suggests, would get no answer.
const AT = /^\s*@(veiligheidsplanner)\b/i;
const { id } = JSON.parse(process.env.PLAYGROUND_BOT);

const parse = JSON.parse;
JSON.parse = function (...args) {
  const found = parse.apply(this, args);
  if (!found || !Array.isArray(found.mentions) || found.mentions.length > 0) return found;
  if (typeof found.text !== 'string' || !AT.test(found.text)) return found;
  const mention = '<at>Veiligheidsplanner</at>';
  return {
    ...found,
    text: found.text.replace(AT, mention),
    mentions: [{ mentioned: { id }, text: mention }],
  };
};
