import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake, type CaseDetail } from '../src/api/intake';
import { ApiProblem } from '../src/api/problem';
import { reporting } from '../src/api/reporting';
import CasePage from '../src/desk/CasePage.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

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
    mayCorrect: false,
    corrections: [],
    categoryCode: '010101',
    placeCode: '370281001',
    respondentUnitId: null,
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

  it('shows what units answered to whoever reads it to the citizen, and nothing where nothing is told', async () => {
    const answered = {
      ...DETAIL,
      publicReplies: [
        { round: 1, unitName: '城市管理局', withMain: false, passedAt: '2026-11-23T01:00:00Z', text: '王**您好，已修复。' },
        { round: 2, unitName: null, withMain: true, passedAt: '2026-11-24T01:00:00Z', text: '一并返工。' },
      ],
    } as unknown as CaseDetail;
    await opened();
    expect(find('public-replies')).toBeNull();
    leaveAll();
    vi.mocked(intake.case).mockResolvedValue(answered);
    await opened();
    expect(find('public-replies')?.dataset.count).toBe('2');
    expect(find('public-replies')?.textContent).toContain('王**您好，已修复。');
    expect(find('public-replies')?.textContent).toContain('随主单答复');
  });

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

  describe('that may be corrected', () => {
    beforeEach(() => {
      window.sessionStorage.clear();
      vi.mocked(intake.case).mockResolvedValue({ ...DETAIL, mayCorrect: true });
      vi.spyOn(intake, 'categories').mockResolvedValue({ items: [], count: 0 } as never);
      vi.spyOn(intake, 'places').mockResolvedValue({ items: [], count: 0 } as never);
      vi.spyOn(intake, 'units').mockResolvedValue({ items: [], count: 0 } as never);
    });

    async function correcting(): Promise<void> {
      await opened();
      find('correct-open')!.click();
      await vi.advanceTimersByTimeAsync(0);
    }

    it('is offered to nobody else', async () => {
      vi.mocked(intake.case).mockResolvedValue(DETAIL);
      await opened('/cases/c1?act=correct');
      expect(find('correct-open')).toBeNull();
      expect(find('correction-form')).toBeNull();
    });

    it('opens with what is registered and sends only what differs', async () => {
      const correct = vi.spyOn(intake, 'correct').mockResolvedValue({} as never);
      await correcting();
      expect(find('correct-title')!.value).toBe('路灯不亮');
      expect(find('correct-content')!.value).toBe('已持续一周。');
      expect(find('correct-submit')!.disabled).toBe(true);
      await type('correct-title', '路灯全天不灭');
      await type('correct-content', '已持续两周。');
      await type('correct-content', '已持续一周。');
      expect(find('correct-submit')!.disabled).toBe(true);
      await type('correct-reason', '听错了');
      await submit('correct-submit');
      await vi.advanceTimersByTimeAsync(0);
      expect(correct).toHaveBeenCalledWith(expect.any(String), 'c1', 3, { reason: '听错了', title: '路灯全天不灭' });
      expect(find('correction-form')).toBeNull();
    });

    it('is read again when somebody else was faster, and what was typed stays and undoes nothing of theirs', async () => {
      const stale = new ApiProblem({ kind: 'refused', status: 412, code: 'stale-version', title: { zh: '旧', en: 'old' } });
      const correct = vi.spyOn(intake, 'correct').mockRejectedValueOnce(stale).mockResolvedValue({} as never);
      await correcting();
      await type('correct-title', '路灯全天不灭');
      await type('correct-reason', '听错了');
      vi.mocked(intake.case).mockResolvedValue({ ...DETAIL, version: 4, content: '已持续三周。', mayCorrect: true });
      await submit('correct-submit');
      await vi.advanceTimersByTimeAsync(0);
      expect(find('correct-title')!.value).toBe('路灯全天不灭');
      expect(find('correct-content')!.value).toBe('已持续三周。');
      await submit('correct-submit');
      await vi.advanceTimersByTimeAsync(0);
      expect(correct).toHaveBeenLastCalledWith(expect.any(String), 'c1', 4, { reason: '听错了', title: '路灯全天不灭' });
    });

    it('keeps what was typed when the form is closed', async () => {
      await correcting();
      await type('correct-address', '示范路 2 号');
      await vi.advanceTimersByTimeAsync(500);
      find('correct-close')!.click();
      await vi.advanceTimersByTimeAsync(0);
      find('correct-open')!.click();
      await vi.advanceTimersByTimeAsync(0);
      expect(find('correct-address')!.value).toBe('示范路 2 号');
    });

    it('shows what stood before beside what stands now', async () => {
      vi.mocked(intake.case).mockResolvedValue({
        ...DETAIL,
        corrections: [
          {
            correctionNo: 1,
            correctedAt: '2026-11-22T02:00:00Z',
            correctedBy: 'u7',
            reason: '听错了',
            changes: [
              { field: 'KIND', before: 'COMPLAINT', after: 'HELP', beforeName: null, afterName: null },
              { field: 'PLACE', before: '1', after: '2', beforeName: '甲社区', afterName: '乙社区' },
              { field: 'ADDRESS', before: null, after: null, beforeName: null, afterName: null },
              { field: 'DEMAND', before: '修复', after: null, beforeName: null, afterName: null },
            ],
          },
        ],
      } as unknown as CaseDetail);
      await opened();
      const cells = (field: string) =>
        [...find('correction-1')!.querySelectorAll(`[data-field="${field}"] td`)].map((cell) => cell.textContent);
      expect(find('correction-1')!.textContent).toContain('听错了');
      expect(cells('KIND')).toEqual(['诉求类型', '投诉', '求助']);
      expect(cells('PLACE')).toEqual(['事发区域', '甲社区', '乙社区']);
      expect(cells('ADDRESS')).toEqual(['详细地址', '（不对您显示）', '（不对您显示）']);
      expect(cells('DEMAND')).toEqual(['具体诉求', '修复', '（空）']);
    });
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
