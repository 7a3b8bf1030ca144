import { describe, expect, it } from 'vitest';
import { isReadAs } from '../src/shared/pinyin';

describe('a name that is typed in letters', () => {
  it.each([
    ['物业管理', 'wu ye guan li', ['wy', 'wygl', 'wuye', 'wuyegl', 'gl', 'guan', 'WY', 'wu ye'], ['wyx', 'ygw', 'yw', '']],
    ['市北区', 'shi bei ou/qu', ['sbq', 'shibei', 'bq', 'shbq', 'shibeiq'], ['sbx', 'snq']],
    ['重庆路', 'chong/zhong qing lu', ['cql', 'chongqing', 'zhongqing', 'zql', 'chql'], ['hql']],
    ['厦门路', 'sha/xia men lu', ['xml', 'xiamen'], ['xmr']],
    ['单县', 'chan/dan/shan xian', ['sx', 'shanxian'], ['sxx']],
    ['12345热线', '1 2 3 4 5 re xian', ['rx', '5rx', '45rexian'], ['12', '6rx']],
  ])('finds %s', (_name, pinyin, found, not) => {
    for (const typed of found) {
      expect(isReadAs(pinyin, typed), typed).toBe(true);
    }
    for (const typed of not) {
      expect(isReadAs(pinyin, typed), typed).toBe(false);
    }
  });

  it('is found as far as somebody has typed', () => {
    for (const typed of ['s', 'sh', 'shi', 'shib', 'shibe', 'shibei']) {
      expect(isReadAs('shi bei qu', typed)).toBe(true);
    }
  });

  it('is found by nothing where the service tells no reading', () => {
    expect(isReadAs(undefined, 'wy')).toBe(false);
    expect(isReadAs('', 'wy')).toBe(false);
    expect(isReadAs('wu ye', '物业')).toBe(false);
  });
});
