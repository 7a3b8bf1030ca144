import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { evaluation, type SpotCheckDetail, type SpotDraw } from '../src/api/evaluation';
import { intake } from '../src/api/intake';
import DrawsPage from '../src/spotchecks/DrawsPage.vue';
import FieldPaperPage from '../src/spotchecks/FieldPaperPage.vue';
import SpotCheckPage from '../src/spotchecks/SpotCheckPage.vue';
import SpotChecksPage from '../src/spotchecks/SpotChecksPage.vue';
import { contradicts, resultOf } from '../src/spotchecks/parts';
import { all, find, leaveAll, show, signedIn } from './shown';

vi.mock('element-plus/es/components/select/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/input-number/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/message/style/css', () => ({}));

const ROW = {
  checkId: 'k1',
  drawId: 'd1',
  caseId: 'c1',
  caseNo: '2611220000011',
  title: '路灯不亮',
  caseStatus: 'CLOSED',
  round: 1,
  unitId: 'cg',
  unitName: '城市管理局',
  leadUnitId: 'cg',
  category: '01',
  basis: 'PROPORTIONAL',
  signals: ['QUICK_REPLY'],
  status: 'CHECKING',
  drawnAt: '2026-11-24T02:00:00Z',
  dueAt: '2026-12-08T02:00:00Z',
  light: 'GREEN',
  remainingWorkMinutes: 3000,
  checker: null,
  finding: null,
  obstacle: null,
  reopenUntil: '2026-12-08T02:00:00Z',
  endedAt: null,
  version: 0,
};
const detail = (check: object = {}, more: object = {}) =>
  ({
    check: { ...ROW, ...check },
    content: '三盏路灯不亮',
    demand: '修好',
    closedAt: '2026-11-23T02:00:00Z',
    claim: {
      contacted: true,
      solved: true,
      signedAt: '2026-11-22T02:00:00Z',
      repliedAt: '2026-11-22T02:09:00Z',
      minutesToReply: 9,
    },
    citizen: {
      callback: 'EVALUATED',
      attempts: 1,
      via: 'AGENT',
      responded: 'NO',
      solved: 'YES',
      satisfied: 'YES',
      requestTrue: 'YES',
      reason: null,
      verbatim: '没有人联系过我',
    },
    report: null,
    mayCheck: true,
    mayConfirm: false,
    ...more,
  }) as unknown as SpotCheckDetail;
const REPORT = {
  contacted: 'NO',
  checkedAt: '2026-11-25T02:00:00Z',
  place: '北门',
  evidence: '照片 1',
  notes: '仍未修',
  reportedAt: '2026-11-25T03:00:00Z',
  sentBack: null,
  confirmedBy: null,
};
const text = (id: string) => find(id)?.textContent ?? '';

async function opened(one: SpotCheckDetail): Promise<Awaited<ReturnType<typeof show>>> {
  vi.spyOn(evaluation, 'spotCheck').mockResolvedValue(one);
  const shown = await show(SpotCheckPage, '/spot-checks/k1', '/spot-checks/:checkId');
  await vi.waitFor(() => expect(find('claim-table')).not.toBeNull());
  return shown;
}

beforeEach(() => {
  signedIn('supervisor');
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-26T00:00:00Z'));
  vi.spyOn(dispatch, 'proofs').mockResolvedValue({ items: [], count: 0 } as never);
  vi.spyOn(intake, 'categories').mockResolvedValue({ items: [] } as never);
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
});
afterEach(() => {
  leaveAll();
  window.sessionStorage.clear();
  vi.restoreAllMocks();
});

