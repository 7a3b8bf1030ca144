import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intake } from '../src/api/intake';
import { isOwnCode, knowledge } from '../src/api/knowledge';
import { ApiProblem } from '../src/api/problem';
import RegisterPage from '../src/desk/RegisterPage.vue';
import AnsweredWrongly from '../src/knowledge/AnsweredWrongly.vue';
import EditorPage from '../src/knowledge/EditorPage.vue';
import KnowledgePanel from '../src/knowledge/KnowledgePanel.vue';
import KnowledgeReports from '../src/knowledge/KnowledgeReports.vue';
import VersionPage from '../src/knowledge/VersionPage.vue';
import { knowledgeOf, emptyKnowledge, takenOver } from '../src/knowledge/knowledgeForm';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

vi.setConfig({ testTimeout: 90_000 });

const HIT = {
  code: 'ZSK-000001',
  version: 3,
  title: '身份证丢失补领',
  answer: '到就近派出所补领。',
  notes: null,
  ownerUnit: 'ga',
  ownerName: '公安局',
  placeNames: [],
  validTo: null,
  reviewBy: '2027-01-01',
  questioned: true,
  upheld: false,
};
const VERSION = {
  code: HIT.code,
  version: 1,
  title: HIT.title,
  questions: [],
  answer: '旧答复',
  notes: null,
  categories: [],
  places: [],
  validFrom: '2026-01-01',
  validTo: null,
  reviewBy: '2027-01-01',
  changeNote: null,
  publishedAt: '2026-01-01T00:00:00Z',
  holds: true,
};

