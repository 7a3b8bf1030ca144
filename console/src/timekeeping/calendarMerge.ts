import type { Calendar } from '../api/timekeeping';

/** What the form of a calendar holds: windows as they are typed. */
export interface Season {
  name: string;
  from: string;
  to: string;
  windows: string;
}
export interface OwnDate {
  date: string;
  isOffDay: boolean;
  name: string;
  windows: string;
}
export interface Settings {
  workDays: string[];
  windows: string;
  seasons: Season[];
  dates: OwnDate[];
}

/** One thing that is otherwise in a later version; null where it is not at all. */
export interface Difference<T = unknown> {
  part: keyof Settings;
  /** Name of the season, or the date. */
  name: string;
  before: T | null;
  now: T | null;
}

export function windowsOf(text: string): string[] {
  return text.split(/[\s,，;；]+/).filter(Boolean);
}

export function settingsOf(calendar: Calendar): Settings {
  return {
    workDays: [...calendar.workDays],
    windows: calendar.windows.join(' '),
    seasons: calendar.seasons.map((season) => ({ ...season, windows: season.windows.join(' ') })),
    dates: calendar.dates.map((date) => ({ ...date, windows: (date.windows ?? []).join(' ') })),
  };
}

type Row = Season | OwnDate;

function keyOf(row: Row): string {
  return 'date' in row ? row.date : row.name;
}

/** By name or date; the second of the same name is another one. */
function keyed<T extends Row>(rows: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) {
    let key = keyOf(row);
    while (found.has(key)) {
      key += '+';
    }
    found.set(key, row);
  }
  return found;
}

function same(one: Row | undefined, other: Row | undefined): boolean {
  const text = (row: Row | undefined) =>
    row && JSON.stringify([keyOf(row), 'date' in row ? row.isOffDay : [row.from, row.to], row.name, windowsOf(row.windows)]);
  return text(one) === text(other);
}

function sameText(one: string, other: string): boolean {
  return windowsOf(one).join() === windowsOf(other).join();
}

function sameDays(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

/** What a later version has otherwise than the one that a form was opened from. */
export function differences(before: Settings, now: Settings): Difference[] {
  const found: Difference[] = [];
  if (!sameDays(before.workDays, now.workDays)) {
    found.push({ part: 'workDays', name: '', before: before.workDays, now: now.workDays });
  }
  if (!sameText(before.windows, now.windows)) {
    found.push({ part: 'windows', name: '', before: before.windows, now: now.windows });
  }
  for (const part of ['seasons', 'dates'] as const) {
    const old = keyed<Row>(before[part]);
    const later = keyed<Row>(now[part]);
    for (const key of new Set([...old.keys(), ...later.keys()])) {
      if (!same(old.get(key), later.get(key))) {
        found.push({ part, name: key, before: old.get(key) ?? null, now: later.get(key) ?? null });
      }
    }
  }
  return found;
}

function mergedRows<T extends Row>(opened: readonly T[], mine: readonly T[], theirs: readonly T[]): T[] {
  const base = keyed(opened);
  const own = keyed(mine);
  const other = keyed(theirs);
  const rows: T[] = [];
  for (const key of new Set([...other.keys(), ...own.keys()])) {
    const touched = !same(own.get(key), base.get(key));
    const row = touched ? own.get(key) : other.get(key);
    if (row) {
      rows.push({ ...row });
    }
  }
  return rows;
}

/** The later version with what was changed in the form since it was opened; of the same thing the form's wins. */
export function merged(opened: Settings, mine: Settings, theirs: Settings): Settings {
  return {
    workDays: sameDays(mine.workDays, opened.workDays) ? [...theirs.workDays] : [...mine.workDays],
    windows: sameText(mine.windows, opened.windows) ? theirs.windows : mine.windows,
    seasons: mergedRows(opened.seasons, mine.seasons, theirs.seasons),
    dates: mergedRows(opened.dates, mine.dates, theirs.dates),
  };
}
