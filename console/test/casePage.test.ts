import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake, type CaseDetail } from '../src/api/intake';
import { ApiProblem } from '../src/api/problem';
import { reporting } from '../src/api/reporting';
import CasePage from '../src/desk/CasePage.vue';
import { find, leaveAll, show, signedIn } from './shown';

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

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(intake, 'case').mockResolvedValue(DETAIL);
    vi.spyOn(dispatch, 'case').mockRejectedValue(absent());
    vi.spyOn(reporting, 'timeline').mockResolvedValue(LIFE as never);
  });

  async function opened(): Promise<void> {
    await show(CasePage, '/cases/c1', '/cases/:caseId');
    await vi.advanceTimersByTimeAsync(0);
  }

  it.each([true, false])('offers the contact to whom it would be told: %s', async (mayAskContact) => {
    vi.mocked(intake.case).mockResolvedValue({ ...DETAIL, mayAskContact });
    await opened();
    expect(find('contact-open') !== null).toBe(mayAskContact);
  });
});
