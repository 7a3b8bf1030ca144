import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { asProblem, newKey } from '../api/http';
import { intake, type DiscardReason, type DraftBody, type DraftOpened } from '../api/intake';
import type { ApiProblem } from '../api/problem';
import { onSignOut } from '../auth/session';
import { DRAFT_PREFIX, noteUnsaved } from '../shared/useDraft';
import { useDraftLink } from './draftLink';
import { written, type Content, type DraftEnd, type ServerDraft, type ServerDraftOptions } from './serverDraft';

export const SAVE_AFTER_MS = 3_000;
/** Who types without a pause is saved all the same. */
export const SAVE_AT_LEAST_MS = 9_000;
const RETRY_FIRST_MS = 5_000;
const RETRY_LAST_MS = 30_000;

/** Nobody waits longer than that for a save that is on its way. */
const WAIT_MS = 2_000;

/** The last saves of forms that were left: the same form opened again waits for what came of them. */
const leaving = new Map<string, Promise<void>>();

interface Attempt {
  key: string;
  version: number;
  text: string;
  body: DraftBody;
}

async function within(saving: Promise<void> | null): Promise<void> {
  await Promise.race([saving, new Promise((done) => window.setTimeout(done, WAIT_MS))]);
}

/**
 * What is typed into a form, saved at the service a few seconds after the last change: found again on another machine
 * and by the shift lead. The tab's own draft stays the first place, at once; which of the two is newer is told by
 * versions, since the clocks of a desk and of the service need not agree.
 */
export function useServerDraft(options: ServerDraftOptions): ServerDraft {
  const place = `${DRAFT_PREFIX}${options.name}.server`;
  const { link, remembered, remember, renew } = useDraftLink(place);
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
    renew();
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
    renew();
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
