import { describe, expect, it } from 'vitest';
import { EventCutter } from '../src/api/stream';

describe('server-sent events', () => {
  it('are cut at empty lines, wherever the network cuts', () => {
    const text = 'event: headline\ndata: {"accepted":1}\n\n:keep alive\n\ndata: a\ndata: b\n\n';
    for (let size = 1; size <= text.length; size++) {
      const cutter = new EventCutter();
      const events = [];
      for (let at = 0; at < text.length; at += size) {
        events.push(...cutter.take(text.slice(at, at + size)));
      }
      expect(events).toEqual([
        { event: 'headline', data: '{"accepted":1}' },
        { event: 'message', data: 'a\nb' },
      ]);
    }
  });

  it('may end their lines as Windows does', () => {
    expect(new EventCutter().take('event:headline\r\ndata:1\r\n\r\n')).toEqual([{ event: 'headline', data: '1' }]);
  });

  it('that have not ended are not told', () => {
    expect(new EventCutter().take('data: 1\n')).toEqual([]);
  });
});
