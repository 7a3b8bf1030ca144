import { computed, ref, watch } from 'vue';
import { hasAny } from '../auth/roles';
import { person } from '../auth/session';
import { keepDraft, useDraft } from '../shared/useDraft';
import { draftOf, emptyAnswer, isAnswerable } from './directAnswer';
import { emptyDraft, headOf, isBegun } from './registration';
import { useServerDraft } from './useServerDraft';

export type UnfinishedRegistration = ReturnType<typeof useUnfinishedRegistration>;

/**
 * The registration of one call as far as it was typed, with an answer where one is given: kept in this tab at once and
 * at the service a moment later.
 *
 * @param outage with it is typed in what was taken down on paper in those hours
 */
export function useUnfinishedRegistration(outage: string | undefined) {
  const userId = person.value?.userId ?? '';
  const patrol = hasAny(person.value, ['grid-officer']) && !hasAny(person.value, ['operator']);
  // A grid officer registers what was found; an operator may also answer what was asked.
  const mayAnswer = hasAny(person.value, ['operator']) && !outage;
  const draft = useDraft(
    // Of one outage: half a form of it is not found on a form of another.
    `register${outage ? `-paper.${outage}` : ''}.${userId}`,
    () => emptyDraft(patrol ? 'GRID_PATROL' : 'PHONE'),
  );
  const form = draft.form;
  const restored = ref(draft.restored);
  const answer = useDraft(`register-answer.${userId}`, emptyAnswer);
  const answering = ref(answer.restored);
  const answerable = computed(() => isAnswerable(form.kind, form.urgency));
  const hasMore = () => form.receivedAt !== null || form.altPhone !== '' || form.respondentUnitId !== null;
  const more = ref(outage !== undefined || hasMore());

  // What is typed in from paper can be typed in again.
  const server = useServerDraft({
    name: `register.${userId}`,
    on: mayAnswer,
    content: () => ({ form: { ...form }, answer: { ...answer.form } }),
    empty: () => ({ form: emptyDraft(), answer: emptyAnswer() }),
    worth: () => isBegun(form) || answer.form.answer.trim() !== '',
    head: () => headOf(form),
    restore: (content) => {
      Object.assign(form, emptyDraft(), content.form);
      Object.assign(answer.form, emptyAnswer(), content.answer);
      answering.value = answer.form.answer !== '';
      more.value = more.value || hasMore();
    },
    undecided: () => draft.pendingKey.value !== null,
  });

  watch(
    () => form.kind,
    (kind) => {
      if (!form.confidentialDecided) {
        form.confidential = kind === 'REPORT';
      }
    },
  );

  watch(
    draft.savedAt,
    () => {
      restored.value = false;
    },
    { flush: 'sync' },
  );

  /** The words are the case's from now on: its page finds them, whatever becomes of this one. */
  function leaveAnswerTo(caseId: string): void {
    if (answer.form.answer.trim() !== '') {
      keepDraft(draftOf(caseId), answer.form);
    }
  }

  /** Nothing stands in the form any more; what becomes of it at the service is said there. */
  function empty(): void {
    draft.discard();
    answer.discard();
    answering.value = false;
  }

  return { mayAnswer, draft, form, restored, answer, answering, answerable, more, server, leaveAnswerTo, empty };
}
