import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { evaluation, type CaseScoring, type ScoreRequest, type ScoredRound } from '../src/api/evaluation';
import CaseScore from '../src/scoring/CaseScore.vue';
import ScoredPage from '../src/scoring/ScoredPage.vue';
import ScoreRequestsPage from '../src/scoring/ScoreRequestsPage.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/select/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));

const UNTIL = '2026-11-30T02:00:00Z';
const request = (more: object = {}) =>
  ({
    requestId: 'r1',
    kind: 'EXCLUSION',
    caseId: 'c1',
    caseNo: '2611220000011',
    title: '路灯不亮',
    round: 1,
    unitId: 'cg',
    unitName: '城市管理局',
    status: 'REVIEWING',
    reason: 'LEGAL_PROCEDURE',
    explanation: '法院已立案',
    evidence: '立案通知书',
    closedAt: '2026-11-23T02:00:00Z',
    responded: 'YES',
    solved: 'NO',
    satisfied: 'NO',
    ratingReason: 'UNIT',
    verbatim: '没修好',
    requestedAt: '2026-11-24T02:00:00Z',
    grants: null,
    decisionReason: null,
    proposedAt: null,
    proposedBy: null,
    sentBack: null,
    endedAt: null,
    version: 3,
    ...more,
  }) as unknown as ScoreRequest;
const scoring = (more: object = {}) =>
  ({
    caseId: 'c1',
    caseNo: '2611220000011',
    status: 'CLOSED',
    round: 1,
    unitId: 'cg',
    unitName: '城市管理局',
    closedAt: '2026-11-23T02:00:00Z',
    contestUntil: UNTIL,
    excluded: false,
    ratingSetAside: false,
    exclusionHindrance: null,
    appealHindrance: null,
    requests: [],
    version: 7,
    ...more,
  }) as unknown as CaseScoring;

afterEach(() => {
  leaveAll();
  window.sessionStorage.clear();
  vi.restoreAllMocks();
});

describe('the score of a case', () => {
  beforeEach(() => signedIn('clerk'));

  it('offers the unit what it may ask, with the time', async () => {
    vi.spyOn(evaluation, 'scoring').mockResolvedValue(scoring());
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('score-ask-EXCLUSION')).not.toBeNull());
    expect(find('score-why-EXCLUSION')?.textContent).toContain('2026-11-30 10:00');
    find('score-ask-APPEAL')!.click();
    await nextTick();
    expect(find('score-form-APPEAL')).not.toBeNull();
    expect(find('score-submit')?.hasAttribute('disabled')).toBe(true);
  });

  it('keeps a button that cannot be used and says why', async () => {
    vi.spyOn(evaluation, 'scoring').mockResolvedValue(
      scoring({ exclusionHindrance: 'WINDOW_OVER', appealHindrance: 'ASKED_ALREADY' }),
    );
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('score-ask-EXCLUSION')).not.toBeNull());
    expect(find('score-ask-EXCLUSION')?.hasAttribute('disabled')).toBe(true);
    expect(find('score-why-EXCLUSION')?.textContent).toContain('申请期限已过');
    expect(find('score-why-EXCLUSION')?.textContent).toContain('2026-11-30 10:00');
    expect(find('score-why-APPEAL')?.textContent).toContain('每轮只能申请一次');
  });

  it('tells the unit how it was decided and why', async () => {
    vi.spyOn(evaluation, 'scoring').mockResolvedValue(
      scoring({
        exclusionHindrance: 'ASKED_ALREADY',
        requests: [request({ status: 'REFUSED', endedAt: UNTIL, decisionReason: '材料不足' })],
      }),
    );
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('score-decision')?.textContent).toBe('材料不足'));
    expect(find('score-state')?.textContent).toContain('计入考核');
  });

  it('says that what the centre answered at once is in no score, and nothing of a case that is open', async () => {
    const read = vi
      .spyOn(evaluation, 'scoring')
      .mockResolvedValue(scoring({ exclusionHindrance: 'NO_UNIT', appealHindrance: 'NO_UNIT', round: 0 }));
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('score-state')?.textContent).toContain('不计入任何单位考核'));
    leaveAll();

    read.mockResolvedValue(scoring({ status: 'HANDLING', closedAt: null, exclusionHindrance: 'NOT_CLOSED' }));
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    await nextTick();
    expect(find('case-score')).toBeNull();
  });

  it('says to who asked before that the result of another unit counts now', async () => {
    vi.spyOn(evaluation, 'scoring').mockResolvedValue(
      scoring({
        round: null,
        unitId: null,
        unitName: null,
        closedAt: null,
        contestUntil: null,
        exclusionHindrance: 'OTHER_UNIT',
        appealHindrance: 'OTHER_UNIT',
        requests: [request()],
      }),
    );
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('score-state')?.textContent).toContain('其他单位的结果办结'));
    expect(find('score-ask-EXCLUSION')).toBeNull();
  });

  it('only shows to the centre', async () => {
    signedIn('supervisor');
    vi.spyOn(evaluation, 'scoring').mockResolvedValue(scoring({ excluded: true }));
    await show(CaseScore, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('score-state')?.textContent).toContain('已剔除'));
    expect(find('score-ask-EXCLUSION')).toBeNull();
  });
});