describe('one drawn case', () => {
  it('shows what the unit claims beside what the citizen said, and where that cannot both be true', async () => {
    await opened(detail());
    expect(text('compare-contact')).toContain('诉求人否认');
    expect(text('compare-solved')).not.toContain('诉求人否认');
    expect(text('claim-table')).toContain('9');
    expect(text('spot-signals')).toContain('很快答复');
    expect(find('spot-take')).not.toBeNull();
    expect(find('field-form')).toBeNull();
  });

  it('is reported by who took it, and by nobody who had a hand in the case', async () => {
    await opened(detail({ checker: 'u', version: 1 }));
    expect(find('field-form')).not.toBeNull();
    expect(find('spot-submit')).not.toBeNull();
    leaveAll();
    await opened(detail({}, { mayCheck: false }));
    expect(find('spot-take')).toBeNull();
  });

  it('is signed by another', async () => {
    const confirm = vi.spyOn(evaluation, 'confirmSpotCheck').mockResolvedValue({} as never);
    await opened(
      detail({ status: 'CONFIRMING', checker: 'v', finding: 'NOT_DONE', version: 2 }, { report: REPORT, mayConfirm: true }),
    );
    expect(text('field-report')).toContain('照片 1');
    find('spot-confirm')?.click();
    await nextTick();
    find('spot-confirm-confirm')?.click();
    await vi.waitFor(() => expect(confirm).toHaveBeenCalledWith(expect.any(String), 'k1', 2));
    leaveAll();
    await opened(detail({ status: 'CONFIRMING', checker: 'u', finding: 'DONE', version: 2 }, { report: REPORT }));
    expect(find('spot-confirm')).toBeNull();
    expect(find('spot-own')).not.toBeNull();
  });

  it('leads to the form of reopening, filled in, while that is possible', async () => {
    const failed = { status: 'RECORDED', checker: 'v', finding: 'NOT_DONE', endedAt: '2026-11-25T04:00:00Z' };
    const { router } = await opened(detail(failed, { report: REPORT }));
    expect(text('spot-result')).toContain('虚假办结');
    find('spot-reopen')?.click();
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/cases/c1?reopen=form'));
    expect(window.sessionStorage.getItem('hotline.draft.reopening.c1')).toContain('SPOT_CHECK');
    leaveAll();
    await opened(detail({ ...failed, caseStatus: 'ARCHIVED' }, { report: REPORT }));
    expect(find('spot-reopen')).toBeNull();
    leaveAll();
    for (const finding of ['DONE', 'CANNOT_TELL']) {
      await opened(detail({ ...failed, finding }, { report: REPORT }));
      expect(find('spot-reopen')).toBeNull();
      leaveAll();
    }
    await opened(detail({ ...failed, finding: 'PARTLY' }, { report: REPORT }));
    find('spot-reopen')?.click();
    await vi.waitFor(() => expect(window.sessionStorage.getItem('hotline.draft.reopening.c1')).toContain('仅部分'));
  });

  it('leads to an order while the checked unit has the case, and to none for another unit', async () => {
    const again = { status: 'RECORDED', checker: 'v', finding: 'NOT_DONE', caseStatus: 'HANDLING' };
    await opened(detail(again, { report: REPORT }));
    expect(find('spot-order')).not.toBeNull();
    leaveAll();
    await opened(detail({ ...again, leadUnitId: 'jt' }, { report: REPORT }));
    expect(find('spot-order')).toBeNull();
  });

  it('says what the unit answered for already, and asks before it answers twice', async () => {
    const failed = { status: 'RECORDED', checker: 'v', finding: 'NOT_DONE', endedAt: '2026-11-25T04:00:00Z' };
    const record = { recordId: 'r', paperNo: 'TB2026-0001', measure: 'CRITICISM', reason: 'FALSE_HANDLING', heldOn: '2026-11-25' };
    const asked = vi.spyOn(dispatch, 'accountability').mockResolvedValue({ items: [], count: 0 } as never);
    await opened(detail(failed, { report: REPORT }));
    await vi.waitFor(() => expect(find('spot-records')?.dataset.count).toBe('0'));
    expect(asked.mock.lastCall?.[0]).toMatchObject({ unit: 'cg', case: 'c1' });
    leaveAll();
    asked.mockResolvedValue({ items: [record], count: 1 } as never);
    await opened(detail(failed, { report: REPORT }));
    await vi.waitFor(() => expect(find('record-TB2026-0001')).not.toBeNull());
    find('spot-record')?.click();
    await nextTick();
    expect(find('record-dialog')).toBeNull();
    expect(find('spot-record-confirm')).not.toBeNull();
    leaveAll();
    await opened(detail({ ...failed, finding: 'PARTLY' }, { report: REPORT }));
    expect(find('spot-records')).toBeNull();
  });

  it('is given to one of the list, who can leave it', async () => {
    const walker = { userRef: 'w', unitId: 'cg', post: '核查一组 1 号' };
    const self = { userRef: 'u', unitId: 'cg', post: '核查一组 2 号' };
    vi.spyOn(evaluation, 'checkers').mockResolvedValue({ items: [walker, self], count: 2 } as never);
    const takenOff = vi.spyOn(evaluation, 'removeSpotChecker').mockResolvedValue({} as never);
    await opened(detail());
    await vi.waitFor(() => expect(find('spot-own-post')?.dataset.post).toBe('核查一组 2 号'));
    expect(find('spot-take-off')).toBeNull();
    find('spot-leave')?.click();
    await nextTick();
    find('spot-leave-confirm')?.click();
    await vi.waitFor(() => expect(takenOff).toHaveBeenCalledWith(expect.any(String), 'u'));
  });

  it('is printed with two signatures', async () => {
    vi.spyOn(evaluation, 'spotCheck').mockResolvedValue(detail());
    await show(FieldPaperPage, '/spot-checks/k1/paper', '/spot-checks/:checkId/paper');
    await vi.waitFor(() => expect(find('field-sheet')).not.toBeNull());
    expect(find('signature-one')).not.toBeNull();
    expect(find('signature-two')).not.toBeNull();
    expect(text('field-sheet')).toContain('☐');
  });
});

