import { ElMessage } from 'element-plus';
import { createApp, h, nextTick, type Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import BranchDialog from '../src/admin/BranchDialog.vue';
import TreeImport from '../src/admin/TreeImport.vue';
import TreePage from '../src/admin/TreePage.vue';
import { levelWord } from '../src/admin/levelWord';
import { keptTrees, type BranchLine, type BranchPage, type TreeReport } from '../src/api/keptTrees';
import { ApiProblem } from '../src/api/problem';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));

addWords(staff.zh, staff.en);
// The elements' lists are slow without a browser, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const line = (over: Partial<BranchLine>) =>
  ({
    code: '0101',
    parentCode: '01',
    nameZh: '市政设施',
    nameEn: 'Municipal facilities',
    level: '2',
    deepest: false,
    active: true,
    version: 3,
    changedAt: '2026-11-20T01:00:00Z',
    changedBy: 'keeper',
    below: 5,
    activeBelow: 4,
    ...over,
  }) as BranchLine;
const ROADS = line({});
const OFF = line({ code: '0102', nameZh: '旧分类', active: false, version: 7 });
const PAGE = {
  items: [ROADS, OFF],
  count: 2,
  active: 1,
  nextCursor: null,
  way: [{ code: '01', nameZh: '城市管理', nameEn: 'City management', active: true }],
  digitsBelow: 4,
} as unknown as BranchPage;
const REPORT = {
  digest: 'd1',
  written: false,
  rows: 3,
  added: 2,
  changed: 0,
  switchedOff: 1,
  resumed: 0,
  unchanged: 1,
  ended: 1,
  rejected: 0,
  warned: 0,
  items: [],
  endedItems: [{ code: '0102', nameZh: '旧分类' }],
  changedItems: [
    {
      row: 3,
      code: '0103',
      finding: 'ENDED',
      nameZhBefore: '停车',
      nameEnBefore: 'Parking',
      nameZh: '停车管理',
      nameEn: 'Parking',
    },
  ],
  findings: 'x',
} as unknown as TreeReport;

let router: Router;
let leave: () => void = () => undefined;

beforeEach(() => {
  window.sessionStorage.clear();
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
  vi.spyOn(keptTrees.categories, 'list').mockResolvedValue(PAGE);
});

afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

const stale = () =>
  new ApiProblem({ kind: 'refused', status: 412, code: 'stale-version', title: { zh: '旧', en: 'old' } });
const find = (name: string) => document.querySelector<HTMLInputElement>(`[data-testid="${name}"]`);

async function open(page: Component, props: object = {}, path = '/'): Promise<void> {
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] });
  await router.push(path);
  const place = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h(page, props as never) });
  app.use(i18n).use(router).mount(place);
  leave = () => {
    app.unmount();
    place.remove();
    leave = () => undefined;
  };
}

async function until(name: string): Promise<HTMLInputElement> {
  await vi.waitFor(() => expect(find(name)).not.toBeNull());
  return find(name)!;
}

async function type(name: string, words: string): Promise<void> {
  const field = await until(name);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await nextTick();
}

