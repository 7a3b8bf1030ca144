import { onBeforeUnmount, ref, watch } from 'vue';
import { deputies } from '../api/deputies';
import { hasAny } from '../auth/roles';
import { person } from '../auth/session';

const EVERY_MS = 300_000;

/** Whether somebody of a unit who is no leader signs in the place of one now (代班): the service knows, no role says so. */
export const standsIn = ref(false);

async function look(): Promise<void> {
  if (!hasAny(person.value, ['clerk', 'unit-desk']) || hasAny(person.value, ['unit-leader'])) {
    standsIn.value = false;
    return;
  }
  try {
    standsIn.value = (await deputies.list({ limit: 1 })).decides;
  } catch {
    // What was known stays; the next look tells, and the service decides about each signature anyway.
  }
}

/** Looks at once, when somebody else has signed in, now and then, and when the window is looked at again. */
export function watchStandingIn(): void {
  watch(() => person.value?.roles.join(), () => void look(), { immediate: true });
  const seen = (): void => {
    if (document.visibilityState === 'visible') {
      void look();
    }
  };
  const timer = setInterval(seen, EVERY_MS);
  document.addEventListener('visibilitychange', seen);
  onBeforeUnmount(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  });
}
