import { ElMessage } from 'element-plus';
import { createApp, h, nextTick, reactive, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import SetAsideForm from '../src/admin/SetAsideForm.vue';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { parked } from '../src/api/parked';
import { ApiProblem } from '../src/api/problem';
import { timekeeping } from '../src/api/timekeeping';
import { person } from '../src/auth/session';
import DispatchDialog from '../src/dispatch/DispatchDialog.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import HandoverDecision from '../src/leaders/HandoverDecision.vue';
import DeliverDialog from '../src/notices/DeliverDialog.vue';
import NoticeCard from '../src/notices/NoticeCard.vue';
import NoticeDialog from '../src/notices/NoticeDialog.vue';
import { grouped } from '../src/shared/format';
import JudgementForm from '../src/shared/JudgementForm.vue';
import OrderDialog from '../src/supervision/OrderDialog.vue';
import RecordDialog from '../src/supervision/RecordDialog.vue';
import UrgeDialog from '../src/supervision/UrgeDialog.vue';
import CalendarEditor from '../src/timekeeping/CalendarEditor.vue';
import LimitsPanel from '../src/timekeeping/LimitsPanel.vue';
import NoticeImport from '../src/timekeeping/NoticeImport.vue';

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
  vi.spyOn(dispatch, 'caseDisputes').mockResolvedValue({ items: [], precedents: [] } as never);
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
  app.use(i18n).use(createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] })).mount(page);
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

  it('keeps what is changed after a new one was adopted, under the new one', async () => {
    const props = reactive({ limits: limits(2), edits: true });
    await open(LimitsPanel, props, 'version-1');
    props.limits = limits(3);
    await nextTick();
    await changeDays();
    leave();
    await openLimits(3);
    expect(find('differences')?.dataset.count).toBe('1');
  });

  it('takes over what somebody else adopted meanwhile, beside what is changed here', async () => {
    const props = reactive({ limits: limits(2), edits: true });
    await open(LimitsPanel, props, 'version-1');
    await changeDays();
    props.limits = { ...limits(3), light: { percent: 30, days: 1 } };
    await nextTick();
    expect(find('differences')?.dataset.count).toBe('1');
    leave();
    await open(LimitsPanel, { limits: { ...limits(3), light: { percent: 30, days: 1 } }, edits: true }, 'version-1');
    expect(find('differences')?.dataset.count).toBe('1');
  });

  it('says of which limit a refusal is', async () => {
    vi.spyOn(timekeeping, 'previewLimits').mockRejectedValue(
      refused(400, 'invalid', [{ field: 'rows[1].limit', zh: '长于答复时限', en: 'longer than the reply' }]),
    );
    const row = (clock: string) => ({ kind: null, urgency: 'URGENT', clock, limit: '2wd', startRule: 'IMMEDIATELY', endRule: 'EXACT', times: null });
    await open(LimitsPanel, { limits: { ...limits(2), rows: [row('REPLY'), row('SIGN')] }, edits: true }, 'version-1');
    await changeDays();
    find('limits-adopt-open')!.click();
    await vi.waitFor(() => expect(find('preview-submit')).not.toBeNull());
    find('preview-submit')!.click();
    await vi.waitFor(() => expect(find('problem')).not.toBeNull());
    expect(find('problem')!.textContent).toContain(
      `${staff.zh.urgency.URGENT} · ${staff.zh.timekeeping.everyKind} · ${staff.zh.timekeeping.limited.SIGN}：长于答复时限`,
    );
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

const CALENDAR = {
  version: 3,
  workDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  windows: ['08:30-12:00', '13:30-17:30'],
  seasons: [],
  dates: [{ date: '2027-03-01', isOffDay: false, name: '市庆', windows: ['09:00-11:00'] }],
  adoptedName: '甲',
};
const LATER = {
  ...CALENDAR,
  version: 4,
  dates: [...CALENDAR.dates, { date: '2027-05-04', isOffDay: true, name: '青年节', windows: [] }],
};
const PREVIEW = { all: { ahead: 9, moved: 1, becomesOverdue: 0 }, byClock: [], examples: [] };

function refused(status: number, code: string, violations: { field: string; zh: string; en: string }[] = []): ApiProblem {
  return new ApiProblem({ kind: 'refused', status, code, title: { zh: code, en: code }, violations });
}

describe('a calendar', () => {
  const openEditor = (props: object) => open(CalendarEditor, props, 'calendar-windows');

  async function adopt(): Promise<void> {
    find('preview-submit')!.click();
    await vi.waitFor(() => expect(find('adopt-reason')).not.toBeNull());
    await type('adopt-reason', '夏令时');
    find('adopt-submit')!.click();
    await nextTick();
  }

  it('that is being changed outlives a reload with its reason, and is gone once it is in force', async () => {
    vi.spyOn(timekeeping, 'previewCalendar').mockResolvedValue(PREVIEW as never);
    const adopts = vi.spyOn(timekeeping, 'adoptCalendar').mockResolvedValue(LATER as never);
    vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
    await openEditor({ calendar: CALENDAR });
    await type('calendar-windows', '09:00-17:00');
    leave();
    await openEditor({ calendar: CALENDAR });
    expect(value('calendar-windows')).toBe('09:00-17:00');
    await adopt();
    await vi.waitFor(() => expect(adopts).toHaveBeenCalled());
    expect(adopts.mock.calls[0]?.slice(1)).toMatchObject([3, { windows: ['09:00-17:00'], reason: '夏令时' }]);
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));
  });

  it('is not put over one that somebody else put into force meanwhile, before both are merged', async () => {
    vi.spyOn(timekeeping, 'previewCalendar').mockResolvedValue(PREVIEW as never);
    const adopts = vi.spyOn(timekeeping, 'adoptCalendar').mockRejectedValue(refused(412, 'stale-version'));
    const props = reactive({ calendar: CALENDAR, onStale: () => (props.calendar = LATER) });
    await openEditor(props);
    await type('calendar-windows', '09:00-17:00');
    await adopt();
    await vi.waitFor(() => expect(find('calendar-behind')).not.toBeNull());
    expect(find('calendar-difference')!.textContent).toContain('2027-05-04');
    expect(find('preview-submit')!.disabled).toBe(true);

    adopts.mockResolvedValue({ ...LATER, version: 5 } as never);
    vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
    find('calendar-merge')!.click();
    await vi.waitFor(() => expect(find('calendar-behind')).toBeNull());
    expect(find('problem')?.dataset.status).toBe('412');
    find('preview-submit')!.click();
    await vi.waitFor(() => expect(find('problem')).toBeNull());
    await adopt();
    await vi.waitFor(() => expect(adopts).toHaveBeenCalledTimes(2));
    const [, version, change] = adopts.mock.calls[1]!;
    expect(version).toBe(4);
    expect(change.windows).toEqual(['09:00-17:00']);
    expect(change.dates?.map((date) => date?.date)).toEqual(['2027-03-01', '2027-05-04']);
  });

  it('whose draft began with an older version says so when it is opened again', async () => {
    await openEditor({ calendar: CALENDAR });
    await type('calendar-windows', '09:00-17:00');
    leave();
    await openEditor({ calendar: LATER });
    expect(find('calendar-behind')).not.toBeNull();
    find('calendar-start-over')!.click();
    await vi.waitFor(() => expect(find('calendar-behind')).toBeNull());
    expect(value('calendar-windows')).toBe('08:30-12:00 13:30-17:30');
  });

  it('gives a day off no windows, and says at which row something is wrong', async () => {
    const tries = vi
      .spyOn(timekeeping, 'previewCalendar')
      .mockRejectedValue(refused(400, 'invalid', [{ field: 'dates[0].name', zh: '太长', en: 'too long' }]));
    await openEditor({
      calendar: { ...CALENDAR, dates: [{ date: '2027-03-01', isOffDay: true, name: '市庆', windows: ['09:00-11:00'] }] },
    });
    find('preview-submit')!.click();
    await vi.waitFor(() => expect(find('problem')).not.toBeNull());
    expect(tries.mock.calls[0]?.[0].dates).toMatchObject([{ date: '2027-03-01', windows: [] }]);
    expect(find('problem')!.textContent).toContain(`${staff.zh.timekeeping.dates} 1 · 2027-03-01：太长`);
  });
});

