import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { asProblem } from '../api/http';
import type { ApiProblem } from '../api/problem';

export interface LoadState<T> {
  value: ShallowRef<T | null>;
  loading: Ref<boolean>;
  problem: ShallowRef<ApiProblem | null>;
  load: () => Promise<void>;
}

/** One thing of a service, loaded at once and again on demand; the old one stays on the screen until the new is there. */
export function useLoad<T>(ask: () => Promise<T>): LoadState<T> {
  const value = shallowRef<T | null>(null);
  const loading = ref(true);
  const problem = shallowRef<ApiProblem | null>(null);
  let question = 0;

  async function load(): Promise<void> {
    const asked = ++question;
    loading.value = true;
    try {
      const answer = await ask();
      if (asked === question) {
        value.value = answer;
        problem.value = null;
      }
    } catch (cause) {
      if (asked === question) {
        problem.value = asProblem(cause);
      }
    } finally {
      if (asked === question) {
        loading.value = false;
      }
    }
  }

  void load();
  onBeforeUnmount(() => {
    question += 1;
  });
  return { value, loading, problem, load };
}
