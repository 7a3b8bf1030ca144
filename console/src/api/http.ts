import { connected } from './connection';
import { ApiProblem, problemOf, signedOut, unanswered, type Language } from './problem';

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Command {
  /** Made when the form opens and kept for every retry of the same content. */
  key: string;
  /** Version that the person saw; sent as If-Match. */
  version?: number;
  body?: unknown;
  contentType?: string;
  query?: Query;
  /** It is sent although the page is closed meanwhile; the browser takes small bodies only. */
  outlivesPage?: boolean;
}

/** Where the bearer token comes from; the citizen's page has none. */
export interface TokenSource {
  token(): Promise<string | null>;
  /** A fresh token after a 401, or null when the person has to sign in again. */
  renewed(): Promise<string | null>;
}

let tokens: TokenSource | null = null;
let language: Language = 'zh';

export function useTokens(source: TokenSource | null): void {
  tokens = source;
}

export function speak(chosen: Language): void {
  language = chosen;
}

const ANSWER_WITHIN_MS = 30_000;

export function address(path: string, query?: Query): string {
  const url = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') {
      url.searchParams.set(name, String(value));
    }
  }
  return url.toString();
}

/** Sends one request with the bearer token; a token that ran out is renewed once. */
export async function send(url: string, init: RequestInit, timeoutMs = ANSWER_WITHIN_MS): Promise<Response> {
  const attempt = async (token: string | null): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', language === 'zh' ? 'zh-CN,zh;q=0.9,en;q=0.5' : 'en,zh-CN;q=0.5');
    if (token !== null) {
      headers.set('Authorization', `Bearer ${token}`);
    }
    // Old browsers know neither AbortSignal.timeout nor AbortSignal.any.
    const ending = new AbortController();
    const end = () => ending.abort();
    init.signal?.addEventListener('abort', end);
    const alarm = timeoutMs > 0 ? window.setTimeout(end, timeoutMs) : undefined;
    try {
      const response = await fetch(url, {
        ...init,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        signal: ending.signal,
      });
      connected(response.status < 502 || response.status > 504);
      return response;
    } catch (cause) {
      if (init.signal?.aborted) {
        throw cause;
      }
      connected(false);
      throw unanswered();
    } finally {
      window.clearTimeout(alarm);
    }
  };

  const first = await attempt(tokens ? await tokens.token() : null);
  if (first.status !== 401 || !tokens) {
    return first;
  }
  const token = await tokens.renewed();
  if (token === null) {
    throw signedOut();
  }
  return attempt(token);
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw await problemOf(response);
  }
  if (response.status === 204) {
    return undefined as T;
  }
  const body = await response.text().catch(() => {
    throw unanswered();
  });
  if (body === '') {
    return undefined as T;
  }
  try {
    return JSON.parse(body) as T;
  } catch {
    throw unanswered();
  }
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answer<T>(await send(address(path, query), { headers: { Accept: 'application/json' }, signal }));
}

export async function post<T>(path: string, command: Command): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Content-Type': command.contentType ?? 'application/json',
    'Idempotency-Key': command.key,
  };
  if (command.version !== undefined) {
    headers['If-Match'] = `"${command.version}"`;
  }
  const raw = command.body instanceof Blob;
  const body = raw ? (command.body as Blob) : JSON.stringify(command.body ?? {});
  // A file of many rows takes longer than a form.
  const init = { method: 'POST', headers, body, keepalive: command.outlivesPage };
  return answer<T>(await send(address(path, command.query), init, raw ? 300_000 : ANSWER_WITHIN_MS));
}

/** A file that needs the token, as a blob to be saved. */
export async function download(path: string, query?: Query): Promise<Blob> {
  const response = await send(address(path, query), { headers: { Accept: '*/*' } }, 300_000);
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response.blob();
}

export function asProblem(cause: unknown): ApiProblem {
  if (cause instanceof ApiProblem) {
    return cause;
  }
  return new ApiProblem({
    kind: 'unanswered',
    code: 'console',
    title: { zh: '页面出错', en: 'The page failed' },
    detail: { zh: '请重试；若再次出现，请联系管理员。', en: 'Try again; if it happens again, tell an administrator.' },
  });
}

export function newKey(): string {
  // randomUUID needs a secure context, which an intranet address without TLS is not.
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
