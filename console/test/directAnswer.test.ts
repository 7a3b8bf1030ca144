import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intake } from '../src/api/intake';
import { ApiProblem, unanswered } from '../src/api/problem';
import DirectAnswer from '../src/desk/DirectAnswer.vue';
import RegisterPage from '../src/desk/RegisterPage.vue';
import { isAnswerable, isComplete } from '../src/desk/directAnswer';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

vi.setConfig({ testTimeout: 90_000 });

const REGISTERED = {
  caseId: 'c1',
  caseNo: '2611220000011',
  queryCode: '471100',
  status: 'REGISTERED',
  version: 1,
  registeredAt: '2026-11-22T01:00:00Z',
};
const ONE = { caseId: 'c1', version: 1, kind: 'CONSULTATION', urgency: 'NORMAL' };
const BODY = { answer: '请到社区服务站办理。', knowledgeItem: 'KB-0123', knowledgeVersion: '7' };

beforeEach(() => {
  signedIn('operator');
  window.sessionStorage.clear();
  const none = { items: [], count: 0, nextCursor: null } as never;
  vi.spyOn(intake, 'units').mockResolvedValue(none);
  vi.spyOn(intake, 'categories').mockResolvedValue(none);
  vi.spyOn(intake, 'places').mockResolvedValue(none);
  vi.spyOn(intake, 'cases').mockResolvedValue(none);
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

async function typeAnswer(): Promise<void> {
  await type('direct-answer', ` ${BODY.answer} `);
  await type('direct-answer-item', BODY.knowledgeItem);
  await type('direct-answer-version', BODY.knowledgeVersion);
}

async function atRegistering(): Promise<void> {
  await show(RegisterPage);
  const details = find('register-answer')!.closest('details')!;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await nextTick();
}

describe('a direct answer', () => {
  it('has its words, and of an item its version', () => {
    expect(isComplete({ answer: '可以。', knowledgeItem: '', knowledgeVersion: '' })).toBe(true);
    expect(isComplete({ answer: ' ', knowledgeItem: '', knowledgeVersion: '' })).toBe(false);
    expect(isComplete({ answer: '可以。', knowledgeItem: 'KB-1', knowledgeVersion: ' ' })).toBe(false);
    expect(isComplete({ answer: '可以。', knowledgeItem: '', knowledgeVersion: '7' })).toBe(false);
  });

  it('is given to what a unit need not look into and what endangers nobody', () => {
    expect(isAnswerable('CONSULTATION', 'NORMAL')).toBe(true);
    expect(isAnswerable('HELP', 'URGENT')).toBe(true);
    expect(isAnswerable('COMPLAINT', 'NORMAL')).toBe(false);
    expect(isAnswerable('REPORT', 'NORMAL')).toBe(false);
    expect(isAnswerable('CONSULTATION', 'CRITICAL')).toBe(false);
  });

  it('is sent from the page of the case, and what was refused stays with its field', async () => {
    const answer = vi
      .spyOn(intake, 'answerDirectly')
      .mockRejectedValueOnce(
        new ApiProblem({
          kind: 'refused',
          status: 400,
          code: 'invalid',
          title: { zh: '有误', en: 'wrong' },
          violations: [{ field: 'knowledgeItem', code: 'not-a-code', zh: '只能填编号', en: 'a code' }],
        }),
      )
      .mockResolvedValue({} as never);
    const done = vi.fn();
    await show(DirectAnswer, '/', '/', { ...ONE, onDone: done });
    find('direct-answer-open')!.click();
    await nextTick();
    await typeAnswer();
    await submit('direct-answer');
    await vi.waitFor(() => expect(document.body.textContent).toContain('只能填编号'));
    expect(find('direct-answer')?.value).toContain(BODY.answer);

    await submit('direct-answer');
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    expect(answer.mock.calls.map(([, ...rest]) => rest)).toEqual([
      ['c1', 1, BODY],
      ['c1', 1, BODY],
    ]);
    expect(find('direct-answer-sent')).not.toBeNull();
  });

  it('says of a complaint why there is none', async () => {
    await show(DirectAnswer, '/', '/', { ...ONE, kind: 'COMPLAINT' });
    expect(find('direct-answer-not')?.textContent).toContain('承办单位');
    expect(find('direct-answer-open')).toBeNull();
  });
});

describe('registering with the answer', () => {
  it('registers and answers with one click, in this order', async () => {
    const register = vi.spyOn(intake, 'register').mockResolvedValue(REGISTERED as never);
    const answer = vi.spyOn(intake, 'answerDirectly').mockResolvedValue({} as never);
    await atRegistering();
    await typeAnswer();
    find('register-and-answer')!.click();
    await vi.waitFor(() => expect(find('direct-answer-sent')).not.toBeNull());
    expect(register).toHaveBeenCalledTimes(1);
    expect(answer).toHaveBeenCalledTimes(1);
    expect(answer.mock.calls[0]?.slice(1)).toEqual(['c1', 1, BODY]);
    expect(find('registered-case-no')?.dataset.caseNo).toBe(REGISTERED.caseNo);
    leaveAll();
    await vi.waitFor(() => expect(Object.keys(window.sessionStorage)).toEqual([]));
  });

  it('leaves a registered case when the connection is lost in between, and its words wait on its page', async () => {
    vi.spyOn(intake, 'register').mockResolvedValue(REGISTERED as never);
    const answer = vi.spyOn(intake, 'answerDirectly').mockRejectedValue(unanswered());
    await atRegistering();
    await typeAnswer();
    find('register-and-answer')!.click();
    await vi.waitFor(() => expect(find('direct-answer-only-registered')).not.toBeNull());
    expect(find('registered-query-code')?.dataset.queryCode).toBe(REGISTERED.queryCode);

    leaveAll();
    await show(DirectAnswer, '/', '/', ONE);
    expect(find('direct-answer')?.value).toContain(BODY.answer);
    answer.mockResolvedValue({} as never);
    await submit('direct-answer');
    await vi.waitFor(() => expect(answer).toHaveBeenCalledTimes(2));
    // Nobody knows whether the first was done: it is the same act.
    expect(answer.mock.calls[1]?.[0]).toBe(answer.mock.calls[0]?.[0]);
  });

  it('answers nothing when the registration was refused, and keeps the words', async () => {
    vi.spyOn(intake, 'register').mockRejectedValue(
      new ApiProblem({ kind: 'refused', status: 400, code: 'invalid', title: { zh: '有误', en: 'wrong' } }),
    );
    const answer = vi.spyOn(intake, 'answerDirectly');
    await atRegistering();
    await typeAnswer();
    find('register-and-answer')!.click();
    await vi.waitFor(() => expect(document.body.textContent).toContain('有误'));
    expect(answer).not.toHaveBeenCalled();
    expect(find('direct-answer')?.value).toContain(BODY.answer);
  });

  it('is not offered to who only registers', async () => {
    signedIn('grid-officer');
    await show(RegisterPage);
    expect(find('register-submit')).not.toBeNull();
    expect(find('register-answer')).toBeNull();
  });

  it('is not offered for what a unit has to look into', async () => {
    await atRegistering();
    expect(find('register-and-answer')).not.toBeNull();
    find('register-kind-COMPLAINT')!.click();
    await vi.waitFor(() => expect(find('register-answer-not')).not.toBeNull());
    expect(find('register-and-answer')).toBeNull();
  });
});
