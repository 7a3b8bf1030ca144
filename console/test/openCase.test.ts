import { reactive } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ElMessage } from 'element-plus';
import { intake, type DuplicateHint as Hint } from '../src/api/intake';
import DuplicateHint from '../src/desk/DuplicateHint.vue';
import { openCasesOf, samePlace, staysAlone, textOf, type CallerCase } from '../src/desk/openCase';
import { emptyDraft, registrationOf } from '../src/desk/registration';
import SupplementInstead from '../src/desk/SupplementInstead.vue';
import { find, leaveAll, show, signedIn } from './shown';

vi.setConfig({ testTimeout: 30_000 });

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
    expect(openCasesOf([CASE], { ...typed(), categoryCode: '990101' })).toEqual([CASE]);
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
  });
});
