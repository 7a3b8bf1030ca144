import { createApp, nextTick } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTokens } from '../src/api/http';
import TrackPage from '../src/citizen/TrackPage.vue';
import { i18n } from '../src/i18n';

function found(status: string, more: object = {}): Response {
  return new Response(
    JSON.stringify({
      caseNo: '2611220000174',
      title: '路灯不亮',
      status,
      statusZh: status,
      statusEn: status,
      registeredAt: '2026-11-22T01:00:00Z',
      steps: [],
      ...more,
    }),
  );
}

let leave: () => void = () => undefined;
let answers: Record<string, () => Response>;
let page: HTMLElement;

const find = <E extends HTMLElement>(id: string) => page.querySelector<E>(`[data-testid="${id}"]`);
const status = () => find('track-status')?.dataset.status;

function type(id: string, text: string): void {
  const input = find<HTMLInputElement>(id)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

beforeEach(async () => {
  useTokens(null);
  answers = { '/intake/api/track': () => found('HANDLING'), '/intake/api/track/urges': () => new Response('{}') };
  vi.stubGlobal('fetch', async (url: string) => answers[new URL(url).pathname]?.() ?? new Response('', { status: 404 }));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: TrackPage }] });
  const app = createApp(TrackPage);
  page = document.createElement('div');
  app.use(i18n).use(router).mount(page);
  leave = () => app.unmount();

  type('track-case-no', '261122-000017-4');
  type('track-query-code', '4711');
  page.querySelector('form')?.dispatchEvent(new Event('submit'));
  await vi.waitFor(() => expect(status()).toBe('HANDLING'));
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

async function submitUrge(): Promise<void> {
  find('track-urge')?.click();
  await vi.waitFor(() => expect(page.querySelector('form')).not.toBeNull());
  page.querySelector('form')?.dispatchEvent(new Event('submit'));
}

async function urge(): Promise<void> {
  await submitUrge();
  await vi.waitFor(() => expect(find('track-done')).not.toBeNull());
}

async function askAgain(expected: string): Promise<void> {
  find('track-another')?.click();
  await vi.waitFor(() => expect(find('track-case-no')).not.toBeNull());
  type('track-case-no', '261122-000017-4');
  type('track-query-code', '4711');
  page.querySelector('form')?.dispatchEvent(new Event('submit'));
  await vi.waitFor(() => expect(status()).toBe(expected));
}

