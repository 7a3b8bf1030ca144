import { createApp, h, nextTick, type Component } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { timekeeping } from '../src/api/timekeeping';
import DispatchDialog from '../src/dispatch/DispatchDialog.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import DeliverDialog from '../src/notices/DeliverDialog.vue';
import NoticeDialog from '../src/notices/NoticeDialog.vue';
import { grouped } from '../src/shared/format';
import OrderDialog from '../src/supervision/OrderDialog.vue';
import RecordDialog from '../src/supervision/RecordDialog.vue';
import UrgeDialog from '../src/supervision/UrgeDialog.vue';
import LimitsPanel from '../src/timekeeping/LimitsPanel.vue';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox-group/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/input-number/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));
vi.mock('element-plus/es/components/popover/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));
vi.mock('element-plus/es/components/select/style/css', () => ({}));

addWords(staff.zh, staff.en);
// The elements' lists and calendars are slow without a browser, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const RECIPIENTS = [
  { copy: 'LEADER', copyNo: 1, unitId: null, post: '分管副市长' },
  { copy: 'PARTY_OFFICE', copyNo: 3, unitId: 'swb', post: null },
];

let leave: () => void = () => undefined;

beforeEach(() => {
  window.sessionStorage.clear();
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [] } as never);
  vi.spyOn(dispatch, 'usualRecipients').mockResolvedValue({ items: RECIPIENTS } as never);
  vi.spyOn(dispatch, 'board').mockResolvedValue({ items: [OTHER] } as never);
  vi.spyOn(timekeeping, 'presets').mockResolvedValue({ items: [] } as never);
});

afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

type Field = HTMLInputElement & HTMLTextAreaElement;

function find(name: string): Field | null {
  return document.querySelector<Field>(`[data-testid="${name}"]`);
}

function value(name: string): string | undefined {
  return find(name)?.value;
}

function drafts(): string[] {
  return Object.keys(window.sessionStorage).filter((place) => place.startsWith('hotline.draft.'));
}

/** Opens a form and waits for the field that comes last. */
async function open(form: Component, props: object, until: string): Promise<void> {
  const page = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h(form, props as never) });
  app.use(i18n).mount(page);
  leave = () => {
    app.unmount();
    page.remove();
    leave = () => undefined;
  };
  await vi.waitFor(() => expect(find(until)).not.toBeNull());
  await nextTick();
}

async function type(name: string, words: string): Promise<void> {
  const field = find(name)!;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await nextTick();
}

async function submit(name: string): Promise<void> {
  find(name)!.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await nextTick();
}

const CASE = { caseId: '0193-a', caseNo: '202606010001', title: '路灯不亮', version: 3 };
const OTHER = { ...CASE, caseId: '0193-b', caseNo: '202606010002' };
const SHEETS = [
  { copy: 'PARTY_OFFICE', status: 'TO_DELIVER' },
  { copy: 'PETITIONER', status: 'TO_DELIVER' },
];

const openNotice = () => open(NoticeDialog, { of: { ...CASE, unitName: '城管局' } }, 'notice-leader-post');
const openOrder = () => open(OrderDialog, { of: { ...CASE, holder: { unitId: 'cg', unitName: '城管局' } } }, 'order-demand');
const openUrge = (...cases: (typeof CASE)[]) => open(UrgeDialog, { cases }, `urge-words-${cases[0]!.caseNo}`);
const openRecord = (of: typeof CASE) =>
  open(RecordDialog, { unit: { unitId: 'cg', unitName: '城管局' }, cases: [of] }, 'record-words');
const openDispatch = (version: number) =>
  open(DispatchDialog, { waiting: { ...CASE, version, comeBack: null, suggestion: null } }, 'dispatch-reason');
const openDeliver = (sheets = SHEETS) =>
  open(DeliverDialog, { notice: { noticeId: 'n1', noticeNo: '1', version: 2, sheets } }, 'deliver-dialog');

describe('a form that was only opened', () => {
  it.each([
    ['a notice', openNotice],
    ['an order', openOrder],
    ['an urge', () => openUrge(CASE, OTHER)],
    ['a record', () => openRecord(CASE)],
    ['a dispatch', () => openDispatch(3)],
    ['a delivery', () => openDeliver()],
  ])('leaves no draft: %s', async (_, opened) => {
    await opened();
    leave();
    expect(drafts()).toEqual([]);
  });
});

