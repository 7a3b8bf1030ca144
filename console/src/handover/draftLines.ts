import { emptyAnswer, type AnswerDraft } from '../desk/directAnswer';
import { emptyDraft, type RegistrationDraft } from '../desk/registration';

/** A paper has its own form, and who decided about confidentiality says nothing of what was decided. */
type LeftOut = 'paperNo' | 'confidentialDecided';

/** The words of each field, what protects the caller and what cannot wait first: a field without a line does not compile. */
export const LABELS = {
  confidential: 'register.confidential',
  anonymous: 'register.anonymous',
  urgency: 'case.urgency',
  wantsCallback: 'register.wantsCallback',
  name: 'contact.name',
  phone: 'contact.phone',
  altPhone: 'contact.altPhone',
  kind: 'case.kind',
  channel: 'case.channel',
  receivedAt: 'register.receivedAt',
  categoryCode: 'case.category',
  placeCode: 'case.place',
  address: 'case.address',
  title: 'case.title',
  content: 'case.content',
  demand: 'case.demand',
  respondentUnitId: 'register.respondent',
  sameAs: 'handover.sameAs',
} as const satisfies Record<Exclude<keyof RegistrationDraft, LeftOut>, string>;

export const ANSWER_LABELS = {
  answer: 'handover.answer',
  knowledgeItem: 'handover.knowledgeItem',
  knowledgeVersion: 'directAnswer.version',
} as const satisfies Record<keyof AnswerDraft, string>;

export type DraftField = keyof typeof LABELS | keyof typeof ANSWER_LABELS;

export interface DraftFieldLine {
  field: DraftField;
  label: string;
  value: string | boolean;
}

/** All that was typed or chosen, a line for each field; what was left empty has none, a yes or no always has one. */
export function linesOf(content: unknown): DraftFieldLine[] {
  const { form, answer } = (content ?? {}) as { form?: Partial<RegistrationDraft>; answer?: Partial<AnswerDraft> };
  const typed = { ...emptyDraft(), ...form };
  const answered = { ...emptyAnswer(), ...answer };
  const line = (field: string, label: string, value: string | boolean | null | undefined): DraftFieldLine[] =>
    value === null || value === undefined || value === '' ? [] : [{ field: field as DraftField, label, value }];
  return [
    ...Object.entries(LABELS).flatMap(([field, label]) => line(field, label, typed[field as keyof typeof LABELS])),
    ...Object.entries(ANSWER_LABELS).flatMap(([field, label]) => line(field, label, answered[field as keyof AnswerDraft])),
  ];
}
