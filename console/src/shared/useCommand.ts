import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { asProblem, newKey } from '../api/http';
import { doneBefore, type ApiProblem } from '../api/problem';

export interface CommandState<A extends unknown[], R> {
  busy: ComputedRef<boolean>;
  problem: ShallowRef<ApiProblem | null>;
  key: ShallowRef<string>;
  run: (...args: A) => Promise<R | undefined>;
  /** A new act: a new key, and no trouble yet. */
  renew: () => void;
}

/**
 * One act of a person. Its key lives as long as nobody knows whether the act was done: a retry after a lost answer
 * repeats the same act, and what the service refused starts as a new one.
 */
export function useCommand<A extends unknown[], R>(
  act: (key: string, ...args: A) => Promise<R>,
  options: { key?: string; onStale?: () => Promise<unknown> } = {},
): CommandState<A, R> {
  const running = shallowRef(false);
  const problem = shallowRef<ApiProblem | null>(null);
  const key = shallowRef(options.key ?? newKey());

  function renew(): void {
    key.value = newKey();
    problem.value = null;
  }

  async function run(...args: A): Promise<R | undefined> {
    if (running.value) {
      return undefined;
    }
    running.value = true;
    problem.value = null;
    try {
      const answer = await act(key.value, ...args);
      key.value = newKey();
      return answer;
    } catch (cause) {
      const refused = asProblem(cause);
      const reused = refused.code === 'idempotency-key-reused';
      problem.value = reused ? doneBefore() : refused;
      // The first attempt is on its way, or was done with other words: with another key it would be done twice.
      if (refused.kind === 'refused' && !reused && !refused.code.includes('running')) {
        key.value = newKey();
      }
      if (refused.isStale && options.onStale) {
        await options.onStale().catch(() => undefined);
      }
      return undefined;
    } finally {
      running.value = false;
    }
  }

  return { busy: computed(() => running.value), problem, key, run, renew };
}