describe('the lists', () => {
  it('counts each tab as the service does', async () => {
    const asked = vi.spyOn(evaluation, 'spotChecks').mockResolvedValue({
      items: [ROW],
      count: 1,
      counts: { check: 1, mine: 0, confirm: 2, ended: 3, failed: 1 },
      nextCursor: null,
    } as never);
    await show(SpotChecksPage, '/spot-checks?draw=d1', '/spot-checks');
    await vi.waitFor(() => expect(find('row-2611220000011')).not.toBeNull());
    expect(find('tab-confirm')?.dataset.count).toBe('2');
    expect(asked.mock.lastCall?.[0]).toMatchObject({ tab: 'check', draw: 'd1' });
    find('tab-failed')?.click();
    await vi.waitFor(() => expect(asked.mock.lastCall?.[0]).toMatchObject({ tab: 'failed', draw: 'd1' }));
  });

  it('shows of a draw its seed, and draws again', async () => {
    const draw = {
      drawId: 'd1',
      drawnAt: '2026-11-24T02:00:00Z',
      drawnBy: 'u',
      from: '2026-11-01',
      to: '2026-12-01',
      unitId: null,
      unitName: null,
      category: null,
      share: null,
      sampleSize: 2,
      basis: 'PROPORTIONAL',
      weights: null,
      algorithm: 'stratified-sha256/1',
      seed: 'ab'.repeat(32),
      frameSize: 9,
      frameSha256: 'cd'.repeat(32),
      progress: { checking: 2, confirming: 0, recorded: 0, notDone: 0, notMade: 0 },
      strata: [{ unitId: 'cg', unitName: '城市管理局', category: '01', signalled: false, size: 9, weight: 1, drawn: 2 }],
    } as unknown as SpotDraw;
    vi.spyOn(evaluation, 'spotDraws').mockResolvedValue({
      items: [draw],
      count: 1,
      totals: { drawn: 9, open: 2, recorded: 4, notMade: 3 },
      nextCursor: null,
    } as never);
    vi.spyOn(evaluation, 'spotDraw').mockResolvedValue(draw as never);
    vi.spyOn(evaluation, 'suspiciousClosings').mockResolvedValue({ items: [], count: 0, nextCursor: null } as never);
    const redraw = { equal: true, frameIntact: true, algorithmKnown: true, drawn: 2, missing: [], added: [] };
    vi.spyOn(evaluation, 'redraw').mockResolvedValue(redraw as never);
    await show(DrawsPage, '/spot-draws?draw=d1', '/spot-draws');
    await vi.waitFor(() => expect(text('draw-seed')).toBe('ab'.repeat(32)));
    expect(all('draw-d1')[0]?.textContent).toContain('2026-11-30');
    expect(find('draw-totals')?.dataset.drawn).toBe('9');
    find('draw-verify')?.click();
    await vi.waitFor(() => expect(find('draw-verified')?.dataset.equal).toBe('true'));
  });

  it('gives an assessment clerk the draws to read, and nothing to draw', async () => {
    signedIn('assessment-clerk');
    vi.spyOn(evaluation, 'spotDraws').mockResolvedValue({ items: [], count: 0, nextCursor: null } as never);
    const suspicious = vi.spyOn(evaluation, 'suspiciousClosings');
    await show(DrawsPage, '/spot-draws', '/spot-draws');
    await nextTick();
    expect(find('draw-open')).toBeNull();
    expect(suspicious).not.toHaveBeenCalled();
  });
});

it('says in words what a check came to', () => {
  expect(resultOf({ ...ROW, status: 'RECORDED', finding: 'PARTLY' } as never)).toBe('spotcheck.finding.PARTLY');
  expect(resultOf({ ...ROW, status: 'NOT_MADE', obstacle: 'NO_ACCESS' } as never)).toBe('spotcheck.obstacle.NO_ACCESS');
  expect(resultOf(ROW as never)).toBeNull();
  expect(contradicts(true, 'NO')).toBe(true);
  expect(contradicts(null, 'NO')).toBe(false);
  expect(contradicts(true, 'UNKNOWN')).toBe(false);
});
