import { createApp, nextTick } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTokens } from '../src/api/http';
import { follow, type StreamEvent, type StreamState } from '../src/api/stream';
import type { Role } from '../src/auth/roles';
import { person } from '../src/auth/session';
import CockpitPage from '../src/cockpit/CockpitPage.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import { saveFile } from '../src/shared/saveFile';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/drawer/style/css', () => ({}));
vi.mock('../src/api/stream');
// It asks for itself, and what is asked here is counted.
vi.mock('../src/spotchecks/DrawTotals.vue', () => ({ default: { render: () => null } }));
vi.mock('../src/shared/saveFile');

addWords(staff.zh, staff.en);

const HEADLINE = '/reporting/api/headline';
const BY_UNIT = '/reporting/api/headline/by-unit';
const CASES = '/reporting/api/cases';
const EXPORT = '/reporting/api/cases/export.csv';
const ROLES = Object.keys(staff.zh.role) as Role[];

interface Asked {
  path: string;
  query: Record<string, string>;
  answer: (response: Response) => void;
}

function headline(accepted: number) {
  const rate = { numerator: 0, denominator: 0, unknown: 0 };
  return {
    accepted,
    closed: 0,
    open: accepted,
    overdue: 0,
    withdrawn: 0,
    reopened: 0,
    excluded: 0,
    ratingSetAside: 0,
    satisfied: 0,
    selfRated: 0,
    splitOff: 0,
    fromPaper: 0,
    fromOldSystem: 0,
    rates: {
      responded: rate,
      solved: rate,
      satisfied: rate,
      excluded: rate,
      fakeClose: {
        numerator: 0,
        denominator: 0,
        low: null as number | null,
        high: null as number | null,
        partly: 0,
        cannotTell: 0,
        notMade: 0,
        weighted: 0,
      },
    },
  };
}
const numbers = (accepted: number) => new Response(JSON.stringify(headline(accepted)));
const away = () => new Response('', { status: 503 });

const stopStream = vi.fn();
let asked: Asked[];
let router: Router;
let page: HTMLElement;
let leave: () => void = () => undefined;

const find = (id: string) => page.querySelector<HTMLElement>(`[data-testid="${id}"]`);
const accepted = () => find('headline-accepted')?.dataset.value;
const of = (path: string) => asked.filter((one) => one.path === path);

/** Every promise that is already settled has been told. */
async function told(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await nextTick();
  }
}

async function opened(query: Record<string, string>, roles: Role[] = ['leader']): Promise<void> {
  person.value = { userId: 'u', login: 'u', name: 'u', roles, unit: null, unitPath: null, gridPath: null };
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/cockpit', component: CockpitPage }] });
  await router.push({ path: '/cockpit', query });
  page = document.createElement('div');
  const app = createApp(CockpitPage);
  app.use(i18n).use(router).mount(page);
  leave = () => app.unmount();
  await told();
}

async function streamed(accepted: number): Promise<void> {
  const onEvent = vi.mocked(follow).mock.lastCall?.[2] as (event: StreamEvent) => void;
  onEvent({ event: 'headline', data: JSON.stringify(headline(accepted)) });
  await told();
}

beforeEach(() => {
  useTokens(null);
  vi.useFakeTimers({ now: new Date('2026-11-22T15:59:30Z') }); // 23:59:30 in Shanghai
  vi.mocked(follow).mockReset().mockReturnValue(stopStream);
  vi.mocked(saveFile).mockReset();
  stopStream.mockReset();
  asked = [];
  vi.stubGlobal('fetch', (url: string) => {
    const { pathname, searchParams } = new URL(url);
    return new Promise<Response>((answer) => {
      asked.push({ path: pathname, query: Object.fromEntries(searchParams), answer });
    });
  });
});
afterEach(() => {
  leave();
  person.value = null;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a cockpit that is left open', () => {
  it.each([
    ['today', { from: '2026-11-22', to: '2026-11-23' }, { from: '2026-11-23', to: '2026-11-24' }],
    ['yesterday', { from: '2026-11-21', to: '2026-11-22' }, { from: '2026-11-22', to: '2026-11-23' }],
    ['week', { from: '2026-11-16', to: '2026-11-23' }, { from: '2026-11-23', to: '2026-11-24' }],
    ['month', { from: '2026-11-01', to: '2026-11-23' }, { from: '2026-11-01', to: '2026-11-24' }],
  ])('on %s asks for the new day after midnight', async (period, before, after) => {
    await opened({ period });
    expect(of(HEADLINE).at(-1)?.query).toEqual(before);
    vi.advanceTimersByTime(60_000);
    await told();
    expect(of(HEADLINE).at(-1)?.query).toEqual(after);
    expect(stopStream).toHaveBeenCalledTimes(1);
    expect(vi.mocked(follow).mock.lastCall?.[1]).toMatchObject(after);
  });

  it('keeps its stream as long as the question is the same', async () => {
    await opened({});
    vi.advanceTimersByTime(120_000);
    await told();
    await router.replace({ query: { list: 'open' } });
    await told();
    expect(follow).toHaveBeenCalledTimes(1);
    expect(stopStream).not.toHaveBeenCalled();
  });

  it('looks at the clock no more once somebody has gone elsewhere', async () => {
    const clear = vi.spyOn(window, 'clearInterval');
    const set = vi.spyOn(window, 'setInterval');
    await opened({ period: 'today' });
    const timer = set.mock.results[set.mock.calls.findIndex(([, every]) => every === 60_000)]?.value;
    expect(timer).toBeDefined();
    leave();
    leave = () => undefined;
    expect(clear).toHaveBeenCalledWith(timer);
  });
});

