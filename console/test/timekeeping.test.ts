import { describe, expect, it } from 'vitest';
import type { LimitRow } from '../src/api/timekeeping';
import { at, changed, lines, parts, same } from '../src/timekeeping/limits';
import { readNotices } from '../src/timekeeping/notices';

const row = (kind: string | null, urgency: string, clock: string, limit: string): LimitRow =>
  ({ kind, urgency, clock, limit, startRule: 'IMMEDIATELY', endRule: 'EXACT', times: null }) as unknown as LimitRow;

const TABLE = [
  row('HELP', 'NORMAL', 'SIGN', '2wh'),
  row('HELP', 'NORMAL', 'REPLY', '5wd'),
  row(null, 'CRITICAL', 'REPLY', '3wd'),
];

describe('a table of limits', () => {
  it('has a line for each kind it names, the most urgent first', () => {
    expect(lines(TABLE)).toEqual([
      { kind: null, urgency: 'CRITICAL' },
      { kind: 'HELP', urgency: 'NORMAL' },
    ]);
  });

  it('is changed without touching the one in force', () => {
    const line = { kind: 'HELP', urgency: 'NORMAL' } as const;
    const longer = changed(TABLE, line, 'REPLY', row('HELP', 'NORMAL', 'REPLY', '7nd'));
    expect(at(longer, line, 'REPLY')?.limit).toBe('7nd');
    expect(at(TABLE, line, 'REPLY')?.limit).toBe('5wd');
    expect(at(changed(longer, line, 'SIGN', null), line, 'SIGN')).toBeUndefined();
    expect(changed(TABLE, line, 'CONTACT', row('HELP', 'NORMAL', 'CONTACT', '24nh'))).toHaveLength(4);
    expect(same(at(TABLE, line, 'SIGN'), at(longer, line, 'SIGN'))).toBe(true);
    expect(same(at(TABLE, line, 'REPLY'), at(longer, line, 'REPLY'))).toBe(false);
  });

  it('reads a limit as its parts', () => {
    expect(parts('15nm')).toEqual({ amount: 15, unit: 'nm' });
  });
});

describe('a holiday notice', () => {
  it('is one or several, and anything else is none', () => {
    const notice = { year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] };
    expect(readNotices(JSON.stringify(notice))).toEqual([notice]);
    expect(readNotices(JSON.stringify([notice, notice]))).toHaveLength(2);
    for (const text of ['', '{', '[]', '3', '{"year":2027}', '{"days":[]}', 'null', '[null]']) {
      expect(readNotices(text)).toBeNull();
    }
  });
});
