import { onBeforeUnmount } from 'vue';

/** A fact of one service is with the others a moment later, and after a burst some moments later. */
const AFTER_MS = [1_000, 3_000, 8_000] as const;

/** After an act: asks again when what it has caused can have arrived. */
export function useFollowUp(load: () => unknown): () => void {
  let timers: number[] = [];

  function stop(): void {
    timers.forEach((timer) => window.clearTimeout(timer));
    timers = [];
  }
  onBeforeUnmount(stop);

  return () => {
    stop();
    timers = AFTER_MS.map((ms) => window.setTimeout(() => void load(), ms));
  };
}
