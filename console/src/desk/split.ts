import type { CaseDetail, SplitBody } from '../api/intake';

/** One demand of a call as it is typed: what a registration says of it, and nothing of who reported. */
export interface Demand {
  kind: string;
  urgency: string;
  categoryCode: string | null;
  placeCode: string | null;
  address: string;
  title: string;
  content: string;
  demand: string;
  respondentUnitId: string | null;
}

/** What the case keeps is held as changes only, as in a correction; the others are whole. */
export interface SplitDraft {
  kept: Partial<Demand>;
  others: (Demand & { key: number })[];
}

export const DEMAND_FIELDS = [
  'kind',
  'urgency',
  'categoryCode',
  'placeCode',
  'address',
  'title',
  'content',
  'demand',
  'respondentUnitId',
] as const satisfies readonly (keyof Demand)[];

export function keptOf(of: CaseDetail): Demand {
  return {
    kind: of.kind,
    urgency: of.urgency,
    categoryCode: of.categoryCode,
    placeCode: of.placeCode,
    address: of.address ?? '',
    title: of.title,
    content: of.content,
    demand: of.demand ?? '',
    respondentUnitId: of.respondentUnitId ?? null,
  };
}

/** Another demand of the same caller: where it happened and how it is filed is that of the call until said otherwise. */
export function anotherOf(of: CaseDetail, key: number): Demand & { key: number } {
  return { ...keptOf(of), title: '', content: '', demand: '', respondentUnitId: null, key };
}

/** What differs from what stands. */
export function changesOf(kept: Demand, present: Demand): Partial<Demand> {
  return Object.fromEntries(
    DEMAND_FIELDS.filter((name) => (kept[name] ?? '') !== (present[name] ?? '')).map((name) => [name, kept[name]]),
  );
}

/**
 * Absent stays as it is, an empty text takes away. It depends on nothing but what was typed: sent again after a lost
 * answer it is the same body, although the case has been narrowed by then; what is equal to it changes nothing.
 */
export function splitOf(draft: SplitDraft): SplitBody {
  return {
    kept: Object.fromEntries(Object.entries(draft.kept).map(([name, value]) => [name, (value ?? '').trim()])),
    demands: draft.others.map((one) =>
      Object.fromEntries(DEMAND_FIELDS.map((name) => [name, (one[name] ?? '').trim() || (name === 'address' ? '' : null)])),
    ),
  } as SplitBody;
}
