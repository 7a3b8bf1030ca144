import { reactive } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ElMessage } from 'element-plus';
import { intake, type DuplicateHint as Hint } from '../src/api/intake';
import DuplicateHint from '../src/desk/DuplicateHint.vue';
import { isMoreThanASupplement, openCasesOf, samePlace, staysAlone, textOf, type CallerCase } from '../src/desk/openCase';
import { emptyDraft, registrationOf } from '../src/desk/registration';
import RegisterPage from '../src/desk/RegisterPage.vue';
import SupplementInstead from '../src/desk/SupplementInstead.vue';
import { find, leaveAll, show, signedIn } from './shown';

vi.setConfig({ testTimeout: 90_000 });

const CASE = {
  caseId: 'c1',
  caseNo: '2611220000011',
  title: '路灯不亮',
  categoryCode: '010101',
  placeCode: '370281001',
  status: 'HANDLING',
  open: true,
} as CallerCase;

beforeEach(() => {
  window.sessionStorage.clear();
  signedIn('operator');
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
});
afterEach(() => {
  leaveAll();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const typed = () => ({
  ...emptyDraft(),
  categoryCode: '010101',
  placeCode: '370281001001',
  title: '路灯还是不亮',
  content: '已经一周了',
  address: '示范路 1 号',
});

describe('an open case of the caller', () => {
  it('is like the request by its category or its place, and not once it has ended', () => {
    expect(openCasesOf([CASE], typed())).toEqual([CASE]);
    const community = { ...CASE, placeCode: '370281001001' };
    expect(openCasesOf([community], { ...typed(), categoryCode: '990101' })).toEqual([community]);
    expect(openCasesOf([CASE], { ...typed(), categoryCode: '990101' }), 'a street alone is too wide').toEqual([]);
    expect(openCasesOf([CASE], { ...typed(), categoryCode: '990101', placeCode: '370202001' })).toEqual([]);
    expect(openCasesOf([{ ...CASE, open: false }], typed())).toEqual([]);
  });

  it('is not in the same place as all of its district', () => {
    expect(samePlace('370281', '370281001')).toBe(false);
    expect(samePlace('370281001001', '370281001')).toBe(true);
  });

  it('takes no report and nothing that is told in confidence', () => {
    expect(staysAlone({ ...typed(), kind: 'REPORT' })).toBe(true);
    expect(staysAlone({ ...typed(), confidential: true })).toBe(true);
    expect(staysAlone(typed())).toBe(false);
    expect(isMoreThanASupplement({ ...typed(), urgency: 'CRITICAL' })).toBe(true);
    expect(isMoreThanASupplement({ ...typed(), respondentUnitId: 'cg' })).toBe(true);
    expect(isMoreThanASupplement(typed())).toBe(false);
  });

  it('gets all that was typed', async () => {
    const form = typed();
    const supplement = vi.spyOn(intake, 'supplement').mockResolvedValue({} as never);
    const urge = vi.spyOn(intake, 'urge').mockResolvedValue({} as never);
    await show(SupplementInstead, '/', '/', { of: CASE, form });
    await vi.waitFor(() => expect(find('supplement-instead-send')).not.toBeNull());
    find('supplement-instead-send')!.click();
    await vi.waitFor(() => expect(urge).toHaveBeenCalled());
    expect(supplement.mock.calls[0]!.slice(1)).toEqual(['c1', textOf(form)]);
    expect(textOf(form)).toBe('路灯还是不亮\n已经一周了\n示范路 1 号');
  });
});

describe('a new case of a caller with an open one', () => {
  it('is not made before somebody says so, and the open case has the first key', async () => {
    const none = { items: [], count: 0, nextCursor: null } as never;
    for (const list of ['units', 'categories', 'places', 'cases'] as const) {
      vi.spyOn(intake, list).mockResolvedValue(none);
    }
    vi.spyOn(intake, 'hintDuplicates').mockResolvedValue({ count: 0, callers: 0, items: [] });
    vi.spyOn(intake, 'readCaller').mockResolvedValue({
      cases: [CASE],
      openCount: 1,
      yearCount: 1,
      allCount: 1,
      confidential: false,
      marks: [],
    } as never);
    const register = vi.spyOn(intake, 'register').mockRejectedValue(new Error('not reached'));
    const form = { ...typed(), phone: '13800001234' };
    window.sessionStorage.setItem('hotline.draft.register.u', JSON.stringify({ form, savedAt: '2026-11-22T01:00:00Z' }));
    await show(RegisterPage);
    find('register-content')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await vi.waitFor(() => expect(find('open-case-first')).not.toBeNull());
    await vi.waitFor(() => expect(document.activeElement).toBe(find('open-case-2611220000011')));
    expect(register).not.toHaveBeenCalled();
    expect(find('register-content')!.value).toBe('已经一周了');
    find('open-case-anyway')!.click();
    await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(1));
    // Said once: what was refused is sent again without the question.
    await vi.waitFor(() => expect(find('problem')).not.toBeNull());
    expect(find('open-case-first')).toBeNull();
  });
});

describe('cases of others that may be the same', () => {
  it('are looked for once category and place are chosen, and one of them is named at registering', async () => {
    vi.useFakeTimers();
    const hints = vi.spyOn(intake, 'hintDuplicates').mockResolvedValue({
      count: 7,
      callers: 3,
      items: [{ ...CASE, joinable: true, registeredAt: '2026-11-22T01:00:00Z' }],
    } as unknown as Hint);
    const form = reactive({ ...typed(), categoryCode: null as string | null });
    const props = reactive({
      form,
      modelValue: null as string | null,
      'onUpdate:modelValue': (value: string | null) => {
        props.modelValue = value;
      },
    });
    await show(DuplicateHint, '/', '/', props);
    await vi.advanceTimersByTimeAsync(500);
    expect(hints).not.toHaveBeenCalled();
    form.categoryCode = '010101';
    await vi.advanceTimersByTimeAsync(500);
    expect(find('duplicate-hint')?.textContent).toContain('7 件在办，来自 3 人');
    find('duplicate-join-2611220000011')!.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(props.modelValue).toBe('2611220000011');
    expect(registrationOf({ ...form, sameAs: props.modelValue })).toMatchObject({ sameAs: '2611220000011' });
    expect(registrationOf(form)).not.toHaveProperty('sameAs');
    // The next matter, typed over this one, is no matter of that case.
    form.categoryCode = '990101';
    await vi.advanceTimersByTimeAsync(0);
    expect(props.modelValue).toBeNull();
  });
});
