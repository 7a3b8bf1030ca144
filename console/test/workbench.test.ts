import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { deputies } from '../src/api/deputies';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { signedOut, unanswered } from '../src/api/problem';
import AssignmentPage from '../src/workbench/AssignmentPage.vue';
import WorkbenchPage from '../src/workbench/WorkbenchPage.vue';
import { all, find, leaveAll, show, signedIn } from './shown';
import { page, refused, task } from './tasks';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
  vi.spyOn(deputies, 'list').mockResolvedValue({ items: [], mine: [] } as never);
  vi.spyOn(dispatch, 'inboxDigest').mockResolvedValue({ ...NOTHING });
});
afterEach(() => {
  leaveAll();
  window.sessionStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const NOTHING = { newToday: 0, toSign: 0, dueToday: 0, overdue: 0, sentBack: 0 };
const moment = () => vi.advanceTimersByTimeAsync(0);

describe('what waits today', () => {
  it('is one line, and none where nothing waits', async () => {
    signedIn('clerk');
    vi.spyOn(dispatch, 'assignments').mockResolvedValue(page());
    await show(WorkbenchPage, '/workbench', '/workbench');
    await moment();
    expect(find('inbox-digest')).toBeNull();
    vi.spyOn(dispatch, 'inboxDigest').mockResolvedValue({ ...NOTHING, toSign: 4, overdue: 2 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(find('inbox-digest')?.textContent).toContain('待签收 4 件');
    expect(find('inbox-digest')?.textContent).toContain('已超期 2 件');
  });
});

describe('signing many tasks', () => {
  const tasks = [1, 2, 3, 4].map((no) => task(no, { status: 'PENDING_SIGN' }));
  let sign: MockInstance<typeof dispatch.sign>;

  beforeEach(async () => {
    signedIn('clerk');
    sign = vi.spyOn(dispatch, 'sign').mockResolvedValue({ late: false } as never);
    vi.spyOn(dispatch, 'assignments').mockResolvedValue(page(...tasks));
    await show(WorkbenchPage, '/workbench', '/workbench');
    await moment();
    find('sign-all')!.dispatchEvent(new Event('change'));
    await nextTick();
  });

  async function signed(...left: object[]): Promise<void> {
    vi.mocked(dispatch.assignments).mockResolvedValue(page(...left));
    find('sign-chosen')!.click();
    await moment();
  }
  const chosen = () => all('choose-').filter((one) => (one as HTMLInputElement).checked).length;

  it.each([
    ['unanswered', unanswered],
    ['signed-out', signedOut],
  ])('stops at the first one that is %s, and keeps it and the rest chosen', async (code, problem) => {
    sign.mockResolvedValueOnce({ late: true } as never).mockRejectedValueOnce(problem());
    await signed(...tasks.slice(1));
    expect(sign).toHaveBeenCalledTimes(2);
    expect(find('sign-stopped')?.textContent).toContain('3 件');
    expect(find('problem')?.dataset.code).toBe(code);
    expect(chosen()).toBe(3);
    expect(document.body.textContent).toContain('已签收 1 件，其中 1 件超时签收');

    // The one without an answer is the same act again.
    await signed();
    expect(sign.mock.calls[2]?.slice(0, 2)).toEqual(sign.mock.calls[1]?.slice(0, 2));
    expect(find('sign-stopped')).toBeNull();
  });

  it('lists all that were refused, and keeps them chosen', async () => {
    sign.mockRejectedValue(refused(403, 'other-unit'));
    await signed(...tasks);
    expect(sign).toHaveBeenCalledTimes(4);
    expect(find('sign-refused')?.querySelectorAll('p')).toHaveLength(4);
    expect(find('sign-refused')?.textContent).toContain('拒绝 other-unit');
    expect(chosen()).toBe(4);
  });
});

describe('the task of a unit', () => {
  const SHOWN = {
    ...task(1),
    status: 'HELD',
    endedAt: null,
    anonymous: false,
    role: 'LEAD',
    createdAt: null,
    file: null,
    replies: [],
    requests: [],
    contactAttempts: [],
    allowances: { returning: {}, extension: {}, hold: {} },
    routing: null,
    recall: null,
  };

  it.each([
    [{ status: 'HELD' }, true],
    [{ status: 'REPLY_SUBMITTED' }, true],
    [{ status: 'RETURN_REQUESTED' }, true],
    [{ status: 'DONE', endedAt: '2026-11-23T01:00:00Z' }, false],
    // Nobody is there to be reached.
    [{ status: 'HELD', anonymous: true }, false],
  ])('offers the contact as long as the service tells it: %j', async (over, offered) => {
    signedIn('clerk');
    vi.spyOn(dispatch, 'assignment').mockResolvedValue({ ...SHOWN, ...over } as never);
    vi.spyOn(dispatch, 'caseInstructions').mockResolvedValue({ items: [] } as never);
    vi.spyOn(dispatch, 'caseOwners').mockResolvedValue({ ownerships: [] } as never);
    await show(AssignmentPage, '/workbench/a1', '/workbench/:assignmentId');
    await moment();
    expect(find('contact-open') !== null).toBe(offered);
  });
});
