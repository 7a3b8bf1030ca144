import type { LimitRow } from '../api/timekeeping';
import { KINDS, URGENCIES } from '../shared/choices';

export const CLOCKS = ['SIGN', 'CONTACT', 'REPLY', 'REHANDLE', 'RETURN', 'EXTENSION', 'HOLD'] as const;
export type Clock = (typeof CLOCKS)[number];
export const UNITS = ['nm', 'nh', 'nd', 'wh', 'wd'] as const;
export type Unit = (typeof UNITS)[number];
/** Clocks of which a number of times is a limit as well. */
export const COUNTED: readonly Clock[] = ['RETURN', 'EXTENSION'];

export type Kind = (typeof KINDS)[number] | null;
export type Urgency = (typeof URGENCIES)[number];

export interface Line {
  kind: Kind;
  urgency: Urgency;
}

/** 5wd as its two parts. */
export function parts(limit: string): { amount: number; unit: Unit } {
  const read = /^(\d+)(nm|nh|nd|wh|wd)$/.exec(limit);
  return { amount: Number(read?.[1] ?? 0), unit: (read?.[2] ?? 'wd') as Unit };
}

/** The lines of a table: every kind of an urgency, or each kind by itself; the most urgent first. */
export function lines(rows: readonly LimitRow[]): Line[] {
  const found: Line[] = [];
  for (const urgency of [...URGENCIES].reverse()) {
    for (const kind of [null, ...KINDS]) {
      if (rows.some((row) => row.urgency === urgency && (row.kind ?? null) === kind)) {
        found.push({ kind, urgency });
      }
    }
  }
  return found;
}

export function at(rows: readonly LimitRow[], line: Line, clock: Clock): LimitRow | undefined {
  return rows.find((row) => row.urgency === line.urgency && (row.kind ?? null) === line.kind && row.clock === clock);
}

/** The table with one limit changed; null takes it out. */
export function changed(rows: readonly LimitRow[], line: Line, clock: Clock, row: LimitRow | null): LimitRow[] {
  const before = at(rows, line, clock);
  if (!before) {
    return row ? [...rows, row] : [...rows];
  }
  return row ? rows.map((one) => (one === before ? row : one)) : rows.filter((one) => one !== before);
}

export function same(one: LimitRow | undefined, other: LimitRow | undefined): boolean {
  return (
    one?.limit === other?.limit &&
    one?.endRule === other?.endRule &&
    one?.startRule === other?.startRule &&
    (one?.times ?? null) === (other?.times ?? null)
  );
}

/** A table that somebody else adopted, with what was changed here since the one before it: the rest is theirs. */
export function rebased(before: readonly LimitRow[], mine: readonly LimitRow[], theirs: readonly LimitRow[]): LimitRow[] {
  let rows = [...theirs];
  for (const line of lines([...before, ...mine])) {
    for (const clock of CLOCKS) {
      const own = at(mine, line, clock);
      if (!same(own, at(before, line, clock))) {
        rows = changed(rows, line, clock, own ?? null);
      }
    }
  }
  return rows;
}
