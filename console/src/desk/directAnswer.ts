import type { Body } from '../api/contract';

/** What is answered directly, as it is typed and kept as a draft. */
export interface AnswerDraft {
  answer: string;
  knowledgeItem: string;
  knowledgeVersion: string;
}

export function emptyAnswer(): AnswerDraft {
  return { answer: '', knowledgeItem: '', knowledgeVersion: '' };
}

export function answerOf(draft: AnswerDraft): Body<'/intake/api/cases/{id}/direct-answer'> {
  return {
    answer: draft.answer.trim(),
    knowledgeItem: draft.knowledgeItem.trim() || null,
    knowledgeVersion: draft.knowledgeVersion.trim() || null,
  };
}

/** With the words that the citizen is told, and of an item its version as well. */
export function isComplete(draft: AnswerDraft): boolean {
  const { answer, knowledgeItem, knowledgeVersion } = answerOf(draft);
  return answer !== '' && (knowledgeItem === null) === (knowledgeVersion === null);
}

/** What has to be acted upon or looked into by a unit is not answered by the centre. */
export function isAnswerable(kind: string, urgency: string): boolean {
  return urgency !== 'CRITICAL' && kind !== 'COMPLAINT' && kind !== 'REPORT';
}

/** Where the words for one case are kept until they were sent. */
export function draftOf(caseId: string): string {
  return `direct-answer.${caseId}`;
}

export const ANSWER_FIELDS = ['answer', 'knowledgeItem', 'knowledgeVersion'] as const;
