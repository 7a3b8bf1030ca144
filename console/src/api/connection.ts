import { ref } from 'vue';

const PROBE_EVERY_MS = 4_000;

/** Whether the last word from the gateway was an answer. */
export const online = ref(true);

let probe: number | null = null;

/** Told by every request; while the line is down, a cheap request asks until it is back. */
export function connected(up: boolean): void {
  online.value = up;
  if (up || probe !== null) {
    return;
  }
  probe = window.setInterval(() => {
    fetch('/intake/q/health/live', { cache: 'no-store', credentials: 'omit' })
      .then((response) => {
        if (response.ok) {
          online.value = true;
        }
      })
      .catch(() => undefined)
      .finally(() => {
        if (online.value && probe !== null) {
          window.clearInterval(probe);
          probe = null;
        }
      });
  }, PROBE_EVERY_MS);
}
