import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { unanswered } from '../src/api/problem';
import LeaderPicker from '../src/leaders/LeaderPicker.vue';
import OwnedPage from '../src/leaders/OwnedPage.vue';
import OrdersPage from '../src/supervision/OrdersPage.vue';
import UnitPage from '../src/supervision/UnitPage.vue';
import { find, leaveAll, show, signedIn } from './shown';

const EMPTY = { items: [], count: 0, counts: {}, nextCursor: null } as never;
const CARDS = { items: [{ unitId: 'cg', unitName: '城管局', notices: 4, yellow: 3, red: 2, missed: 1 }] } as never;

beforeEach(() => {
  signedIn('supervisor', 'leader');
  vi.spyOn(intake, 'units').mockResolvedValue(EMPTY);
  vi.spyOn(dispatch, 'accountability').mockResolvedValue(EMPTY);
  vi.spyOn(dispatch, 'orders').mockResolvedValue(EMPTY);
  vi.spyOn(dispatch, 'owned').mockResolvedValue(EMPTY);
});
afterEach(() => {
  leaveAll();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const retry = () => find('problem-retry');
async function retried(): Promise<void> {
  await vi.waitFor(() => expect(retry()).not.toBeNull());
  retry()!.click();
  await vi.waitFor(() => expect(retry()).toBeNull());
}

describe('what could not be loaded', () => {
  it('is said where a leader is to be chosen, and can be asked for again', async () => {
    const leaders = vi.spyOn(dispatch, 'leaders').mockRejectedValueOnce(unanswered()).mockResolvedValue(EMPTY);
    await show(LeaderPicker, '/', '/', { name: 'owner-leader', modelValue: null });
    await retried();
    expect(leaders).toHaveBeenCalledTimes(2);
  });

  it('is said where a leader says a post', async () => {
    vi.spyOn(dispatch, 'leaders').mockRejectedValueOnce(unanswered()).mockResolvedValue(EMPTY);
    await show(OwnedPage, '/owned', '/owned');
    await vi.waitFor(() => expect(retry()).not.toBeNull());
    expect(find('post')).toBeNull();
    await retried();
    expect(find('post')).not.toBeNull();
  });

  it('is no zero on the page of a unit', async () => {
    vi.spyOn(dispatch, 'cards').mockRejectedValueOnce(unanswered()).mockResolvedValue(CARDS);
    await show(UnitPage, '/supervision/units/cg', '/supervision/units/:unitId');
    const numbers = () => [...find('unit-cards')!.querySelectorAll('dd')].map((one) => one.textContent);
    expect(numbers()).toEqual([]);
    await vi.waitFor(() => expect(retry()).not.toBeNull());
    expect(numbers()).toEqual([]);
    await retried();
    expect(numbers()).toEqual(['4', '3', '2', '1']);
  });

  it('is said in the place of the cards', async () => {
    vi.spyOn(dispatch, 'cards').mockRejectedValueOnce(unanswered()).mockResolvedValue(CARDS);
    await show(OrdersPage, '/orders', '/orders');
    await vi.waitFor(() => expect(find('cards')?.querySelector('[data-testid="problem"]')).not.toBeNull());
    await retried();
    expect(find('unit-cg')).not.toBeNull();
  });
});

describe('the cards of this year', () => {
  it.each([
    ['a unit', UnitPage, '/supervision/units/cg', '/supervision/units/:unitId'],
    ['all units', OrdersPage, '/orders', '/orders'],
  ])('are of the year that it is in Shanghai: %s', async (_, page, at, route) => {
    // Five in the morning of New Year's Day there.
    vi.useFakeTimers({ now: new Date('2026-12-31T21:00:00Z'), toFake: ['Date'] });
    const cards = vi.spyOn(dispatch, 'cards').mockResolvedValue(CARDS);
    await show(page, at, route);
    expect(cards).toHaveBeenCalledWith({ from: '2027-01-01', to: '2027-12-31' });
  });
});
