/** How a calendar is made when the configuration says nothing. */
import type { CalendarSettings } from '../domain/calendar.ts';

/** Electronic tenders at the usual pace, nothing signed in the depth of summer or at the year's end. */
export const DEFAULT_CALENDAR: CalendarSettings = {
  pace: 'typical',
  stageDays: {},
  electronic: true,
  // Practice, not law: bidders and boards are away.
  blackouts: [
    { from: '07-15', to: '08-25' },
    { from: '12-20', to: '01-05' },
  ],
  closedDays: [],
  meetings: {},
  buyerClass: 'social-landlord',
  socialRegime: {},
  justifiedMonths: {},
  options: 0,
  // 22 in PwC, London Economics and Ecorys 2011; 19 for a French adapted procedure in Beaugé 2011.
  buyerDays: 20,
};