describe('the list of a unit', () => {
  it('names what may be asked of each case, or why not, under exact counts', async () => {
    signedIn('unit-leader');
    const round = {
      ...request(),
      contestUntil: UNTIL,
      exclusion: null,
      appeal: 'REVIEWING',
      exclusionHindrance: 'WINDOW_OVER',
      appealHindrance: 'ASKED_ALREADY',
    } as unknown as ScoredRound;
    const rounds = vi
      .spyOn(evaluation, 'scoredRounds')
      .mockResolvedValue({ items: [round], count: 1, counts: { open: 4, over: 1 }, nextCursor: null } as never);
    vi.spyOn(evaluation, 'scoring').mockResolvedValue(scoring());
    await show(ScoredPage, '/scoring?tab=over', '/scoring');
    await vi.waitFor(() => expect(find('score-EXCLUSION-2611220000011')).not.toBeNull());
    expect(rounds.mock.calls[0]?.[0].tab).toBe('over');
    expect(find('tab-open')?.dataset.count).toBe('4');
    expect(find('tab-over')?.dataset.count).toBe('1');
    expect(find('score-EXCLUSION-2611220000011')?.textContent).toContain('申请期限已过');
    expect(find('score-APPEAL-2611220000011')).toBeNull();
    find('score-EXCLUSION-2611220000011')!.click();
    await vi.waitFor(() => expect(find('case-score')).not.toBeNull());
  });
});

describe('the requests about scores', () => {
  const listed = (one: ScoreRequest) =>
    vi
      .spyOn(evaluation, 'scoreRequests')
      .mockResolvedValue({ items: [one], count: 1, counts: { review: 1, confirm: 2, open: 3, decided: 5 }, nextCursor: null } as never);

  it('are reviewed with a reason', async () => {
    signedIn('assessment-clerk');
    listed(request());
    const propose = vi.spyOn(evaluation, 'proposeScore').mockResolvedValue({} as never);
    await show(ScoreRequestsPage, '/score-requests?request=r1', '/score-requests');
    await vi.waitFor(() => expect(find('score-propose')).not.toBeNull());
    expect(find('score-request-detail')?.textContent).toContain('没修好');
    expect(find('tab-confirm')?.dataset.count).toBe('2');
    find('score-grants-false')?.querySelector('input')?.click();
    await type('score-proposal-reason', '材料不足');
    await submit('score-propose');
    await vi.waitFor(() => expect(propose).toHaveBeenCalledWith(expect.any(String), 'r1', 3, false, '材料不足'));
  });

  it('are confirmed by another one', async () => {
    signedIn('supervisor');
    const proposed = { status: 'CONFIRMING', grants: true, decisionReason: '属实', proposedBy: 'u' };
    listed(request(proposed));
    await show(ScoreRequestsPage, '/score-requests?tab=confirm&request=r1', '/score-requests');
    await vi.waitFor(() => expect(find('score-own')).not.toBeNull());
    expect(find('score-confirm')).toBeNull();
    leaveAll();

    listed(request({ ...proposed, proposedBy: 'another' }));
    const confirm = vi.spyOn(evaluation, 'confirmScore').mockResolvedValue({} as never);
    await show(ScoreRequestsPage, '/score-requests?tab=confirm&request=r1', '/score-requests');
    await vi.waitFor(() => expect(find('score-confirm')).not.toBeNull());
    find('score-confirm')!.click();
    await vi.waitFor(() => expect(find('score-confirm-confirm')).not.toBeNull());
    find('score-confirm-confirm')!.click();
    await vi.waitFor(() => expect(confirm).toHaveBeenCalledWith(expect.any(String), 'r1', 3));
  });

  it('are sent back with words', async () => {
    signedIn('assessment-clerk');
    listed(request({ status: 'CONFIRMING', grants: true, decisionReason: '属实', proposedBy: 'another' }));
    const back = vi.spyOn(evaluation, 'returnScore').mockResolvedValue({} as never);
    await show(ScoreRequestsPage, '/score-requests?tab=confirm&request=r1', '/score-requests');
    await vi.waitFor(() => expect(find('score-back-open')).not.toBeNull());
    find('score-back-open')!.click();
    await nextTick();
    await type('score-back-reason', '请核对编号');
    await submit('score-back-submit');
    await vi.waitFor(() => expect(back).toHaveBeenCalledWith(expect.any(String), 'r1', 3, '请核对编号'));
  });
});
