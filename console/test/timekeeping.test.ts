import { describe, expect, it } from 'vitest';
import type { LimitRow } from '../src/api/timekeeping';
import { differences, merged, type Settings } from '../src/timekeeping/calendarMerge';
import { at, changed, lines, parts, rebased, same } from '../src/timekeeping/limits';
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

  it('that somebody else adopted keeps what they changed beside what was changed here', () => {
    const reply = { kind: 'HELP', urgency: 'NORMAL' } as const;
    const critical = { kind: null, urgency: 'CRITICAL' } as const;
    const mine = changed(TABLE, reply, 'SIGN', null);
    const theirs = changed(
      changed(TABLE, reply, 'REPLY', row('HELP', 'NORMAL', 'REPLY', '4wd')),
      critical,
      'REPLY',
      row(null, 'CRITICAL', 'REPLY', '1wd'),
    );
    const both = rebased(TABLE, changed(mine, critical, 'REPLY', row(null, 'CRITICAL', 'REPLY', '2wd')), theirs);
    expect(at(both, reply, 'SIGN')).toBeUndefined();
    expect(at(both, reply, 'REPLY')?.limit).toBe('4wd');
    expect(at(both, critical, 'REPLY')?.limit).toBe('2wd');
  });

  it('reads a limit as its parts', () => {
    expect(parts('15nm')).toEqual({ amount: 15, unit: 'nm' });
  });
});

describe('a calendar that two people change', () => {
  const day = (date: string, name: string, windows = '') => ({ date, name, isOffDay: windows === '', windows });
  const opened: Settings = {
    workDays: ['MONDAY', 'TUESDAY'],
    windows: '08:30-12:00 13:30-17:30',
    seasons: [{ name: '夏令', from: '06-01', to: '09-30', windows: '08:30-12:00' }],
    dates: [day('2027-03-01', '市庆'), day('2027-04-01', '停办')],
  };

  it('tells the one who is late what the other has changed, and nothing about order or blanks', () => {
    expect(differences(opened, { ...opened, workDays: ['TUESDAY', 'MONDAY'], windows: '08:30-12:00,13:30-17:30' })).toEqual([]);
    const theirs = { ...opened, dates: [day('2027-03-01', '市庆', '09:00-11:00'), day('2027-05-04', '青年节')] };
    expect(differences(opened, theirs).map(({ part, name, before, now }) => [part, name, before !== null, now !== null])).toEqual([
      ['dates', '2027-03-01', true, true],
      ['dates', '2027-04-01', true, false],
      ['dates', '2027-05-04', false, true],
    ]);
  });

  it('has the changes of both after a merge, and of the same thing that of the late one', () => {
    const theirs: Settings = {
      ...opened,
      windows: '09:00-17:00',
      dates: [...opened.dates, day('2027-05-04', '青年节'), day('2027-06-01', '儿童节')],
    };
    const mine: Settings = {
      workDays: ['MONDAY'],
      windows: opened.windows,
      seasons: [],
      dates: [day('2027-03-01', '市庆', '09:00-11:00'), day('2027-06-01', '自定'), day('2027-07-01', '新增')],
    };
    const both = merged(opened, mine, theirs);
    expect(both.workDays).toEqual(['MONDAY']);
    expect(both.windows).toBe('09:00-17:00');
    expect(both.seasons).toEqual([]);
    expect(both.dates.map(({ date, name, windows }) => [date, name, windows])).toEqual([
      ['2027-03-01', '市庆', '09:00-11:00'],
      ['2027-05-04', '青年节', ''],
      ['2027-06-01', '自定', ''],
      ['2027-07-01', '新增', ''],
    ]);
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
