import type { KnowledgeBody, KnowledgeVersion } from '../api/knowledge';

/** A text of knowledge as it is typed and kept as a draft; a question is a line. */
export interface KnowledgeDraft {
  ownerUnit: string | null;
  title: string;
  questions: string;
  answer: string;
  notes: string;
  categoryCodes: string[];
  placeCodes: string[];
  validFrom: string | null;
  validTo: string | null;
  reviewBy: string | null;
  changeNote: string;
  /** The item that this form has begun already: it is not begun twice. */
  begun: string | null;
  /** The revision that was on the screen when somebody began to type; what others did since is told. */
  basedOn: number | null;
}

export const KNOWLEDGE_FIELDS = [
  'ownerUnit',
  'title',
  'questions',
  'answer',
  'notes',
  'categoryCodes',
  'placeCodes',
  'validFrom',
  'validTo',
  'reviewBy',
  'changeNote',
] as const;

export function emptyKnowledge(): KnowledgeDraft {
  return {
    ownerUnit: null,
    title: '',
    questions: '',
    answer: '',
    notes: '',
    categoryCodes: [],
    placeCodes: [],
    validFrom: null,
    validTo: null,
    reviewBy: null,
    changeNote: '',
    begun: null,
    basedOn: null,
  };
}

/** The text that stands, to be changed; what is new in it is said anew. */
export function knowledgeFrom(text: KnowledgeVersion, isDraft: boolean): Omit<KnowledgeDraft, 'begun' | 'basedOn'> {
  return {
    ownerUnit: null,
    title: text.title,
    questions: text.questions.join('\n'),
    answer: text.answer,
    notes: text.notes ?? '',
    categoryCodes: text.categories.map((one) => one.code),
    placeCodes: text.places.map((one) => one.code),
    validFrom: text.validFrom,
    validTo: text.validTo,
    reviewBy: isDraft ? text.reviewBy : null,
    changeNote: isDraft ? (text.changeNote ?? '') : '',
  };
}

export function knowledgeOf(draft: KnowledgeDraft): KnowledgeBody {
  return {
    ownerUnit: draft.ownerUnit,
    title: draft.title.trim() || null,
    questions: draft.questions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    answer: draft.answer.trim() || null,
    notes: draft.notes.trim() || null,
    categoryCodes: draft.categoryCodes,
    placeCodes: draft.placeCodes,
    validFrom: draft.validFrom,
    validTo: draft.validTo,
    reviewBy: draft.reviewBy,
    changeNote: draft.changeNote.trim() || null,
  };
}

/** What is taken over joins what was typed before, unless that was taken over as well. */
export function takenOver(typed: string, takenBefore: string | null, answer: string): string {
  const kept = typed.trim();
  return kept === '' || kept === takenBefore?.trim() ? answer : `${kept}\n\n${answer}`;
}
