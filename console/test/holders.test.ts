import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch, type CaseHolder } from '../src/api/dispatch';
import { evaluation } from '../src/api/evaluation';
import CaseClaims from '../src/claims/CaseClaims.vue';
import HolderLine from '../src/holders/HolderLine.vue';
import CaseRepeats from '../src/supervision/CaseRepeats.vue';
import { repeatWords } from '../src/supervision/repeats';
import { chooseLanguage } from '../src/i18n';
import { find, leaveAll, show, signedIn } from './shown';

const holder = (more: Partial<CaseHolder>): CaseHolder =>
  ({
    level: 'UNIT',
    unitId: 'cg',
    unitName: '城市管理局',
    leadUnitName: null,
    since: '2026-11-23T01:00:00Z',
    workMinutes: 1080,
    ...more,
  }) as CaseHolder;

beforeEach(() => signedIn('supervisor'));
afterEach(() => {
  leaveAll();
  chooseLanguage('zh');
  vi.restoreAllMocks();
});

async function line(of: CaseHolder | null, status: string): Promise<string | undefined> {
  await show(HolderLine, '/', '/', { holder: of, status });
  const text = find('holder-line')?.textContent?.trim();
  leaveAll();
  return text;
}

describe('who has a case now', () => {
  it('is one line with the unit and the work time', async () => {
    expect(await line(holder({}), 'HANDLING')).toBe('现由城市管理局办理，历时 2 工作日 3 小时');
  });

  it('names the unit above and the one below that acts', async () => {
    const below = holder({ unitName: '登州路街道', leadUnitName: '市北区' });
    expect(await line(below, 'HANDLING')).toContain('现由市北区（下派：登州路街道）办理');
  });

  it('names a desk of the centre, a signature that is missing, and a body outside', async () => {
    const desk = { unitId: null, unitName: null } as never as Partial<CaseHolder>;
    expect(await line(holder({ ...desk, level: 'REVIEWER' }), 'PENDING_REVIEW')).toContain('现由中心答复审核岗办理');
    expect(await line(holder({ level: 'UNIT_LEADER' }), 'HANDLING')).toContain('城市管理局分管领导（待签发）');
    expect(await line(holder({ ...desk, level: 'OUTSIDE' }), 'TRANSFERRED_OUT')).toContain('转出机构（待接收）');
  });

  it('is the screening desk before dispatch has heard of it, and nobody when it is over', async () => {
    expect(await line(null, 'SCREENING')).toBe('现由中心预审岗办理');
    expect(await line(null, 'CLOSED')).toBeUndefined();
  });

  it('is said in English too', async () => {
    chooseLanguage('en');
    expect(await line(holder({}), 'HANDLING')).toBe('Now with 城市管理局, for 2 work days 3 h');
  });
});

describe('what the unit claims', () => {
  const ROUND = {
    round: 1,
    unitId: 'cg',
    unitName: '城市管理局',
    claims: { contacted: true, solved: true },
    responded: 'YES',
    solved: 'NO',
    satisfied: 'NO',
    requestTrue: 'YES',
    denied: ['SOLUTION_DENIED'],
  };

  it('stands beside the answer of each round, and what is denied is marked', async () => {
    vi.spyOn(evaluation, 'outcome').mockResolvedValue({ results: [ROUND] } as never);
    await show(CaseClaims, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('claims-1')).not.toBeNull());
    expect(find('solution-denied')).not.toBeNull();
    expect(find('contact-denied')).toBeNull();
  });

  it('is not shown to whom it is not told', async () => {
    vi.spyOn(evaluation, 'outcome').mockResolvedValue({ results: [{ ...ROUND, claims: null, denied: [] }] } as never);
    await show(CaseClaims, '/', '/', { caseId: 'c1' });
    await new Promise((told) => setTimeout(told));
    expect(find('case-claims')).toBeNull();
  });
});

describe('a repeated request', () => {
  it('says how often, of whom and where', () => {
    const t = (key: string, values?: Record<string, unknown>) => `${key} ${values?.count ?? ''}`.trim();
    expect(repeatWords({ ofCaller: 3, atPlace: null }, t)).toBe('repeats.ofCaller 3');
    expect(repeatWords({ ofCaller: null, atPlace: null }, t)).toBeNull();
  });

  it('shows the list that repeats first, and nothing where neither does', async () => {
    const page = (placeRepeats: boolean) => ({
      items: [],
      count: 0,
      nextCursor: null,
      counts: { ofCaller: 1, atPlace: 4, callerRepeats: false, placeRepeats, withinDays: 90 },
    });
    const asked = vi.spyOn(dispatch, 'repeats').mockResolvedValue(page(true) as never);
    await show(CaseRepeats, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('case-repeats')?.textContent).toContain('重复诉求 4 次（同一地点）'));
    await vi.waitFor(() => expect(asked).toHaveBeenLastCalledWith('c1', expect.objectContaining({ of: 'place' })));
    leaveAll();
    asked.mockResolvedValue(page(false) as never);
    await show(CaseRepeats, '/', '/', { caseId: 'c1' });
    await new Promise((told) => setTimeout(told));
    expect(find('case-repeats')).toBeNull();
  });
});
