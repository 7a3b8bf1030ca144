import type { AssignmentDetail } from '../api/dispatch';

export type Part = NonNullable<AssignmentDetail['parts']>[number];

/** A task in the tree of those who have a case: how far down it was handed, and since when it lies there. */
export interface Held<T> {
  task: T;
  depth: number;
  since: string | null;
}

interface Task {
  assignmentId: string;
  parentAssignmentId?: string | null;
  parts?: Part[] | null;
}

/** The tasks of a case, each followed by what was handed down of it (下派); nothing is left out. */
export function heldBy<T extends Task>(tasks: readonly T[]): Held<T>[] {
  const known = new Set(tasks.map((one) => one.assignmentId));
  const parts = new Map(tasks.flatMap((one) => one.parts ?? []).map((part) => [part.assignmentId, part]));
  const below = (parent: string | null, depth: number): Held<T>[] =>
    tasks
      .filter((one) => {
        // Whose parent is out of sight stands at the top.
        const above = one.parentAssignmentId && known.has(one.parentAssignmentId) ? one.parentAssignmentId : null;
        return above === parent;
      })
      .flatMap((task) => [
        { task, depth, since: parts.get(task.assignmentId)?.since ?? null },
        ...below(task.assignmentId, depth + 1),
      ]);
  return below(null, 0);
}
