import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { intake, type CasePage, type HandedOver } from '../src/api/intake';
import { unanswered } from '../src/api/problem';
import CalledInServices from '../src/desk/CalledInServices.vue';
import EmergencyDone from '../src/desk/EmergencyDone.vue';
import EmergencyStart from '../src/desk/EmergencyStart.vue';
import { emptyDraft } from '../src/desk/registration';
import CrisisAlert from '../src/shell/CrisisAlert.vue';
import { find, leaveAll, show, signedIn } from './shown';

const done = (more: object = {}) =>
  ({
    caseId: 'c1',
    caseNo: '2611220000011',
    queryCode: '123456',
    status: 'TRANSFERRED_OUT',
    version: 2,
    registeredAt: '2026-11-22T01:00:00Z',
    target: 'FIRE_119',
    threePartyCall: true,
    leftOut: [],
    ...more,
  }) as unknown as HandedOver;

function pressAlt(code: string, more: object = {}): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { altKey: true, code, cancelable: true, ...more }));
}

beforeEach(() => {
  window.sessionStorage.clear();
  signedIn('operator');
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('an emergency on the empty form', () => {
  it('is registered and handed over with one key', async () => {
    const register = vi.spyOn(intake, 'registerEmergency').mockResolvedValue(done());
    await show(EmergencyStart, '/', '/', { draft: emptyDraft(), draftId: 'd1', blocked: false });
    pressAlt('Digit7');
    await vi.waitFor(() => expect(register).toHaveBeenCalledOnce());
    expect(register.mock.calls[0]?.[1]).toMatchObject({
      target: 'FIRE_119',
      threePartyCall: true,
      title: null,
      content: null,
      placeCode: null,
      categoryCode: null,
    });
  });

  it('is pressed once by a key that is held down, and by no other key', async () => {
    const register = vi.spyOn(intake, 'registerEmergency').mockResolvedValue(done());
    await show(EmergencyStart, '/', '/', { draft: emptyDraft(), draftId: 'd1', blocked: false });
    pressAlt('Digit6', { repeat: true });
    pressAlt('Digit6', { ctrlKey: true });
    pressAlt('Digit1');
    pressAlt('Numpad6');
    pressAlt('KeyA');
    await nextTick();
    expect(register).not.toHaveBeenCalled();
  });

  it('without an answer stays the same act, whatever was typed since', async () => {
    const register = vi
      .spyOn(intake, 'registerEmergency')
      .mockRejectedValueOnce(unanswered())
      .mockResolvedValueOnce(done());
    const draft = emptyDraft();
    await show(EmergencyStart, '/', '/', { draft, draftId: 'd1', blocked: false });
    find('emergency-now-POLICE_110')!.click();
    await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(1));
    await nextTick();
    draft.title = '有人落水';
    await vi.waitFor(() => {
      find('emergency-now-POLICE_110')!.click();
      expect(register).toHaveBeenCalledTimes(2);
    });
    expect(register.mock.calls[1]).toEqual(register.mock.calls[0]);
  });

  it('without an answer is the same act after a reload, and another service is called in to its case', async () => {
    const register = vi
      .spyOn(intake, 'registerEmergency')
      .mockRejectedValueOnce(unanswered())
      .mockResolvedValueOnce(done());
    const props = { draft: emptyDraft(), draftId: 'd1', blocked: false };
    const before = await show(EmergencyStart, '/', '/', props);
    find('emergency-now-FIRE_119')!.click();
    await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(1));
    await nextTick();
    before.leave();

    const told = vi.fn();
    await show(EmergencyStart, '/', '/', { ...props, draftId: 'd2', onDone: told });
    expect(find('emergency-unanswered')?.textContent).toContain('119');
    find('emergency-now-MEDICAL_120')!.click();
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    expect(register.mock.calls[1]).toEqual(register.mock.calls[0]);
    expect(window.sessionStorage.length, 'settled').toBe(0);

    const called = vi.spyOn(intake, 'callInService').mockResolvedValue({} as never);
    await show(CalledInServices, '/', '/', {
      of: { caseId: 'c1', transfer: { target: 'FIRE_119' }, calledIn: [], mayCallIn: true },
    });
    await vi.waitFor(() => expect(called).toHaveBeenCalledOnce());
    expect(called.mock.calls[0]?.slice(1)).toEqual(['c1', 'MEDICAL_120', true]);
    expect(find('call-in-FIRE_119')).toBeNull();
  });

  it('of a caller in distress shows at once what to say', async () => {
    vi.spyOn(intake, 'registerEmergency').mockReturnValue(new Promise(() => {}));
    await show(EmergencyStart, '/', '/', { draft: emptyDraft(), draftId: 'd1', blocked: false });
    expect(find('crisis-script')).toBeNull();
    find('emergency-now-PSYCHOLOGY_12356')!.click();
    await nextTick();
    expect(find('crisis-script')).not.toBeNull();
  });
});

describe('what was handed over', () => {
  it('says what could not be read and is completed by who took the call', async () => {
    vi.spyOn(intake, 'case').mockResolvedValue({
      caseId: 'c1',
      version: 2,
      kind: 'HELP',
      urgency: 'CRITICAL',
      channel: 'PHONE',
      categoryCode: '990101',
      placeCode: '3702',
      title: '紧急情况（消防 119）',
      content: '…',
      receivedAt: '2026-11-22T01:00:00Z',
      registeredAt: '2026-11-22T01:00:00Z',
      mayCorrect: true,
    } as never);
    vi.spyOn(intake, 'categories').mockResolvedValue({ items: [], count: 0 } as never);
    vi.spyOn(intake, 'places').mockResolvedValue({ items: [], count: 0 } as never);
    vi.spyOn(intake, 'units').mockResolvedValue({ items: [], count: 0 } as never);
    await show(EmergencyDone, '/', '/', {
      done: done({ leftOut: ['reporter.phone'] }),
      typed: { ...emptyDraft(), phone: '13800' },
      formKept: true,
    });
    expect(find('emergency-left-out')?.textContent).toContain('13800');
    expect(find('emergency-form-kept')).not.toBeNull();
    await vi.waitFor(() => expect(find('emergency-complete')).not.toBeNull());
    find('emergency-complete')!.click();
    await nextTick();
    expect((find('correct-reason') as HTMLInputElement).value).toBe('紧急转接后补全');
  });
});

describe('the shift lead', () => {
  it('sees on every page that a caller in distress waits', async () => {
    signedIn('shift-lead');
    const row = { caseId: 'c1', caseNo: '2611220000011', transfer: { handedAt: '2026-11-22T01:00:00Z' } };
    const asked = vi
      .spyOn(intake, 'transfers')
      .mockResolvedValue({ items: [row], count: 1, nextCursor: null } as unknown as CasePage);
    await show(CrisisAlert, '/', '/', {});
    await vi.waitFor(() => expect(find('crisis-alert')).not.toBeNull());
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ tab: 'waiting', target: 'PSYCHOLOGY_12356' });
  });
});
