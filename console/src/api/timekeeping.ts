import { act, read, type Answer, type Body } from './contract';
import { newKey } from './http';

export type Calendar = Answer<'/dispatch/api/calendar', 'get'>;
export type CalendarYear = Answer<'/dispatch/api/calendar/versions/{version}/years/{year}', 'get'>;
export type CalendarDay = CalendarYear['days'][number];
export type CalendarChange = Body<'/dispatch/api/calendar/versions'>;
export type Limits = Answer<'/dispatch/api/limits', 'get'>;
export type LimitRow = Limits['rows'][number];
export type LimitsChange = Body<'/dispatch/api/limits/versions'>;
export type Preview = Answer<'/dispatch/api/calendar/previews', 'post'>;

/** Calendars and limits: what is in force, what was, and what a change would move. */
export const timekeeping = {
  calendar: () => read('/dispatch/api/calendar'),
  calendars: () => read('/dispatch/api/calendar/versions'),
  year: (version: number, year: number) =>
    read('/dispatch/api/calendar/versions/{version}/years/{year}', { path: { version, year } }),
  previewCalendar: (body: CalendarChange) => act('/dispatch/api/calendar/previews', { key: newKey(), body }),
  adoptCalendar: (key: string, version: number, body: CalendarChange) =>
    act('/dispatch/api/calendar/versions', { key, version, body }),
  limits: () => read('/dispatch/api/limits'),
  limitVersions: () => read('/dispatch/api/limits/versions'),
  presets: () => read('/dispatch/api/limits/presets'),
  previewLimits: (body: LimitsChange) => act('/dispatch/api/limits/previews', { key: newKey(), body }),
  adoptLimits: (key: string, version: number, body: LimitsChange) =>
    act('/dispatch/api/limits/versions', { key, version, body }),
};
