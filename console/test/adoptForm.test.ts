import { createApp, h, nextTick, reactive } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unanswered } from '../src/api/problem';
import type { Preview } from '../src/api/timekeeping';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import AdoptForm from '../src/timekeeping/AdoptForm.vue';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));

addWords(staff.zh, staff.en);

interface Attempt {
  answers: (preview: Preview) => void;
  fails: (cause: unknown) => void;
}

function moving(moved: number): Preview {
  return { all: { ahead: 9, moved, becomesOverdue: 0 }, byClock: [], examples: [] } as unknown as Preview;
}

let leave: () => void = () => undefined;
afterEach(() => leave());

/** The form about a change that the test may alter; each preview waits until the test answers it. */
function opened() {
  const change = reactive({ windows: '08:30-12:00' });
  const attempts: Attempt[] = [];
  const app = createApp({
    render: () =>
      h(AdoptForm<{ windows: string }>, {
        change: { ...change },
        tries: () => new Promise<Preview>((answers, fails) => attempts.push({ answers, fails })),
        adopts: async () => undefined,
      }),
  });
  const page = document.createElement('div');
  app.use(i18n).mount(page);
  leave = () => app.unmount();
  const find = (id: string) => page.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  const look = async () => {
    find('preview-submit')?.click();
    await nextTick();
  };
  return { change, attempts, find, look };
}

/** Every promise that is already settled has been told. */
async function told(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await nextTick();
  }
}

describe('the preview of a change', () => {
  it('can be adopted while the change is still the same', async () => {
    const form = opened();
    await form.look();
    form.attempts[0]?.answers(moving(5));
    await told();
    expect(form.find('preview')?.dataset.moved).toBe('5');
    expect(form.find('adopt-submit')).not.toBeNull();
  });

  it('is dropped when the change became another while it was on its way', async () => {
    const form = opened();
    await form.look();
    form.change.windows = '09:00-12:00';
    await nextTick();
    form.attempts[0]?.answers(moving(5));
    await told();
    expect(form.find('preview')).toBeNull();
    expect(form.find('adopt-submit')).toBeNull();
  });

  it('says nothing of the failure of an earlier one, and does not take its answer for that of the later', async () => {
    const form = opened();
    await form.look();
    form.change.windows = '09:00-12:00';
    await nextTick();
    await form.look();
    expect(form.attempts).toHaveLength(2);
    form.attempts[0]?.fails(unanswered());
    await told();
    expect(form.find('problem')).toBeNull();
    form.attempts[1]?.answers(moving(7));
    await told();
    expect(form.find('preview')?.dataset.moved).toBe('7');
  });
});
