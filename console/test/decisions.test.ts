import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import RequestsPage from '../src/dispatch/RequestsPage.vue';
import ReviewPage from '../src/review/ReviewPage.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';
import { page, refused, task } from './tasks';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
});
afterEach(() => {
  leaveAll();
  window.sessionStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const moment = () => vi.advanceTimersByTimeAsync(0);

describe('a decision about a request', () => {
  const request = (over: object = {}) =>
    task(1, {
      request: { kind: 'RETURN', requestNo: 1, reason: 'NOT_OUR_DUTY', basis: '三定方案', requestedAt: null, ...over },
      allowances: { returning: {}, extension: {} },
    });
  const refusal = () => find('decision-submit');

  async function refusing(): Promise<void> {
    signedIn('dispatcher');
    vi.spyOn(dispatch, 'requests').mockResolvedValue(page(request()));
    await show(RequestsPage, '/requests', '/requests');
    await moment();
    find('refuse-2611220000011')!.click();
    await vi.advanceTimersByTimeAsync(100);
    await type('decision-comment', '属于你单位职责');
    find('decision-refusal-WITHIN_DUTIES')!.querySelector('input')!.click();
    await nextTick();
  }

  it('that somebody else has taken is said to be, and what was typed can be read until it is closed', async () => {
    await refusing();
    vi.spyOn(dispatch, 'decide').mockRejectedValue(refused(412, 'stale'));
    vi.mocked(dispatch.requests).mockResolvedValue(page());
    await submit('decision-submit');
    await moment();
    expect(find('problem')?.dataset.code).toBe('decided-by-others');
    expect(find('decision-comment')?.value).toBe('属于你单位职责');
    expect(find('decision-comment')?.readOnly).toBe(true);
    expect(refusal()).toBeNull();
    find('decision-cancel')!.click();
    await nextTick();
    expect(find('decision-dialog')).toBeNull();
  });

  it('is not given to the next request of the task', async () => {
    await refusing();
    vi.mocked(dispatch.requests).mockResolvedValue(page(request({ requestNo: 2, kind: 'HOLD', reason: 'SEASON' })));
    await vi.advanceTimersByTimeAsync(8_000);
    expect(find('problem')?.dataset.code).toBe('decided-by-others');
    expect(refusal()).toBeNull();
  });

  it('goes on with the request as it is now while it waits', async () => {
    await refusing();
    const decide = vi.spyOn(dispatch, 'decide').mockRejectedValueOnce(refused(412, 'stale'));
    vi.mocked(dispatch.requests).mockResolvedValue(page({ ...request(), version: 4 }));
    await submit('decision-submit');
    await moment();
    expect(find('problem')?.dataset.code).toBe('stale');
    decide.mockResolvedValue({} as never);
    await submit('decision-submit');
    await moment();
    expect(decide.mock.calls[1]?.[1].version).toBe(4);
    expect(find('decision-dialog')).toBeNull();
  });
});

describe('a review', () => {
  const reply = (no: number) =>
    task(no, { latestReply: { replyNo: 1, submittedAt: null, handlingText: '已修复', publicReply: '您好', claimedSolved: true } });

  beforeEach(async () => {
    signedIn('reply-reviewer');
    vi.spyOn(dispatch, 'reviews').mockResolvedValue(page(reply(1), reply(2)));
    vi.spyOn(dispatch, 'assignment').mockResolvedValue({ file: null, contactAttempts: [] } as never);
    await show(ReviewPage, '/review', '/review');
    await moment();
    find('review-open-2611220000011')!.click();
    await moment();
  });

  it('does not vanish under the hands of whoever types it', async () => {
    await type('review-comment', '请补正依据');
    vi.mocked(dispatch.reviews).mockResolvedValue(page(reply(2)));
    await vi.advanceTimersByTimeAsync(8_000);
    expect(find('problem')?.dataset.code).toBe('decided-by-others');
    expect(find('review-comment')?.value).toBe('请补正依据');
    expect(find('review-comment')?.readOnly).toBe(true);
    expect(find('review-pass')).toBeNull();
    find('review-close')!.click();
    await moment();
    expect(find('review-panel')).toBeNull();
  });

  it('brings up the next reply', async () => {
    vi.spyOn(dispatch, 'review').mockResolvedValue({} as never);
    vi.mocked(dispatch.reviews).mockResolvedValue(page(reply(2)));
    find('review-pass')!.click();
    await moment();
    expect(find('problem')).toBeNull();
    expect(find('review-panel')?.textContent).toContain('261122-000002-1');
  });
});
