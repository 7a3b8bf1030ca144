import type { Language } from '../api/problem';

const ZONE = 'Asia/Shanghai';

// sv-SE writes ISO order, which every column of this console uses whatever the language.
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function wall(instant: string | Date): string | null {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return Number.isNaN(date.getTime()) ? null : parts.format(date);
}

/** 2026-11-22 21:05 in the hotline's zone. */
export function dateTime(instant: string | Date | null | undefined): string {
  if (!instant) {
    return '—';
  }
  return wall(instant)?.slice(0, 16) ?? '—';
}

/** 11-22 21:05, for columns where the year is plain. */
export function shortTime(instant: string | null | undefined): string {
  if (!instant) {
    return '—';
  }
  return wall(instant)?.slice(5, 16) ?? '—';
}

/** 11-20 08:30–12:00; the date of the end only when it is another. */
export function spanWords(from: string, to: string): string {
  const start = shortTime(from);
  const end = shortTime(to);
  return start.slice(0, 5) === end.slice(0, 5) ? `${start}–${end.slice(6)}` : `${start} – ${end}`;
}

export function clockTime(instant: string | Date): string {
  return wall(instant)?.slice(11, 19) ?? '—';
}

/** The date in Shanghai, YYYY-MM-DD. */
export function localDate(instant: Date): string {
  return wall(instant)?.slice(0, 10) ?? '';
}

/** The last day of what ends with an instant, as retention does with a year. */
export function lastDay(end: unknown): string {
  return typeof end === 'string' ? localDate(new Date(new Date(end).getTime() - 1)) : '—';
}

/** What a picker of date and time gives: what the clocks of the hotline show, wherever the browser thinks it is. */
export const PICKED = 'YYYY-MM-DDTHH:mm:ss';

/** The instant of such a time. */
export function instantAt(picked: string | null): string | null {
  return picked ? new Date(`${picked}+08:00`).toISOString() : null;
}

/** What a picker shows for an instant. */
export function pickedFrom(instant: string | null | undefined): string | null {
  return instant ? (wall(instant)?.replace(' ', 'T') ?? null) : null;
}

/** The day that a cell of a calendar shows, YYYY-MM-DD: calendars draw in the browser's zone. */
export function dayShown(cell: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${cell.getFullYear()}-${two(cell.getMonth() + 1)}-${two(cell.getDate())}`;
}

export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

export function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : count.format(value);
}

/**
 * A rate with two decimals, half up; no cases is a dash, never 0%. The quotient of the exact counts is rounded, not
 * the service's six decimals, so that nothing is rounded twice.
 */
export function percent(numerator: number, denominator: number): string {
  if (denominator === 0) {
    return '—';
  }
  const hundredths = Math.floor((numerator * 10_000) / denominator + 0.5 + 1e-9);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

/** Case numbers come printed in groups; one without its dashes gets them. */
export function grouped(caseNo: string): string {
  const digits = caseNo.replace(/\D/g, '');
  return digits.length === 13 ? `${digits.slice(0, 6)}-${digits.slice(6, 12)}-${digits.slice(12)}` : caseNo;
}

/** The day as official papers write it: 2026年11月9日. */
export function chineseDate(instant: string | Date): string {
  const [year, month, day] = (wall(instant) ?? '').slice(0, 10).split('-').map(Number);
  return year ? `${year}年${month}月${day}日` : '—';
}

/** The number of a notice as it stands on paper: ZR2026-0001 is 热责〔2026〕1号. */
export function officialNumber(noticeNo: string): string {
  const parts = /^[A-Z]+(\d{4})-(\d+)$/.exec(noticeNo);
  return parts ? `热责〔${parts[1]}〕${Number(parts[2])}号` : noticeNo;
}

/** A wide space between groups makes a number easy to read aloud. */
export function spoken(caseNo: string): string[] {
  return grouped(caseNo).split('-');
}

export function listed(words: string[], language: Language): string {
  return words.filter(Boolean).join(language === 'zh' ? '、' : ', ');
}