describe('a responsibility notice', () => {
  it('comes back with its people and the recipients that were changed', async () => {
    await openNotice();
    expect(value('notice-leader-post')).toBe('分管副市长');
    await type('notice-demand', '十个工作日内解决');
    await type('notice-name-0', '责任人甲');
    await type('notice-leader-login', 'leader');
    await type('notice-leader-post', '市长');
    leave();

    await openNotice();
    expect(value('notice-demand')).toBe('十个工作日内解决');
    expect(value('notice-name-0')).toBe('责任人甲');
    expect(value('notice-leader-post')).toBe('市长');
    expect(value('notice-leader-login')).toBe('leader');
  });

  it('is sent with the usual recipients where nobody changed them, and is gone then', async () => {
    const issue = vi.spyOn(dispatch, 'issueNotice').mockResolvedValue({ noticeNo: '1' } as never);
    await openNotice();
    await type('notice-demand', '十个工作日内解决');
    await type('notice-leader-post', '市长');
    await submit('notice-demand');
    expect(issue.mock.calls[0]?.[2].recipients).toEqual([
      { copy: 'LEADER', unitId: undefined, post: '市长', login: undefined },
      { copy: 'PARTY_OFFICE', unitId: 'swb', post: undefined, login: undefined },
    ]);
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));

    await openNotice();
    expect(value('notice-demand')).toBe('');
    expect(value('notice-leader-post')).toBe('分管副市长');
  });
});

describe('an order', () => {
  it('comes back until it has been opened', async () => {
    vi.spyOn(dispatch, 'openOrder').mockResolvedValue({ orderNo: '1' } as never);
    await openOrder();
    await type('order-demand', '两日内修复');
    leave();

    await openOrder();
    expect(value('order-demand')).toBe('两日内修复');
    await submit('order-demand');
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));

    await openOrder();
    expect(value('order-demand')).toBe('');
  });

  it('stays when the service refuses it', async () => {
    vi.spyOn(dispatch, 'openOrder').mockRejectedValue(new Error('away'));
    await openOrder();
    await type('order-demand', '两日内修复');
    await submit('order-demand');
    leave();

    await openOrder();
    expect(value('order-demand')).toBe('两日内修复');
  });
});

describe('words of an urge', () => {
  it('come back for their case, whichever cases are chosen with it', async () => {
    await openUrge(CASE, OTHER);
    await type(`urge-words-${CASE.caseNo}`, '今日内签收');
    await type('urge-common', '请尽快');
    leave();

    await openUrge(CASE);
    expect(value(`urge-words-${CASE.caseNo}`)).toBe('今日内签收');
    leave();
    await openUrge(OTHER);
    expect(value(`urge-words-${OTHER.caseNo}`)).toBe('');
    leave();
    await openUrge(OTHER, CASE);
    expect(value('urge-common')).toBe('请尽快');
    expect(value(`urge-words-${CASE.caseNo}`)).toBe('今日内签收');
  });

  it('are gone for the cases that were urged and stay for the others', async () => {
    const urge = vi.spyOn(dispatch, 'urgeMany').mockResolvedValue({
      items: [{ caseId: CASE.caseId }, { caseId: OTHER.caseId, refusal: { zh: '已办结', en: 'Closed' } }],
    } as never);
    await openUrge(CASE, OTHER);
    await type('urge-common', '请尽快');
    find('urge-common-use')!.click();
    await nextTick();
    await submit('urge-common');
    expect(urge.mock.calls[0]?.[1].items).toMatchObject([{ words: '请尽快' }, { words: '请尽快' }]);
    await vi.waitFor(() => expect(find('urge-refused')).not.toBeNull());
    find('urge-cancel')!.click();
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([`hotline.draft.urge.${OTHER.caseId}`]));
  });

  it('are gone when all were urged', async () => {
    vi.spyOn(dispatch, 'urgeMany').mockResolvedValue({ items: [{ caseId: CASE.caseId }] } as never);
    await openUrge(CASE);
    await type(`urge-words-${CASE.caseNo}`, '今日内签收');
    await submit(`urge-words-${CASE.caseNo}`);
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));
  });
});