describe('a tree that the city keeps', () => {
  it('is shown one level at a time with exact numbers and what is above', async () => {
    await open(TreePage, { tree: 'categories' }, '/?parent=01');
    expect((await until('branch-row-0102')).dataset.active).toBe('false');
    expect(find('branch-row-0101')?.textContent).toContain('5，在用 4');
    expect(find('tree-active')?.textContent).toContain('共 2 个，在用 1 个');
    expect(find('tree-parent')?.dataset.code).toBe('01');
    find('branch-below-0101')!.click();
    await vi.waitFor(() => expect(router.currentRoute.value.query.parent).toBe('0101'));
    await vi.waitFor(() =>
      expect(vi.mocked(keptTrees.categories.list).mock.lastCall?.[0]).toMatchObject({ parent: '0101' }),
    );
  });

  it('is switched off at the second press, with the version that was seen', async () => {
    const change = vi.spyOn(keptTrees.categories, 'change').mockResolvedValue({ ...ROADS, active: false } as never);
    await open(TreePage, { tree: 'categories' }, '/?parent=01');
    (await until('branch-state-0101')).click();
    (await until('branch-state-0101-confirm')).click();
    await vi.waitFor(() => expect(change).toHaveBeenCalled());
    expect(change.mock.calls[0]?.slice(1)).toMatchObject(['0101', 3, { nameZh: '市政设施', active: false }]);
  });

  it('keeps one off that is renamed', async () => {
    const change = vi.spyOn(keptTrees.categories, 'change').mockResolvedValue(OFF as never);
    await open(BranchDialog, { tree: 'categories', branch: OFF, parent: '01', parentName: '城市管理', digits: 4 });
    await type('branch-name-zh', '旧分类（停用）');
    find('branch-dialog')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(change).toHaveBeenCalled());
    expect(change.mock.calls[0]?.slice(1)).toMatchObject(['0102', 7, { nameZh: '旧分类（停用）', active: null }]);
  });

  it('keeps what was typed beside what somebody else wrote meanwhile', async () => {
    const change = vi
      .spyOn(keptTrees.categories, 'change')
      .mockRejectedValueOnce(stale())
      .mockResolvedValue(ROADS as never);
    const theirs = line({ nameZh: '市政', nameEn: 'Public works', version: 4 });
    await open(TreePage, { tree: 'categories' }, '/?parent=01');
    (await until('branch-edit-0101')).click();
    await type('branch-name-zh', '市政公用设施');
    vi.mocked(keptTrees.categories.list).mockResolvedValue({ ...PAGE, items: [theirs, OFF] });
    find('branch-dialog')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await until('branch-theirs-zh');
    expect(find('branch-theirs-zh')?.textContent).toContain('市政');
    expect(find('branch-name-zh')?.value).toBe('市政公用设施');
    // Nobody touched it here: it is theirs now.
    expect(find('branch-name-en')?.value).toBe('Public works');
    find('branch-dialog')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(change).toHaveBeenCalledTimes(2));
    expect(change.mock.calls[1]?.slice(1)).toMatchObject([
      '0101',
      4,
      { nameZh: '市政公用设施', nameEn: 'Public works' },
    ]);
  });

  it('takes the Chinese name where the English one is emptied', async () => {
    const change = vi.spyOn(keptTrees.categories, 'change').mockResolvedValue(ROADS as never);
    await open(BranchDialog, { tree: 'categories', branch: ROADS, parent: '01', parentName: '城市管理', digits: 4 });
    await type('branch-name-en', '');
    find('branch-dialog')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(change).toHaveBeenCalled());
    expect(change.mock.calls[0]?.[3]).toMatchObject({ nameEn: '' });
  });

  it('calls places what they are', () => {
    const called = (level: string, nameZh: string) => levelWord({ level, nameZh });
    expect(called('city', '青岛市')).toBe('city');
    expect(['市南区', '胶州市', '某县'].map((name) => called('district', name))).toEqual([
      'district',
      'countyCity',
      'county',
    ]);
    expect(['阜安街道', '里岔镇', '某乡'].map((name) => called('street', name))).toEqual(['street', 'town', 'township']);
    expect(['示例社区', '某居委会', '某村', '某村委会'].map((name) => called('community', name))).toEqual([
      'community',
      'community',
      'village',
      'village',
    ]);
  });

  it('is written from a file only after it was looked at, by what was looked at', async () => {
    const preview = vi.spyOn(keptTrees.categories, 'preview').mockResolvedValue(REPORT);
    const write = vi.spyOn(keptTrees.categories, 'write').mockResolvedValue({ ...REPORT, written: true });
    await open(TreeImport, { tree: 'categories' });
    const field = await until('tree-file');
    Object.defineProperty(field, 'files', { value: [new File(['code,name_zh\n03,生态'], 'tree.csv')] });
    field.dispatchEvent(new Event('change'));
    await nextTick();
    expect(find('tree-write')?.hasAttribute('disabled')).toBe(true);
    (await until('tree-look')).closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    expect((await until('tree-report')).dataset.written).toBe('false');
    expect(preview.mock.calls[0]?.[1]).toBe(false);
    expect(find('tree-ended-items')?.textContent).toContain('0102');
    expect(find('tree-changed-0103')?.textContent).toContain('停用 停车 → 停车管理');
    (await until('tree-write')).click();
    await nextTick();
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain(
      '新增 2 个、停用 1 个、停用文件中没有的 1 个',
    );
    (await until('tree-write-confirm')).click();
    await vi.waitFor(() => expect(find('tree-report')?.dataset.written).toBe('true'));
    expect(write.mock.calls[0]?.slice(1, 3)).toEqual([false, 'd1']);
  });
});
