import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake, type CaseDetail } from '../src/api/intake';
import { ApiProblem } from '../src/api/problem';
import { reporting } from '../src/api/reporting';
import CasePage from '../src/desk/CasePage.vue';
import { find, leaveAll, show, signedIn, submit } from './shown';

vi.setConfig({ testTimeout: 30_000 });

const row = {
  caseId: 'c1',
  caseNo: '2611220000011',
  title: '路灯不亮',
  kind: 'HELP',
  urgency: 'NORMAL',
  channel: 'PHONE',
  status: 'HANDLING',
  registeredAt: '2026-11-22T01:00:00Z',
};

beforeEach(() => {
  signedIn('operator');
});
afterEach(() => {
  leaveAll();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the page of a case', () => {
  const DETAIL = {
    ...row,
    version: 3,
    categoryName: '照明',
    placeName: '示范社区',
    receivedAt: '2026-11-22T01:00:00Z',
    content: '已持续一周。',
    demand: null,
    address: null,
    marks: [],
    supplements: [],
    urgeCount: 2,
    lastUrgedAt: '2026-11-23T01:00:00Z',
    reporter: null,
    confidential: false,
    mayAskContact: false,
  } as unknown as CaseDetail;
  const LIFE = { caseId: 'c1', caseNo: '1', kind: 'HELP', urgency: 'NORMAL', status: 'HANDLING', rounds: 1, entries: [] };
  const absent = () => new ApiProblem({ kind: 'refused', status: 404, code: 'unknown', title: { zh: '无', en: 'none' } });
  let timeline: MockInstance<typeof reporting.timeline>;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(intake, 'case').mockResolvedValue(DETAIL);
    vi.spyOn(dispatch, 'case').mockRejectedValue(absent());
    timeline = vi.spyOn(reporting, 'timeline').mockResolvedValue(LIFE as never);
  });

  async function opened(at = '/cases/c1'): Promise<() => void> {
    const { leave } = await show(CasePage, at, '/cases/:caseId');
    await vi.advanceTimersByTimeAsync(0);
    return leave;
  }

  it('follows an act until its facts can have arrived, and no longer than it is open', async () => {
    vi.spyOn(intake, 'urge').mockResolvedValue({} as never);
    const leave = await opened('/cases/c1?act=urge');
    expect(timeline).toHaveBeenCalledTimes(1);
    await submit('urge-submit');
    await vi.advanceTimersByTimeAsync(0);
    expect(timeline).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(timeline).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(timeline).toHaveBeenCalledTimes(4);
    leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(timeline).toHaveBeenCalledTimes(4);
  });

  it('waits for the life of a case that was registered a moment ago', async () => {
    timeline.mockRejectedValueOnce(absent());
    await opened();
    expect(find('timeline-not-yet')).not.toBeNull();
    expect(find('problem')).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(find('timeline-not-yet')).toBeNull();
  });

  it('says how often it was urged', async () => {
    await opened();
    expect(find('case-urged')?.textContent).toContain('2 次，最近 2026-11-23 09:00');
  });

  it.each([true, false])('offers the contact to whom it would be told: %s', async (mayAskContact) => {
    vi.mocked(intake.case).mockResolvedValue({ ...DETAIL, mayAskContact });
    await opened();
    expect(find('contact-open') !== null).toBe(mayAskContact);
  });

  describe('that is closed', () => {
    const closed = (reopening: object) =>
      vi.mocked(intake.case).mockResolvedValue({ ...DETAIL, status: 'CLOSED', reopening } as unknown as CaseDetail);
    const UNTIL = '2099-12-08T02:00:00Z';

    it('is reopened for the citizen by an operator, who knows of no spot check', async () => {
      const reopen = vi.spyOn(intake, 'reopen').mockResolvedValue({} as never);
      closed({ until: UNTIL, byCitizen: true, requestedAt: null });
      await opened();
      expect(find('reopen-until')?.textContent).toContain('2099-12-08 10:00');
      find('reopen-open')?.click();
      await vi.advanceTimersByTimeAsync(0);
      expect(find('reopen-reason-SPOT_CHECK')).toBeNull();
      find('reopen-reason-CAME_BACK')?.querySelector('input')?.click();
      await vi.advanceTimersByTimeAsync(0);
      await submit('reopen-submit');
      await vi.advanceTimersByTimeAsync(0);
      expect(reopen).toHaveBeenCalledWith(expect.any(String), 'c1', { reason: 'CAME_BACK', text: null });
    });

    it.each([
      ['operator', { until: UNTIL, byCitizen: false, requestedAt: null }, '只能由督办员重开'],
      ['operator', { until: '2020-01-01T02:00:00Z', byCitizen: true, requestedAt: null }, '2020-01-01 10:00'],
      ['supervisor', { until: UNTIL, byCitizen: true, requestedAt: '2026-11-24T02:00:00Z' }, '2026-11-24 10:00'],
      ['callback-lead', { until: null, byCitizen: true, requestedAt: null }, '登记新的诉求'],
    ] as const)('says to the %s why not: %o', async (role, reopening, words) => {
      signedIn(role);
      closed(reopening);
      await opened();
      expect(find('reopen-not-now')?.textContent).toContain(words);
      expect(find('reopen-open')).toBeNull();
    });

    it('is reopened by a supervisor after the last round as well', async () => {
      signedIn('supervisor');
      closed({ until: UNTIL, byCitizen: false, requestedAt: null });
      await opened();
      find('reopen-open')?.click();
      await vi.advanceTimersByTimeAsync(0);
      expect(find('reopen-reason-SPOT_CHECK')).not.toBeNull();
    });
  });
});
