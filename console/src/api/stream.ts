import { address, send, type Query } from './http';

export interface StreamEvent {
  event: string;
  data: string;
}

/** Cuts a text stream into server-sent events; a piece of an event waits for its rest. */
export class EventCutter {
  private rest = '';

  take(chunk: string): StreamEvent[] {
    this.rest += chunk;
    const events: StreamEvent[] = [];
    for (;;) {
      const end = /\r\n\r\n|\n\n|\r\r/.exec(this.rest);
      if (!end) {
        return events;
      }
      const block = this.rest.slice(0, end.index);
      this.rest = this.rest.slice(end.index + end[0].length);
      const event = EventCutter.parse(block);
      if (event) {
        events.push(event);
      }
    }
  }

  private static parse(block: string): StreamEvent | null {
    let name = 'message';
    const data: string[] = [];
    for (const line of block.split(/\r\n|\n|\r/)) {
      if (line === '' || line.startsWith(':')) {
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') {
        name = value;
      } else if (field === 'data') {
        data.push(value);
      }
    }
    return data.length === 0 ? null : { event: name, data: data.join('\n') };
  }
}

export type StreamState = 'connecting' | 'live' | 'waiting';

/** Silence longer than this means a dead line: the service speaks at least every 15 s. */
const SILENCE_MS = 40_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Follows a stream with the bearer token (EventSource cannot send one) and comes back by itself.
 * Returns the function that ends it.
 */
export function follow(
  path: string,
  query: Query,
  onEvent: (event: StreamEvent) => void,
  onState: (state: StreamState) => void,
): () => void {
  const ended = new AbortController();

  async function listen(heard: () => void): Promise<void> {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    ended.signal.addEventListener('abort', stop);
    let alarm = window.setTimeout(stop, SILENCE_MS);
    try {
      const response = await send(
        address(path, query),
        { headers: { Accept: 'text/event-stream' }, signal: attempt.signal },
        0,
      );
      if (!response.ok || !response.body) {
        return;
      }
      onState('live');
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const cutter = new EventCutter();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) {
          return;
        }
        window.clearTimeout(alarm);
        alarm = window.setTimeout(stop, SILENCE_MS);
        heard();
        cutter.take(decoder.decode(value, { stream: true })).forEach(onEvent);
      }
    } catch {
      // Whatever ended it, the loop below waits and tries again.
    } finally {
      window.clearTimeout(alarm);
      ended.signal.removeEventListener('abort', stop);
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!ended.signal.aborted) {
      onState('connecting');
      await listen(() => {
        failures = 0;
      });
      if (ended.signal.aborted) {
        return;
      }
      onState('waiting');
      const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 15_000;
      failures += 1;
      await new Promise((resolve) => window.setTimeout(resolve, pause));
    }
  }

  void run();
  return () => ended.abort();
}