describe('an answer that comes late', () => {
  it('is dropped when another period was chosen meanwhile', async () => {
    await opened({ period: 'today' });
    await router.replace({ query: { period: 'yesterday' } });
    await told();
    const [first, second] = of(HEADLINE);
    second?.answer(numbers(7));
    await told();
    expect(accepted()).toBe('7');
    first?.answer(numbers(99));
    await told();
    expect(accepted()).toBe('7');
  });

  it('is no trouble of another unit', async () => {
    await opened({ unit: 'cg' });
    await router.replace({ query: { unit: 'jt' } });
    await told();
    of(HEADLINE)[0]?.answer(away());
    await told();
    expect(find('problem')).toBeNull();
  });
});

describe('days of one\'s own', () => {
  it('ask for nothing until both are named', async () => {
    await opened({ period: 'custom' });
    expect(asked).toEqual([]);
    expect(follow).not.toHaveBeenCalled();
    expect(find('choose-range')).not.toBeNull();
    expect(find('export')?.hasAttribute('disabled')).toBe(true);

    await router.replace({ query: { period: 'custom', from: '2026-11-01', to: '2026-11-02' } });
    await told();
    const range = { from: '2026-11-01', to: '2026-11-03' };
    expect(of(HEADLINE).map((one) => one.query)).toEqual([range]);
    expect(of(BY_UNIT).map((one) => one.query)).toEqual([range]);
    expect(follow).toHaveBeenCalledTimes(1);
    expect(find('choose-range')).toBeNull();
  });
});

describe('the live line', () => {
  const shown = () => find('live')?.dataset.state;

  it('that comes back with a new token does not flash', async () => {
    await opened({});
    const onState = vi.mocked(follow).mock.lastCall?.[3] as (state: StreamState) => void;
    onState('live');
    await told();
    onState('waiting');
    vi.advanceTimersByTime(1_000);
    onState('connecting');
    await told();
    expect(shown()).toBe('live');
    onState('live');
    vi.advanceTimersByTime(10_000);
    await told();
    expect(shown()).toBe('live');

    onState('waiting');
    vi.advanceTimersByTime(3_000);
    await told();
    expect(shown()).toBe('waiting');
    onState('live');
    await told();
    expect(shown()).toBe('live');
  });
});

describe('the table of units', () => {
  function row(unit: string, accepted: number, satisfied: number, rated: number) {
    const one = headline(accepted);
    return {
      ...one,
      unit,
      unitName: unit,
      rates: { ...one.rates, satisfied: { numerator: satisfied, denominator: rated, unknown: 0 } },
    };
  }
  async function table(...items: unknown[]): Promise<void> {
    of(BY_UNIT).at(-1)?.answer(new Response(JSON.stringify({ items, count: items.length })));
    await told();
  }
  const units = () =>
    [...page.querySelectorAll<HTMLElement>('[data-testid^="unit-row-"]')].map((one) => one.dataset.testid?.slice(9));

  it('opens of a line the cases of the unit alone', async () => {
    await opened({});
    await streamed(50);
    await table(row('d1', 5, 0, 0));
    find('unit-d1-accepted')?.click();
    await vi.waitFor(() => expect(of(CASES)).not.toEqual([]));
    expect(of(CASES)[0]?.query).toMatchObject({ list: 'accepted', unit: 'd1', unitOnly: 'true' });
  });

  it('does not rank by a rate who has few ratings', async () => {
    await opened({});
    await streamed(600);
    await table(row('one', 1, 1, 1), row('many', 600, 490, 500), row('less', 40, 30, 40));
    find('sort-satisfied')?.click();
    await told();
    expect(units()).toEqual(['many', 'less', 'one']);
    find('sort-satisfied')?.click();
    await told();
    expect(units()).toEqual(['less', 'many', 'one']);
    expect(find('unit-one-satisfied-of')?.textContent).toContain('1');
  });

  it('follows whatever is counted, and not the mere time', async () => {
    await opened({});
    await streamed(3);
    const onEvent = vi.mocked(follow).mock.lastCall?.[2] as (event: StreamEvent) => void;
    const asks = of(BY_UNIT).length;
    const say = async (more: object) => {
      onEvent({ event: 'headline', data: JSON.stringify({ ...headline(3), ...more }) });
      vi.advanceTimersByTime(4_000);
      await told();
    };
    await say({ asOf: '2026-11-22T15:59:00Z' });
    expect(of(BY_UNIT)).toHaveLength(asks);
    await say({ closed: 1, open: 2 });
    expect(of(BY_UNIT)).toHaveLength(asks + 1);
    await say({ closed: 1, open: 2, overdue: 1 });
    expect(of(BY_UNIT)).toHaveLength(asks + 2);
  });
});

