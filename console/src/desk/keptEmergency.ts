import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { Emergency } from '../api/intake';
import { DRAFT_PREFIX } from '../shared/useDraft';
import type { RegistrationDraft } from './registration';

/** What was sent with one key, and the form as it stood then. */
export interface SentEmergency {
  body: Emergency;
  draftId: string;
  typed: RegistrationDraft;
  /** When it was pressed. */
  at: number;
}

export function isOfThisCall(sent: SentEmergency): boolean {
  return Date.now() - sent.at < ONE_CALL_MS;
}

/** What was pressed longer ago is of another call: a press is then an emergency of its own. */
const ONE_CALL_MS = 15 * 60_000;

/**
 * An emergency that was sent and of which nobody knows whether it arrived: kept with its key in this tab, with the drafts,
 * so that a press after a reload repeats the act and makes no second case of it.
 */
export function useKeptEmergency(user: string): {
  sent: ShallowRef<SentEmergency | null>;
  pendingKey: Ref<string | null>;
} {
  const place = `${DRAFT_PREFIX}emergency.${user}`;
  const sent = shallowRef<SentEmergency | null>(null);
  const pendingKey = ref<string | null>(null);
  try {
    const kept = window.sessionStorage.getItem(place);
    if (kept) {
      const { key, ...was } = JSON.parse(kept) as SentEmergency & { key: string };
      if (isOfThisCall(was)) {
        sent.value = was;
        pendingKey.value = key;
      } else {
        window.sessionStorage.removeItem(place);
      }
    }
  } catch {
    window.sessionStorage.removeItem(place);
  }
  // At once: before the request is on its way.
  watch(
    [sent, pendingKey],
    () => {
      try {
        if (sent.value && pendingKey.value) {
          window.sessionStorage.setItem(place, JSON.stringify({ ...sent.value, key: pendingKey.value }));
        } else {
          window.sessionStorage.removeItem(place);
        }
      } catch {
        // A full storage must not stop the person.
      }
    },
    { flush: 'sync' },
  );
  return { sent, pendingKey };
}

/**
 * The service of another key that was pressed while an act had no answer: that one is settled first, and the case that it
 * made calls this one in. Only in the memory of this page.
 */
let next: { caseId: string; target: string; threePartyCall: boolean } | null = null;

export function callInNext(caseId: string, target: string, threePartyCall: boolean): void {
  next = { caseId, target, threePartyCall };
}

/** Told once. */
export function takeNext(caseId: string): { target: string; threePartyCall: boolean } | null {
  const wanted = next?.caseId === caseId ? next : null;
  next = null;
  return wanted;
}
