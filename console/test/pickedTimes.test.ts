import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { emptyDraft, registrationOf } from '../src/desk/registration';
import InstructionDialog from '../src/leaders/InstructionDialog.vue';
import RequestForm from '../src/workbench/RequestForm.vue';
import { leaveAll, show, signedIn, submit } from './shown';

vi.setConfig({ testTimeout: 30_000 });

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'America/New_York';
});
afterAll(() => {
  process.env.TZ = zone;
});
beforeEach(() => {
  window.sessionStorage.clear();
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

/** As somebody types it into the one picker of a form. */
async function pick(time: string): Promise<void> {
  const field = () => document.querySelector<HTMLInputElement>('.el-date-editor--datetime input');
  await vi.waitFor(() => expect(field()).not.toBeNull());
  field()!.value = time;
  field()!.dispatchEvent(new Event('input', { bubbles: true }));
  await nextTick();
  field()!.dispatchEvent(new Event('change', { bubbles: true }));
  await nextTick();
}

describe('a time that is picked where the browser is in another zone', () => {
  it('is Shanghai time in an instruction, as it will be shown', async () => {
    signedIn('leader');
    const instruct = vi.spyOn(dispatch, 'instruct').mockRejectedValue(new Error());
    await show(InstructionDialog, '/', '/', { about: { caseId: 'c1', caseNo: '1' } });
    await pick('2026-12-01 17:30');
    await submit('instruction-words');
    expect(instruct.mock.calls[0]?.[1].dueAt).toBe('2026-12-01T09:30:00.000Z');
  });

  it('is Shanghai time in a request to hold', async () => {
    const ask = vi.spyOn(dispatch, 'askHold').mockRejectedValue(new Error());
    const task = { assignmentId: 'a1', version: 1, allowances: { extension: { workDays: 5 }, hold: {} } };
    await show(RequestForm, '/', '/', { kind: 'HOLD', task });
    await pick('2099-12-01 08:30');
    await submit('request-words');
    expect(ask.mock.calls[0]?.[3].resumeAt).toBe('2099-12-01T00:30:00.000Z');
  });

  it('is Shanghai time in a registration', () => {
    const draft = { ...emptyDraft(), receivedAt: '2026-11-22T09:00:00' };
    expect(registrationOf(draft).receivedAt).toBe('2026-11-22T01:00:00.000Z');
  });
});
