import { ElMessage } from 'element-plus';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch, type CaseComparison, type CaseMergings as Mergings } from '../src/api/dispatch';
import CaseMergings from '../src/dispatch/CaseMergings.vue';
import { all, find, leaveAll, show, signedIn, submit, type } from './shown';

vi.setConfig({ testTimeout: 30_000 });

const SIDE = {
  caseId: 'c1',
  caseNo: '2611220000011',
  status: 'PENDING_DISPATCH',
  kind: 'HELP',
  urgency: 'NORMAL',
  title: '路灯不亮',
  demand: '修复路灯',
  categoryName: '照明',
  placeName: '示范社区',
  receivedAt: '2026-11-22T01:00:00Z',
  respondentUnitName: null,
  unitName: null,
  replyDue: null,
};
const COMPARED = {
  one: SIDE,
  main: { ...SIDE, caseId: 'm1', caseNo: '2611210000019', status: 'HANDLING', unitName: '城市管理局' },
  obstacle: null,
  reasons: ['SAME_PLACE'],
} as unknown as CaseComparison;
const NONE = { caseId: 'c1', main: null, merged: [], count: 0 } as unknown as Mergings;

beforeEach(() => {
  window.sessionStorage.clear();
  signedIn('dispatcher');
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

const of = (over: object) => ({ caseId: 'c1', caseNo: '2611220000011', status: 'PENDING_DISPATCH', version: 3, ...over });

async function shown(mergings: Mergings, over: object = {}): Promise<void> {
  vi.spyOn(dispatch, 'mergings').mockResolvedValue(mergings);
  await show(CaseMergings, '/', '/', of(over));
  await vi.waitFor(() => expect(dispatch.mergings).toHaveBeenCalled());
  await Promise.resolve();
}

describe('merging a case', () => {
  it('shows both side by side before it is sent, with the reason that holds', async () => {
    vi.spyOn(dispatch, 'compare').mockResolvedValue(COMPARED);
    const merge = vi.spyOn(dispatch, 'merge').mockResolvedValue({} as never);
    await shown(NONE);
    find('merge-open')!.click();
    await vi.waitFor(() => expect(find('merge-main')).not.toBeNull());
    expect(find('merge-submit')!.disabled).toBe(true);
    await type('merge-main', ' 2611210000019 ');
    find('merge-compare')!.click();
    await vi.waitFor(() => expect(find('merge-comparison')).not.toBeNull());
    expect(dispatch.compare).toHaveBeenCalledWith('c1', '2611210000019');
    expect(find('merge-unit')!.textContent).toContain('城市管理局');
    expect(find('merge-place')!.textContent).toContain('与本件相同');
    expect(find('merge-obstacle')).toBeNull();
    await submit('merge-submit');
    await vi.waitFor(() => expect(merge).toHaveBeenCalled());
    expect(merge.mock.calls[0]!.slice(1)).toEqual([
      'c1',
      3,
      { mainCaseNo: '2611210000019', reason: 'SAME_PLACE', note: null },
    ]);
  });

  it('says what keeps the two apart, and sends nothing', async () => {
    vi.spyOn(dispatch, 'compare').mockResolvedValue({
      ...COMPARED,
      obstacle: { code: 'merge-protected', zh: '举报件不并单', en: 'Reports are not merged' },
    } as never);
    await shown(NONE);
    find('merge-open')!.click();
    await vi.waitFor(() => expect(find('merge-main')).not.toBeNull());
    await type('merge-main', '2611210000019');
    find('merge-compare')!.click();
    await vi.waitFor(() => expect(find('merge-obstacle')?.textContent).toContain('举报件不并单'));
    expect(find('merge-submit')!.disabled).toBe(true);
  });

  it('lists what follows a main case and lets each of them go', async () => {
    const row = { ...SIDE, caseId: 'f1', caseNo: '2611220000029', status: 'MERGED', reason: 'SAME_PLACE', version: 5 };
    const unmerge = vi.spyOn(dispatch, 'unmerge').mockResolvedValue({} as never);
    await shown(
      { caseId: 'c1', main: null, merged: [row, { ...row, caseId: 'f2', status: 'CLOSED' }], count: 2 } as never,
      { status: 'HANDLING' },
    );
    await vi.waitFor(() => expect(all('merged-row')).toHaveLength(2));
    expect(find('merged-count')!.textContent).toContain('2');
    expect(find('merge-open')).toBeNull();
    expect(document.querySelectorAll('[data-testid="unmerge"]')).toHaveLength(1);
    find('unmerge')!.click();
    await vi.waitFor(() => expect(find('unmerge-dialog')).not.toBeNull());
    expect(find('unmerge-submit')!.disabled).toBe(true);
    document.querySelector<HTMLElement>('[data-testid="unmerge-dialog"] input[value="OTHER_MATTER"]')!.click();
    await vi.waitFor(() => expect(find('unmerge-submit')!.disabled).toBe(false));
    await submit('unmerge-submit');
    await vi.waitFor(() => expect(unmerge).toHaveBeenCalled());
    expect(unmerge.mock.calls[0]!.slice(1)).toEqual(['f1', 5, { reason: 'OTHER_MATTER', note: null }]);
  });

  it('shows a merged case its main one and the words that answered both, and others than dispatchers no button', async () => {
    signedIn('supervisor');
    await shown(
      {
        caseId: 'c1',
        main: {
          caseId: 'm1',
          caseNo: '2611210000019',
          reason: 'SAME_PLACE',
          note: null,
          mergedAt: '2026-11-22T01:00:00Z',
          endedAt: '2026-11-23T01:00:00Z',
          unmergeReason: null,
          unmergeNote: null,
          publicReply: '路灯已修复。',
        },
        merged: [],
        count: 0,
      } as never,
      { status: 'MERGED' },
    );
    await vi.waitFor(() => expect(find('merged-answer')?.textContent).toContain('路灯已修复'));
    expect(find('unmerge-this')).toBeNull();
  });
});