describe('a holiday notice', () => {
  it('comes back, and a file that cannot be read is said to be one', async () => {
    await open(NoticeImport, { version: 3 }, 'import-text');
    await type('import-text', '{"year":2027,"days":[]}');
    leave();
    await open(NoticeImport, { version: 3 }, 'import-text');
    expect(value('import-text')).toBe('{"year":2027,"days":[]}');

    const field = find('import-file')!;
    Object.defineProperty(field, 'files', {
      value: [{ arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')), type: '' }],
    });
    field.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(find('problem')?.dataset.code).toBe('unreadable-file'));
    expect(value('import-text')).toBe('{"year":2027,"days":[]}');
  });
});

describe('a judgement', () => {
  const openJudgement = (of: string) =>
    open(
      JudgementForm,
      {
        of,
        name: 'judge',
        words: { remark: 'supervision.remark', accept: 'supervision.accept', sendBack: 'supervision.sendBack' },
        judges: () => Promise.resolve({}),
      },
      'judge-remark',
    );

  it('keeps its remark for the report that it is about', async () => {
    await openJudgement('o1.1');
    await type('judge-remark', '照片不清');
    leave();
    await openJudgement('o1.2');
    expect(value('judge-remark')).toBe('');
    leave();
    await openJudgement('o1.1');
    expect(value('judge-remark')).toBe('照片不清');
    find('judge-back')!.click();
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));
  });
});

