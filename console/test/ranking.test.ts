import { describe, expect, it } from 'vitest';
import type { RankedUnit, RankingRules } from '../src/api/reporting';
import { hindrance, lastMonth, monthOf, periodWords, points, unknownOf } from '../src/ranking/ranking';
import { ruleBefore, ruleLines, type Rule } from '../src/ranking/ruleLines';

const tier = (code: string, units: string[] = []) => ({
  code,
  nameZh: code,
  nameEn: code,
  levels: [2],
  ofAPlace: false,
  units,
});
const rule = (more: object = {}) =>
  ({
    version: 3,
    preset: 'three-rates',
    validFrom: null,
    validTo: null,
    minCases: 30,
    shrinkage: null,
    checkLimit: '3wd',
    tiers: [tier('large'), tier('small')],
    terms: [
      { kpi: 'a.v1', weight: 1, floor: 0, ceiling: 1, direction: 'HIGHER_IS_BETTER', transform: 'LINEAR' },
    ],
    ...more,
  }) as unknown as Rule;

describe('a rule that waits', () => {
  const words = {
    t: (key: string, values?: Record<string, unknown>) => `${key} ${Object.values(values ?? {}).join()}`.trim(),
    kpiName: (kpi: string) => kpi,
    unitName: (code: string) => code,
    inLanguage: ({ zh }: { zh?: string | null }) => zh ?? '',
  };
  const changed = (now: Rule, before: Rule) =>
    ruleLines(now, before, words)
      .filter((one) => one.now !== one.before)
      .map((one) => one.name);

  it('shows what differs from the rule that counts, also which units compete', () => {
    expect(changed(rule(), rule({ version: 2 }))).toEqual([]);
    expect(changed(rule({ minCases: 5 }), rule())).toEqual(['min']);
    expect(changed(rule({ tiers: [tier('large'), tier('small', ['cg'])] }), rule())).toEqual(['tier-small']);
    // The first tier that fits is a unit's own.
    expect(changed(rule({ tiers: [tier('small'), tier('large')] }), rule())).toEqual(['tier-small', 'tier-large']);
    expect(changed(rule({ tiers: [tier('large')] }), rule())).toEqual(['tier-small']);
    expect(changed(rule({ terms: [] }), rule())).toEqual(['term-a.v1']);
  });

  it('is compared with the newest rule of its days', () => {
    const of = (version: number, validFrom: string | null, validTo: string | null = null) => ({
      rule: rule({ version, validFrom, validTo }),
    });
    const rules = {
      items: [of(3, '2026-06-01'), of(2, '2026-01-01', '2026-04-01')],
      presets: [of(0, null)],
    } as unknown as RankingRules;
    expect(ruleBefore(rule({ validFrom: '2026-03-01', validTo: '2026-04-01' }), rules)?.version).toBe(2);
    expect(ruleBefore(rule({ validFrom: '2026-03-01' }), rules)?.version).toBe(3);
    expect(ruleBefore(rule({ validFrom: '2026-04-01', validTo: '2026-05-01' }), rules)?.version).toBe(0);
  });
});

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
