import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { online } from '../src/api/connection';
import { pathTo } from '../src/api/contract';
import { get, post, speak, useTokens } from '../src/api/http';
import { ApiProblem } from '../src/api/problem';
import { useCommand } from '../src/shared/useCommand';

type Handler = (url: string, init: RequestInit) => Response | Promise<Response>;

function network(handler: Handler) {
  const mock = vi.fn(async (url: string, init: RequestInit) => handler(url, init));
  vi.stubGlobal('fetch', mock);
  return mock;
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function headersOf(mock: ReturnType<typeof network>, call: number): Headers {
  return mock.mock.calls[call]?.[1].headers as Headers;
}

beforeEach(() => {
  useTokens({ token: async () => 'token-1', renewed: async () => 'token-2' });
  online.value = true;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  useTokens(null);
  speak('zh');
});

describe('the API client', () => {
  it('sends token, language, key and version', async () => {
    const mock = network(() => json({ version: 8 }));
    speak('en');
    await post('/dispatch/api/assignments/1/signature', { key: 'k-1', version: 7 });
    const headers = headersOf(mock, 0);
    expect(headers.get('Authorization')).toBe('Bearer token-1');
    expect(headers.get('Accept-Language')).toMatch(/^en/);
    expect(headers.get('Idempotency-Key')).toBe('k-1');
    expect(headers.get('If-Match')).toBe('"7"');
    expect(mock.mock.calls[0]?.[1].body).toBe('{}');
  });

  it('leaves empty query parameters out and escapes the rest', async () => {
    const mock = network(() => json({}));
    await get('/intake/api/cases', { q: '停水 & 停电', status: '', cursor: undefined, limit: 50 });
    const url = new URL(mock.mock.calls[0]?.[0] ?? '');
    expect(url.searchParams.get('q')).toBe('停水 & 停电');
    expect([...url.searchParams.keys()]).toEqual(['q', 'limit']);
    expect(pathTo('/intake/api/parked-cases/{key}', { key: 'unreadable:t-1/2' })).toBe(
      '/intake/api/parked-cases/unreadable%3At-1%2F2',
    );
  });

  it('renews the token once after a 401 and repeats the request', async () => {
    const mock = network((_, init) =>
      (init.headers as Headers).get('Authorization') === 'Bearer token-2' ? json({ ok: true }) : json({}, 401),
    );
    await expect(get('/intake/api/cases')).resolves.toEqual({ ok: true });
    expect(mock).toHaveBeenCalledTimes(2);
  });

  it('says that the sign-in has expired when the token cannot be renewed', async () => {
    useTokens({ token: async () => 'token-1', renewed: async () => null });
    network(() => json({}, 401));
    await expect(get('/intake/api/cases')).rejects.toMatchObject({ kind: 'signed-out' });
  });

  it('turns a dead network into a problem that nobody answered', async () => {
    vi.useFakeTimers();
    network(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(get('/intake/api/cases')).rejects.toMatchObject({ kind: 'unanswered' });
    expect(online.value).toBe(false);
  });

  it('does not take half an answer for a whole one', async () => {
    network(() => new Response('{"caseNo":"2611', { status: 200 }));
    await expect(get('/intake/api/cases/1')).rejects.toBeInstanceOf(ApiProblem);
  });
});

describe('an act', () => {
  it('keeps its key while nobody knows whether it was done, and then starts a new one', async () => {
    const keys: string[] = [];
    const answers = [json({}, 503), json({ done: true }), json({ done: true })];
    network((_, init) => {
      keys.push((init.headers as Headers).get('Idempotency-Key') ?? '');
      return answers.shift() ?? json({});
    });
    const act = useCommand((key: string) => post<{ done: boolean }>('/x', { key, body: { text: '同一内容' } }));
    expect(await act.run()).toBeUndefined();
    expect(act.problem.value?.kind).toBe('unanswered');
    expect(await act.run()).toEqual({ done: true });
    expect(act.problem.value).toBeNull();
    await act.run();
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('takes a new key after a refusal, since nothing was done', async () => {
    const keys: string[] = [];
    network((_, init) => {
      keys.push((init.headers as Headers).get('Idempotency-Key') ?? '');
      return json({ code: 'invalid', violations: [] }, 400);
    });
    const act = useCommand((key: string) => post('/x', { key }));
    await act.run();
    await act.run();
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('keeps its key while its first attempt is still running', async () => {
    const keys: string[] = [];
    network((_, init) => {
      keys.push((init.headers as Headers).get('Idempotency-Key') ?? '');
      return json({ code: 'still-running' }, 409);
    });
    const act = useCommand((key: string) => post('/x', { key }));
    await act.run();
    await act.run();
    expect(keys[1]).toBe(keys[0]);
  });

  it('does nothing twice when the answer was lost and the form was changed before it is sent again', async () => {
    const keys: string[] = [];
    network((_, init) => {
      keys.push((init.headers as Headers).get('Idempotency-Key') ?? '');
      return json({ code: 'idempotency-key-reused', detailZh: '标识' }, 422);
    });
    const act = useCommand((key: string) => post('/x', { key }));
    await act.run();
    expect(act.problem.value?.titleIn('zh')).toContain('可能已经成功');
    await act.run();
    expect(keys[1]).toBe(keys[0]);
    act.renew();
    await act.run();
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('reads the thing again when its version is stale', async () => {
    network(() => json({ code: 'stale-version' }, 412));
    const reread = vi.fn(async () => undefined);
    const act = useCommand((key: string) => post('/x', { key, version: 1 }), { onStale: reread });
    await act.run();
    expect(reread).toHaveBeenCalledOnce();
    expect(act.problem.value?.isStale).toBe(true);
  });

  it('runs once however often the button is pressed', async () => {
    let open: (response: Response) => void = () => undefined;
    const mock = network(() => new Promise<Response>((resolve) => (open = resolve)));
    const act = useCommand((key: string) => post('/x', { key }));
    const first = act.run();
    const second = act.run();
    await vi.waitFor(() => expect(mock).toHaveBeenCalled());
    open(json({ ok: 1 }));
    await Promise.all([first, second]);
    expect(mock).toHaveBeenCalledOnce();
  });
});
