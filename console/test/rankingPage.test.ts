import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../src/api/problem';
import { rankings, reporting, type Ranking } from '../src/api/reporting';
import RankingPage from '../src/ranking/RankingPage.vue';
import RuleDialog from '../src/ranking/RuleDialog.vue';
import { all, find, leaveAll, show, signedIn, submit, type } from './shown';

const line = (unitId: string, more: object = {}, own = false) => ({
  unitName: unitId,
  own,
  corrected: null,
  ranked: {
    unitId,
    tier: 'departments',
    score: 90,
    low: 80,
    high: 95,
    rank: 1,
    band: 1,
    notRanked: null,
    evaluated: 40,
    rankBefore: null,
    accepted: 50,
    closed: 45,
    excluded: 1,
    ratingSetAside: 0,
    extended: 2,
    onHold: 1,
    rates: [
      { kpi: 'eval.satisfied.v2', numerator: 36, denominator: 40, unknown: 4, value: 0.9, low: 0.8, high: 0.95 },
    ],
    ...more,
  },
});
const ranking = (more: object = {}) =>
  ({
    rankingId: 'r1',
    periodFrom: '2026-03-01',
    periodTo: '2026-04-01',
    status: 'CHECK',
    version: 3,
    rule: {
      version: 1,
      nameZh: '满意率',
      nameEn: 'Satisfaction',
      minCases: 30,
      shrinkage: null,
      checkLimit: '3wd',
      tiers: [{ code: 'departments', nameZh: '部门', nameEn: 'Departments' }],
      terms: [{ kpi: 'eval.satisfied.v2', weight: 1 }],
    },
    asOf: '2026-04-02T01:00:00Z',
    cases: 72,
    inputsHash: 'abc',
    inputsKept: true,
    submittedBy: 'u',
    submittedAt: '2026-04-02T01:00:00Z',
    checkUntil: '2026-04-07T09:30:00Z',
    remainingWorkMinutes: 120,
    openToObjections: true,
    publishedBy: null,
    publishedAt: null,
    openObjections: 0,
    lines: [line('cg', {}, true), line('zj', { rank: null, band: null, notRanked: 'TOO_FEW_CASES', evaluated: 22 })],
    errata: [],
    waiting: null,
    ...more,
  }) as unknown as Ranking;

async function open(more: object = {}): Promise<void> {
  vi.spyOn(rankings, 'get').mockResolvedValue(ranking(more));
  vi.spyOn(reporting, 'accounts').mockImplementation((ids) => {
    const items = ids.filter((id) => id === 'signer').map((id) => ({ id, login: '8012', name: '王示例' }));
    return Promise.resolve({ items, count: items.length });
  });
  vi.spyOn(rankings, 'objections').mockResolvedValue({
    items: [],
    count: 0,
    counts: { open: 0, decided: 0 },
    nextCursor: '',
  } as never);
  await show(RankingPage, '/ranking/r1', '/ranking/:id');
  await vi.waitFor(() => expect(find('line-cg')).not.toBeNull());
}

afterEach(() => {
  leaveAll();
  window.sessionStorage.clear();
  vi.restoreAllMocks();
});

