import { ElMessage } from 'element-plus';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import EndorsementPage from '../src/endorsement/EndorsementPage.vue';
import { leaveAll, show, signedIn } from './shown';
import { page, refused, task } from './tasks';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));

const row = (no: number, over: object = {}) =>
  task(no, {
    replyDue: '2026-11-27T09:00:00Z',
    endorsement: { act: 'REPLY', draftNo: 2, since: '2026-11-24T01:00:00Z' },
    draft: {
      draftNo: 2,
      act: 'REPLY',
      state: 'WAITING',
      mine: false,
      reply: { handlingText: '已处理', publicReply: `答复 ${no}`, claimedSolved: true },
      writtenAt: '2026-11-24T01:00:00Z',
      endorseBy: '2026-11-27T09:00:00Z',
      ...over,
    },
  });
const find = (name: string) => document.querySelector<HTMLElement>(`[data-testid="${name}"]`);
const until = async (name: string) => {
  await vi.waitFor(() => expect(find(name)).not.toBeNull());
  return find(name)!;
};

beforeEach(() => {
  signedIn('unit-leader');
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
});

afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('what waits for the leader of a unit', () => {
  it('is read, and signed one by one', async () => {
    vi.spyOn(dispatch, 'toEndorse').mockResolvedValue(page(row(1), row(2)));
    const decide = vi.spyOn(dispatch, 'decideDraft').mockResolvedValue({ version: 4 } as never);
    await show(EndorsementPage, '/endorsements?task=a2', '/endorsements');
    expect((await until('draft-public')).textContent).toContain('答复 2');
    (await until('draft-sign')).click();
    await vi.waitFor(() => expect(decide).toHaveBeenCalled());
    expect(decide.mock.calls[0]?.slice(1)).toEqual(['a2', 2, 3, { decision: 'SIGN', remark: null }]);
  });

  it('is signed together, and what was refused says why and stays', async () => {
    vi.spyOn(dispatch, 'toEndorse').mockResolvedValue(page(row(1), row(2), row(3, { mine: true })));
    const decide = vi
      .spyOn(dispatch, 'decideDraft')
      .mockImplementation(async (_, id) => (id === 'a1' ? Promise.reject(refused(409, 'draft-waits-no-more')) : ({} as never)));
    await show(EndorsementPage, '/endorsements', '/endorsements');
    (await until('endorse-all')).click();
    await vi.waitFor(() => expect(find('endorse-chosen')?.textContent).toContain('2'));
    find('endorse-chosen')!.click();
    const why = await until('endorse-refused');
    expect(why.textContent).toContain('拒绝 draft-waits-no-more');
    // Nobody signs what that person wrote.
    expect(decide.mock.calls.map((call) => call[1])).toEqual(['a1', 'a2']);
  });

  it('says so when somebody else was quicker', async () => {
    const list = vi.spyOn(dispatch, 'toEndorse').mockResolvedValue(page(row(1), row(2)));
    vi.spyOn(dispatch, 'decideDraft').mockRejectedValue(refused(409, 'draft-waits-no-more'));
    await show(EndorsementPage, '/endorsements?task=a2', '/endorsements');
    const sign = await until('draft-sign');
    list.mockResolvedValue(page(row(1)));
    // Together with another: the list is read again after it.
    find('endorse-all')!.click();
    await vi.waitFor(() => expect(find('endorse-chosen')?.textContent).toContain('2'));
    find('endorse-chosen')!.click();
    expect((await until('endorsement-gone')).textContent).toContain('不在待签发之列');
    expect(sign.isConnected).toBe(false);
  });
});
