import { createApp, defineComponent, h } from 'vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDrafts, useDraft } from '../src/shared/useDraft';

const PLACE = 'hotline.draft.t';

function mounted(): { draft: ReturnType<typeof useDraft<{ text: string }>>; leave: () => void } {
  let draft: ReturnType<typeof useDraft<{ text: string }>> | undefined;
  const app = createApp(
    defineComponent({
      setup() {
        draft = useDraft('t', () => ({ text: '' }));
        return () => h('div');
      },
    }),
  );
  app.mount(document.createElement('div'));
  return { draft: draft!, leave: () => app.unmount() };
}

beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
});

describe('a draft', () => {
  it('survives a reload and stays out of what outlives the tab', async () => {
    const first = mounted();
    first.draft.form.text = '路灯不亮';
    await vi.waitFor(() => expect(window.sessionStorage.getItem(PLACE)).toContain('路灯不亮'));
    first.leave();
    expect(window.localStorage.length).toBe(0);

    const second = mounted();
    expect(second.draft.restored).toBe(true);
    expect(second.draft.form.text).toBe('路灯不亮');
    second.leave();
  });

  it('is saved when the page is left before its moment has come', async () => {
    const page = mounted();
    page.draft.form.text = '刚写一半';
    await Promise.resolve();
    window.dispatchEvent(new Event('pagehide'));
    expect(window.sessionStorage.getItem(PLACE)).toContain('刚写一半');
    page.leave();
  });

  it('is gone once the act is done', async () => {
    const page = mounted();
    page.draft.form.text = '已提交';
    await vi.waitFor(() => expect(window.sessionStorage.getItem(PLACE)).not.toBeNull());
    page.draft.discard();
    await vi.waitFor(() => expect(window.sessionStorage.getItem(PLACE)).toBeNull());
    page.leave();
    expect(window.sessionStorage.getItem(PLACE)).toBeNull();
    expect(page.draft.form.text).toBe('');
  });

  it('of whoever sat here before is forgotten, and nothing else of the tab is', async () => {
    window.sessionStorage.setItem('hotline.signed-in', 'yes');
    window.sessionStorage.setItem('hotline.draft.other', '{}');
    const page = mounted();
    page.draft.form.text = '别人的话';
    await vi.waitFor(() => expect(window.sessionStorage.getItem(PLACE)).not.toBeNull());
    page.leave();
    forgetDrafts();
    expect(Object.keys(window.sessionStorage)).toEqual(['hotline.signed-in']);
  });

  it('that cannot be read is thrown away', () => {
    window.sessionStorage.setItem(PLACE, '{half');
    const page = mounted();
    expect(page.draft.restored).toBe(false);
    expect(window.sessionStorage.getItem(PLACE)).toBeNull();
    page.leave();
  });
});
