import { nextTick, onBeforeUnmount, reactive, ref, watch, type Ref } from 'vue';

const SAVE_AFTER_MS = 400;
const PREFIX = 'hotline.draft.';
/** What begins with it is forgotten with the drafts of this tab. */
export const DRAFT_PREFIX = PREFIX;

const UNSAVED = '.unsaved';
let signingOut = false;

/** Whoever signs out leaves nothing: from then on nothing is written that the next person would find. */
export function keepNothing(from = true): void {
  signingOut = from;
}

/** Throws where the storage of the tab is full. */
export function putInTab(place: string, text: string): void {
  if (!signingOut) {
    window.sessionStorage.setItem(place, text);
  }
}

/** Says of a form that is kept at a service whether something of it is in this tab only. */
export function noteUnsaved(name: string, unsaved: boolean): void {
  try {
    if (unsaved) {
      putInTab(PREFIX + name + UNSAVED, '1');
    } else {
      window.sessionStorage.removeItem(PREFIX + name + UNSAVED);
    }
  } catch {
    // A full storage must not stop the person from typing.
  }
}

/** Whether something was typed that a service should have and has not, also on a page that was left. */
export function isAnythingUnsaved(): boolean {
  return Object.keys(window.sessionStorage).some((name) => name.startsWith(PREFIX) && name.endsWith(UNSAVED));
}

/** All that is kept in this tab, whoever typed it. */
export function forgetDrafts(): void {
  Object.keys(window.sessionStorage)
    .filter((name) => name.startsWith(PREFIX))
    .forEach((name) => window.sessionStorage.removeItem(name));
}

/** Puts what was typed in one place where the form of another will find it. */
export function keepDraft(name: string, form: object): void {
  const draft = { form, savedAt: new Date().toISOString(), key: null };
  try {
    putInTab(PREFIX + name, JSON.stringify(draft));
  } catch {
    // A full storage must not stop the person; the form that follows on this page is then empty.
  }
}

/**
 * What is typed into a form, saved a moment after each change.
 *
 * Drafts hold what citizens said, their names and numbers included, so they live in sessionStorage only: they survive a
 * reload and a crash of the page, and are gone with the tab or at sign-out. What an operator registers is saved at the
 * service as well (`useServerDraft`).
 */
export function useDraft<T extends object>(
  name: string,
  empty: () => T,
): {
  form: T;
  savedAt: Ref<Date | null>;
  restored: boolean;
  /** The key of an act with this form that nobody knows whether it was done: it comes back with what was typed. */
  pendingKey: Ref<string | null>;
  /** Fills in what nobody typed: it is kept when something else is typed. */
  fill: (values: Partial<T>) => void;
  discard: () => void;
} {
  const place = PREFIX + name;
  const form = reactive(empty()) as T;
  const savedAt = ref<Date | null>(null);
  const pendingKey = ref<string | null>(null);
  let restored = false;

  try {
    const kept = window.sessionStorage.getItem(place);
    if (kept) {
      const draft = JSON.parse(kept) as { form: Partial<T>; savedAt: string; key?: string | null };
      Object.assign(form, draft.form);
      pendingKey.value = draft.key ?? null;
      savedAt.value = new Date(draft.savedAt);
      restored = true;
    }
  } catch {
    window.sessionStorage.removeItem(place);
  }

  let timer: number | undefined;
  let dirty = false;

  function save(): void {
    window.clearTimeout(timer);
    if (!dirty) {
      return;
    }
    dirty = false;
    const now = new Date();
    const draft = { form, savedAt: now.toISOString(), key: pendingKey.value };
    try {
      putInTab(place, JSON.stringify(draft));
      savedAt.value = now;
    } catch {
      // A full storage must not stop the person from typing.
      savedAt.value = null;
    }
  }

  const stopWatching = watch(
    form,
    () => {
      dirty = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(save, SAVE_AFTER_MS);
    },
    { deep: true },
  );

  // At once: a page that crashes while its act is on the way must not send it again as another one.
  const stopKeeping = watch(
    pendingKey,
    () => {
      dirty = true;
      save();
    },
    { flush: 'sync' },
  );

  window.addEventListener('pagehide', save);
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', save);
    save();
    stopWatching();
    stopKeeping();
  });

  function fill(values: Partial<T>): void {
    const typedBefore = dirty;
    Object.assign(form, values);
    void nextTick(() => {
      if (!typedBefore) {
        window.clearTimeout(timer);
        dirty = false;
      }
    });
  }

  function discard(): void {
    Object.assign(form, empty());
    window.setTimeout(() => {
      window.clearTimeout(timer);
      dirty = false;
      window.sessionStorage.removeItem(place);
      savedAt.value = null;
    });
  }

  return { form, savedAt, restored, pendingKey, fill, discard };
}
