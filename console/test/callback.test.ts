import { createApp, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { evaluation, type CallbackDetail } from '../src/api/evaluation';
import { intake } from '../src/api/intake';
import { person } from '../src/auth/session';
import CallbackPage from '../src/callback/CallbackPage.vue';
import CallbackTaskPage from '../src/callback/CallbackTaskPage.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';

// Node cannot load style sheets; what a page looks like is not asked here.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));

const TASK = {
  callbackId: 'c1',
  caseId: 'a1',
  caseNo: '2611230000017',
  round: 1,
  title: '路灯不亮',
  content: '已持续一周。',
  demand: '请尽快处理',
  kind: 'HELP',
  urgency: 'NORMAL',
  wantsCallback: true,
  status: 'OPEN',
  attempts: 0,
  openedAt: '2026-11-23T02:00:00Z',
  callbackDue: '2026-11-26T02:00:00Z',
  overdue: false,
  light: 'GREEN',
  remainingWorkMinutes: 900,
  attemptList: [],
  unit: null,
  evaluation: null,
  decision: null,
  endedAt: null,
  version: 4,
} as unknown as CallbackDetail;

async function shown(page: Component, path: string): Promise<HTMLElement> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/callback', component: page },
      { path: '/callback/:callbackId', component: page },
    ],
  });
  await router.push(path);
  const place = document.createElement('div');
  createApp(page).use(i18n).use(router).mount(place);
  return place;
}

async function task(over: Partial<CallbackDetail>): Promise<(id: string) => HTMLElement | null> {
  vi.spyOn(evaluation, 'callback').mockResolvedValue({ ...TASK, ...over });
  const place = await shown(CallbackTaskPage, '/callback/c1');
  const find = (id: string) => place.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  await vi.waitFor(() => expect(find('case-head')).not.toBeNull());
  return find;
}

function signedIn(...roles: string[]): void {
  person.value = { userId: 'u', login: 'u', name: 'u', roles, unit: null, unitPath: null, gridPath: null };
}

const REACHED = [{ attemptNo: 1, result: 'REACHED', note: null, at: '2026-11-23T03:00:00Z', actor: 'u' }] as never;

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(intake, 'case').mockResolvedValue({ siblings: [] } as never);
  vi.spyOn(dispatch, 'proofs').mockResolvedValue({ items: [], count: 0 } as never);
  addWords(staff.zh, staff.en);
});

describe('the task of a case that was answered with its main one', () => {
  it('has the words to be read out, which no other task asks for', async () => {
    signedIn('callback-agent');
    const answer = vi
      .spyOn(dispatch, 'answerWithMain')
      .mockResolvedValue({ caseId: 'a1', publicReply: '路灯已修复。', answeredAt: '2026-11-23T02:00:00Z' } as never);
    const find = await task({ withMain: true });
    await vi.waitFor(() => expect(find('answer-with-main-words')?.textContent).toContain('路灯已修复'));
    expect(answer).toHaveBeenCalledWith('a1');
    expect(find('responded-hint')?.textContent).toContain('未知');

    answer.mockClear();
    const ordinary = await task({ withMain: false });
    expect(ordinary('answer-with-main')).toBeNull();
    expect(answer).not.toHaveBeenCalled();
  });
});

describe('a call that was split into several cases', () => {
  it('is known to who calls, and nothing of it is in the way when it cannot be read', async () => {
    signedIn('callback-agent');
    const read = vi
      .mocked(intake.case)
      .mockResolvedValue({
        siblings: [
          { caseId: 'c2', caseNo: '2611220000029', status: 'PENDING_CALLBACK', call: true },
          { caseId: 'c3', caseNo: '2611220000037', status: 'HANDLING', call: false },
          { caseId: 'c4', caseNo: '2611220000045', status: 'ANSWERED_DIRECT', call: false },
          { caseId: 'c5', caseNo: '2611220000053', status: 'CLOSED', call: false },
        ],
      } as never);
    const find = await task({});
    await vi.waitFor(() => expect(find('callback-siblings')?.textContent).toContain('261122-000002-9'));
    expect(find('callback-siblings')?.textContent).toContain('261122-000004-5');
    // Nobody has answered this one yet, and that one was rated.
    expect(find('callback-siblings')?.textContent).not.toContain('261122-000003-7');
    expect(find('callback-siblings')?.textContent).not.toContain('261122-000005-3');
    expect(read).toHaveBeenCalledWith('a1');
    read.mockRejectedValue(new Error('away'));
    const other = await task({});
    expect(other('callback-siblings')).toBeNull();
    expect(other('contact-open')).not.toBeNull();
  });
});

