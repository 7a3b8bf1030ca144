import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { intake, type CaseDetail } from '../src/api/intake';
import CaseTransfer from '../src/desk/CaseTransfer.vue';
import TransfersPage from '../src/screening/TransfersPage.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

const detail = (more: object = {}) =>
  ({ caseId: 'c1', status: 'REGISTERED', version: 1, transfer: null, transferDeclined: null, ...more }) as unknown as CaseDetail;
const transfer = (more: object = {}) => ({
  target: 'POLICE_110',
  handedAt: '2026-11-22T01:00:00Z',
  dueAt: '2026-11-22T01:30:00Z',
  late: false,
  threePartyCall: true,
  externalRef: null,
  acknowledgedAt: null,
  ...more,
});

beforeEach(() => signedIn('operator'));
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('a transfer', () => {
  it('to an emergency number takes one key, and says whether three spoke', async () => {
    const hand = vi.spyOn(intake, 'transfer').mockResolvedValue({} as never);
    await show(CaseTransfer, '/', '/', { of: detail() });
    find('emergency-FIRE_119')!.click();
    await vi.waitFor(() =>
      expect(hand).toHaveBeenCalledWith(expect.any(String), 'c1', { target: 'FIRE_119', threePartyCall: true }),
    );
  });

  it('is acknowledged with their number, or comes back with a reason', async () => {
    const acknowledge = vi.spyOn(intake, 'acknowledgeTransfer').mockResolvedValue({} as never);
    const decline = vi.spyOn(intake, 'declineTransfer').mockResolvedValue({} as never);
    await show(CaseTransfer, '/', '/', { of: detail({ status: 'TRANSFERRED_OUT', transfer: transfer({ late: true }) }) });
    expect(find('emergency-keys')).toBeNull();
    expect(find('transfer-due')?.textContent).toContain('超期');
    find('transfer-acknowledge-open')!.click();
    await nextTick();
    await type('transfer-their-ref', 'J-17');
    await submit('transfer-acknowledge');
    await vi.waitFor(() => expect(acknowledge).toHaveBeenCalledWith(expect.any(String), 'c1', null, 'J-17'));

    find('transfer-decline-open')!.click();
    await nextTick();
    expect(find('transfer-decline')?.hasAttribute('disabled')).toBe(true);
    await type('transfer-decline-reason', '不属于警情');
    await submit('transfer-decline');
    await vi.waitFor(() => expect(decline).toHaveBeenCalledWith(expect.any(String), 'c1', '不属于警情'));
  });

  it('of what units handle is an emergency for whoever takes the call, and another person says that it was taken', async () => {
    signedIn('shift-lead');
    await show(CaseTransfer, '/', '/', { of: detail({ status: 'HANDLING' }) });
    expect(find('take-out-open')).not.toBeNull();
    leaveAll();
    signedIn('supervisor');
    const of = detail({ status: 'TRANSFERRED_OUT', transfer: transfer({ target: 'PETITION', reason: '属信访事项' }) });
    await show(CaseTransfer, '/', '/', { of });
    find('transfer-acknowledge-open')!.click();
    await nextTick();
    expect(find('transfer-by-another')).not.toBeNull();
  });

  it('that was acknowledged leaves nothing to do', async () => {
    const of = detail({ status: 'TRANSFERRED_OUT', transfer: transfer({ acknowledgedAt: '2026-11-22T01:10:00Z' }) });
    await show(CaseTransfer, '/', '/', { of });
    expect(find('transfer-acknowledged')).not.toBeNull();
    expect(find('transfer-acknowledge-open')).toBeNull();
  });
});

describe('the list of transfers', () => {
  it('says who has waited for how long and numbers its tabs by the counts of their lists', async () => {
    const row = { caseId: 'c1', caseNo: '2611220000011', title: '有人落水', kind: 'HELP', urgency: 'CRITICAL' };
    vi.spyOn(intake, 'transfers').mockImplementation(
      async ({ tab }) =>
        ({
          items: tab === 'acknowledged' ? [] : [{ ...row, transfer: transfer({ late: true }) }],
          count: tab === 'acknowledged' ? 0 : 1,
          nextCursor: null,
        }) as never,
    );
    await show(TransfersPage, '/transfers', '/transfers');
    await vi.waitFor(() => expect(find('tab-overdue')?.dataset.count).toBe('1'));
    expect(find('tab-acknowledged')?.dataset.count).toBe('0');
    expect(find('late-2611220000011')).not.toBeNull();
    find('tab-acknowledged')!.click();
    await vi.waitFor(() => expect(find('row-2611220000011')).toBeNull());
  });
});
