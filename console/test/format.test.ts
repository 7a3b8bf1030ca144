import { describe, expect, it } from 'vitest';
import { periodOf } from '../src/cockpit/period';
import { addDays, chineseDate, dateTime, dayShown, grouped, instantAt, localDate, officialNumber, percent } from '../src/shared/format';

describe('times', () => {
  it('are shown in Shanghai wherever the browser stands', () => {
    expect(dateTime('2026-11-22T16:30:00Z')).toBe('2026-11-23 00:30');
    expect(localDate(new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23');
    expect(dateTime(null)).toBe('—');
    expect(dateTime('not a time')).toBe('—');
  });

  it('are entered in Shanghai wherever the browser stands', () => {
    expect(instantAt('2026-11-23T00:30:00')).toBe('2026-11-22T16:30:00.000Z');
    expect(instantAt(null)).toBeNull();
    expect(dayShown(new Date(2026, 10, 3))).toBe('2026-11-03');
  });

  it('stand on official papers as papers write them', () => {
    expect(chineseDate('2026-11-08T16:30:00Z')).toBe('2026年11月9日');
    expect(officialNumber('ZR2026-0001')).toBe('热责〔2026〕1号');
    expect(officialNumber('something else')).toBe('something else');
  });

  it('add days over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('rates', () => {
  it('are rounded half up to two decimals of the exact quotient', () => {
    expect(percent(200_078, 201_178)).toBe('99.45%');
    expect(percent(1, 8)).toBe('12.50%');
    expect(percent(12_345, 100_000)).toBe('12.35%');
    expect(percent(0.5, 3)).toBe('16.67%');
    expect(percent(7, 7)).toBe('100.00%');
  });

  it('of no cases are no rate', () => {
    expect(percent(0, 0)).toBe('—');
  });
});

describe('case numbers', () => {
  it('are printed in groups', () => {
    expect(grouped('2611220000174')).toBe('261122-000017-4');
    expect(grouped('261122-000017-4')).toBe('261122-000017-4');
    expect(grouped('17')).toBe('17');
  });
});

describe('periods', () => {
  // Monday the 23rd in Shanghai, still Sunday in UTC.
  const now = new Date('2026-11-22T16:30:00Z');

  it('are half-open days of the hotline', () => {
    expect(periodOf('today', now, null)).toEqual({ from: '2026-11-23', to: '2026-11-24' });
    expect(periodOf('yesterday', now, null)).toEqual({ from: '2026-11-22', to: '2026-11-23' });
    expect(periodOf('week', now, null)).toEqual({ from: '2026-11-23', to: '2026-11-24' });
    expect(periodOf('month', now, null)).toEqual({ from: '2026-11-01', to: '2026-11-24' });
    expect(periodOf('all', now, null)).toEqual({});
  });

  it('count the last day that a person names', () => {
    expect(periodOf('custom', now, ['2026-10-01', '2026-10-31'])).toEqual({ from: '2026-10-01', to: '2026-11-01' });
  });
});
