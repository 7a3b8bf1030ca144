import { addDays, localDate } from '../shared/format';

export const PRESETS = ['all', 'today', 'yesterday', 'week', 'month', 'custom'] as const;
export type Preset = (typeof PRESETS)[number];

/** Half-open, in the hotline's zone: from is counted, to is not. */
export interface Period {
  from?: string;
  to?: string;
}

/** Null while somebody who wants days of their own has not named them. */
export function periodOf(preset: Preset, now: Date, custom: [string, string] | null): Period | null {
  const today = localDate(now);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (preset) {
    case 'all':
      return {};
    case 'today':
      return { from: today, to: addDays(today, 1) };
    case 'yesterday':
      return { from: addDays(today, -1), to: today };
    case 'week':
      return { from: addDays(today, -weekday), to: addDays(today, 1) };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: addDays(today, 1) };
    case 'custom':
      // The person names the last day that counts.
      return custom && { from: custom[0], to: addDays(custom[1], 1) };
  }
}
