import { ElMessage } from 'element-plus';
import { createApp, h, nextTick, reactive, type Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ParkedOfService from '../src/admin/ParkedOfService.vue';
import ParkedRecords from '../src/admin/ParkedRecords.vue';
import { connected } from '../src/api/connection';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { parked } from '../src/api/parked';
import { unanswered } from '../src/api/problem';
import { timekeeping } from '../src/api/timekeeping';
import { person } from '../src/auth/session';
import ImportPage from '../src/desk/ImportPage.vue';
import PlacePicker from '../src/desk/PlacePicker.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import CopiesList from '../src/notices/CopiesList.vue';
import ContactDisclosure from '../src/shared/ContactDisclosure.vue';
import CalendarPanel from '../src/timekeeping/CalendarPanel.vue';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/button-group/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox-group/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));
vi.mock('element-plus/es/components/drawer/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));
vi.mock('element-plus/es/components/select/style/css', () => ({}));

addWords(staff.zh, staff.en);
vi.setConfig({ testTimeout: 30_000 });

let router: Router;
let leave: () => void = () => undefined;

beforeEach(() => {
  window.sessionStorage.clear();
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

const find = (name: string) => document.querySelector<HTMLInputElement>(`[data-testid="${name}"]`);

async function until(name: string): Promise<HTMLInputElement> {
  await vi.waitFor(() => expect(find(name)).not.toBeNull());
  return find(name)!;
}

async function open(page: Component, props: object = {}, path = '/'): Promise<void> {
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] });
  await router.push(path);
  const place = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h(page, props as never) });
  app.use(i18n).use(router).mount(place);
  leave = () => {
    app.unmount();
    place.remove();
    leave = () => undefined;
  };
  await nextTick();
}

