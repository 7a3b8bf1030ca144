import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import TextingPage from '../src/admin/TextingPage.vue';
import { intake } from '../src/api/intake';
import { ApiProblem } from '../src/api/problem';
import TextMessages from '../src/desk/TextMessages.vue';
import { all, find, leaveAll, show, signedIn } from './shown';

const texts = (more: object = {}) => ({
  on: true,
  number: '138****1234',
  stopped: false,
  acknowledgementLeft: true,
  messages: [
    {
      id: 'm1',
      kind: 'REGISTERED',
      state: 'FAILED',
      reason: 'SMPP_0000000B',
      text: '您的诉求已登记，查询码******',
      parts: 1,
      queuedAt: '2026-11-22T01:00:00Z',
      waitsUntil: null,
      sentAt: null,
      endedAt: '2026-11-22T01:00:01Z',
    },
  ],
  replies: [{ id: 'r1', outcome: 'NOT_UNDERSTOOD', text: '2楼的灯还是不亮', receivedAt: '2026-11-23T01:00:00Z' }],
  ...more,
});

beforeEach(() => signedIn('operator'));
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('the messages of a case', () => {
  it('say what was sent, what became of it and what was answered', async () => {
    vi.spyOn(intake, 'textMessages').mockResolvedValue(texts() as never);
    await show(TextMessages, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('text-message')).not.toBeNull());
    expect(find('text-message')!.textContent).toMatch(/登记告知[^]*发送失败[^]*号码无效[^]*查询码\*{6}/);
    expect(find('text-reply')!.textContent).toMatch(/未能识别[^]*2楼的灯还是不亮/);
  });

  it('can be sent again by an operator, once for each act', async () => {
    vi.spyOn(intake, 'textMessages').mockResolvedValue(texts() as never);
    const again = vi.spyOn(intake, 'acknowledgeAgain').mockResolvedValue({} as never);
    await show(TextMessages, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('text-again')).not.toBeNull());
    find('text-again')!.click();
    await vi.waitFor(() => expect(again).toHaveBeenCalledWith(expect.any(String), 'c1'));
    leaveAll();
    signedIn('callback-agent');
    await show(TextMessages, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('text-message')).not.toBeNull());
    expect(find('text-again')).toBeNull();
  });

  it('are allowed again on the word of the citizen, by whoever speaks with them', async () => {
    vi.spyOn(intake, 'textMessages').mockResolvedValue(texts({ stopped: true, acknowledgementLeft: false }) as never);
    const resume = vi.spyOn(intake, 'resumeTexts').mockResolvedValue({} as never);
    await show(TextMessages, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('texts-resume')).not.toBeNull());
    expect(find('text-again')).toBeNull();
    find('texts-resume')!.click();
    await vi.waitFor(() => expect(find('texts-resume-confirm')).not.toBeNull());
    find('texts-resume-confirm')!.click();
    await vi.waitFor(() => expect(resume).toHaveBeenCalledWith(expect.any(String), 'c1'));
    leaveAll();
    signedIn('callback-agent');
    await show(TextMessages, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('texts-stopped')).not.toBeNull());
    expect(find('texts-resume')).toBeNull();
  });

  it('of a case in confidence are not shown to everybody', async () => {
    vi.spyOn(intake, 'textMessages').mockRejectedValue(
      new ApiProblem({ kind: 'refused', status: 403, code: 'forbidden', title: { zh: '无权', en: 'no' } }),
    );
    await show(TextMessages, '/', '/', { caseId: 'c1' });
    await vi.waitFor(() => expect(find('text-messages')!.textContent).toContain('可知悉诉求人'));
  });
});

describe('the gateway', () => {
  it('shows what failed and sends it again', async () => {
    signedIn('system-admin');
    vi.spyOn(intake, 'texting').mockResolvedValue({
      on: true,
      connectedSince: null,
      waiting: 3,
      failedToday: 1,
      items: [
        {
          id: 'm1',
          caseNo: '2611220000171',
          kind: 'REGISTERED',
          state: 'UNDELIVERED',
          reason: 'UNDELIV',
          endedAt: '2026-11-22T01:00:01Z',
          mayGo: true,
        },
        {
          id: 'm2',
          caseNo: '2611220000183',
          kind: 'REGISTERED',
          state: 'FAILED',
          reason: 'NO_ANSWER',
          endedAt: '2026-11-21T01:00:01Z',
          mayGo: false,
        },
      ],
      count: 2,
      nextCursor: null,
    } as never);
    const send = vi.spyOn(intake, 'sendTextAgain').mockResolvedValue({} as never);
    await show(TextingPage);
    await vi.waitFor(() => expect(all('failed-')).toHaveLength(2));
    expect(find('send-again-2611220000183')).toBeNull();
    expect(find('texting-gateway')!.textContent).toContain('未连接');
    expect(find('texting-waiting')!.textContent).toBe('3');
    find('send-again-2611220000171')!.click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith(expect.any(String), 'm1'));
  });
});
