import { onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { intake, type Incident } from '../api/intake';
import { useList } from '../shared/useList';

/** What many call about now, as it was heard last: the first few of {@link howManyInForce}. */
export const incidentsInForce = shallowRef<Incident[]>([]);
export const howManyInForce = ref(0);

/** Asked once for all of a page that show it. */
export function watchIncidents(): void {
  const list = useList(
    (cursor, limit) => intake.incidents({ state: 'in-force', cursor, limit: String(limit) }),
    { everyMs: 10_000, pageSize: 5, name: 'incidents-in-force' },
  );
  watch([list.rows, list.count], () => {
    incidentsInForce.value = list.rows.value;
    howManyInForce.value = list.count.value;
  });
  onBeforeUnmount(() => {
    incidentsInForce.value = [];
    howManyInForce.value = 0;
  });
}
