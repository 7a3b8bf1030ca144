import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { asProblem, newKey } from '../api/http';
import { doneBefore, type ApiProblem } from '../api/problem';
import { learnFrom } from './trees';

export interface CommandState<A extends unknown[], R> {
  busy: ComputedRef<boolean>;
  problem: ShallowRef<ApiProblem | null>;
  key: ShallowRef<string>;
  run: (...args: A) => Promise<R | undefined>;
  /** A new act: a new key, and no trouble yet. */
  renew: () => void;
  /** The form is opened once more: a refusal is forgotten, an act without an answer stays the same act. */
  reopen: () => void;
}

/** The first attempt is on its way, or nobody knows: with another key it would be done twice. */
function unsettled(problem: ApiProblem): boolean {
  return problem.kind !== 'refused' || problem.code.includes('running');
}

/**
 * One act of a person. Its key lives as long as nobody knows whether the act was done: a retry after a lost answer
 * repeats the same act, and what the service refused starts as a new one. A form with a draft keeps it there
 * (`pendingKey`), so that closing the form or reloading the page does not make another act of it.
 */
export function useCommand<A extends unknown[], R>(
  act: (key: string, ...args: A) => Promise<R>,
  options: { pendingKey?: Ref<string | null>; onStale?: () => Promise<unknown> } = {},
): CommandState<A, R> {
  const running = shallowRef(false);
  const problem = shallowRef<ApiProblem | null>(null);
  const key = shallowRef(options.pendingKey?.value ?? newKey());

  function keep(pending: string | null): void {
    if (options.pendingKey) {
      options.pendingKey.value = pending;
    }
  }

  function renew(): void {
    key.value = newKey();
    keep(null);
    problem.value = null;
  }

  function reopen(): void {
    if (problem.value && !unsettled(problem.value)) {
      renew();
    }
  }

  async function run(...args: A): Promise<R | undefined> {
    if (running.value) {
      return undefined;
    }
    running.value = true;
    problem.value = null;
    keep(key.value);
    try {
      const answer = await act(key.value, ...args);
      key.value = newKey();
      keep(null);
      return answer;
    } catch (cause) {
      const refused = asProblem(cause);
      const reused = refused.code === 'idempotency-key-reused';
      problem.value = reused ? doneBefore() : refused;
      if (!unsettled(refused)) {
        // Done before with other words: this form goes on with its key; opened anew it is another act, as was said.
        key.value = reused ? key.value : newKey();
        keep(null);
      }
      learnFrom(refused);
      if (refused.isStale && options.onStale) {
        await options.onStale().catch(() => undefined);
      }
      return undefined;
    } finally {
      running.value = false;
    }
  }

  return { busy: computed(() => running.value), problem, key, run, renew, reopen };
}