describe('the reason', () => {
  it('of a decision about a handover comes back', async () => {
    const openDecision = () => open(HandoverDecision, { ownership: { ownershipId: 'o7', version: 2 } }, 'handover-reason');
    await openDecision();
    await type('handover-reason', '分工调整');
    leave();
    await openDecision();
    expect(value('handover-reason')).toBe('分工调整');
  });

  it('for setting a record aside comes back for that record, until it is', async () => {
    const sent = vi.spyOn(parked, 'setAside').mockResolvedValue(undefined as never);
    const openAside = (recordId: number) =>
      open(SetAsideForm, { service: 'intake', parkedKey: 'k', recordId }, 'set-aside-reason');
    await openAside(7);
    await type('set-aside-reason', '测试数据');
    leave();
    await openAside(8);
    expect(value('set-aside-reason')).toBe('');
    leave();
    await openAside(7);
    expect(value('set-aside-reason')).toBe('测试数据');
    document.querySelector<HTMLElement>('[data-testid=set-aside-counts]')!.click();
    await submit('set-aside-reason');
    expect(sent).toHaveBeenCalledWith(expect.anything(), 'intake', 'k', 7, { reason: '测试数据', numberCounts: true });
    leave();
    await vi.waitFor(() => expect(drafts()).toEqual([]));
  });
});

describe('what proves a receipt on paper', () => {
  const sheet = (copy: string, copyNo: number) => ({ copy, copyNo, status: 'TO_RECEIPT', delivery: 'BY_HAND', recipient: null });
  const NOTICE = {
    noticeId: 'n1',
    noticeNo: '1',
    version: 2,
    status: 'TO_RECEIPT',
    ground: 'HARD',
    unitName: '城管局',
    deliveries: 6,
    receipts: 0,
    responsible: [],
    sheets: [sheet('PETITIONER', 2), sheet('PETITION_OFFICE', 6)],
  };

  it('is written for one copy and neither it nor its refusal appears at another', async () => {
    person.value = { userId: 'u', login: 'u', name: 'u', roles: ['supervisor'], unit: null, unitPath: null, gridPath: null };
    vi.spyOn(dispatch, 'recordReceipt').mockRejectedValue(refused(409, 'receipted-already'));
    await open(NoticeCard, { notice: NOTICE }, 'on-paper-PETITIONER');
    find('on-paper-PETITIONER')!.click();
    await vi.waitFor(() => expect(find('receipt-evidence')).not.toBeNull());
    await type('receipt-evidence', '本人签字回执');
    await submit('receipt-evidence');
    await vi.waitFor(() => expect(find('problem')).not.toBeNull());
    find('receipt-evidence')!.closest('form')!.querySelector<HTMLElement>('footer button')!.click();
    await vi.waitFor(() => expect(find('receipt-evidence')).toBeNull());

    find('on-paper-PETITION_OFFICE')!.click();
    await vi.waitFor(() => expect(find('receipt-evidence')).not.toBeNull());
    expect(value('receipt-evidence')).toBe('');
    expect(find('problem')).toBeNull();
  });
});
