import { createApp, h, nextTick, type Component } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intake } from '../src/api/intake';
import { ApiProblem } from '../src/api/problem';
import CategoryPicker from '../src/desk/CategoryPicker.vue';
import PlacePicker from '../src/desk/PlacePicker.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import { categories, isOff, placesBelow } from '../src/shared/reference';
import { forgetTrees } from '../src/shared/trees';
import { useCommand } from '../src/shared/useCommand';

vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/cascader/style/css', () => ({}));
vi.mock('element-plus/es/components/select/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));

addWords(staff.zh, staff.en);
vi.setConfig({ testTimeout: 30_000 });

const ROAD = { code: '010101', nameZh: '道路', nameEn: 'Roads', active: true };
const place = (code: string, name: string, active = true) => ({ code, name, active, pinyin: '' });
const TREE: Record<string, unknown[]> = {
  '': [place('5001', '重庆市'), place('5002', '重庆市（县）')],
  '5001': [place('500101', '万州区'), place('500102', '旧区', false), place('500103', '另一旧区', false)],
  '5002': [place('500229', '城口县')],
};

let leave: () => void = () => undefined;

beforeEach(() => {
  forgetTrees();
  vi.spyOn(intake, 'places').mockImplementation(
    (parent?: string) => Promise.resolve({ items: TREE[parent ?? ''] ?? [] }) as never,
  );
});

afterEach(() => {
  leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function show(picker: Component, props: object): void {
  const at = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h(picker, props as never) });
  app.use(i18n).mount(at);
  leave = () => {
    app.unmount();
    at.remove();
    document.body.innerHTML = '';
    leave = () => undefined;
  };
}

const unknownCategory = () =>
  new ApiProblem({
    kind: 'refused',
    status: 400,
    code: 'invalid',
    title: { zh: '有误', en: 'wrong' },
    violations: [{ field: 'categoryCode', code: 'unknown-category', zh: '已停用', en: 'off' }],
  });
const option = (code: string) => document.querySelector(`[data-testid="place-${code}"]`);

describe('the trees of the forms', () => {
  it('begin below all that stand at the top, and show what is off only where it is chosen', async () => {
    show(PlacePicker, { modelValue: '500102', kept: '500102' });
    await vi.waitFor(() => expect(option('500229')).not.toBeNull());
    expect(option('500101')).not.toBeNull();
    expect(option('5001')).toBeNull();
    expect(option('500102')?.textContent).toContain('旧区（已停用）');
    expect(option('500103')).toBeNull();
  });

  it('name the category of a case also where it was switched off or divided since', async () => {
    vi.spyOn(intake, 'categories').mockResolvedValue({
      items: [
        { code: '01', nameZh: '城市管理', nameEn: 'City', active: true },
        { code: '0101', nameZh: '道路', nameEn: 'Roads', parentCode: '01', active: true },
        { code: '010101', nameZh: '破损', nameEn: 'Damage', parentCode: '0101', active: true },
        { code: '0102', nameZh: '旧类', nameEn: 'Old', parentCode: '01', active: false },
      ],
    } as never);
    for (const [code, shown] of [
      ['0102', '旧类（已停用）'],
      ['0101', '道路'],
    ] as const) {
      show(CategoryPicker, { modelValue: code, kept: code, name: 'category' });
      const field = () => document.querySelector<HTMLInputElement>('[data-testid=category] input');
      await vi.waitFor(() => expect(field()?.value).toContain(shown));
      leave();
    }
  });

  it('are asked for again after a while, after a change, and where a form was refused for them', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const ask = vi.spyOn(intake, 'categories').mockResolvedValue({ items: [ROAD] } as never);
    await categories();
    await categories();
    expect(ask).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 6 * 60_000);
    await categories();
    expect(ask).toHaveBeenCalledTimes(2);

    const refused = useCommand(() => Promise.reject(unknownCategory()));
    await refused.run();
    ask.mockResolvedValue({ items: [{ ...ROAD, active: false }] } as never);
    expect((await categories()).map(isOff)).toEqual([true]);
    expect(ask).toHaveBeenCalledTimes(3);

    vi.setSystemTime(Date.now() + 2 * 60_000);
    window.dispatchEvent(new Event('focus'));
    await categories();
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('stay as they were known while nobody answers', async () => {
    await placesBelow('5002');
    forgetTrees();
    vi.mocked(intake.places).mockRejectedValue(new Error('away'));
    expect((await placesBelow('5002')).map((one) => one.code)).toEqual(['500229']);
    await expect(placesBelow('5099')).rejects.toThrow('away');
    await nextTick();
  });
});
