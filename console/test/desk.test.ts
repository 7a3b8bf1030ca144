import { nextTick, reactive } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { useTokens } from '../src/api/http';
import { intake, type CallerCard as Card, type CasePage as Page } from '../src/api/intake';
import { unanswered } from '../src/api/problem';
import CallerCard from '../src/desk/CallerCard.vue';
import CaseListPage from '../src/desk/CaseListPage.vue';
import { plausiblePhone } from '../src/desk/registration';
import { all, find, leaveAll, show, signedIn, submit, type } from './shown';

vi.setConfig({ testTimeout: 30_000 });

const row = (no: number, status: string) => ({
  caseId: `c${no}`,
  caseNo: `26112200000${no}1`,
  title: `路灯不亮 ${no}`,
  kind: 'HELP',
  urgency: 'NORMAL',
  channel: 'PHONE',
  status,
  registeredAt: '2026-11-22T01:00:00Z',
});
const page = (...items: object[]) => ({ items, count: items.length, nextCursor: null }) as unknown as Page;

beforeEach(() => {
  window.history.replaceState(null, '');
  signedIn('operator');
});
afterEach(() => {
  leaveAll();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const card = (...rows: ReturnType<typeof row>[]) =>
  ({
    cases: rows.map((one) => ({ ...one, open: one.status === 'HANDLING', solved: one.status === 'CLOSED' ? 'PARTLY' : null })),
    openCount: rows.filter((one) => one.status === 'HANDLING').length,
    yearCount: rows.length,
    allCount: rows.length,
    confidential: false,
    marks: [],
  }) as unknown as Card;

describe('a caller who has called before', () => {
  const caller = reactive({ phone: '' });
  let search: MockInstance<typeof intake.readCaller>;

  beforeEach(() => {
    vi.useFakeTimers();
    search = vi.spyOn(intake, 'readCaller').mockResolvedValue(card());
  });

  async function typed(phone: string): Promise<void> {
    caller.phone = phone;
    await show(CallerCard, '/', '/', caller);
    await vi.advanceTimersByTimeAsync(500);
  }

  it('is recognised by the number, with the open cases first and three of the others', async () => {
    search.mockResolvedValue(
      card(row(1, 'CLOSED'), row(2, 'WITHDRAWN'), row(3, 'CLOSED'), row(4, 'CLOSED'), row(5, 'CLOSED'), row(6, 'HANDLING')),
    );
    await typed('138 0000 1234');
    expect(search).toHaveBeenCalledWith('13800001234');
    expect(all('caller-case-').map((one) => one.dataset.testid)).toEqual(
      [6, 1, 2, 3].map((no) => `caller-case-26112200000${no}1`),
    );
    expect(find('caller-cases')?.textContent).toContain('2026-11-22 09:00');
    expect(document.querySelector('[role="status"]')?.textContent).toContain('1 件工单在办');
    expect(find('caller-supplement-2611220000061')?.getAttribute('href')).toBe('/cases/c6?act=supplement');
    expect(find('caller-urge-2611220000061')?.getAttribute('href')).toBe('/cases/c6?act=urge');
    expect(find('caller-result-2611220000011')?.textContent).toContain('基本解决');
    // What has ended can be read, and nothing more.
    expect(find('caller-urge-2611220000011')).toBeNull();
  });

  it('is not looked for by half a number, or by a name', async () => {
    await typed('1380000');
    caller.phone = '王示例';
    await vi.advanceTimersByTimeAsync(500);
    expect(search).not.toHaveBeenCalled();
    expect(find('caller-cases')).toBeNull();
  });

  it('is not taken for the one whose number was typed before', async () => {
    let answerLate: (found: Card) => void = () => undefined;
    search.mockImplementationOnce(() => new Promise((resolve) => (answerLate = resolve)));
    await typed('13800001234');
    caller.phone = '13900001234';
    await nextTick();
    answerLate(card(row(1, 'HANDLING')));
    await vi.advanceTimersByTimeAsync(500);
    expect(find('caller-cases')).toBeNull();
  });

  it('may be one after a failure, which is said and can be tried again', async () => {
    search.mockRejectedValueOnce(unanswered());
    await typed('0532-85550000');
    expect(find('caller-failed')?.textContent).toContain('未能查到');
    expect(find('problem')).toBeNull();
    search.mockResolvedValue(card(row(1, 'HANDLING')));
    find('caller-retry')!.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(find('caller-cases')).not.toBeNull();
  });
});

describe('a telephone number', () => {
  it.each([
    ['138 0000 1234', '13800001234'],
    ['+86 138-0000-1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['0532-85550000', '053285550000'],
    ['8555 0000', '85550000'],
    ['138000012', null],
    ['12345', null],
    ['2611220000174', null],
    ['', null],
  ])('is looked for when it is a whole one: %s', (typed, looked) => {
    expect(plausiblePhone(typed)).toBe(looked);
  });
});

describe('a search for cases', () => {
  it('puts what is searched for into no address', async () => {
    useTokens(null);
    const asked: { url: string; body: unknown }[] = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      // Who holds what was found is asked elsewhere, by its ids.
      if (url.includes('/dispatch/api/case-holders')) {
        return new Response(JSON.stringify({ items: [], count: 0 }));
      }
      asked.push({ url, body: init.body ? JSON.parse(String(init.body)) : null });
      return new Response(JSON.stringify(page(row(1, 'HANDLING'))));
    });
    const { router, leave } = await show(CaseListPage, '/desk/cases?status=HANDLING', '/desk/cases');
    await vi.waitFor(() => expect(find('row-2611220000011')).not.toBeNull());
    await type('cases-search', '13800001234');
    await submit('cases-search');
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(new URL(asked[1]!.url).pathname + new URL(asked[1]!.url).search).toBe('/intake/api/case-searches');
    expect(asked[1]!.body).toMatchObject({ q: '13800001234', status: 'HANDLING', kind: null });
    expect(router.currentRoute.value.fullPath).not.toContain('138');

    // The way back leads to the same search; the desk chosen in the menu is the whole list again.
    leave();
    await show(CaseListPage, '/desk/cases?status=HANDLING', '/desk/cases');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]!.body).toMatchObject({ q: '13800001234' });
  });
});
