import type { Registered } from '../api/intake';

/**
 * The case that was registered last, for the page on which its call is taken apart: its query code is not to be had
 * again, and may not have been read out yet. Only in the memory of this page; an address or a storage would keep it.
 */
let last: Registered | null = null;

export function handOn(registered: Registered): void {
  last = registered;
}

export function justRegistered(caseId: string): Registered | null {
  return last?.caseId === caseId ? last : null;
}
