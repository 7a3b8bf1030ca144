import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intake, type OldCaseReport } from '../src/api/intake';
import OldCasesPage from '../src/desk/OldCasesPage.vue';
import OutagesPage from '../src/desk/OutagesPage.vue';
import PaperFormPage from '../src/desk/PaperFormPage.vue';
import RegisterPage from '../src/desk/RegisterPage.vue';
import { all, find, leaveAll, show, signedIn, type } from './shown';

vi.setConfig({ testTimeout: 90_000 });

vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox/style/css', () => ({}));

const OUTAGE = {
  code: 'PAPER-202611300500',
  reason: '停电',
  from: '2026-11-29T21:00:00Z',
  to: '2026-11-30T00:00:00Z',
  typedUntil: '2026-12-03T00:00:00Z',
  openedBy: 'lead',
  openedAt: '2026-11-30T00:10:00Z',
  takesForms: true,
  forms: 2,
  registeredLive: 0,
};

const CHANGEOVER = {
  id: '0199-1',
  system: '旧热线',
  cutOver: '2026-11-30T16:00:00Z',
  latestDue: '2027-02-28T09:30:00Z',
  endsAt: '2999-12-15T10:00:00Z',
  openedBy: 'lead',
  openedAt: '2026-12-01T00:10:00Z',
  confirmedBy: 'another',
  confirmedAt: '2026-12-01T00:20:00Z',
  mayConfirm: false,
  takesFiles: true,
  cases: 0,
};

const REPORT: OldCaseReport = {
  digest: 'd1',
  written: false,
  rows: 2,
  handedOver: 1,
  toDispatch: 0,
  atUnits: 1,
  known: 0,
  different: 0,
  rejected: 1,
  unknownCodes: [{ field: 'unitId', code: 'nowhere', rows: 1 }],
  items: [
    { row: 2, result: 'HANDED_OVER', externalRef: 'OLD-1', violations: [] },
    {
      row: 3,
      result: 'REJECTED',
      externalRef: 'OLD-2',
      violations: [{ field: 'unitId', code: 'unknown-unit', zh: '没有这个承办单位', en: 'There is no such unit' }],
    },
  ],
  rejectedFile: '退回原因,Reason',
} as OldCaseReport;

describe('what is entered after its true time', () => {
  beforeEach(() => {
    vi.spyOn(intake, 'changeovers').mockResolvedValue({ items: [CHANGEOVER], count: 1, nextCursor: null } as never);
    vi.spyOn(intake, 'outages').mockResolvedValue({ items: [OUTAGE], count: 1, nextCursor: null } as never);
  });
  afterEach(() => {
    leaveAll();
    vi.restoreAllMocks();
  });

  it('is typed in by operators, for hours that a shift lead opens', async () => {
    signedIn('operator');
    await show(OutagesPage);
    await vi.waitFor(() => expect(find('outage-type-PAPER-202611300500')).not.toBeNull());
    expect(find('outage-type-PAPER-202611300500')?.getAttribute('href')).toBe('/desk/outages/PAPER-202611300500/form');
    expect(all('outage-open')).toHaveLength(0);
    leaveAll();
    signedIn('shift-lead');
    await show(OutagesPage);
    await vi.waitFor(() => expect(find('outage-PAPER-202611300500')).not.toBeNull());
    expect(all('outage-type-PAPER-202611300500')).toHaveLength(0);
    expect(all('outage-open')).toHaveLength(1);
  });

  it('has the number of its form with the form, and with that of no other outage', async () => {
    signedIn('operator');
    window.sessionStorage.clear();
    const none = { items: [], count: 0, nextCursor: null } as never;
    for (const list of ['units', 'categories', 'places', 'cases'] as const) {
      vi.spyOn(intake, list).mockResolvedValue(none);
    }
    await show(RegisterPage, '/', '/', { outage: 'PAPER-202611300500' });
    await type('paper-no', '017');
    await type('register-title', '路灯不亮');
    leaveAll();
    await show(RegisterPage, '/', '/', { outage: 'PAPER-202611300900' });
    expect(find('paper-no')?.value).toBe('');
    expect(find('register-title')?.value).toBe('');
    leaveAll();
    await show(RegisterPage, '/', '/', { outage: 'PAPER-202611300500' });
    expect(find('paper-no')?.value).toBe('017');
    find('register-clear')?.click();
    await nextTick();
    find('register-clear-confirm')?.click();
    await nextTick();
    expect(find('paper-no')?.value).toBe('');
    expect(find('register-title')?.value).toBe('');
  });

  it('stands on a blank form in both languages', async () => {
    signedIn('operator');
    await show(PaperFormPage);
    const sheet = find('paper-sheet')?.textContent ?? '';
    for (const words of ['纸质单编号 Number of the form', '真实受理时间 True time of receipt', '投诉 Complaint']) {
      expect(sheet).toContain(words);
    }
  });

  it('is looked at before cases of the old system are handed over', async () => {
    signedIn('shift-lead');
    const preview = vi.spyOn(intake, 'previewOldCases').mockResolvedValue(REPORT);
    const write = vi.spyOn(intake, 'importOldCases').mockResolvedValue({ ...REPORT, written: true });
    await show(OldCasesPage);
    await vi.waitFor(() => expect(find('changeover-choose-旧热线')).not.toBeNull());
    find('changeover-choose-旧热线')?.click();
    await nextTick();
    expect(find('old-write')?.hasAttribute('disabled')).toBe(true);
    const input = find('old-file') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'old.csv')] });
    input.dispatchEvent(new Event('change'));
    await nextTick();
    find('old-look')?.click();
    await vi.waitFor(() => expect(find('old-report')?.dataset.written).toBe('false'));
    expect(preview).toHaveBeenCalledOnce();
    expect(write).not.toHaveBeenCalled();
    expect(find('old-unknown')?.textContent).toContain('nowhere');
    expect(find('old-row-3')?.textContent).toContain('没有这个承办单位');
    find('old-write')?.click();
    await nextTick();
    expect(write).not.toHaveBeenCalled();
    find('old-write-confirm')?.click();
    await vi.waitFor(() => expect(find('old-report')?.dataset.written).toBe('true'));
    expect(write.mock.calls[0]?.slice(1, 3)).toEqual(['0199-1', 'd1']);
  });

  it('waits for a second person, who only confirms', async () => {
    const waits = { ...CHANGEOVER, confirmedBy: null, confirmedAt: null, takesFiles: false, mayConfirm: true };
    vi.spyOn(intake, 'changeovers').mockResolvedValue({ items: [waits], count: 1, nextCursor: null } as never);
    const confirm = vi.spyOn(intake, 'confirmChangeover').mockResolvedValue(CHANGEOVER as never);
    signedIn('supervisor');
    await show(OldCasesPage);
    await vi.waitFor(() => expect(find('changeover-confirm')).not.toBeNull());
    expect(find('changeover-open')).toBeNull();
    expect(find('old-file')).toBeNull();
    find('changeover-confirm')?.click();
    await nextTick();
    find('changeover-confirm-confirm')?.click();
    await vi.waitFor(() => expect(confirm).toHaveBeenCalledOnce());
  });
});
