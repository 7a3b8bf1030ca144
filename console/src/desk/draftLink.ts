import { ref, type Ref } from 'vue';
import { newKey } from '../api/http';
import { putInTab } from '../shared/useDraft';

/** Which draft of the service this form is, as this tab knows it. */
export interface DraftLink {
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

/** A UUID also where the browser has no secure context. */
function newId(): string {
  const hex = newKey().replace(/-/g, '');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

function fresh(): DraftLink {
  return { id: newId(), version: 0, saved: null, sent: null };
}

/** Kept in the tab: the same form is the same draft after a reload. */
export function useDraftLink(place: string): {
  link: Ref<DraftLink>;
  /** As the tab has it now; null without one. */
  remembered: () => DraftLink | null;
  remember: (next: DraftLink) => void;
  /** The form is another draft from now on. */
  renew: () => void;
} {
  const link = ref<DraftLink>(remembered() ?? fresh());

  function remembered(): DraftLink | null {
    try {
      return JSON.parse(window.sessionStorage.getItem(place) ?? 'null') as DraftLink | null;
    } catch {
      return null;
    }
  }

  function remember(next: DraftLink): void {
    link.value = next;
    try {
      putInTab(place, JSON.stringify(next));
    } catch {
      // A full storage must not stop the person from typing.
    }
  }

  function renew(): void {
    link.value = fresh();
    window.sessionStorage.removeItem(place);
  }

  return { link, remembered, remember, renew };
}
