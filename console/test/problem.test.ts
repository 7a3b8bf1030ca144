import { describe, expect, it } from 'vitest';
import { problemOf } from '../src/api/problem';

function answer(status: number, body: unknown): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
}

describe('a problem document', () => {
  it('speaks the language of the reader and names each field', async () => {
    const problem = await problemOf(
      answer(400, {
        type: '/problems/invalid',
        code: 'invalid',
        status: 400,
        titleZh: '填写有误',
        titleEn: 'Invalid input',
        detailZh: '有 2 处填写有误，请逐项更正。',
        detailEn: '2 entries are wrong; correct each of them.',
        violations: [
          { field: 'reporter.phone', code: 'unreadable', zh: '电话号码无法识别', en: 'This is no phone number' },
          { field: 'categoryCode', code: 'unknown-value', zh: '没有这个分类', en: 'There is no such category' },
        ],
        traceId: 'a1b2',
      }),
    );
    expect(problem.kind).toBe('refused');
    expect(problem.titleIn('zh')).toBe('填写有误');
    expect(problem.detailIn('en')).toBe('2 entries are wrong; correct each of them.');
    expect(problem.fieldIn('reporter.phone', 'zh')).toBe('电话号码无法识别');
    expect(problem.fieldIn('title', 'zh')).toBe('');
    expect(problem.violationsOutside(['reporter.phone']).map((one) => one.field)).toEqual(['categoryCode']);
    expect(problem.traceId).toBe('a1b2');
  });

  it('of a stale version is known as such', async () => {
    const problem = await problemOf(answer(412, { code: 'stale-version', titleZh: '内容已被他人更新' }));
    expect(problem.isStale).toBe(true);
    expect(problem.kind).toBe('refused');
  });

  it('after a 5xx leaves open whether the act was done', async () => {
    const problem = await problemOf(answer(503, { code: 'unavailable', titleZh: '服务暂时不可用' }));
    expect(problem.kind).toBe('unanswered');
  });

  it('is made up from the status when there is none', async () => {
    for (const body of ['<html>Bad Gateway</html>', '[]', '"x"', '']) {
      const problem = await problemOf(answer(502, body));
      expect(problem.titleIn('zh')).toBe('服务暂时不可用');
      expect(problem.violations).toEqual([]);
    }
    expect((await problemOf(answer(418, ''))).titleIn('en')).toContain('418');
  });

  it('of a lost sign-in tells that drafts are kept', async () => {
    const problem = await problemOf(answer(401, {}));
    expect(problem.kind).toBe('signed-out');
    expect(problem.detailIn('zh')).toContain('草稿');
  });
});
