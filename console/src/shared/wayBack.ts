import { nextTick } from 'vue';
import type { Router } from 'vue-router';

const CONTENT_WITHIN_MS = 5_000;

// Of this tab and in memory only: an address may hold what somebody searched for.
const tops = new Map<string, number>();
const rows = new Map<string, number>();
let here = '';
let cameBack = false;
let stopScrolling: () => void = () => undefined;

function keep(places: Map<string, number>, place: string, value: number): void {
  if (value > 0) {
    places.set(place, value);
  } else {
    places.delete(place);
  }
}

/** How many rows the list of this page had when it was left; 0 unless somebody has come back to it. */
export function rowsBefore(list = ''): number {
  return cameBack ? (rows.get(here + list) ?? 0) : 0;
}

/** For the way back; 0 for a list that begins as every list does. */
export function keepRows(count: number, list = ''): void {
  keep(rows, here + list, count);
}

/** Scrolls the content of the desks, which the browser does not; what is loaded later makes it high enough. */
function scrollContent(content: HTMLElement, top: number): void {
  stopScrolling();
  const reached = () => {
    content.scrollTop = top;
    return content.scrollTop > top - 1;
  };
  if (reached()) {
    return;
  }
  const observer = new MutationObserver(() => {
    if (reached()) {
      stopScrolling();
    }
  });
  const patience = window.setTimeout(() => stopScrolling(), CONTENT_WITHIN_MS);
  // Whoever scrolls knows better.
  const hands = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;
  stopScrolling = () => {
    observer.disconnect();
    window.clearTimeout(patience);
    hands.forEach((hand) => content.removeEventListener(hand, stopScrolling));
    stopScrolling = () => undefined;
  };
  hands.forEach((hand) => content.addEventListener(hand, stopScrolling, { passive: true }));
  observer.observe(content, { childList: true, subtree: true });
}

/** The way back leads to where somebody was on a page, every other way to its top. */
export function rememberTheWay(router: Router): void {
  const content = () => document.getElementById('content');
  let popped = false;
  router.options.history.listen(() => {
    popped = true;
  });
  router.beforeEach((_to, from) => keep(tops, from.fullPath, content()?.scrollTop ?? 0));
  router.afterEach((to, from, failure) => {
    const back = popped;
    popped = false;
    if (failure) {
      return;
    }
    here = to.fullPath;
    cameBack = back;
    if (to.path === from.path) {
      return;
    }
    void nextTick(() => {
      const shown = content();
      if (shown) {
        scrollContent(shown, back ? (tops.get(to.fullPath) ?? 0) : 0);
      }
    });
  });
}
