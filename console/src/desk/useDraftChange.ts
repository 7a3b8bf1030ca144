import { shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { asProblem } from '../api/http';
import type { ApiProblem } from '../api/problem';
import type { UnfinishedRegistration } from './useUnfinishedRegistration';

/** One unfinished call is left for another, or for the next one; what stands in the form is safe before it goes. */
export function useDraftChange(
  { draft, server, mayAnswer }: UnfinishedRegistration,
  options: {
    /** Something of this form is on its way. */
    sending: () => boolean;
    /** The form is to be emptied: what stood in it is kept. */
    empty: () => void;
    /** Another one stands in the form. */
    changed: () => void;
    reload: () => void;
    focus: () => unknown;
  },
) {
  const notChanged = shallowRef<ApiProblem | 'unsafe' | null>(null);

  /** What the service refuses does not become possible by waiting. */
  function why(): ApiProblem | 'unsafe' {
    const trouble = server.trouble.value;
    return trouble?.kind === 'refused' ? trouble : 'unsafe';
  }

  /** Another call begins while this one is unfinished: what was typed is a draft of its own. */
  async function anotherCall(): Promise<void> {
    notChanged.value = null;
    if (options.sending()) {
      return;
    }
    if (!(await server.flush())) {
      notChanged.value = why();
      return;
    }
    options.empty();
    await server.forget('kept');
    options.reload();
  }

  async function goOn(id: string): Promise<void> {
    notChanged.value = null;
    try {
      // Of an act that nobody knows the end of the form stays as it is.
      if (!options.sending() && draft.pendingKey.value === null && (await server.open(id))) {
        options.changed();
      } else {
        notChanged.value = why();
      }
    } catch (cause) {
      notChanged.value = asProblem(cause);
    }
    options.reload();
    await options.focus();
  }

  // The handover list leads here with a draft.
  const route = useRoute();
  const router = useRouter();
  watch(
    () => route.query.draft,
    async (asked) => {
      if (mayAnswer && typeof asked === 'string') {
        await goOn(asked);
        await router.replace({ query: { ...route.query, draft: undefined } });
      }
    },
    { immediate: true },
  );

  return { notChanged, anotherCall, goOn };
}
