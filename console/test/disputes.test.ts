import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch, type Dispute } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import DispatchDialog from '../src/dispatch/DispatchDialog.vue';
import RequestsPage from '../src/dispatch/RequestsPage.vue';
import DisputesPage from '../src/disputes/DisputesPage.vue';
import { keepDraft } from '../src/shared/useDraft';
import { find, leaveAll, show, signedIn, submit, type } from './shown';
import { page, task } from './tasks';

vi.setConfig({ testTimeout: 30_000 });

const DISPUTE = {
  disputeId: 'd1',
  disputeNo: 1,
  caseId: 'c1',
  caseNo: '2611220000011',
  title: '路面塌陷',
  kind: 'HELP',
  urgency: 'NORMAL',
  categoryName: '道路',
  placeName: '阜安街道',
  state: 'OPEN',
  ground: 'CROSSED_DUTIES',
  interim: { unitId: 'cg', unitName: '城管局' },
  concerned: [
    { unitId: 'cg', unitName: '城管局' },
    { unitId: 'zj', unitName: '住建局' },
  ],
  request: { reason: 'NOT_OUR_DUTY', basis: '三定方案' },
  opinions: [],
  mayStateFor: [],
  light: 'RED',
  late: true,
  workMinutes: 960,
  version: 3,
} as unknown as Dispute;
const PRECEDENT = {
  disputeId: 'd0',
  placeName: '阜安街道',
  sameDistrict: true,
  lead: { unitId: 'jt', unitName: '交通局' },
  co: [],
  reason: '属交通设施',
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
  vi.spyOn(dispatch, 'rulingTimes').mockResolvedValue({
    from: '2026-08-24T01:00:00Z',
    ruled: 3,
    meanWorkMinutes: 600,
    medianWorkMinutes: 120,
  });
  vi.spyOn(dispatch, 'caseDisputes').mockResolvedValue({
    items: [],
    count: 0,
    precedents: [PRECEDENT],
    returnsAsked: 2,
    disputeAfter: 2,
    rulingRenews: true,
  } as never);
});
afterEach(() => {
  leaveAll();
  window.sessionStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const moment = () => vi.advanceTimersByTimeAsync(100);

async function choose(name: string): Promise<void> {
  find(name)!.querySelector('input')!.click();
  await nextTick();
}

async function disputes(role: 'dispatcher' | 'clerk', over: Partial<Dispute> = {}): Promise<void> {
  signedIn(role);
  vi.spyOn(dispatch, 'disputes').mockResolvedValue(page({ ...DISPUTE, ...over } as never));
  await show(DisputesPage, '/disputes', '/disputes');
  await moment();
}

describe('a return', () => {
  it('may be taken to the units concerned; who was proposed is among them, and precedents are shown', async () => {
    signedIn('dispatcher');
    const row = task(1, {
      role: 'LEAD',
      request: {
        kind: 'RETURN',
        requestNo: 2,
        reason: 'NOT_OUR_DUTY',
        basis: '三定方案',
        suggestedUnitId: 'zj',
        requestedAt: null,
      },
      allowances: { returning: {}, extension: {} },
    });
    vi.spyOn(dispatch, 'requests').mockResolvedValue(page(row));
    const convene = vi.spyOn(dispatch, 'convene').mockResolvedValue({} as never);
    await show(RequestsPage, '/requests', '/requests');
    await moment();
    find('convene-2611220000011')!.click();
    await moment();
    expect(find('precedents')?.textContent).toContain('属交通设施');
    expect(find('returns-asked')?.textContent).toContain('2');
    await choose('convene-ground-REPEATED_RETURNS');
    await submit('convene-submit');
    await moment();
    expect(convene.mock.calls[0]?.[2]).toEqual({ ground: 'REPEATED_RETURNS', note: null, concernedUnitIds: ['zj'] });
    expect(find('convene-dialog')).toBeNull();
  });
});

describe('a dispatch', () => {
  const waiting = { caseId: 'c1', caseNo: '2611220000011', title: '路面塌陷', version: 3, suggestion: null };

  it('shows earlier rulings about the category beside the choice of the unit', async () => {
    signedIn('dispatcher');
    await show(DispatchDialog, '/', '/', { waiting });
    await moment();
    expect(find('precedents')?.textContent).toContain('交通局');
  });

  it('does not wait for them', async () => {
    signedIn('dispatcher');
    vi.mocked(dispatch.caseDisputes).mockRejectedValue(new Error('away'));
    keepDraft('dispatch.c1.3', { lead: 'cg', others: [], reason: '' });
    const send = vi.spyOn(dispatch, 'dispatch').mockResolvedValue({} as never);
    await show(DispatchDialog, '/', '/', { waiting });
    await moment();
    await submit('dispatch-submit');
    await moment();
    expect(find('precedents')).toBeNull();
    expect(send).toHaveBeenCalledOnce();
  });
});

describe('a dispute', () => {
  it('is ruled by a dispatcher, and may become the rule', async () => {
    await disputes('dispatcher');
    expect(find('dispute-age')?.textContent).toContain('2 工作日');
    expect(find('opinion-form')).toBeNull();
    const rule = vi.spyOn(dispatch, 'ruleDispute').mockResolvedValue({} as never);
    find('rule-open')!.click();
    await moment();
    await type('ruling-reason', '道路养护归城管');
    await choose('ruling-rule-CATEGORY');
    await submit('ruling-submit');
    await moment();
    expect(rule.mock.calls[0]?.[1].version).toBe(3);
    expect(rule.mock.calls[0]?.[2]).toEqual({
      leadUnitId: 'cg',
      coUnitIds: [],
      reason: '道路养护归城管',
      rule: 'CATEGORY',
    });
  });

  it('stands beside how long rulings take, for the centre alone', async () => {
    await disputes('dispatcher');
    expect(find('ruling-times')?.textContent).toContain('中位数 2 小时');
    leaveAll();
    await disputes('clerk');
    expect(find('ruling-times')).toBeNull();
  });

  it.each([
    [true, '重新起算全部时限'],
    [false, '答复按剩余时限'],
  ])('says which limits the next lead has, as it is set: in full %s', async (rulingRenews, words) => {
    keepDraft('ruling.d1', { leadUnitId: 'zj' });
    vi.mocked(dispatch.caseDisputes).mockResolvedValue({ items: [], count: 0, precedents: [], rulingRenews } as never);
    await disputes('dispatcher');
    find('rule-open')!.click();
    await moment();
    expect(find('ruling-hint')?.textContent).toContain(words);
  });

  it('is answered by a unit that was convened, with its legal basis', async () => {
    await disputes('clerk', { mayStateFor: ['zj'] });
    expect(find('rule-open')).toBeNull();
    const state = vi.spyOn(dispatch, 'stateOpinion').mockResolvedValue({} as never);
    await choose('opinion-stance-NOT_OURS');
    await type('opinion-basis', '权责清单第 12 条');
    await submit('opinion-submit');
    await moment();
    expect(state.mock.calls[0]?.[2]).toMatchObject({
      unitId: 'zj',
      stance: 'NOT_OURS',
      legalBasis: '权责清单第 12 条',
    });
  });

  it('that has ended is read and not answered', async () => {
    await disputes('dispatcher', { state: 'ENDED', ending: 'REPLIED' });
    expect(find('rule-open')).toBeNull();
    expect(find('dispute-2611220000011-1')?.textContent).toContain('会商终止');
  });
});