describe('a file of cases', () => {
  function choose(file: object): void {
    const field = find('import-file')!;
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    field.dispatchEvent(new Event('change'));
  }

  it('that was corrected after it was chosen is said to be unreadable, and can be chosen again', async () => {
    const sends = vi
      .spyOn(intake, 'importCases')
      .mockResolvedValue({ rows: 1, registered: 1, duplicates: 0, rejected: 0, items: [] } as never);
    await open(ImportPage);
    choose({ arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')), type: 'text/csv' });
    await nextTick();
    find('import-submit')!.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(find('problem')?.dataset.code).toBe('unreadable-file'));
    expect(sends).not.toHaveBeenCalled();

    const field = find('import-file')!;
    const value = vi.spyOn(field, 'value', 'set');
    field.dispatchEvent(new Event('click'));
    expect(value).toHaveBeenCalledWith('');
    await nextTick();
    expect(find('import-submit')!.disabled).toBe(true);

    choose(new File(['标题\n'], 'cases.csv', { type: 'text/csv' }));
    await nextTick();
    expect(find('problem')).toBeNull();
    find('import-submit')!.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await until('import-report');
    expect(await (sends.mock.calls[0]![1] as Blob).text()).toBe('标题\n');
  });
});

describe('the places of a form', () => {
  it('that failed to come say so at their own field and come at the next look at it', async () => {
    let down = true;
    const asks = vi.spyOn(intake, 'places').mockImplementation(async (parent) => {
      if (parent === '370202' && down) {
        throw unanswered();
      }
      const items = { '': [{ code: '370202', name: '市南区' }], '370202': [{ code: '370202001', name: '八大峡街道' }] };
      return { items: items[(parent ?? '') as keyof typeof items] ?? [] } as never;
    });
    await open(PlacePicker, reactive({ modelValue: '370202' }));
    const street = await until('register-street');
    await vi.waitFor(() => expect(street.textContent).toContain(staff.zh.register.placesFailed));
    expect(find('register-district')!.textContent).not.toContain(staff.zh.register.placesFailed);
    expect(find('register-community')!.textContent).not.toContain(staff.zh.register.placesFailed);
    down = false;
    street.querySelector('input')!.dispatchEvent(new FocusEvent('focus'));
    await vi.waitFor(() => expect(street.textContent).not.toContain(staff.zh.register.placesFailed));
    expect(asks.mock.calls.filter(([parent]) => parent === '370202')).toHaveLength(2);
  });

  it('that failed to come are asked for again when the line is back', async () => {
    let down = true;
    vi.spyOn(intake, 'places').mockImplementation(async (parent) => {
      if (parent === '370203' && down) {
        throw unanswered();
      }
      return { items: parent === '370203' ? [{ code: '370203001', name: '街道' }] : [] } as never;
    });
    await open(PlacePicker, { modelValue: '370203' });
    const street = await until('register-street');
    await vi.waitFor(() => expect(street.textContent).toContain(staff.zh.register.placesFailed));
    connected(false);
    await nextTick();
    down = false;
    connected(true);
    await vi.waitFor(() => expect(street.textContent).not.toContain(staff.zh.register.placesFailed));
  });
});

describe('parked cases', () => {
  it('are all tried again at the second press, and the list is asked for anew', async () => {
    const row = { key: 'k1', reason: 'POISON', since: '2026-06-01T00:00:00Z', records: 2, firstError: 'x' };
    const lists = vi
      .spyOn(parked, 'list')
      .mockResolvedValueOnce({ items: [row], count: 1, next: null } as never)
      .mockResolvedValue({ items: [], count: 0, next: null } as never);
    const redrives = vi.spyOn(parked, 'redriveAll').mockResolvedValue({ applied: 2, remaining: 0, healed: true } as never);
    await open(ParkedOfService, { service: 'dispatch' });
    (await until('redrive-all-dispatch')).click();
    (await until('redrive-all-dispatch-keep')).click();
    expect(redrives).not.toHaveBeenCalled();
    (await until('redrive-all-dispatch')).click();
    (await until('redrive-all-dispatch-confirm')).click();
    await vi.waitFor(() => expect(find('parked-dispatch')?.dataset.count).toBe('0'));
    expect(redrives.mock.calls[0]?.[1]).toBe('dispatch');
    expect(lists).toHaveBeenCalledTimes(2);
    expect(find('redrive-all-dispatch')).toBeNull();
  });
});

describe('the records of a parked case', () => {
  it('are not closed by Esc or a click beside them while a reason is typed', async () => {
    vi.spyOn(parked, 'records').mockResolvedValue({ key: 'k1', records: [{ id: 7, topic: 't', partition: 0 }] } as never);
    const close = vi.fn();
    await open(ParkedRecords, { service: 'intake', parkedKey: 'k1', onClose: close });
    (await until('set-aside-7')).click();
    const field = await until('set-aside-reason');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
    document.querySelector<HTMLElement>('.el-overlay')!.click();
    await nextTick();
    expect(close).not.toHaveBeenCalled();
    expect(find('set-aside-reason')).not.toBeNull();
  });
});

describe('the copies of notices', () => {
  it('keep their tab in the address, so that Back finds it', async () => {
    person.value = { userId: 'u', login: 'u', name: 'u', roles: ['clerk'], unit: 'cg', unitPath: '/center/cg', gridPath: null };
    const asks = vi.spyOn(dispatch, 'noticeCopies').mockResolvedValue({ items: [], count: 0, counts: {} } as never);
    await open(CopiesList, {}, '/notices?tab=receipted');
    await vi.waitFor(() => expect(asks.mock.calls[0]?.[0].tab).toBe('receipted'));
    find('tab-overdue')!.click();
    await vi.waitFor(() => expect(router.currentRoute.value.query.tab).toBe('overdue'));
    await vi.waitFor(() => expect(asks.mock.lastCall?.[0].tab).toBe('overdue'));
  });
});

describe('the reason for a contact', () => {
  it('gives the focus back to where it was asked for', async () => {
    await open(ContactDisclosure, { caseId: 'c1' });
    find('contact-open')!.click();
    (await until('contact-cancel')).click();
    await vi.waitFor(() => expect(document.activeElement).toBe(find('contact-open')));
  });
});

describe('a year of the calendar', () => {
  it('that does not come is not shown as the days of another', async () => {
    vi.spyOn(timekeeping, 'calendars').mockRejectedValue(unanswered());
    let asked = 0;
    vi.spyOn(timekeeping, 'year').mockImplementation(async (version, year) => {
      if (asked !== 0 && year !== asked) {
        throw unanswered();
      }
      asked = year;
      return { version, year, hasNotice: true, days: [] } as never;
    });
    const calendar = { version: 3, workDays: [], windows: [], seasons: [], dates: [] };
    await open(CalendarPanel, { calendar, edits: false });
    await until('year-view');
    // The history that did not come says so too.
    expect(document.querySelectorAll('[data-testid="problem"]')).toHaveLength(1);
    find('year-after')!.click();
    await vi.waitFor(() => expect(document.querySelectorAll('[data-testid="problem"]')).toHaveLength(2));
    expect(find('year-view')).toBeNull();
  });
});
