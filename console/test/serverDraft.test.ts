import { createApp, defineComponent, h, nextTick, reactive } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { intake } from '../src/api/intake';
import { ApiProblem, unanswered } from '../src/api/problem';
import { emptyDraft, headOf } from '../src/desk/registration';
import { isAnythingUnsaved } from '../src/shared/useDraft';
import { written, type ServerDraft } from '../src/desk/serverDraft';
import { useServerDraft } from '../src/desk/useServerDraft';

interface Form {
  title: string;
  phone: string;
}

const WORDS = { zh: '拒绝', en: 'Refused' };
let save: MockInstance<typeof intake.saveDraft>;
let read: MockInstance<typeof intake.draft>;
let version = 0;

function refused(status: number, code: string): ApiProblem {
  return new ApiProblem({ kind: 'refused', status, code, title: WORDS, members: { toName: '值班长' } });
}

function opened(title: string, at: number): never {
  return { id: 'x', version: at, changedAt: '2026-11-22T01:00:00Z', content: { form: { phone: '', title } } } as never;
}

function mounted(undecided = () => false): { draft: ServerDraft; form: Form; leave: () => void } {
  const form = reactive<Form>({ title: '', phone: '' });
  let draft: ServerDraft | undefined;
  const app = createApp(
    defineComponent({
      setup() {
        draft = useServerDraft({
          name: 'register.u',
          on: true,
          content: () => ({ form: { ...form } }),
          worth: () => true,
          empty: () => ({ form: { title: '', phone: '' } }),
          head: () => ({ title: form.title, name: '', phone: form.phone }),
          restore: (content) => Object.assign(form, content.form),
          undecided,
        });
        return () => h('div');
      },
    }),
  );
  app.mount(document.createElement('div'));
  return { draft: draft!, form, leave: () => app.unmount() };
}

async function typed(form: Form, title: string): Promise<void> {
  form.title = title;
  await nextTick();
}

