import { createApp, h, nextTick } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '../src/i18n';
import ConfirmButton from '../src/shared/ConfirmButton.vue';

vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown() {
  const confirmed = vi.fn();
  const root = document.createElement('div');
  document.body.append(root);
  const app = createApp({
    render: () =>
      h(ConfirmButton, { name: 'clear', question: '清空？', onConfirm: confirmed }, { default: () => '清空' }),
  }).use(i18n);
  app.mount(root);
  leave = () => {
    app.unmount();
    root.remove();
  };
  const find = (id: string) => root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  return { confirmed, find };
}

describe('an act that cannot be undone', () => {
  it('is done at the second press only', async () => {
    const { confirmed, find } = shown();
    find('clear')!.click();
    await nextTick();
    expect(confirmed).not.toHaveBeenCalled();
    find('clear-confirm')!.click();
    expect(confirmed).toHaveBeenCalledOnce();
  });

  it('is let be by the way back, which has the focus', async () => {
    const { confirmed, find } = shown();
    find('clear')!.click();
    await vi.waitFor(() => expect(document.activeElement).toBe(find('clear-keep')));
    find('clear-keep')!.click();
    await nextTick();
    expect(confirmed).not.toHaveBeenCalled();
    expect(find('clear')).not.toBeNull();
  });

  it.each([
    ['the way back', (keep: HTMLElement) => keep.click()],
    ['Esc', (keep: HTMLElement) => keep.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))],
  ])('gives the focus back after %s', async (_, leaves) => {
    const { find } = shown();
    find('clear')!.click();
    await vi.waitFor(() => expect(document.activeElement).toBe(find('clear-keep')));
    leaves(find('clear-keep')!);
    await vi.waitFor(() => expect(document.activeElement).toBe(find('clear')));
    expect(find('clear')).not.toBeNull();
  });
});