describe('the task of a reporter who wants no callback or left no number', () => {
  it('offers the lead the closing at once, in place of the questions', async () => {
    signedIn('callback-lead');
    const unreachable = vi.spyOn(evaluation, 'unreachable').mockResolvedValue({} as never);
    const find = await task({ wantsCallback: false });

    expect(find('no-callback')?.textContent).toContain('诉求人不需要回访或未留电话');
    expect(find('questionnaire')).toBeNull();
    expect(find('contact-open')).toBeNull();
    find('unreachable-submit')?.click();
    await vi.waitFor(() => expect(unreachable).toHaveBeenCalledWith(expect.any(String), 'c1', 4));
  });

  it('tells the agent, who may not close it', async () => {
    signedIn('callback-agent');
    const find = await task({ wantsCallback: false });

    expect(find('no-callback')).not.toBeNull();
    expect(find('unreachable-submit')).toBeNull();
  });

  it('asks who was reached all the same', async () => {
    signedIn('callback-lead');
    const find = await task({ wantsCallback: false, attemptList: REACHED });

    expect(find('no-callback')).toBeNull();
    expect(find('questionnaire')).not.toBeNull();
    expect(find('unreachable-submit')).toBeNull();
  });
});

describe('the task of everybody else', () => {
  it('has the questions, and the closing beside the calls', async () => {
    signedIn('callback-lead');
    const find = await task({});

    expect(find('no-callback')).toBeNull();
    expect(find('questionnaire')).not.toBeNull();
    expect(find('unreachable-submit')?.textContent).toContain('按无法接通办结');
    expect(find('quiet-hours')).toBeNull();
  });

  it('says in which hours nobody is called', async () => {
    signedIn('callback-agent');
    const find = await task({ quietHours: { from: '21:00', to: '08:00' } });

    expect(find('quiet-hours')?.textContent).toContain('21:00–08:00');
  });
});

describe('the task about a direct answer', () => {
  it('shows the answer that is rated, and asks about the hotline and not about a unit', async () => {
    signedIn('callback-agent');
    const find = await task({ round: 0, directAnswer: '请到社区服务站办理。', attemptList: REACHED });

    expect(find('callback-direct')).not.toBeNull();
    expect(find('case-direct-answer')?.textContent).toBe('请到社区服务站办理。');
    expect(find('questionnaire')?.textContent).toContain('热线是否给了您答复');
    expect(find('questionnaire')?.textContent).not.toContain('承办单位');
  });
});

describe('the callback desk', () => {
  it('marks the rows where nobody is to be called', async () => {
    vi.spyOn(evaluation, 'callbacks').mockResolvedValue({
      items: [TASK, { ...TASK, callbackId: 'c2', caseNo: '2611230000025', wantsCallback: false }],
      count: 2,
      counts: { open: 2, overdue: 0, done: 0, all: 2 },
      nextCursor: null,
    } as never);
    const place = await shown(CallbackPage, '/callback');

    await vi.waitFor(() =>
      expect([...place.querySelectorAll('[data-testid^="no-callback-"]')].map((one) => one.textContent)).toEqual([
        '无需回访',
      ]),
    );
    expect(place.querySelector('[data-testid="row-2611230000025"]')?.textContent).toContain('无需回访');
  });
});
