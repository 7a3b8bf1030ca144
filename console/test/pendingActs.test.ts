import { nextTick, type Component } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { ApiProblem, unanswered } from '../src/api/problem';
import TrackActs from '../src/citizen/TrackActs.vue';
import CaseActs from '../src/desk/CaseActs.vue';
import InstructionDialog from '../src/leaders/InstructionDialog.vue';
import OwnerDialog from '../src/leaders/OwnerDialog.vue';
import RecordDialog from '../src/supervision/RecordDialog.vue';
import UrgeDialog from '../src/supervision/UrgeDialog.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

vi.setConfig({ testTimeout: 30_000 });

const CASE = { caseId: 'c1', caseNo: '2611220000011', title: '路灯不亮' };
const refused = (code: string, status = 422) =>
  new ApiProblem({ kind: 'refused', status, code, title: { zh: '拒绝', en: 'refused' } });

beforeEach(() => {
  signedIn('leader');
  window.sessionStorage.clear();
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
  vi.spyOn(dispatch, 'board').mockResolvedValue({ items: [] } as never);
  vi.spyOn(dispatch, 'leaders').mockResolvedValue({ items: [] } as never);
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

type Act = ReturnType<typeof vi.fn<(...args: unknown[]) => Promise<unknown>>>;

function spied(of: object, name: string): Act {
  return vi.spyOn(of as Record<string, () => unknown>, name as never) as unknown as Act;
}

async function open(form: Component, props: object, until: string): Promise<void> {
  leaveAll();
  await show(form, '/', '/', props);
  await vi.waitFor(() => expect(find(until)).not.toBeNull());
  await nextTick();
}

async function send(act: Act, by: string, times: number): Promise<void> {
  await submit(by);
  await vi.waitFor(() => expect(act).toHaveBeenCalledTimes(times));
  await nextTick();
}

describe.each([
  ['an instruction', InstructionDialog, { about: CASE }, 'instruction-words', dispatch, 'instruct'],
  ['a record', RecordDialog, { unit: { unitId: 'cg', unitName: '城管局' }, cases: [CASE] }, 'record-words', dispatch, 'recordAccountability'],
  ['an urge', UrgeDialog, { cases: [CASE] }, `urge-words-${CASE.caseNo}`, dispatch, 'urgeMany'],
  ['an owner', OwnerDialog, CASE, 'owner-plan', dispatch, 'assignOwner'],
  ['a supplement', CaseActs, { ...CASE, version: 1, first: 'supplement' }, 'supplement-text', intake, 'supplement'],
] as const)('%s whose answer was lost', (_, form, props, words, api, name) => {
  let act: Act;
  const key = (time: number) => act.mock.calls[time]?.[0];

  beforeEach(() => {
    act = spied(api, name);
  });

  it('is the same act when its form is opened again, after a reload too', async () => {
    act.mockRejectedValue(unanswered());
    await open(form, props, words);
    await type(words, '请尽快办理');
    await send(act, words, 1);

    await open(form, props, words);
    expect(find(words)?.value).toBe('请尽快办理');
    await send(act, words, 2);
    expect(key(1)).toBe(key(0));
  });

  it('is a new one after a refusal, and when it turned out to have been done with other words', async () => {
    act.mockRejectedValueOnce(refused('invalid', 400)).mockRejectedValue(refused('idempotency-key-reused'));
    await open(form, props, words);
    await type(words, '请尽快办理');
    await send(act, words, 1);
    await send(act, words, 2);
    expect(key(1)).not.toBe(key(0));
    // In the same form it stays refused; opened anew it is another one, as was said.
    await send(act, words, 3);
    expect(key(2)).toBe(key(1));
    await open(form, props, words);
    await send(act, words, 4);
    expect(key(3)).not.toBe(key(2));
  });

  it('leaves nothing behind once it is done', async () => {
    act.mockResolvedValue({ items: [{ caseId: CASE.caseId }] });
    await open(form, props, words);
    await type(words, '请尽快办理');
    await send(act, words, 1);
    leaveAll();
    await vi.waitFor(() => expect(Object.keys(window.sessionStorage)).toEqual([]));
  });
});

describe('what a citizen does', () => {
  const ask = { caseNo: '2611220000011', queryCode: '4711' };

  async function urge(act: Act, times: number): Promise<void> {
    await send(act, 'track-act-submit', times);
    await new Promise((resolve) => setTimeout(resolve));
  }
  async function choose(act: string): Promise<void> {
    find(`track-${act}`)!.click();
    await nextTick();
  }

  it('stays the same act while nobody knows whether it was done, whatever else is looked at', async () => {
    const act = spied(intake, 'trackUrge');
    act.mockRejectedValueOnce(unanswered()).mockRejectedValueOnce(refused('still-running', 409));
    act.mockResolvedValue({ status: 'HANDLING' });
    await show(TrackActs, '/', '/', { ask });
    await choose('urge');
    await urge(act, 1);
    await choose('withdraw');
    expect(find('problem')).toBeNull();
    await choose('urge');
    await urge(act, 2);
    await choose('urge');
    await choose('urge');
    await urge(act, 3);
    expect(new Set(act.mock.calls.map(([key]) => key)).size).toBe(1);
    expect(find('track-done')).not.toBeNull();

    await choose('urge');
    await urge(act, 4);
    expect(act.mock.calls[3]?.[0]).not.toBe(act.mock.calls[2]?.[0]);
  });

  it('is another act after a refusal', async () => {
    const act = spied(intake, 'trackUrge');
    act.mockRejectedValue(refused('urged-recently', 409));
    await show(TrackActs, '/', '/', { ask });
    await choose('urge');
    await urge(act, 1);
    await urge(act, 2);
    expect(act.mock.calls[1]?.[0]).not.toBe(act.mock.calls[0]?.[0]);
    await choose('urge');
    await choose('urge');
    expect(find('problem')).toBeNull();
  });
});
