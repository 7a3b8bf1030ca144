import { shallowRef, watch, type ShallowRef } from 'vue';
import { dispatch, type CaseHolder } from '../api/dispatch';
import { ENDED } from '../shared/choices';

interface Row {
  caseId: string;
  status: string;
}

const MOST_AT_ONCE = 100;

/** Who has the open cases of a list in hand, by their ids. That the desks cannot be asked hides no list. */
export function useHolders(rows: ShallowRef<readonly Row[]>): ShallowRef<ReadonlyMap<string, CaseHolder>> {
  const holders = shallowRef<ReadonlyMap<string, CaseHolder>>(new Map());
  let question = 0;
  watch(
    rows,
    async (listed) => {
      const asked = ++question;
      const open = listed.filter((row) => !(ENDED as readonly string[]).includes(row.status)).map((row) => row.caseId);
      const parts = Array.from({ length: Math.ceil(open.length / MOST_AT_ONCE) }, (_, part) =>
        open.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
      );
      try {
        const answers = await Promise.all(parts.map((part) => dispatch.holders(part)));
        if (asked === question) {
          holders.value = new Map(answers.flatMap((one) => one.items).map((one) => [one.caseId, one.holder]));
        }
      } catch {
        // The list says all but that; whom an earlier answer named may have it no longer.
        if (asked === question) {
          holders.value = new Map();
        }
      }
    },
    { immediate: true },
  );
  return holders;
}