describe('what stands beside a rate', () => {
  it('opens its cases too', async () => {
    await opened({});
    const solved = { numerator: 65, denominator: 70, partly: 4, unknown: 10, excluded: 20 };
    of(HEADLINE)[0]?.answer(
      new Response(JSON.stringify({ ...headline(100), rates: { ...headline(100).rates, solved } })),
    );
    await told();
    expect(find('rate-satisfied-excluded')).toBeNull();
    for (const [id, list] of [
      ['rate-solved-excluded', 'solved-by-policy'],
      ['rate-solved-partly', 'solved-partly'],
      ['rate-solved-no', 'unsolved'],
      ['rate-solved-unknown', 'solved-unknown'],
      ['rate-responded-unknown', 'responded-unknown'],
    ] as const) {
      find(id)?.click();
      await vi.waitFor(() => expect(router.currentRoute.value.query.list).toBe(list));
      await told();
    }
    expect(find('rate-solved-excluded')?.textContent).toContain('20');
    expect(find('rate-solved-partly')?.textContent).toContain('4');
    expect(find('rate-solved-no')?.textContent).toContain('3');
    expect(find('rate-satisfied-partly')).toBeNull();
  });

  it('says how many of the accepted were split off, of a unit too, and opens exactly these', async () => {
    await opened({ period: 'month', unit: 'cg' });
    of(HEADLINE).at(-1)?.answer(new Response(JSON.stringify({ ...headline(100), unit: 'cg', splitOff: 7 })));
    await told();
    expect(find('list-split-off')?.textContent?.trim()).toBe('拆出工单 7 件');
    expect(find('headline-accepted')?.textContent).not.toContain('93');
    find('list-split-off')?.click();
    await vi.waitFor(() => expect(router.currentRoute.value.query.list).toBe('split-off'));
    await vi.waitFor(() => expect(of(CASES).at(-1)?.query).toMatchObject({ list: 'split-off', unit: 'cg' }));
  });

  it('shows the share of direct answers where no unit is asked for, and opens both of its numbers', async () => {
    await opened({ period: 'month' });
    expect(find('rate-direct')).toBeNull();
    const direct = { numerator: 80, denominator: 100, unknown: 0 };
    of(HEADLINE).at(-1)?.answer(
      new Response(JSON.stringify({ ...headline(100), rates: { ...headline(100).rates, direct } })),
    );
    await told();
    expect(find('rate-direct')?.textContent).toContain('80');
    expect(find('rate-direct')?.textContent).toContain('按登记时间');
    expect(find('rate-direct-unknown')).toBeNull();
    find('rate-direct-yes')?.click();
    await vi.waitFor(() => expect(router.currentRoute.value.query.list).toBe('answered-direct'));
    find('rate-direct-of')?.click();
    await vi.waitFor(() => expect(router.currentRoute.value.query.list).toBe('registered'));
  });
});

describe('the export', () => {
  it('is of the period and the unit on the screen', async () => {
    await opened({ period: 'today', unit: 'cg' });
    find('export')?.click();
    await told();
    expect(of(EXPORT)[0]?.query).toEqual({
      from: '2026-11-22',
      to: '2026-11-23',
      unit: 'cg',
      for: 'spreadsheet',
    });
    of(EXPORT)[0]?.answer(new Response('caseNo'));
    await told();
    expect(saveFile).toHaveBeenCalledTimes(1);
  });

  it('that failed is told until it is tried again, whatever the numbers do', async () => {
    await opened({});
    find('export')?.click();
    await told();
    of(EXPORT)[0]?.answer(away());
    await told();
    await streamed(3);
    expect(accepted()).toBe('3');
    expect(find('problem')?.dataset.status).toBe('503');

    find('problem-retry')?.click();
    await told();
    expect(of(EXPORT)).toHaveLength(2);
    expect(of(HEADLINE)).toHaveLength(1);
    expect(find('problem')).toBeNull();
  });

  it('is offered to those only whom the service lets have it', async () => {
    const offered: Role[] = [];
    for (const role of ROLES) {
      await opened({}, [role]);
      if (find('export')) {
        offered.push(role);
      }
      leave();
    }
    leave = () => undefined;
    expect(offered.sort()).toEqual(['analyst', 'assessment-clerk', 'leader', 'supervisor', 'unit-leader']);
  });
});
