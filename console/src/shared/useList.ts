import { computed, onBeforeUnmount, onMounted, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { asProblem } from '../api/http';
import type { ApiProblem } from '../api/problem';
import { keepRows, rowsBefore } from './wayBack';

export interface Page<T> {
  items: T[];
  count: number;
  nextCursor?: string | null;
}

export interface ListState<P extends Page<unknown>> {
  rows: ShallowRef<P['items'][number][]>;
  count: Ref<number>;
  /** The first page as the service gave it, for what it says beside its rows. */
  page: ShallowRef<P | null>;
  loading: Ref<boolean>;
  problem: ShallowRef<ApiProblem | null>;
  hasMore: ComputedRef<boolean>;
  more: () => Promise<void>;
  /** Empties the list and asks anew: another question was put. */
  restart: () => Promise<void>;
  /** Asks for the same rows again without a flicker. */
  refresh: () => Promise<void>;
}

const MOST_AT_ONCE = 200;

/**
 * A list that pages by cursor and, when told how often, keeps itself fresh while somebody looks at it and when
 * somebody looks at it again. Who comes back to
 * its page finds as many rows as before; a second list of a page needs a name for that.
 */
export function useList<P extends Page<unknown>>(
  ask: (cursor: string | undefined, limit: number) => Promise<P>,
  options: { everyMs?: number; pageSize?: number; name?: string } = {},
): ListState<P> {
  const pageSize = options.pageSize ?? 50;
  const rows = shallowRef<P['items'][number][]>([]);
  const count = ref(0);
  const page = shallowRef(null) as ShallowRef<P | null>;
  const loading = ref(true);
  const problem = shallowRef<ApiProblem | null>(null);
  const cursor = ref<string | null>(null);
  let question = 0;

  async function load(limit: number, from: string | undefined, quiet: boolean): Promise<void> {
    const asked = ++question;
    loading.value = !quiet;
    try {
      const answer = await ask(from, limit);
      if (asked !== question) {
        return;
      }
      rows.value = from === undefined ? answer.items : [...rows.value, ...answer.items];
      if (from === undefined) {
        page.value = answer;
      }
      count.value = answer.count;
      cursor.value = answer.nextCursor ?? null;
      keepRows(rows.value.length > pageSize ? rows.value.length : 0, options.name);
      problem.value = null;
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

  const refresh = () => load(Math.min(MOST_AT_ONCE, Math.max(pageSize, rows.value.length)), undefined, true);

  async function restart(): Promise<void> {
    rows.value = [];
    cursor.value = null;
    await load(pageSize, undefined, false);
  }

  async function more(): Promise<void> {
    if (cursor.value) {
      await load(pageSize, cursor.value, false);
    }
  }

  function keepFresh(): void {
    // More rows than one answer holds: a refresh would fold the list up under the reader's eyes.
    if (document.visibilityState === 'visible' && !loading.value && rows.value.length <= MOST_AT_ONCE) {
      void refresh();
    }
  }

  let timer: number | undefined;
  onMounted(() => {
    void load(Math.min(MOST_AT_ONCE, Math.max(pageSize, rowsBefore(options.name))), undefined, false);
    if (options.everyMs) {
      timer = window.setInterval(keepFresh, options.everyMs);
      // Who comes back to the window does not look at what was there when it was left.
      document.addEventListener('visibilitychange', keepFresh);
    }
  });
  onBeforeUnmount(() => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', keepFresh);
    question += 1;
  });

  return { rows, count, page, loading, problem, hasMore: computed(() => cursor.value !== null), more, restart, refresh };
}