describe('a record of accountability', () => {
  it('comes back with the cases that were chosen, beside the case that it began with only', async () => {
    await openRecord(CASE);
    await type('record-words', '点名批评');
    find('record-cases')!.querySelector<HTMLElement>('.el-select__wrapper')!.click();
    await vi.waitFor(() => expect(find(`record-case-${OTHER.caseNo}`)).not.toBeNull());
    find(`record-case-${OTHER.caseNo}`)!.click();
    leave();

    await openRecord(OTHER);
    expect(value('record-words')).toBe('');
    leave();
    // The other case is not on the board any more: it keeps its number.
    vi.mocked(dispatch.board).mockResolvedValue({ items: [] } as never);
    await openRecord(CASE);
    expect(value('record-words')).toBe('点名批评');
    const chosen = find('record-cases')!.textContent;
    expect(chosen).toContain(grouped(CASE.caseNo));
    expect(chosen).toContain(grouped(OTHER.caseNo));
  });
});

describe('a dispatch', () => {
  it('comes back while the case is as it was', async () => {
    await openDispatch(3);
    await type('dispatch-reason', '与所述地点不符');
    leave();

    await openDispatch(4);
    expect(value('dispatch-reason')).toBe('');
    leave();
    await openDispatch(3);
    expect(value('dispatch-reason')).toBe('与所述地点不符');
  });
});

describe('a delivery', () => {
  it('is sent without the copies that somebody delivered since it was drafted', async () => {
    const deliver = vi.spyOn(dispatch, 'deliverNotice').mockResolvedValue({} as never);
    await openDeliver();
    find('deliver-how-BY_HAND')!.querySelector('input')!.click();
    await vi.waitFor(() => expect(find('deliver-note')).not.toBeNull());
    await type('deliver-note', '当面交收发室');
    for (const { copy } of SHEETS) {
      find(`deliver-copy-${copy}`)!.querySelector('input')!.click();
      await nextTick();
    }
    leave();

    await openDeliver([SHEETS[1]!]);
    expect(value('deliver-note')).toBe('当面交收发室');
    await submit('deliver-note');
    expect(deliver.mock.calls[0]?.[3]).toMatchObject({ copies: ['PETITIONER'], note: '当面交收发室' });
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));
  });
});

describe('a table of limits', () => {
  const limits = (version: number) => ({
    version,
    policy: 'P',
    preset: null,
    light: { percent: 20, days: 1 },
    rows: [],
  });
  const openLimits = (version = 2) => open(LimitsPanel, { limits: limits(version), edits: true }, 'version-1');

  beforeEach(() => {
    const items = [2, 1].map((version) => ({ ...limits(version), recomputation: null, adoptedAt: '2026-06-01T00:00:00Z' }));
    vi.spyOn(timekeeping, 'limitVersions').mockResolvedValue({ items } as never);
  });

  async function changeDays(): Promise<void> {
    find('limits-edit')!.click();
    await nextTick();
    const field = find('light-days')!;
    const input = field.matches('input') ? field : field.querySelector('input')!;
    input.value = '3';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await nextTick();
    expect(find('differences')?.dataset.count).toBe('1');
  }

  it('that is being changed outlives a look at an old version and at another tab', async () => {
    await openLimits();
    await changeDays();
    find('version-1')!.click();
    await nextTick();
    expect(find('differences')).toBeNull();
    find('limits-edit')!.click();
    await nextTick();
    expect(find('differences')?.dataset.count).toBe('1');
    leave();

    await openLimits();
    expect(find('differences')?.dataset.count).toBe('1');
    leave();
    await openLimits(3);
    expect(find('differences')).toBeNull();
  });

  it('is the one in force again after the change was cancelled', async () => {
    await openLimits();
    await changeDays();
    find('limits-cancel')!.click();
    await nextTick();
    find('limits-edit')!.click();
    await nextTick();
    expect(find('differences')?.dataset.count).toBe('0');
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));
  });
});
