import type { CaseClock } from '../api/dispatch';

/** A clock of whichever service, as the page shows it. */
export type LifeClock = Pick<CaseClock, 'startedAt' | 'dueAt' | 'state' | 'late'> & {
  kind: CaseClock['kind'] | 'SCREENING' | 'CALLBACK';
  round: number | null;
  paperNo: string | null;
  unitId: string | null;
  unitName: string | null;
  limit: string | null;
  policy: string | null;
  stoppedAt: string | null;
  /** The system before this one had said until when (原时限). */
  promised?: boolean;
  explanation: CaseClock['explanation'] | null;
};

/** A clock that the centre holds itself, as its service says it; a screening comes before every round. */
type CentreClock = Omit<LifeClock, 'kind' | 'paperNo' | 'unitId' | 'unitName' | 'round' | 'policy'> &
  Partial<Pick<LifeClock, 'round' | 'policy'>>;

/** All clocks of a case in the order in which they began. */
export function merged(
  handling: readonly LifeClock[],
  screenings: readonly CentreClock[],
  callbacks: readonly CentreClock[],
): LifeClock[] {
  const centre = (kind: 'SCREENING' | 'CALLBACK', of: readonly CentreClock[]) =>
    of.map((one): LifeClock => ({ round: null, policy: null, ...one, kind, paperNo: null, unitId: null, unitName: null }));
  return [...centre('SCREENING', screenings), ...handling, ...centre('CALLBACK', callbacks)].sort(
    (one, other) => time(one.startedAt) - time(other.startedAt),
  );
}

export type Band = {
  kind: 'counted' | 'skipped' | 'holiday' | 'paused' | 'late';
  left: number;
  width: number;
  span: { zh: string; en: string; from: string; to: string } | null;
};

export type Bar = { clock: LifeClock; bands: Band[]; due: number; stopped: number | null };

export type Chart = { bars: Bar[]; days: { left: number; label: string }[] };

const DAY = 86_400_000;

const time = (instant: string) => new Date(instant).getTime();

/** The clocks on one axis from the first start to the last end, in percent of its width. */
export function chart(clocks: readonly LifeClock[], asOf: string): Chart {
  const first = Math.min(...clocks.map((one) => time(one.startedAt)));
  const last = Math.max(...clocks.map((one) => Math.max(time(one.dueAt), time(end(one, asOf)))));
  const whole = Math.max(last - first, 1);
  const at = (instant: string) => ((time(instant) - first) / whole) * 100;
  const band = (kind: Band['kind'], from: string, to: string, span: Band['span']): Band => ({
    kind,
    left: at(from),
    width: Math.max(at(to) - at(from), 0),
    span,
  });
  const bars = clocks.map((clock): Bar => {
    const spans = clock.explanation?.spans ?? [];
    const bands =
      spans.length === 0
        ? [band('skipped', clock.startedAt, clock.dueAt, null)]
        : spans.map((span) => band(bandOf(span.reason, span.counted), span.from, span.to, span));
    const until = end(clock, asOf);
    if (clock.late && time(until) > time(clock.dueAt)) {
      bands.push(band('late', clock.dueAt, until, null));
    }
    return { clock, bands, due: at(clock.dueAt), stopped: clock.stoppedAt ? at(clock.stoppedAt) : null };
  });
  return { bars, days: ticks(first, last) };
}

function end(clock: LifeClock, asOf: string): string {
  return clock.stoppedAt ?? (clock.state === 'RUNNING' ? asOf : clock.dueAt);
}

function bandOf(reason: string, counted: boolean): Band['kind'] {
  if (counted) {
    return 'counted';
  }
  if (reason === 'PAUSED') {
    return 'paused';
  }
  return reason === 'HOLIDAY' ? 'holiday' : 'skipped';
}

/** At most ten dates, at midnight in the hotline's zone. */
function ticks(first: number, last: number): Chart['days'] {
  const zone = 8 * 3_600_000;
  const step = Math.max(1, Math.ceil((last - first) / DAY / 10)) * DAY;
  const days: Chart['days'] = [];
  for (let day = Math.ceil((first + zone) / DAY) * DAY; day - zone <= last; day += step) {
    days.push({
      left: ((day - zone - first) / Math.max(last - first, 1)) * 100,
      label: new Date(day).toISOString().slice(5, 10),
    });
  }
  return days;
}

export type Skipped = { reason: string; label: string; hours: number };

/** What was skipped for other reasons than the night and the lunch of an ordinary day, longest first. */
export function skipped(clock: LifeClock): Skipped[] {
  const found = new Map<string, Skipped>();
  for (const span of clock.explanation?.spans ?? []) {
    if (['HOLIDAY', 'REST_DAY', 'DAY_OFF', 'PAUSED'].includes(span.reason)) {
      const key = `${span.reason} ${span.label}`;
      const known = found.get(key) ?? { reason: span.reason, label: span.label, hours: 0 };
      known.hours += (time(span.to) - time(span.from)) / 3_600_000;
      found.set(key, known);
    }
  }
  return [...found.values()].sort((one, other) => other.hours - one.hours);
}

/** 7 天 or 5 小时, of natural time. */
export function lasting(hours: number): { days: number } | { hours: number } {
  return hours >= 23.5 ? { days: Math.round(hours / 2.4) / 10 } : { hours: Math.round(hours * 10) / 10 };
}
