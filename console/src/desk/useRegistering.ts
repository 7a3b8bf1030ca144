import { computed, nextTick, ref, shallowRef } from 'vue';
import { intake, type Registered } from '../api/intake';
import { language } from '../i18n';
import { useCommand } from '../shared/useCommand';
import { registrationOf, type RegistrationDraft } from './registration';
import type { UnfinishedRegistration } from './useUnfinishedRegistration';

/** Registers a call (登记), and says of each field what the service found wrong in it. */
export function useRegistering(
  { draft, form, mayAnswer, server }: UnfinishedRegistration,
  options: {
    outage?: string | undefined;
    /** Whether an emergency of this form is on its way. */
    handsOver: () => boolean;
    /** Whether a question stands in the way of a new case. */
    asks: (andAnswer: boolean) => Promise<boolean>;
    /** again: it was sent before, and may have been registered then. */
    done: (registered: Registered, andAnswer: boolean, again: boolean) => void;
  },
) {
  const register = useCommand(
    (key: string) =>
      options.outage
        ? intake.typePaperForm(key, options.outage, form.paperNo.trim(), registrationOf(form))
        : intake.register(key, registrationOf(form), ...(mayAnswer ? [server.id.value] : [])),
    { pendingKey: draft.pendingKey },
  );
  // Typed in before: the form is answered with its case.
  const known = computed(() => {
    const problem = register.problem.value;
    return problem?.code === 'external-ref-known' ? problem.members : null;
  });

  // What was typed when the service found it wrong: a field that was changed since is no longer accused.
  const refused = shallowRef<RegistrationDraft | null>(null);

  function error(field: string): string {
    const name = field.replace('reporter.', '') as keyof RegistrationDraft;
    return refused.value && refused.value[name] === form[name]
      ? (register.problem.value?.fieldIn(field, language.value) ?? '')
      : '';
  }

  const submitting = ref(false);
  /** The form itself is on its way. */
  const registering = computed(() => submitting.value || register.busy.value);
  /** Something of this form is on its way: it is neither exchanged nor sent a second time. */
  const sending = computed(() => registering.value || options.handsOver());

  /** Registers; and answers at once when that was chosen: with the connection lost in between, a registered case is left. */
  async function submit(andAnswer = false, anyway = false): Promise<void> {
    if (sending.value) {
      return;
    }
    submitting.value = true;
    try {
      await send(andAnswer, anyway);
    } finally {
      submitting.value = false;
    }
  }

  async function send(andAnswer: boolean, anyway: boolean): Promise<void> {
    const again = draft.pendingKey.value !== null;
    // What was sent and not answered is repeated: its own case may be what is found.
    if (!anyway && !again && (await options.asks(andAnswer))) {
      return;
    }
    await server.hold();
    const done = await register.run();
    if (done) {
      options.done(done, andAnswer, again);
      return;
    }
    // Of an act that nobody knows the end of no draft is begun: it may be a case by now.
    if (draft.pendingKey.value === null) {
      server.release();
    }
    if (register.problem.value?.code === 'draft-handed-over') {
      await server.check();
    }
    refused.value = { ...form };
    await nextTick();
    document.querySelector<HTMLElement>('.register .is-error input, .register .is-error textarea')?.focus();
  }

  return { register, known, error, registering, sending, submit };
}
