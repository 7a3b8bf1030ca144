import { describe, expect, it } from 'vitest';
import { heldBy } from '../src/shared/parts';

describe('who has a case', () => {
  const task = (assignmentId: string, parentAssignmentId: string | null, parts: object[] = []) =>
    ({ assignmentId, parentAssignmentId, parts }) as never as {
      assignmentId: string;
      parentAssignmentId: string | null;
    };

  it('stands under who handed it down, with since when', () => {
    const tree = heldBy([
      task('lead', null, [{ assignmentId: 'street', since: '2026-11-24T01:00:00Z' }]),
      task('co', null),
      task('village', 'street'),
      task('street', 'lead'),
    ]);

    expect(tree.map((one) => [one.task.assignmentId, one.depth, one.since])).toEqual([
      ['lead', 0, null],
      ['street', 1, '2026-11-24T01:00:00Z'],
      ['village', 2, null],
      ['co', 0, null],
    ]);
  });

  it('stands at the top when the unit above is out of sight', () => {
    expect(heldBy([task('street', 'lead')])).toHaveLength(1);
  });
});
