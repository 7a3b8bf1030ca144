import { createApp, h, nextTick } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import FormDialog from '../src/shared/FormDialog.vue';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));

let leave: () => void = () => undefined;
afterEach(() => leave());

async function opened() {
  const closed = vi.fn();
  const app = createApp({
    render: () =>
      h(FormDialog, { title: '开具督办单', width: '600', onClose: closed, 'data-testid': 'dialog' }, () => [
        h('input', { 'data-testid': 'typed' }),
        h('button', { 'data-testid': 'cancel', onClick: closed }),
      ]),
  });
  app.mount(document.createElement('div'));
  leave = () => app.unmount();
  const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector)!;
  await vi.waitFor(() => expect(find('[data-testid="typed"]')).not.toBeNull());
  return { closed, find };
}

function press(at: EventTarget): void {
  at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
}

describe('a dialog with a form', () => {
  it('stays at Esc, which also ends a word in the input method', async () => {
    const { closed, find } = await opened();
    press(find('[data-testid="typed"]'));
    press(document);
    await nextTick();
    expect(closed).not.toHaveBeenCalled();
    expect(find('[data-testid="typed"]')).not.toBeNull();
  });

  it('stays at a click beside it', async () => {
    const { closed, find } = await opened();
    for (const event of ['mousedown', 'mouseup', 'click']) {
      find('.el-overlay-dialog').dispatchEvent(new MouseEvent(event, { bubbles: true }));
    }
    await nextTick();
    expect(closed).not.toHaveBeenCalled();
  });

  it('is closed by its cross and by a button of its form', async () => {
    const { closed, find } = await opened();
    find('[data-testid="cancel"]').click();
    expect(closed).toHaveBeenCalledTimes(1);
    find('.el-dialog__headerbtn').click();
    await nextTick();
    expect(closed).toHaveBeenCalledTimes(2);
  });

  it('hands its title, width and name to the dialog inside', async () => {
    const { find } = await opened();
    const dialog = find('.el-dialog');
    expect(dialog.dataset.testid).toBe('dialog');
    expect(dialog.getAttribute('style')).toContain('600px');
    expect(dialog.textContent).toContain('开具督办单');
  });
});