beforeEach(() => {
  signedIn('operator');
  window.sessionStorage.clear();
  const none = { items: [], count: 0, nextCursor: null } as never;
  vi.spyOn(intake, 'units').mockResolvedValue(none);
  vi.spyOn(intake, 'categories').mockResolvedValue(none);
  vi.spyOn(intake, 'places').mockResolvedValue(none);
  vi.spyOn(intake, 'cases').mockResolvedValue(none);
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

/** A page full of fields takes its time on a busy machine. */
function soon(holds: () => unknown): Promise<unknown> {
  return vi.waitFor(holds, { timeout: 30_000 });
}

describe('knowledge', () => {
  it('knows its own codes from those of other bases', () => {
    expect(isOwnCode('ZSK-000017')).toBe(true);
    expect(isOwnCode('KB-0123')).toBe(false);
    expect(isOwnCode(null)).toBe(false);
  });

  it('takes an answer over without losing what was typed', () => {
    expect(takenOver('', null, '甲')).toBe('甲');
    expect(takenOver('甲', '甲', '乙')).toBe('乙');
    expect(takenOver('您好。', null, '甲')).toBe('您好。\n\n甲');
  });

  it('sends a question for each line', () => {
    expect(knowledgeOf({ ...emptyKnowledge(), questions: ' 身份证丢了 \n\n补证' }).questions).toEqual([
      '身份证丢了',
      '补证',
    ]);
  });

  it('is suggested by the title that is typed, and taken over with one key', async () => {
    const search = vi.spyOn(knowledge, 'search').mockResolvedValue({ items: [HIT], count: 1, nextCursor: null } as never);
    await show(RegisterPage);
    await type('register-title', '身份证丢了怎么办');
    await soon(() => expect(find('knowledge-hit-ZSK-000001')).not.toBeNull());
    expect(search.mock.calls.at(-1)?.[0]).toMatchObject({ q: null, title: '身份证丢了怎么办' });
    expect(find('knowledge-questioned')).not.toBeNull();
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', altKey: true }));
    await nextTick();
    expect(find('direct-answer')?.value).toBe(HIT.answer);
    expect(find('direct-answer-item')?.value).toBe('ZSK-000001');
    expect(find('direct-answer-version')?.value).toBe('3');
  });

  it('takes nothing over by key before what was typed is answered', async () => {
    const other = { ...HIT, code: 'ZSK-000002', title: '居住证' };
    const search = vi.spyOn(knowledge, 'search').mockResolvedValue({ items: [HIT], count: 1, nextCursor: null } as never);
    const take = vi.fn();
    await show(KnowledgePanel, '/', '/', { title: '身份证', categoryCode: null, placeCode: null, onTake: take });
    await soon(() => expect(find('knowledge-hit-ZSK-000001')).not.toBeNull());
    search.mockResolvedValue({ items: [other], count: 1, nextCursor: null } as never);
    await type('knowledge-search', '居住证');
    const enter = () => find('knowledge-search')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    enter();
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', altKey: true }));
    expect(take).not.toHaveBeenCalled();
    await soon(() => expect(find('knowledge-hit-ZSK-000002')).not.toBeNull());
    enter();
    expect(take.mock.calls).toEqual([[other]]);
  });

  it('warns of what its owner found wrong and of what was not reviewed in time', async () => {
    const hit = { ...HIT, questioned: false, upheld: true, reviewBy: '2020-01-01' };
    vi.spyOn(knowledge, 'search').mockResolvedValue({ items: [hit], count: 1, nextCursor: null } as never);
    await show(KnowledgePanel, '/', '/', { title: '身份证', categoryCode: null, placeCode: null });
    await soon(() => expect(find('knowledge-upheld')).not.toBeNull());
    expect(find('knowledge-overdue')?.textContent).toContain('2020-01-01');
  });

  it('does not keep an operator from registering when the search fails', async () => {
    vi.spyOn(knowledge, 'search').mockRejectedValue(
      new ApiProblem({ kind: 'refused', status: 503, code: 'unavailable', title: { zh: '稍后重试', en: 'later' } }),
    );
    await show(RegisterPage);
    await type('register-title', '身份证丢了');
    await soon(() => expect(document.body.textContent).toContain('稍后重试'));
    expect(find('register-submit')).not.toBeNull();
  });

  it('shows the version that was read out, and that there is a newer one', async () => {
    vi.spyOn(knowledge, 'version').mockResolvedValue(VERSION as never);
    vi.spyOn(knowledge, 'item').mockResolvedValue({ status: 'PUBLISHED', published: { version: 2 } } as never);
    await show(VersionPage, '/knowledge/ZSK-000001/versions/1', '/knowledge/:code/versions/:version');
    await soon(() => expect(find('knowledge-newer')).not.toBeNull());
    expect(find('knowledge-answer')?.textContent).toBe('旧答复');
  });

  it('reports with a reason, and of another reason with words', async () => {
    const report = vi.spyOn(knowledge, 'report').mockResolvedValue({ reportId: 'r' } as never);
    await show(AnsweredWrongly, '/', '/', { code: HIT.code, version: 1, caseId: 'c1' });
    find('answered-wrongly')!.click();
    await nextTick();
    await type('knowledge-report-words', '时限已改');
    find('knowledge-report-reason-OUTDATED')!.querySelector('input')!.click();
    await nextTick();
    await submit('knowledge-report-words');
    await soon(() => expect(find('knowledge-reported')).not.toBeNull());
    expect(report.mock.calls[0]?.slice(1)).toEqual([
      HIT.code,
      { version: 1, caseId: 'c1', reason: 'OUTDATED', words: '时限已改' },
    ]);
  });

  it('offers no new version of what is retired', async () => {
    const report = { reportId: 'r1', version: 1, reason: 'WRONG', reportedAt: '2026-01-01T00:00:00Z', decision: null };
    vi.spyOn(knowledge, 'reports').mockResolvedValue({ items: [report], count: 1, nextCursor: null } as never);
    await show(KnowledgeReports, '/', '/', { code: HIT.code, revision: 4, mayDecide: true, retired: true });
    await soon(() => expect(find('knowledge-decide')).not.toBeNull());
    find('knowledge-decide')!.click();
    await nextTick();
    expect(find('knowledge-decide-RETIRED')).not.toBeNull();
    expect(find('knowledge-decide-NEW_VERSION')).toBeNull();
  });

  it('keeps what an editor typed when it was refused and when the page is opened again', async () => {
    signedIn('catalogue-admin');
    const write = vi.spyOn(knowledge, 'write').mockRejectedValue(
      new ApiProblem({
        kind: 'refused',
        status: 400,
        code: 'invalid',
        title: { zh: '有误', en: 'wrong' },
        violations: [{ field: 'answer', code: 'personal-number', zh: '含有个人号码', en: 'a number' }],
      }),
    );
    vi.spyOn(knowledge, 'item').mockResolvedValue({ revision: 4, draft: { text: VERSION, sentBackBecause: null }, published: null } as never);
    await show(EditorPage, '/knowledge/ZSK-000001/edit', '/knowledge/:code/edit');
    await soon(() => expect(find('knowledge-form-answer')?.value).toBe('旧答复'));
    await type('knowledge-form-answer', '新答复 13800001234');
    find('knowledge-form-save')!.click();
    await soon(() => expect(document.body.textContent).toContain('含有个人号码'));
    expect(write.mock.calls[0]?.slice(1, 3)).toEqual([HIT.code, 4]);
    leaveAll();
    await show(EditorPage, '/knowledge/ZSK-000001/edit', '/knowledge/:code/edit');
    await soon(() => expect(find('knowledge-form-answer')?.value).toBe('新答复 13800001234'));
  });

  it('does not write over what somebody else saved unless told to', async () => {
    signedIn('catalogue-admin');
    const item = vi.spyOn(knowledge, 'item');
    const stands = (revision: number, answer: string) =>
      item.mockResolvedValue({
        revision,
        draft: { text: { ...VERSION, answer }, sentBackBecause: null },
        published: null,
      } as never);
    const write = vi.spyOn(knowledge, 'write').mockRejectedValue(
      new ApiProblem({ kind: 'refused', status: 412, code: 'stale', title: { zh: '已更新', en: 'stale' } }),
    );
    stands(4, '旧答复');
    await show(EditorPage, '/knowledge/ZSK-000001/edit', '/knowledge/:code/edit');
    await soon(() => expect(find('knowledge-form-answer')?.value).toBe('旧答复'));
    await type('knowledge-form-answer', '我的答复');
    stands(5, '同事的答复');
    find('knowledge-form-save')!.click();
    await soon(() => expect(find('knowledge-older')?.textContent).toContain('同事的答复'));
    find('knowledge-form-save')!.click();
    await soon(() => expect(write).toHaveBeenCalledTimes(2));
    expect(write.mock.calls[1]?.[2]).toBe(4);
    await soon(() => expect(find('knowledge-form-save')?.classList.contains('is-loading')).toBe(false));
    find('knowledge-keep-typed')!.click();
    await nextTick();
    expect(find('knowledge-older')).toBeNull();
    find('knowledge-form-save')!.click();
    await soon(() => expect(write).toHaveBeenCalledTimes(3));
    expect(write.mock.calls[2]?.[2]).toBe(5);
    expect(find('knowledge-form-answer')?.value).toBe('我的答复');
  });

  it('keeps no draft of who only looked', async () => {
    signedIn('catalogue-admin');
    vi.spyOn(knowledge, 'item').mockResolvedValue({ revision: 4, draft: null, published: VERSION } as never);
    await show(EditorPage, '/knowledge/ZSK-000001/edit', '/knowledge/:code/edit');
    await soon(() => expect(find('knowledge-form-answer')?.value).toBe('旧答复'));
    leaveAll();
    expect(window.sessionStorage.length).toBe(0);
  });
});
