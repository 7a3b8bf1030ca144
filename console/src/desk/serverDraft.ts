import type { ComputedRef, Ref, ShallowRef } from 'vue';
import type { DiscardReason } from '../api/intake';
import type { ApiProblem } from '../api/problem';

export type Content = Record<string, unknown>;

/** A form of which a draft is kept at the service. */
export interface ServerDraftOptions {
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

/** The same text for the same content, in whatever order a service gives its fields. */
export function written(content: unknown): string {
  return JSON.stringify(content, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
