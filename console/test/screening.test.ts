import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { intake, type CaseDetail } from '../src/api/intake';
import ScreeningPage from '../src/screening/ScreeningPage.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

const row = (no: number) => ({
  caseId: `c${no}`,
  caseNo: `26112200000${no}1`,
  title: `路灯不亮 ${no}`,
  kind: 'HELP',
  urgency: 'NORMAL',
  screenDue: null,
  screenLight: 'GREEN',
  version: 1,
});
const detail = (no: number, marks: string[] = []) =>
  ({ ...row(no), marks, content: `内容 ${no}`, demand: null, address: null, supplements: [] }) as unknown as CaseDetail;

beforeEach(() => {
  signedIn('screener');
  vi.spyOn(intake, 'screeningQueue').mockResolvedValue({ items: [row(1), row(2)], count: 2, nextCursor: null } as never);
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('the screening desk', () => {
  it('leaves the focus on the mark that was pressed, while it reads the case again', async () => {
    const read = vi.spyOn(intake, 'case').mockResolvedValue(detail(1));
    let answer: (of: object) => void = () => undefined;
    vi.spyOn(intake, 'mark').mockImplementation(() => new Promise((resolve) => (answer = resolve as never)));
    const { router } = await show(ScreeningPage, '/screening', '/screening');
    await vi.waitFor(() => expect(find('look-2611220000011')).not.toBeNull());
    find('look-2611220000011')!.click();
    await vi.waitFor(() => expect(find('mark-MASS')).not.toBeNull());
    expect(router.currentRoute.value.query).toEqual({ case: 'c1' });

    const mark = find('mark-MASS')!;
    mark.focus();
    mark.click();
    mark.click();
    await nextTick();
    expect(mark.hasAttribute('disabled')).toBe(false);
    expect(intake.mark).toHaveBeenCalledTimes(1);
    let readAgain: (of: CaseDetail) => void = () => undefined;
    read.mockImplementation(() => new Promise((resolve) => (readAgain = resolve)));
    answer({});
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(document.activeElement).toBe(find('mark-MASS'));
    readAgain(detail(1, ['MASS']));
    await vi.waitFor(() => expect(find('mark-MASS')?.getAttribute('aria-pressed')).toBe('true'));
    expect(document.activeElement).toBe(mark);
  });

  it('shows nothing of another case while one is read', async () => {
    vi.spyOn(intake, 'case').mockResolvedValueOnce(detail(1)).mockReturnValue(new Promise(() => undefined));
    await show(ScreeningPage, '/screening?case=c1', '/screening');
    await vi.waitFor(() => expect(find('screening-detail')?.textContent).toContain('内容 1'));
    find('look-2611220000021')!.click();
    await vi.waitFor(() => expect(find('screening-detail')?.textContent).not.toContain('内容 1'));
    expect(find('loading')).not.toBeNull();
  });

  const proposed = (by: string) =>
    ({
      ...detail(1),
      status: 'REGISTERED',
      refusal: {
        reason: 'OUTSIDE_AREA',
        proposedBy: by,
        proposedAt: '2026-11-22T01:00:00Z',
        refusedAt: null,
        steps: [{ stepNo: 1, kind: 'PROPOSED', at: '2026-11-22T01:00:00Z', by, reason: 'OUTSIDE_AREA', text: '请向外地反映' }],
      },
    }) as unknown as CaseDetail;

  it('lets a second person decide a refusal and not the one who proposed it', async () => {
    const read = vi.spyOn(intake, 'case').mockResolvedValue(proposed('u'));
    const confirm = vi.spyOn(intake, 'confirmRefusal').mockResolvedValue({} as never);
    await show(ScreeningPage, '/screening?case=c1', '/screening');
    await vi.waitFor(() => expect(find('refusal-own')).not.toBeNull());
    expect(find('refusal-confirm')).toBeNull();
    leaveAll();

    read.mockResolvedValue(proposed('another'));
    await show(ScreeningPage, '/screening?case=c1', '/screening');
    await vi.waitFor(() => expect(find('refusal-confirm')).not.toBeNull());
    expect(find('refusal')?.textContent).toContain('请向外地反映');
    expect(find('refusal-open')).toBeNull();
    find('refusal-confirm')!.click();
    await vi.waitFor(() => expect(find('refusal-confirm-confirm')).not.toBeNull());
    find('refusal-confirm-confirm')!.click();
    await vi.waitFor(() => expect(confirm).toHaveBeenCalledWith(expect.any(String), 'c1', 1));
  });

  it('sends a proposal back with words', async () => {
    vi.spyOn(intake, 'case').mockResolvedValue(proposed('another'));
    const back = vi.spyOn(intake, 'sendRefusalBack').mockResolvedValue({} as never);
    await show(ScreeningPage, '/screening?case=c1', '/screening');
    await vi.waitFor(() => expect(find('refusal-back-open')).not.toBeNull());
    find('refusal-back-open')!.click();
    await nextTick();
    expect(find('refusal-back-submit')?.hasAttribute('disabled')).toBe(true);
    await type('refusal-back-reason', '属于本市');
    await submit('refusal-back-submit');
    await vi.waitFor(() => expect(back).toHaveBeenCalledWith(expect.any(String), 'c1', 1, '属于本市'));
  });

  it('offers no refusal of a danger to life', async () => {
    vi.spyOn(intake, 'case').mockResolvedValue({ ...detail(1), status: 'REGISTERED', urgency: 'CRITICAL' } as never);
    await show(ScreeningPage, '/screening?case=c1', '/screening');
    await vi.waitFor(() => expect(find('refusal-danger')).not.toBeNull());
    expect(find('refusal-open')).toBeNull();
  });

  it('numbers both tabs by the exact counts of their lists', async () => {
    vi.mocked(intake.screeningQueue).mockImplementation(
      async ({ tab }) =>
        ({ items: tab === 'refusals' ? [row(2)] : [row(1), row(2)], count: tab === 'refusals' ? 1 : 2, nextCursor: null }) as never,
    );
    await show(ScreeningPage, '/screening', '/screening');
    await vi.waitFor(() => expect(find('tab-refusals')?.dataset.count).toBe('1'));
    expect(find('tab-all')?.dataset.count).toBe('2');
    find('tab-refusals')!.click();
    await vi.waitFor(() => expect(find('row-2611220000011')).toBeNull());
    expect(find('row-2611220000021')).not.toBeNull();
    expect(find('tab-all')?.dataset.count).toBe('2');
  });
});