describe('what a citizen has done with the own request', () => {
  it('shows the new status', async () => {
    answers['/intake/api/track'] = () => found('PENDING_REVIEW');
    await urge();
    await vi.waitFor(() => expect(status()).toBe('PENDING_REVIEW'));
    expect(find('problem')).toBeNull();
  });

  it('says beside the old status that the new one could not be asked for, and asks again on demand', async () => {
    answers['/intake/api/track'] = () => new Response('', { status: 503 });
    await urge();
    await vi.waitFor(() => expect(find('problem')?.textContent).toContain('服务暂时不可用'));
    expect(status()).toBe('HANDLING');

    answers['/intake/api/track'] = () => found('PENDING_REVIEW');
    find('problem-retry')?.click();
    await vi.waitFor(() => expect(status()).toBe('PENDING_REVIEW'));
    expect(find('problem')).toBeNull();
  });

  it('is not shown again to who asks for another one before the answer has come', async () => {
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => (answer = resolve));
    answers['/intake/api/track'] = () => late as unknown as Response;
    await submitUrge();
    await vi.waitFor(() => expect(find('track-done')).not.toBeNull());
    find('track-another')?.click();
    await nextTick();
    answer(found('PENDING_REVIEW'));
    await new Promise((passed) => setTimeout(passed, 20));
    expect(find('track-result')).toBeNull();
    expect(find('track-case-no')).not.toBeNull();
  });

  it('shows why it was not accepted and where to turn, and offers nothing more to do', async () => {
    answers['/intake/api/track'] = () =>
      found('REFUSED', { refusal: { zh: '不属于本市管辖范围。', en: 'Outside the area.', lawfulChannel: '请向潍坊市12345反映' } });
    await askAgain('REFUSED');
    expect(find('track-refusal')?.textContent).toContain('不属于本市管辖范围');
    expect(find('track-channel')?.textContent).toBe('请向潍坊市12345反映');
    expect(find('track-urge')).toBeNull();
  });

  it('says that the call was several requests, with their numbers and without their codes', async () => {
    answers['/intake/api/track'] = () => found('HANDLING', { otherRequests: ['2611220000182', '2611220000199'] });
    await askAgain('HANDLING');
    expect(find('track-others')?.textContent).toContain('按 3 件诉求分别登记');
    expect([...find('track-others')!.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
      '261122-000018-2',
      '261122-000019-9',
    ]);
    answers['/intake/api/track'] = () => found('HANDLING', { otherRequests: [] });
    await askAgain('HANDLING');
    expect(find('track-others')).toBeNull();
  });

  it('shows who took it over, after which nothing is to be done here', async () => {
    const transfer = { zh: '公安 110', en: 'Police (110)', acknowledgedAt: null as string | null, externalRef: null };
    answers['/intake/api/track'] = () => found('TRANSFERRED_OUT', { transfer });
    await askAgain('TRANSFERRED_OUT');
    expect(find('track-transfer')?.textContent).toContain('公安 110');
    expect(find('track-urge')).not.toBeNull();

    transfer.acknowledgedAt = '2026-11-22T01:10:00Z';
    await askAgain('TRANSFERRED_OUT');
    expect(find('track-transfer')?.textContent).toContain('2026-11-22 09:10');
    expect(find('track-urge')).toBeNull();
  });
});

describe('a closed request', () => {
  const UNTIL = '2026-12-08T02:00:00Z';

  async function closed(more: object): Promise<void> {
    answers['/intake/api/track'] = () => found('CLOSED', more);
    await submitUrge();
    await vi.waitFor(() => expect(status()).toBe('CLOSED'));
  }

  it('can be reopened while that is possible, which says until when', async () => {
    await closed({ reopenUntil: UNTIL });
    expect(find('track-urge')).toBeNull();
    expect(find('track-reopen-until')?.textContent).toContain('2026-12-08 10:00');
    const sent = vi.fn((): Response => new Response('{}'));
    answers['/intake/api/track/reopening'] = sent;
    find('track-reopen')?.click();
    await vi.waitFor(() => expect(find('track-reopen-reason')).not.toBeNull());
    answers['/intake/api/track'] = () => found('CLOSED');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));

    await vi.waitFor(() => expect(find('track-reopen-asked')?.textContent).toContain('重新安排办理'));
    expect(sent).toHaveBeenCalledTimes(1);
    expect(find('track-reopen')).toBeNull();
  });

  it('offers nothing afterwards', async () => {
    await closed({ reopenUntil: null });
    expect(find('track-reopen')).toBeNull();
    expect(find('track-urge')).toBeNull();
  });
});

