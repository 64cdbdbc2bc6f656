import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';
import type { AgendaBestand, InAgenda } from '../../process/stukken/agenda.ts';
import { schoon } from '../shared/schoon.ts';

/** Seconds: calendars remind a day before. */
const DAG_S = 24 * 60 * 60;

/**
 * An iCalendar file. PUBLISH, also where Outlook would send REQUEST: that needs an organizer with an e-mail address, and we
 * know none. A cancelled overleg goes by the same uid, a higher sequence and STATUS:CANCELLED. Times are UTC without a zone:
 * every calendar shows them in its own.
 */
export function tekenAgenda({ naam, methode, items }: AgendaBestand): Uint8Array {
  const calendar = ical({
    name: alsNaam(naam),
    prodId: { company: 'Veiligheidsplanner', product: 'Veiligheidsplanner', language: 'NL' },
    method: methode === 'afzeggen' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    events: items.map(gebeurtenis),
  });
  return new TextEncoder().encode(calendar.toString());
}

/** Put before the title of an event that does not take place. */
const AF = { gepland: '', afgezegd: 'Gaat niet door: ', vervallen: 'Vervallen: ' } as const;

function gebeurtenis(item: InAgenda): ICalEventData {
  const isAf = item.status !== 'gepland';
  return {
    id: item.uid,
    sequence: item.sequence,
    stamp: new Date(item.gewijzigd),
    start: new Date(item.van),
    end: new Date(item.tot),
    summary: eenRegel(`${AF[item.status]}${item.titel}`),
    ...(item.plaats !== '' && { location: eenRegel(item.plaats) }),
    description: schoon(item.tekst),
    status: isAf ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(!isAf && {
      alarms: [{ type: ICalAlarmType.display, trigger: DAG_S, description: eenRegel(item.titel) }],
    }),
  };
}

const eenRegel = (text: string) => schoon(text).replace(/\s+/g, ' ').trim();

/** The library escapes every text but the name of the calendar (RFC 5545, 3.3.11). */
const alsNaam = (text: string) => eenRegel(text).replace(/[\\;,]/g, '\\$&');
