import { onBeforeUnmount, shallowRef } from 'vue';
import { isNavigationFailure, NavigationFailureType, useRouter } from 'vue-router';
import { intake, type HandedOver, type Registered } from '../api/intake';
import type { RegistrationDraft } from './registration';

/** What came of the call: shown instead of the form until the next one. */
export interface Outcome {
  registered: Registered;
  /** It is answered at once; null where that was not chosen. */
  answer: { kind: string; urgency: string; sent: boolean } | null;
  /** Registered and handed over with one key; null of any other. */
  emergency: { done: HandedOver; typed: RegistrationDraft; formKept: boolean } | null;
}

/** @param another the next form is asked for, by a button or in the menu */
export function useRegistered(another: () => unknown) {
  const outcome = shallowRef<Outcome | null>(null);

  /** Somebody else had the case in hand meanwhile: the answer is tried on it as it stands now. */
  async function lookAgain(): Promise<void> {
    const before = outcome.value;
    if (before) {
      const { version } = await intake.case(before.registered.caseId);
      outcome.value = { ...before, registered: { ...before.registered, version } };
    }
  }

  function answered(): void {
    const before = outcome.value;
    if (before?.answer) {
      outcome.value = { ...before, answer: { ...before.answer, sent: true } };
    }
  }

  // Whoever chooses this desk in the menu while a result is shown wants an empty form.
  const stopWatching = useRouter().afterEach((_to, _from, failure) => {
    if (outcome.value && isNavigationFailure(failure, NavigationFailureType.duplicated)) {
      void another();
    }
  });
  onBeforeUnmount(stopWatching);

  return { outcome, lookAgain, answered };
}