describe('an answer that waits for its rating', () => {
  const OPEN = {
    rating: { state: 'OPEN', round: 2, ratedAt: null, direct: false, withMain: false, called: true },
  };
  let sent: Record<string, unknown>[];

  beforeEach(async () => {
    sent = [];
    answers['/intake/api/track'] = () => found('PENDING_CALLBACK', OPEN);
    answers['/intake/api/track/rating'] = () => new Response('{}');
    vi.stubGlobal('fetch', async (url: string, init?: { body?: string }) => {
      const path = new URL(url).pathname;
      if (path === '/intake/api/track/rating') {
        sent.push(JSON.parse(init?.body ?? '{}') as Record<string, unknown>);
      }
      return answers[path]?.() ?? new Response('', { status: 404 });
    });
    await askAgain('PENDING_CALLBACK');
  });

  const rateForm = () => find('track-rating')!.querySelector('form')!;
  const submit = () => find<HTMLButtonElement>('track-rate-submit')!;

  async function answer(name: string, value: string): Promise<void> {
    const radio = find<HTMLInputElement>(`track-rate-${name}-${value}`)!;
    radio.checked = true;
    radio.dispatchEvent(new Event('change'));
    await nextTick();
  }

  it('is rated in the questions of the call, and the page says that it was received', async () => {
    expect(find('track-rating')?.textContent).toContain('您可以在此评价');
    expect(submit().disabled).toBe(true);
    await answer('responded', 'YES');
    await answer('solved', 'PARTLY');
    await answer('satisfied', 'YES');
    expect(find('track-rate-reason-UNIT')).toBeNull();
    await answer('requestTrue', 'UNKNOWN');
    type('track-rate-verbatim', ' 谢谢 ');
    await nextTick();
    expect(submit().disabled).toBe(false);
    answers['/intake/api/track'] = () =>
      found('PENDING_CALLBACK', { rating: { ...OPEN.rating, state: 'RECEIVED', ratedAt: '2026-11-23T01:00:00Z' } });
    rateForm().dispatchEvent(new Event('submit'));

    await vi.waitFor(() => expect(find('track-rating-RECEIVED')?.textContent).toContain('2026-11-23 09:00'));
    expect(sent).toEqual([
      {
        caseNo: '261122-000017-4',
        queryCode: '4711',
        round: 2,
        responded: 'YES',
        solved: 'PARTLY',
        satisfied: 'YES',
        requestTrue: 'UNKNOWN',
        reason: null,
        verbatim: '谢谢',
      },
    ]);
    expect(find('track-rate-submit')).toBeNull();
  });

  it('shows the reply of that round beside the questions, and those of before above them', async () => {
    const reply = { unitZh: '城市管理局', unitEn: 'Urban management', withMain: false, answeredAt: '2026-11-23T01:00:00Z' };
    answers['/intake/api/track'] = () =>
      found('PENDING_CALLBACK', {
        ...OPEN,
        replies: [
          { ...reply, round: 1, text: '第一次修复。' },
          { ...reply, round: 2, unitZh: null, unitEn: null, text: '已返工，\n请查看。' },
        ],
      });
    await askAgain('PENDING_CALLBACK');
    const beside = find('track-rating')!.querySelectorAll('[data-testid="track-reply"]');
    expect(beside).toHaveLength(1);
    expect(beside[0]?.textContent).toContain('承办单位');
    expect(beside[0]?.textContent).toContain('第 2 轮 · 2026-11-23 09:00');
    expect(beside[0]?.textContent).toContain('已返工');
    expect(find('track-rating')?.textContent).toContain('答复如下');
    expect(find('track-replies')?.textContent).toContain('以前的答复');
    expect(find('track-replies')?.textContent).toContain('城市管理局');
    expect(find('track-replies')?.textContent).toContain('第一次修复。');
    expect(find('track-replies')?.textContent).not.toContain('已返工');
  });

  it('says as before that the unit told its result where the reply is not here', async () => {
    expect(find('track-rating')?.textContent).toContain('办理结果由承办单位告知您');
    expect(find('track-reply')).toBeNull();
    answers['/intake/api/track'] = () =>
      found('CLOSED', {
        replies: [{ round: 1, unitZh: '城管', unitEn: null, withMain: true, answeredAt: '2026-11-23T01:00:00Z', text: '一并修复。' }],
      });
    await askAgain('CLOSED');
    expect(find('track-replies')?.textContent).toContain('承办单位答复');
    expect(find('track-reply-with-main')?.textContent).toContain('一并答复');
  });

  it('asks why only where something is wrong, and forgets it when that is taken back', async () => {
    for (const [name, value] of [['responded', 'YES'], ['solved', 'NO'], ['satisfied', 'YES'], ['requestTrue', 'YES']]) {
      await answer(name!, value!);
    }
    expect(submit().disabled).toBe(true);
    expect(find('track-rate-reason-UNREASONABLE')).toBeNull();
    await answer('reason', 'UNIT');
    expect(submit().disabled).toBe(false);
    expect(find('track-rating')?.textContent).toContain('按规定可以再办的，会要求承办单位重新办理');
    await answer('solved', 'YES');
    expect(find('track-rate-reason-UNIT')).toBeNull();
    rateForm().dispatchEvent(new Event('submit'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.reason).toBeNull();
  });

  it('says that it was rated already, and looks again on demand', async () => {
    for (const [name, value] of [['responded', 'YES'], ['solved', 'YES'], ['satisfied', 'YES'], ['requestTrue', 'YES']]) {
      await answer(name!, value!);
    }
    answers['/intake/api/track/rating'] = () =>
      new Response(
        JSON.stringify({
          type: 'urn:hotline:problem:rated-already',
          code: 'rated-already',
          status: 409,
          titleZh: '当前不能这样做',
          titleEn: 'Not possible now',
          detailZh: '每次结果只评价一次。',
          detailEn: 'Each result is rated once.',
        }),
        { status: 409, headers: { 'Content-Type': 'application/problem+json' } },
      );
    rateForm().dispatchEvent(new Event('submit'));
    await vi.waitFor(() => expect(find('problem')?.textContent).toContain('只评价一次'));
    answers['/intake/api/track'] = () => found('CLOSED');
    find('track-rating-look')?.click();
    await vi.waitFor(() => expect(status()).toBe('CLOSED'));
    expect(find('track-rating')).toBeNull();
  });

  it('tells whose word counts when it crossed the call', async () => {
    answers['/intake/api/track'] = () =>
      found('CLOSED', { rating: { ...OPEN.rating, state: 'CROSSED_CALL', ratedAt: '2026-11-23T01:00:00Z' } });
    await askAgain('CLOSED');
    expect(find('track-rating-CROSSED_CALL')?.textContent).toContain('以电话回访中登记的结果为准');
  });

  it('does not ask whether the unit called where another request was answered', async () => {
    answers['/intake/api/track'] = () => found('PENDING_CALLBACK', { rating: { ...OPEN.rating, withMain: true } });
    await askAgain('PENDING_CALLBACK');
    expect(find('track-rating')?.textContent).toContain('一并办理');
    expect(find('track-rating')?.textContent).not.toContain('承办单位联系过您吗');
    for (const [name, value] of [['solved', 'YES'], ['satisfied', 'YES'], ['requestTrue', 'YES']]) {
      await answer(name!, value!);
    }
    rateForm().dispatchEvent(new Event('submit'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ responded: 'UNKNOWN', solved: 'YES', round: 2 });
  });

  it('offers to have it reopened after the end of the callback only where that is possible', async () => {
    const crossed = { rating: { ...OPEN.rating, state: 'CROSSED_END', ratedAt: '2026-11-23T01:00:00Z' } };
    answers['/intake/api/track'] = () => found('CLOSED', { ...crossed, reopenUntil: null });
    await askAgain('CLOSED');
    expect(find('track-rating-CROSSED_END')?.textContent).toContain('未能计入');
    expect(find('track-rating-CROSSED_END')?.textContent).not.toContain('重开');
    answers['/intake/api/track'] = () => found('CLOSED', { ...crossed, reopenUntil: '2026-12-08T02:00:00Z' });
    await askAgain('CLOSED');
    expect(find('track-rating-CROSSED_END')?.textContent).toContain('可申请重开');
  });

  it('asks about the answer of the hotline where no unit had a part in it', async () => {
    answers['/intake/api/track'] = () =>
      found('ANSWERED_DIRECT', { rating: { ...OPEN.rating, direct: true, called: false } });
    await askAgain('ANSWERED_DIRECT');
    expect(find('track-rating')?.textContent).toContain('热线答复您了吗');
    expect(find('track-rating')?.textContent).toContain('不会给您打电话');
  });
});
