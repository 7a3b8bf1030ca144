import { describe, expect, it } from 'vitest';
import type { RankedUnit } from '../src/api/reporting';
import { hindrance, lastMonth, monthOf, periodWords, points, unknownOf } from '../src/ranking/ranking';

describe('a ranking', () => {
  it('is of a whole month or of other days', () => {
    expect(monthOf('2026-12')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
    expect(periodWords('2026-03-01', '2026-04-01')).toBe('2026-03');
    expect(periodWords('2026-03-19', '2026-04-19')).toBe('2026-03-19 – 2026-04-18');
    // Still November in London.
    expect(lastMonth(new Date('2026-11-30T16:30:00Z'))).toBe('2026-11');
  });

  it('shows no score as a dash and never as zero', () => {
    expect(points(null)).toBe('—');
    expect(points(0)).toBe('0.00');
    expect(points(99.453221)).toBe('99.45');
    expect(points(66.665)).toBe('66.67');
  });

  it('tells the largest share of unknown answers', () => {
    const line = {
      rates: [
        { unknown: 1, denominator: 9 },
        { unknown: 5, denominator: 5 },
      ],
    } as unknown as RankedUnit;
    expect(unknownOf(line)).toEqual({ unknown: 5, asked: 10 });
  });

  it('is frozen by somebody else, after the window, with nothing open', () => {
    const check = { status: 'CHECK', submittedBy: 'a', takenBy: 'c', openToObjections: false, openObjections: 0 } as const;
    expect(hindrance(check, 'a')).toBe('own');
    expect(hindrance(check, 'c')).toBe('taken');
    expect(hindrance({ ...check, openToObjections: true }, 'b')).toBe('window');
    expect(hindrance({ ...check, openObjections: 2 }, 'b')).toBe('open');
    expect(hindrance(check, 'b')).toBeNull();
  });
});
