import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';

/**
 * The row of a list that somebody works on. When it leaves the list, because somebody else was quicker, it stays as it
 * was last, and is `gone`: what is being typed about it must not vanish without a word.
 */
export function useChosenRow<R>(
  list: { rows: ShallowRef<R[]>; loading: Ref<boolean> },
  chosenId: () => string | null,
  idOf: (row: R) => string,
): { row: ShallowRef<R | null>; gone: ComputedRef<boolean> } {
  const row = shallowRef(null) as ShallowRef<R | null>;
  const found = () => list.rows.value.find((one) => idOf(one) === chosenId()) ?? null;

  watch(
    [list.rows, chosenId],
    () => {
      const isSame = row.value !== null && idOf(row.value) === chosenId();
      row.value = found() ?? (isSame ? row.value : null);
    },
    { immediate: true, flush: 'sync' },
  );

  return { row, gone: computed(() => row.value !== null && !list.loading.value && found() === null) };
}
