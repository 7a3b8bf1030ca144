import { describe, expect, it } from 'vitest';
import { limitWords, remainingWords, timeOf } from '../src/shared/remaining';

describe('remaining work time', () => {
  it.each([
    [630, '剩余 1 工作日 3 小时', '1 work day 3 h left'],
    [450, '剩余 1 工作日', '1 work day left'],
    [449, '剩余 7 小时 29 分钟', '7 h 29 min left'],
    [900, '剩余 2 工作日', '2 work days left'],
    [959, '剩余 2 工作日', '2 work days left'],
    [60, '剩余 1 小时', '1 h left'],
    [25, '剩余 25 分钟', '25 min left'],
    [0, '剩余 不足 1 分钟', 'less than 1 min left'],
  ])('%i minutes of a 7.5 hour work day', (minutes, zh, en) => {
    expect(remainingWords(minutes, false, 'zh')).toBe(zh);
    expect(remainingWords(minutes, false, 'en')).toBe(en);
  });

  it('says how long it is overdue, whichever sign the service gives', () => {
    expect(remainingWords(-510, true, 'zh')).toBe('超期 1 工作日 1 小时');
    expect(remainingWords(510, true, 'en')).toBe('Overdue 1 work day 1 h');
  });

  it('counts natural limits in days of 24 hours', () => {
    expect(remainingWords(1_500, false, 'zh', 'natural')).toBe('剩余 1 天 1 小时');
    expect(remainingWords(14, false, 'zh', 'natural')).toBe('剩余 14 分钟');
  });

  it('reads the limits of the policies', () => {
    expect(limitWords('5wd', 'zh')).toBe('5 工作日');
    expect(limitWords('24nh', 'zh')).toBe('24 小时');
    expect(limitWords('later', 'zh')).toBe('later');
    expect([timeOf('15nm'), timeOf('2wh'), timeOf(null)]).toEqual(['natural', 'work', 'work']);
  });
});
