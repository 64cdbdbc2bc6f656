import { blank, gewist, GEWIST, say, type Event, type NewEvent } from '../process/project.ts';
import { eventRow, MAX_ROWS, MAX_TRANSACTION_BYTES, rowBytes } from './rows.ts';

// What else a transaction holds: head, marker, the `gewist` event itself, messages.
const OTHER_ROWS = 20;
const OTHER_BYTES = 512 * 1024;

/**
 * The `gewist` events that erase these fields from these events of a log; none when there is nothing left to erase. Each
 * belongs in a transaction of its own, which it then fits. `newId`: the id of the nth.
 */
export function erasures(
  events: readonly Event[],
  velden: readonly string[],
  newId: (nth: number) => string,
): NewEvent[] {
  const numbers = events.filter((event) => holdsAny(event, velden)).map(({ n }) => n);
  const erasing = { n: 0, v: 0, at: '', by: '', ...say(gewist, '', { events: numbers, velden }) };
  const rewritten = blank([...events.filter(({ n }) => numbers.includes(n)), erasing]).slice(0, -1);
  return portions(rewritten).map((portion, nth) =>
    say(gewist, newId(nth), { events: portion, velden }),
  );
}

const holdsAny = ({ texts }: Event, velden: readonly string[]) =>
  Object.entries(texts ?? {}).some(
    ([veld, text]) => velden.includes(veld) && text !== '' && text !== GEWIST,
  );

/** The numbers of the events, in portions whose rows fit in one transaction. */
function portions(events: readonly Event[]): number[][] {
  const found: { numbers: number[]; bytes: number }[] = [];
  for (const event of events) {
    const bytes = rowBytes(eventRow('p_0', event));
    const open = found.at(-1);
    const fits =
      open &&
      open.numbers.length < MAX_ROWS - OTHER_ROWS &&
      open.bytes + bytes <= MAX_TRANSACTION_BYTES - OTHER_BYTES;
    if (fits) {
      open.numbers.push(event.n);
      open.bytes += bytes;
    } else found.push({ numbers: [event.n], bytes });
  }
  return found.map(({ numbers }) => numbers);
}
