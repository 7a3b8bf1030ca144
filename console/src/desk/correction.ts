import type { CaseDetail, Correction } from '../api/intake';
import { instantAt, pickedFrom } from '../shared/format';

/** What of a registered case may be put right; who reported is no part of it. */
export interface Corrected {
  kind: string;
  urgency: string;
  channel: string;
  categoryCode: string | null;
  placeCode: string | null;
  address: string;
  title: string;
  content: string;
  demand: string;
  /** As the picker gives it: the time on the clocks of the hotline. */
  receivedAt: string | null;
  respondentUnitId: string | null;
}

/** Only what was changed is kept: what somebody else corrects meanwhile is not undone by an old draft. */
export interface CorrectionDraft {
  reason: string;
  changes: Partial<Corrected>;
}

export function asCorrectable(of: CaseDetail): Corrected {
  return {
    kind: of.kind,
    urgency: of.urgency,
    channel: of.channel,
    categoryCode: of.categoryCode,
    placeCode: of.placeCode,
    address: of.address ?? '',
    title: of.title,
    content: of.content,
    demand: of.demand ?? '',
    receivedAt: pickedFrom(of.receivedAt),
    respondentUnitId: of.respondentUnitId ?? null,
  };
}

/** Absent stays as it is, an empty text takes away. */
export function correctionOf(draft: CorrectionDraft, present: Corrected): Correction {
  const sent: Record<string, string | null> = { reason: draft.reason.trim() };
  for (const name of Object.keys(draft.changes) as (keyof Corrected)[]) {
    const value = draft.changes[name] ?? null;
    if (value !== present[name]) {
      sent[name] = name === 'receivedAt' ? instantAt(value) : (value ?? '').trim();
    }
  }
  return sent as Correction;
}

export function differs(draft: CorrectionDraft, present: Corrected): boolean {
  return Object.keys(correctionOf(draft, present)).length > 1;
}

export const CORRECTION_FIELDS = [
  'reason',
  'kind',
  'urgency',
  'channel',
  'categoryCode',
  'placeCode',
  'address',
  'title',
  'content',
  'demand',
  'receivedAt',
  'respondentUnitId',
] as const;
