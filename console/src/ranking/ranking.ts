import type { RankedUnit, Ranking } from '../api/reporting';
import { addDays, localDate } from '../shared/format';

/** Half-open days of a month that is written YYYY-MM. */
export function monthOf(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, to: `${next}-01` };
}

/** The month before this one: the last that is over. */
export function lastMonth(now: Date): string {
  return addDays(`${localDate(now).slice(0, 7)}-01`, -1).slice(0, 7);
}

/** A whole month by its name, other periods by both of their days. */
export function periodWords(from: string, to: string): string {
  const month = from.slice(0, 7);
  return from.endsWith('-01') && monthOf(month).to === to ? month : `${from} – ${addDays(to, -1)}`;
}

/** The service's six decimals with two, half up; no score is a dash, never zero. */
export function points(score: number | null | undefined): string {
  return score === null || score === undefined ? '—' : (Math.floor(score * 100 + 0.5 + 1e-7) / 100).toFixed(2);
}

/** Share of unknown answers among all that were asked for: of the rate that knows least. */
export function unknownOf(line: RankedUnit): { unknown: number; asked: number } {
  return line.rates
    .map((rate) => ({ unknown: rate.unknown, asked: rate.unknown + rate.denominator }))
    .reduce((most, one) => (one.unknown > most.unknown ? one : most), { unknown: 0, asked: 0 });
}

/** Why a ranking cannot be frozen by this person at this moment; null when it can. */
export function hindrance(
  ranking: Pick<Ranking, 'status' | 'submittedBy' | 'takenBy' | 'openToObjections' | 'openObjections'>,
  userId: string | undefined,
): 'own' | 'taken' | 'window' | 'open' | null {
  if (ranking.submittedBy === userId) {
    return 'own';
  }
  if (ranking.takenBy === userId) {
    return 'taken';
  }
  if (ranking.openToObjections) {
    return 'window';
  }
  return (ranking.openObjections ?? 0) > 0 ? 'open' : null;
}