describe('the page of a ranking', () => {
  it('lists a unit with few cases and does not rank it', async () => {
    signedIn('leader');
    await open();
    expect(find('line-zj')?.textContent).toContain('未参与排名（n<30）');
    expect(find('line-cg')?.textContent).toContain('90.00%');
    expect(find('ranking-freeze')).toBeNull();
    expect(find('behind-cg-eval.satisfied.v2-denominator')?.textContent?.trim()).toBe('40');
  });

  it('says to the centre who submitted it, and not to a unit', async () => {
    signedIn('leader');
    await open({ submittedBy: 'signer' });
    await vi.waitFor(() => expect(find('ranking-submitted-by')?.textContent).toContain('王示例（8012）'));
    expect(find('ranking-published-by')).toBeNull();
    leaveAll();
    signedIn('clerk');
    await open({ submittedBy: 'signer' });
    expect(find('ranking-submitted-by')).toBeNull();
  });

  it('says why it cannot be frozen yet, and by whom', async () => {
    signedIn('assessment-clerk');
    await open();
    expect(find('ranking-why-not')?.dataset.why).toBe('own');
    leaveAll();
    signedIn('supervisor');
    await open({ submittedBy: 'other' });
    expect(find('ranking-why-not')?.dataset.why).toBe('window');
    leaveAll();
    await open({ submittedBy: 'other', openToObjections: false });
    expect(find('ranking-freeze')).not.toBeNull();
  });

  it('follows a copy by itself, and offers to make a failed one again', async () => {
    signedIn('assessment-clerk');
    const none = { lines: [], version: 0, inputsKept: false, asOf: null, checkUntil: null };
    const failure = { code: 'no-cases', zh: '该周期没有任何单位的工单', en: 'No case', at: '2026-04-02T01:00:00Z' };
    vi.spyOn(rankings, 'get')
      .mockResolvedValueOnce(ranking({ ...none, status: 'COPYING' }))
      .mockResolvedValue(ranking({ ...none, status: 'COPY_FAILED', copyFailure: failure, version: 1 }));
    const again = vi.spyOn(rankings, 'copyAgain').mockResolvedValue({} as never);
    await show(RankingPage, '/ranking/r1', '/ranking/:id');
    await vi.waitFor(() => expect(find('ranking-copy')?.dataset.state).toBe('COPYING'));
    expect(find('copy-again')).toBeNull();
    // What waits may be dropped as well.
    expect(find('copy-drop')).not.toBeNull();
    await vi.waitFor(() => expect(find('copy-failure')?.textContent).toBe('该周期没有任何单位的工单'), { timeout: 4000 });
    find('copy-again')?.click();
    await vi.waitFor(() => expect(again).toHaveBeenCalledWith(expect.any(String), 'r1', 1));
  });

  it('follows a copy no longer when it was dropped by another', async () => {
    signedIn('assessment-clerk');
    const gone = new ApiProblem({ kind: 'refused', status: 404, code: 'not-found', title: { zh: '没有', en: 'None' } });
    const asked = vi
      .spyOn(rankings, 'get')
      .mockResolvedValueOnce(ranking({ lines: [], status: 'COPYING', version: 0 }))
      .mockRejectedValue(gone);
    await show(RankingPage, '/ranking/r1', '/ranking/:id');
    await vi.waitFor(() => expect(find('ranking-copy')).not.toBeNull());
    await vi.waitFor(() => expect(find('ranking-copy')).toBeNull(), { timeout: 4000 });
    const times = asked.mock.calls.length;
    await new Promise((later) => setTimeout(later, 2500));
    expect(asked.mock.calls.length).toBe(times);
  });

  it('shows the rule that a colleague has proposed meanwhile, and what it changes', async () => {
    signedIn('assessment-clerk');
    const { rule } = ranking();
    const shipped = {
      ...rule,
      preset: 'three-rates',
      version: 0,
      validFrom: null,
      validTo: null,
      tiers: rule.tiers.map((tier) => ({ ...tier, levels: [2], ofAPlace: false, units: [] })),
    };
    const rules = { version: 0, items: [], proposed: null, presets: [{ rule: shipped, notCounted: [] }], kpis: [] };
    const moved = { ...shipped, version: 1, tiers: [{ ...shipped.tiers[0], units: ['cg'] }] };
    const asked = vi
      .spyOn(rankings, 'rules')
      .mockResolvedValueOnce(rules as never)
      .mockResolvedValue({ ...rules, proposed: { proposalId: 'p', rule: moved, proposedBy: 'other', proposedAt: '2026-04-02T01:00:00Z' } } as never);
    vi.spyOn(rankings, 'adopt').mockRejectedValue(
      new ApiProblem({ kind: 'refused', status: 409, code: 'rule-waits', title: { zh: '已有一条', en: 'One waits' } }),
    );
    await show(RuleDialog);
    await vi.waitFor(() => expect(find('rule-dialog')).not.toBeNull());
    await submit('rule-submit');
    await vi.waitFor(() => expect(find('rule-waiting')).not.toBeNull());
    expect(find('rule-line-tier-departments')?.dataset.changed).toBe('true');
    expect(find('rule-line-min')?.dataset.changed).toBe('false');
    vi.spyOn(rankings, 'confirmRule').mockRejectedValue(
      new ApiProblem({ kind: 'refused', status: 409, code: 'no-proposed-rule', title: { zh: '已被确认', en: 'Confirmed' } }),
    );
    asked.mockResolvedValue(rules as never);
    find('rule-confirm')?.click();
    await vi.waitFor(() => expect(find('rule-confirm-confirm')).not.toBeNull());
    find('rule-confirm-confirm')?.click();
    await vi.waitFor(() => expect(find('rule-waiting')).toBeNull());
  });

  it('lets a unit object to its own line alone', async () => {
    signedIn('clerk');
    await open();
    expect(all('object-')).toHaveLength(1);
    const object = vi.spyOn(rankings, 'object').mockResolvedValue({} as never);
    find('object-cg')!.click();
    await vi.waitFor(() => expect(find('objection-words')).not.toBeNull());
    await type('objection-words', '其中一件不属我单位职责。');
    await submit('object-submit');
    await vi.waitFor(() => expect(object).toHaveBeenCalled());
    expect(object.mock.calls[0]?.slice(1)).toEqual(['r1', 'cg', '其中一件不属我单位职责。']);
  });

  it('shows an erratum with old and new beside what was frozen', async () => {
    signedIn('analyst');
    const before = line('cg').ranked;
    const after = { ...before, score: 95, rank: 2 };
    await open({
      status: 'PUBLISHED',
      publishedAt: '2026-04-08T01:00:00Z',
      openToObjections: false,
      lines: [{ ...line('cg'), corrected: after }],
      errata: [
        {
          number: 1,
          reason: 'LATE_FACTS',
          words: '补记一件。',
          inputsHash: 'd',
          asOf: null,
          publishedBy: 'x',
          publishedAt: '2026-04-09T01:00:00Z',
          changed: [{ unitId: 'cg', unitName: 'cg', before, after }],
        },
      ],
    });
    expect(find('line-cg')?.textContent).toContain('90.00');
    expect(find('line-cg')?.textContent).toContain('更正后 95.00，名次 2');
    expect(find('changed-cg')?.textContent).toMatch(/90\.00.*95\.00/s);
    expect(find('erratum-open')).toBeNull();
  });
});
