import { describe, expect, it } from 'vitest';
import { withCoUrges } from '../src/life/coUrges';
import { chart, lasting, merged, skipped, type LifeClock } from '../src/life/clocks';

type Span = NonNullable<LifeClock['explanation']>['spans'][number];

function span(from: string, to: string, reason: Span['reason'], label = ''): Span {
  const counted = reason === 'WORK_TIME';
  return { from, to, reason, label, counted, guessed: false, zh: reason, en: reason, time: 'PT0S' } as Span;
}

function clock(over: Partial<LifeClock>): LifeClock {
  return {
    kind: 'REPLY',
    round: 1,
    paperNo: null,
    unitId: 'cg',
    unitName: '城市管理局',
    limit: '5wd',
    policy: 'sd-default/1',
    startedAt: '2026-09-30T15:40:00Z',
    dueAt: '2026-10-10T15:40:00Z',
    stoppedAt: null,
    state: 'RUNNING',
    late: false,
    explanation: null,
    ...over,
  };
}

const HOLIDAY = span('2026-09-30T16:00:00Z', '2026-10-07T16:00:00Z', 'HOLIDAY', '国庆节');

describe('the clocks of a case on one axis', () => {
  it('places spans, due time and end in percent of the whole', () => {
    const drawn = chart(
      [
        clock({
          explanation: {
            start: '2026-09-30T15:40:00Z',
            due: '2026-10-10T15:40:00Z',
            remarks: [],
            warnings: [],
            spans: [
              span('2026-09-30T15:40:00Z', '2026-10-05T15:40:00Z', 'HOLIDAY', '国庆节'),
              span('2026-10-05T15:40:00Z', '2026-10-10T15:40:00Z', 'WORK_TIME'),
            ],
          },
        }),
      ],
      '2026-10-06T00:00:00Z',
    );
    expect(drawn.bars[0]?.bands.map((band) => [band.kind, band.left, band.width])).toEqual([
      ['holiday', 0, 50],
      ['counted', 50, 50],
    ]);
    expect(drawn.bars[0]?.due).toBe(100);
    expect(drawn.bars[0]?.stopped).toBeNull();
    expect(drawn.days[0]?.label).toBe('10-01');
  });

  it('shows how long an overdue clock has been running, and how late one was met', () => {
    const overdue = chart([clock({ late: true })], '2026-10-20T15:40:00Z').bars[0];
    expect(overdue?.bands.at(-1)).toMatchObject({ kind: 'late', left: 50, width: 50 });
    const metLate = chart(
      [clock({ late: true, state: 'MET', stoppedAt: '2026-10-20T15:40:00Z' })],
      '2026-12-01T00:00:00Z',
    ).bars[0];
    expect(metLate?.stopped).toBe(100);
    // Missed once, moved by an extension and met in time then.
    const moved = chart(
      [clock({ late: true, state: 'MET', stoppedAt: '2026-10-01T00:00:00Z' })],
      '2026-10-20T15:40:00Z',
    ).bars[0];
    expect(moved?.bands.some((band) => band.kind === 'late')).toBe(false);
  });

  it('adds up what was skipped for a holiday or a hold, and leaves out nights', () => {
    const explanation = {
      start: '2026-09-30T15:40:00Z',
      due: '2026-10-10T15:40:00Z',
      remarks: [],
      warnings: [],
      spans: [
        HOLIDAY,
        span('2026-10-07T16:00:00Z', '2026-10-08T00:30:00Z', 'OUT_OF_HOURS'),
        span('2026-10-08T00:30:00Z', '2026-10-08T02:30:00Z', 'PAUSED', '挂起'),
        span('2026-10-08T04:30:00Z', '2026-10-08T05:30:00Z', 'PAUSED', '挂起'),
      ],
    };
    expect(skipped(clock({ explanation }))).toEqual([
      { reason: 'HOLIDAY', label: '国庆节', hours: 168 },
      { reason: 'PAUSED', label: '挂起', hours: 3 },
    ]);
    expect(lasting(168)).toEqual({ days: 7 });
    expect(lasting(3)).toEqual({ hours: 3 });
  });

  it('puts the clocks of the centre between those of the units by their start', () => {
    const callback = {
      round: 1,
      limit: '3wd',
      policy: 'sd-default/1',
      startedAt: '2026-10-02T00:00:00Z',
      dueAt: '2026-10-12T00:00:00Z',
      stoppedAt: null,
      state: 'RUNNING' as const,
      late: false,
      explanation: null,
    };
    const screening = {
      limit: '2wh',
      startedAt: '2026-09-01T00:00:00Z',
      dueAt: '2026-09-01T02:00:00Z',
      stoppedAt: '2026-09-01T01:00:00Z',
      state: 'MET' as const,
      late: false,
      explanation: null,
    };
    const all = merged(
      [clock({}), clock({ kind: 'RECTIFICATION', startedAt: '2026-10-03T00:00:00Z' })],
      [screening],
      [callback],
    );
    expect(all.map((one) => one.kind)).toEqual(['SCREENING', 'REPLY', 'CALLBACK', 'RECTIFICATION']);
    expect(all[0]?.round).toBeNull();
    expect(all[2]?.unitName).toBeNull();
  });
});

describe('urges of co-handlers', () => {
  it('stand among the facts where they were said, and leave the order of the log as it is', () => {
    const fact = (eventId: string, time: string) => ({ eventId, time }) as never;
    const urge = { assignmentId: 'co', leadUnitId: 'cg', unitName: '住建局', words: '请今日内答复', at: '2026-11-02T00:00:00Z' };
    const told = withCoUrges(
      [fact('a', '2026-11-01T00:00:00Z'), fact('b', '2026-11-03T00:00:00Z'), fact('late', '2026-10-30T00:00:00Z')],
      [urge as never],
    );
    expect(told.map((one) => one.eventId)).toEqual(['a', 'co 2026-11-02T00:00:00Z', 'b', 'late']);
    expect(told[1]?.data).toBeNull();
  });
});