beforeEach(() => {
  vi.useFakeTimers();
  window.sessionStorage.clear();
  version = 0;
  save = vi
    .spyOn(intake, 'saveDraft')
    .mockImplementation(async () => ({ version: ++version, changedAt: '2026-11-22T02:32:05Z' }) as never);
  read = vi.spyOn(intake, 'draft').mockRejectedValue(refused(404, 'not-found'));
  vi.spyOn(intake, 'discardDraft').mockResolvedValue(undefined as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a draft at the service', () => {
  it('is saved once, three seconds after the last change, and not while nothing was typed', async () => {
    const { draft, form, leave } = mounted();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).not.toHaveBeenCalled();
    await typed(form, '路');
    await vi.advanceTimersByTimeAsync(2_000);
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(2_900);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0]![2]).toBe(0);
    expect(save.mock.calls[0]![3].content).toEqual({ form: { title: '路灯', phone: '' } });
    expect(draft.savedAt.value).toBe('2026-11-22T02:32:05Z');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    leave();
  });

  it('is saved also while somebody types without a pause, at most every few seconds', async () => {
    const { form, leave } = mounted();
    for (let second = 0; second < 30; second++) {
      await typed(form, '字'.repeat(second + 1));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(save.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(save.mock.calls.length).toBeLessThanOrEqual(5);
    leave();
  });

  it('sends what had no answer once more as it was, and then what was typed since', async () => {
    save.mockRejectedValueOnce(unanswered());
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(draft.trouble.value?.kind).toBe('unanswered');
    await typed(form, '路灯不亮');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(save).toHaveBeenCalledTimes(3);
    const [first, again, then] = save.mock.calls;
    expect(again).toEqual(first);
    expect(then![2]).toBe(1);
    expect(then![3].title).toBe('路灯不亮');
    expect(draft.trouble.value).toBeNull();
    leave();
  });

  it('is saved when the page is left or hidden', async () => {
    const { form, leave } = mounted();
    await typed(form, '路灯');
    window.dispatchEvent(new Event('pagehide'));
    expect(save).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(0);
    await typed(form, '路灯不亮');
    leave();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('that was handed over is saved no more and loses nothing that was typed', async () => {
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    const before = draft.id.value;
    save.mockRejectedValueOnce(refused(409, 'draft-handed-over'));
    await typed(form, '路灯不亮');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(draft.parted.value?.code).toBe('draft-handed-over');
    await typed(form, '路灯不亮，夜里');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(2);
    expect(form.title).toBe('路灯不亮，夜里');
    expect(await draft.open('another')).toBe(false);
    expect(isAnythingUnsaved()).toBe(true);

    version = 0;
    draft.keepAsOwn();
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.id.value).not.toBe(before);
    expect(save).toHaveBeenCalledTimes(3);
    expect(save.mock.calls[2]![2]).toBe(0);
    leave();
  });

  it('whose answer was lost with the page goes on where the service is', async () => {
    const first = mounted();
    await typed(first.form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    await typed(first.form, '路灯不亮');
    save.mockReturnValueOnce(new Promise(() => undefined));
    window.dispatchEvent(new Event('pagehide'));
    const link = window.sessionStorage.getItem('hotline.draft.register.u.server')!;
    first.leave();

    vi.resetModules();
    window.sessionStorage.setItem('hotline.draft.register.u.server', link);
    read.mockResolvedValue(opened('路灯不亮', 2));
    version = 2;
    const fresh = (await import('../src/desk/useServerDraft')).useServerDraft;
    const again = (await import('../src/api/intake')).intake;
    vi.spyOn(again, 'draft').mockResolvedValue(opened('路灯不亮', 2));
    const saving = vi.spyOn(again, 'saveDraft').mockResolvedValue({ version: 3, changedAt: '2026-11-22T02:33:00Z' } as never);
    const form = reactive<Form>({ title: '路灯不亮', phone: '' });
    let draft: ServerDraft | undefined;
    const app = createApp(
      defineComponent({
        setup() {
          draft = fresh({
            name: 'register.u',
            on: true,
            content: () => ({ form: { ...form } }),
            worth: () => true,
            empty: () => ({ form: { title: '', phone: '' } }),
            head: () => ({ title: form.title, name: '', phone: '' }),
            restore: (content) => Object.assign(form, content.form),
          });
          return () => h('div');
        },
      }),
    );
    app.mount(document.createElement('div'));
    await vi.advanceTimersByTimeAsync(10);
    expect(draft!.parted.value).toBeNull();
    await typed(form, '路灯不亮，夜里');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(saving.mock.calls[0]![2]).toBe(2);
    app.unmount();
  });

  it('changed on another machine is taken when nothing was typed here since', async () => {
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    read.mockResolvedValue(opened('路灯不亮', 7));
    await draft.check();
    expect(form.title).toBe('路灯不亮');
    await typed(form, '路灯不亮，夜里');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(save.mock.calls.at(-1)![2]).toBe(7);
    leave();
  });

  it('opened where it stands already keeps what is not saved yet', async () => {
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    await typed(form, '路灯不亮');
    read.mockResolvedValue(opened('路灯', 1));
    expect(await draft.open(draft.id.value)).toBe(true);
    expect(form.title).toBe('路灯不亮');
    expect(draft.settled.value).toBe(false);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(save.mock.calls.at(-1)![3].title).toBe('路灯不亮');
    leave();
  });

  it('changed here and on another machine asks which to keep', async () => {
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    await typed(form, '路灯甲');
    read.mockResolvedValue(opened('路灯乙', 7));
    save.mockRejectedValue(refused(412, 'stale-version'));
    await draft.check();
    expect(draft.parted.value?.isStale).toBe(true);
    expect(form.title).toBe('路灯甲');
    await draft.takeTheirs();
    expect(form.title).toBe('路灯乙');
    expect(draft.parted.value).toBeNull();
    leave();
  });

  it('of what was registered ends, and the next form is another draft', async () => {
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    const before = draft.id.value;
    await draft.hold();
    await typed(form, '路灯不亮');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).toHaveBeenCalledTimes(1);
    Object.assign(form, { title: '', phone: '' });
    await draft.forget('registered');
    expect(draft.id.value).not.toBe(before);
    expect(intake.discardDraft).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).toHaveBeenCalledTimes(1);
    leave();
  });

  it('that nobody has saved yet is noted until the service has it, also on a page that was left', async () => {
    const { form, leave } = mounted();
    await typed(form, '路灯');
    expect(isAnythingUnsaved()).toBe(true);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(isAnythingUnsaved()).toBe(false);
    save.mockRejectedValue(unanswered());
    await typed(form, '路灯不亮');
    leave();
    await vi.advanceTimersByTimeAsync(10);
    expect(isAnythingUnsaved()).toBe(true);
  });

  it('is not begun of what may be a case by now, and what is left of it ends with the case', async () => {
    const { draft, form, leave } = mounted(() => true);
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).not.toHaveBeenCalled();
    draft.release();
    await vi.advanceTimersByTimeAsync(3_100);
    const { id } = draft;
    const before = id.value;
    await draft.forget('registered-again');
    expect(intake.discardDraft).toHaveBeenCalledWith(expect.anything(), before, 1, 'REGISTERED');
    leave();
  });

  it('that somebody else began says so, and is discarded with the reason that was given', async () => {
    const { draft, leave } = mounted();
    read.mockResolvedValue({ ...(opened('路灯', 3) as object), handedFrom: '话务员' } as never);
    expect(await draft.open('x')).toBe(true);
    expect(draft.handed.value).toBe(true);
    await draft.forget('discarded', 'GIVEN_UP');
    expect(intake.discardDraft).toHaveBeenCalledWith(expect.anything(), 'x', 3, 'GIVEN_UP');
    expect(draft.handed.value).toBe(false);
    leave();
  });

  it('is not taken instead of what was typed while it was asked for', async () => {
    const { draft, form, leave } = mounted();
    await typed(form, '路灯');
    await vi.advanceTimersByTimeAsync(3_100);
    let answer: (draft: never) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const taking = draft.takeTheirs();
    await typed(form, '路灯不亮');
    answer(opened('别的', 7));
    expect(await taking).toBe(false);
    expect(form.title).toBe('路灯不亮');
    leave();
  });
});

describe('what a form holds', () => {
  it('is told to a list without half a character', () => {
    const form = { ...emptyDraft(), content: '\u0000𠮷'.repeat(120), name: ' 王\ud842 ' };
    const head = headOf(form);
    expect(Array.from(head.title)).toHaveLength(100);
    expect(head.title).not.toMatch(/\p{C}/u);
    expect(head.name).toBe('王');
  });

  it('is the same in whatever order its fields come back', () => {
    expect(written({ b: 1, a: { d: null, c: ['x', 'y'] } })).toBe(written({ a: { c: ['x', 'y'], d: null }, b: 1 }));
    expect(written({ a: ['x', 'y'] })).not.toBe(written({ a: ['y', 'x'] }));
  });
});
