import { computed, onBeforeUnmount, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { asProblem, newKey } from '../api/http';
import { intake, type DiscardReason, type DraftBody, type DraftOpened } from '../api/intake';
import type { ApiProblem } from '../api/problem';
import { onSignOut } from '../auth/session';
import { DRAFT_PREFIX, noteUnsaved, putInTab } from '../shared/useDraft';

export const SAVE_AFTER_MS = 3_000;
/** Who types without a pause is saved all the same. */
export const SAVE_AT_LEAST_MS = 9_000;
const RETRY_FIRST_MS = 5_000;
const RETRY_LAST_MS = 30_000;

/** Nobody waits longer than that for a save that is on its way. */
const WAIT_MS = 2_000;

/** The last saves of forms that were left: the same form opened again waits for what came of them. */
const leaving = new Map<string, Promise<void>>();

type Content = Record<string, unknown>;

/** Which draft of the service this form is, as this tab knows it. */
interface Link {
  id: string;
  /** 0 while it was never saved. */
  version: number;
  /** As it was saved last, to tell who has changed it since. */
  saved: string | null;
  /** As it was sent; the answer may be lost with a page that was closed. */
  sent: string | null;
  /** Who had it before it was handed over to this person. */
  handedFrom?: string | null;
}

interface Attempt {
  key: string;
  version: number;
  text: string;
  body: DraftBody;
}

/** Registered again: the case may be from before, and what was saved since ends with nothing else. */
export type DraftEnd = 'registered' | 'registered-again' | 'discarded' | 'kept';

export interface ServerDraft {
  id: ComputedRef<string>;
  /** Whether the service has it. */
  known: ComputedRef<boolean>;
  /** Whether somebody else has begun it: it is not discarded without a reason. */
  handed: ComputedRef<boolean>;
  /** Whether all that stands in the form is saved. */
  settled: ComputedRef<boolean>;
  /** When what stands in the form was saved last, on the clock of the service. */
  savedAt: Ref<string | null>;
  /** Why the last save failed; it goes on trying. */
  trouble: ShallowRef<ApiProblem | null>;
  /** It is not this form's any more: handed over, changed elsewhere, or gone. Nothing is saved until that is decided. */
  parted: ShallowRef<ApiProblem | null>;
  /** Saves what is not saved yet; true when the service has all that was typed. */
  flush: () => Promise<boolean>;
  /** Opens another draft; false when what stands in the form is not safe yet. */
  open: (id: string) => Promise<boolean>;
  /** Takes what the service has instead of what stands in the form; false when somebody typed on meanwhile. */
  takeTheirs: () => Promise<boolean>;
  /** What stands in the form becomes a draft of its own. */
  keepAsOwn: () => void;
  /** Asks whether it is still this form's. */
  check: () => Promise<void>;
  /** Nothing is saved while the form is registered. */
  hold: () => Promise<void>;
  release: () => void;
  /** The next form is another draft; this one was registered, is discarded, or is kept for later. */
  forget: (end: DraftEnd, why?: DiscardReason | null) => Promise<void>;
}

/** A UUID also where the browser has no secure context. */
function newId(): string {
  const hex = newKey().replace(/-/g, '');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** The same text for the same content, in whatever order a service gives its fields. */
export function written(content: unknown): string {
  return JSON.stringify(content, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

async function within(saving: Promise<void> | null): Promise<void> {
  await Promise.race([saving, new Promise((done) => window.setTimeout(done, WAIT_MS))]);
}

/**
 * What is typed into a form, saved at the service a few seconds after the last change: found again on another machine
 * and by the shift lead. The tab's own draft stays the first place, at once; which of the two is newer is told by
 * versions, since the clocks of a desk and of the service need not agree.
 */
export function useServerDraft(options: {
  name: string;
  /** Whether there is a person to save for. */
  on: boolean;
  content: () => Content;
  empty: () => Content;
  /** Whether anything is there that somebody would miss: a chosen kind alone is no draft. */
  worth: () => boolean;
  head: () => { title: string; name: string; phone: string };
  restore: (content: Content) => void;
  /** Whether the form was sent and nobody knows what came of it: no draft is begun of what may be a case. */
  undecided?: () => boolean;
}): ServerDraft {
  const place = `${DRAFT_PREFIX}${options.name}.server`;
  const link = ref<Link>(remembered() ?? fresh());
  const savedAt = ref<string | null>(null);
  const trouble = shallowRef<ApiProblem | null>(null);
  const parted = shallowRef<ApiProblem | null>(null);
  let attempt: Attempt | null = null;
  let running: Promise<void> | null = null;
  /** Versions that saves were answered with, also those of a form that has gone on meanwhile. */
  const versions = new Map<string, number>();
  let held = options.undecided?.() ?? false;
  let left = false;
  let failures = 0;
  let timer: number | undefined;
  let waitingSince: number | null = null;

  function fresh(): Link {
    return { id: newId(), version: 0, saved: null, sent: null };
  }

  function remembered(): Link | null {
    try {
      return JSON.parse(window.sessionStorage.getItem(place) ?? 'null') as Link | null;
    } catch {
      return null;
    }
  }

  function remember(next: Link): void {
    link.value = next;
    try {
      putInTab(place, JSON.stringify(next));
    } catch {
      // A full storage must not stop the person from typing.
    }
  }

  const text = () => written(options.content());
  const isEmpty = () => text() === written(options.empty());

  function unsaved(): boolean {
    return options.on && (link.value.version === 0 ? options.worth() && !isEmpty() : text() !== link.value.saved);
  }

  /** Who signs out is asked, also on another page, before something is lost. */
  function note(): void {
    if (options.on) {
      noteUnsaved(options.name, unsaved() && !isEmpty());
    }
  }

  function plan(afterMs: number): void {
    window.clearTimeout(timer);
    if (left) {
      return;
    }
    timer = window.setTimeout(() => void save(), afterMs);
  }

  function begun(): Attempt {
    const content = options.content();
    return {
      key: newKey(),
      version: link.value.version,
      text: written(content),
      body: { ...options.head(), content: JSON.parse(JSON.stringify(content)) as Content },
    };
  }

  function save(): Promise<void> {
    window.clearTimeout(timer);
    if (running) {
      return running;
    }
    if (held || parted.value || !(attempt || unsaved())) {
      return Promise.resolve();
    }
    waitingSince = null;
    const sending = send().finally(() => {
      if (running !== sending) {
        return;
      }
      running = null;
      if (!trouble.value && !held && !parted.value && unsaved()) {
        plan(SAVE_AFTER_MS);
      }
    });
    running = sending;
    return sending;
  }

  /** One save; one without an answer is sent again as it was, since it may have been done. */
  async function send(): Promise<void> {
    const { id } = link.value;
    const before = link.value;
    const trying = (attempt ??= begun());
    remember({ ...before, sent: trying.text });
    try {
      const saved = await intake.saveDraft(trying.key, id, trying.version, trying.body);
      versions.set(id, saved.version);
      if (link.value.id !== id) {
        return;
      }
      attempt = null;
      failures = 0;
      trouble.value = null;
      savedAt.value = saved.changedAt;
      remember({ ...link.value, version: saved.version, saved: trying.text, sent: null });
      note();
    } catch (cause) {
      if (link.value.id !== id) {
        return;
      }
      const problem = asProblem(cause);
      if (problem.kind === 'refused') {
        attempt = null;
      }
      if (isParted(problem) && (trying.version > 0 || problem.isStale)) {
        const own = problem.isStale ? await ownAtService(id, [before.sent, before.saved, trying.text]) : null;
        if (link.value.id !== id) {
          return;
        }
        if (own === null) {
          parted.value = problem;
        } else {
          // A save whose answer was lost with the page: nobody else has changed it.
          remember({ ...link.value, version: own.version, handedFrom: own.handedFrom ?? null });
          plan(0);
        }
        return;
      }
      trouble.value = problem;
      plan(Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** failures++));
    }
  }

  /** The draft at the service when what it has is what this form has sent; null when it is not. */
  async function ownAtService(id: string, own: (string | null)[]): Promise<DraftOpened | null> {
    const theirs = await intake.draft(id).catch(() => null);
    return theirs !== null && own.includes(written(theirs.content)) ? theirs : null;
  }

  function isParted(problem: ApiProblem): boolean {
    return problem.isStale || problem.code === 'not-found' || problem.code === 'draft-handed-over';
  }

  async function flush(): Promise<boolean> {
    await running;
    await save();
    // Typed while the save was on its way.
    if (unsaved() && !trouble.value) {
      await save();
    }
    return !unsaved();
  }

  function take(draft: DraftOpened): void {
    attempt = null;
    parted.value = null;
    trouble.value = null;
    options.restore(draft.content as Content);
    savedAt.value = draft.changedAt;
    remember({ id: draft.id, version: draft.version, saved: text(), sent: null, handedFrom: draft.handedFrom ?? null });
    note();
  }

  async function open(id: string): Promise<boolean> {
    if (id === link.value.id) {
      // It stands here already, and what was typed last may not be saved yet.
      await check();
      return true;
    }
    if (!(parted.value ? isEmpty() : await flush())) {
      return false;
    }
    const draft = await intake.draft(id);
    // Typed on, or registered, while the other one was asked for.
    if (held || (!parted.value && unsaved())) {
      return false;
    }
    take(draft);
    return true;
  }

  async function takeTheirs(): Promise<boolean> {
    const { id } = link.value;
    const before = text();
    const draft = await intake.draft(id);
    if (link.value.id !== id || text() !== before) {
      return false;
    }
    take(draft);
    return true;
  }

  function keepAsOwn(): void {
    attempt = null;
    parted.value = null;
    savedAt.value = null;
    remember(fresh());
    note();
    void save();
  }

  /** The form was here before: what stands in it may be older than what the service has, or newer. */
  async function check(): Promise<void> {
    const before = leaving.get(place);
    if (before) {
      await within(before);
      leaving.delete(place);
      const kept = remembered();
      if (kept?.id === link.value.id) {
        link.value = kept;
      }
    }
    const { id, version } = link.value;
    if (!options.on || (version === 0 && link.value.sent === null) || parted.value || held) {
      return;
    }
    await running;
    try {
      const draft = await intake.draft(id);
      if (link.value.id !== id || running || held) {
        return;
      }
      const theirs = written(draft.content);
      if (draft.version === link.value.version || theirs === text() || theirs === link.value.sent) {
        attempt = null;
        savedAt.value = theirs === text() ? draft.changedAt : savedAt.value;
        remember({ ...link.value, version: draft.version, saved: theirs, handedFrom: draft.handedFrom ?? null });
        note();
        if (unsaved()) {
          plan(SAVE_AFTER_MS);
        }
      } else if (text() === link.value.saved) {
        take(draft);
      } else {
        // Both were changed: the next save is refused and says so.
        await save();
      }
    } catch (cause) {
      const problem = asProblem(cause);
      if (link.value.id === id && isParted(problem) && link.value.version > 0) {
        parted.value = problem;
      } else if (link.value.id === id && unsaved()) {
        plan(SAVE_AFTER_MS);
      }
    }
  }

  async function hold(): Promise<void> {
    if (!options.on) {
      return;
    }
    held = true;
    window.clearTimeout(timer);
    // An act without an answer is sent again with the same draft, also after a reload.
    remember(link.value);
    await within(running);
  }

  function release(): void {
    held = false;
    if (unsaved() && !parted.value) {
      plan(SAVE_AFTER_MS);
    }
  }

  async function forget(end: DraftEnd, why: DiscardReason | null = null): Promise<void> {
    window.clearTimeout(timer);
    const { id, version } = link.value;
    const late = running;
    const own = parted.value === null;
    running = null;
    attempt = null;
    held = false;
    parted.value = null;
    trouble.value = null;
    savedAt.value = null;
    link.value = fresh();
    window.sessionStorage.removeItem(place);
    note();
    // A save that was still on its way may have begun a draft of what is registered by now.
    await late;
    const last = versions.get(id) ?? version;
    const over = end === 'discarded' || end === 'registered-again' || (end === 'registered' && late !== null);
    if (own && last > 0 && over) {
      const reason = end === 'discarded' ? why : 'REGISTERED';
      await intake.discardDraft(newKey(), id, last, reason).catch(() => undefined);
    }
  }

  const stopWatching = watch(
    text,
    () => {
      note();
      if (!options.on || held || parted.value || !unsaved()) {
        return;
      }
      waitingSince ??= Date.now();
      // While it fails the next try is planned already.
      if (!trouble.value || trouble.value.kind === 'refused') {
        plan(Math.max(0, Math.min(SAVE_AFTER_MS, waitingSince + SAVE_AT_LEAST_MS - Date.now())));
      }
    },
    { flush: 'post' },
  );

  function hidden(): void {
    if (document.visibilityState === 'hidden') {
      void save();
    }
  }
  const closing = () => void save();

  if (options.on) {
    window.addEventListener('pagehide', closing);
    document.addEventListener('visibilitychange', hidden);
    // An emptied form has nothing to lose, whatever became of its draft.
    const stopLeaving = onSignOut(async () => (await flush()) || isEmpty());
    onBeforeUnmount(() => {
      window.removeEventListener('pagehide', closing);
      document.removeEventListener('visibilitychange', hidden);
      stopLeaving();
      stopWatching();
      leaving.set(place, save());
      left = true;
      window.clearTimeout(timer);
    });
    void check().then(() => {
      if (link.value.version === 0 && waitingSince === null && unsaved()) {
        plan(SAVE_AFTER_MS);
      }
    });
  }

  return {
    id: computed(() => link.value.id),
    known: computed(() => link.value.version > 0),
    handed: computed(() => Boolean(link.value.handedFrom)),
    settled: computed(() => !unsaved()),
    savedAt,
    trouble,
    parted,
    flush,
    open,
    takeTheirs,
    keepAsOwn,
    check,
    hold,
    release,
    forget,
  };
}
