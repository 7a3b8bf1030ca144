import { ElMessage } from 'element-plus';
import { createApp, h, nextTick, type Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import CataloguePage from '../src/admin/CataloguePage.vue';
import RuleDialog from '../src/admin/RuleDialog.vue';
import UnitDialog from '../src/admin/UnitDialog.vue';
import UnitsPage from '../src/admin/UnitsPage.vue';
import { administration, type DirectoryUnit, type RoutingRule } from '../src/api/administration';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { person } from '../src/auth/session';
import AccessLogPage from '../src/desk/AccessLogPage.vue';
import { readSeal } from '../src/desk/viewLogSeal';
import ViewLogVerification from '../src/desk/ViewLogVerification.vue';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';

// Style sheets of elements, which only a browser's build can read.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/cascader/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));
vi.mock('element-plus/es/components/select/style/css', () => ({}));

addWords(staff.zh, staff.en);
// The elements' lists are slow without a browser, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const CG = { code: 'cg', parentCode: 'center', path: '/center/cg', nameZh: '城市管理局', nameEn: 'City', level: 2, placeCode: null, active: true };
const OLD = { ...CG, code: 'old', path: '/center/old', nameZh: '旧局', nameEn: 'Old', placeCode: '370202', active: false };
const CENTER = { ...CG, code: 'center', parentCode: null, path: '/center', nameZh: '热线中心', nameEn: 'Centre', level: 1 };
const rule = (over: Partial<RoutingRule>) =>
  ({ ruleId: 'R-01', categoryPrefix: '01', placePrefix: '', target: 'cg', automatic: true, validFrom: '2026-06-01T00:00:00Z', catalogueVersion: 1, ...over }) as RoutingRule;
const RULES = [
  rule({}),
  rule({ ruleId: 'R-0102', categoryPrefix: '0102', target: 'street-of-place', automatic: false }),
  rule({ ruleId: 'R-02-370202-v3', categoryPrefix: '02', placePrefix: '370202', target: 'old' }),
];

let router: Router;
let leave: () => void = () => undefined;

beforeEach(() => {
  window.sessionStorage.clear();
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [CENTER, CG] } as never);
  vi.spyOn(intake, 'categories').mockResolvedValue({
    items: [
      { code: '01', nameZh: '市容环境', nameEn: 'Streets', parentCode: null },
      { code: '0102', nameZh: '垃圾清运', nameEn: 'Refuse', parentCode: '01' },
    ],
  } as never);
  vi.spyOn(intake, 'places').mockImplementation(async (parent) => ({
    items: parent === '3702' ? [{ code: '370202', name: '市南区' }] : parent ? [] : [{ code: '3702', name: '青岛市' }],
  }) as never);
  vi.spyOn(administration, 'rules').mockResolvedValue({ version: 'catalogue/3', items: RULES, count: 3 } as never);
  vi.spyOn(administration, 'endorsementRules').mockResolvedValue({
    items: [{ ruleNo: 1, unitId: 'cg', unitName: '城市管理局', act: 'REPLY', kind: null, urgency: null, need: 'REQUIRED', validFrom: '2026-06-01T00:00:00Z', inForce: true }],
    count: 1,
  } as never);
  vi.spyOn(administration, 'unitsBelow').mockImplementation(async (parent) => {
    const items = parent === 'center' ? [CG, OLD] : parent ? [] : [CENTER];
    return { items, count: items.length } as never;
  });
});

afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

function signedIn(role: string): void {
  person.value = { userId: 'u', login: 'u', name: 'u', roles: [role], unit: null, unitPath: null, gridPath: null };
}

type Field = HTMLInputElement;
const find = (name: string) => document.querySelector<Field>(`[data-testid="${name}"]`);

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

async function until(name: string): Promise<Field> {
  await vi.waitFor(() => expect(find(name)).not.toBeNull());
  return find(name)!;
}

async function type(name: string, words: string): Promise<void> {
  const field = await until(name);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await nextTick();
}

async function submit(dialog: string): Promise<void> {
  find(dialog)!.dispatchEvent(new Event('submit', { cancelable: true }));
  await nextTick();
}

describe('the catalogue', () => {
  it('says each rule with its names, and which one leads to a unit that is closed', async () => {
    signedIn('catalogue-admin');
    await open(CataloguePage);
    const row = await until('rule-R-02-370202-v3');
    await vi.waitFor(() => expect(row.textContent).toContain('市南区'));
    expect(row.textContent).toContain(staff.zh.catalogue.gone);
    expect(find('rule-R-01')!.textContent).toContain('市容环境');
    expect(find('rule-R-01')!.textContent).toContain('城市管理局');
    expect(find('rule-R-01')!.textContent).not.toContain(staff.zh.catalogue.gone);
    expect(find('rule-R-0102')!.textContent).toContain(staff.zh.catalogue.target['street-of-place']);
  });

  it('is narrowed by a part of a name', async () => {
    signedIn('catalogue-admin');
    await open(CataloguePage);
    await until('rule-R-01');
    await type('rules-search', '垃圾');
    await vi.waitFor(() => expect(find('rule-R-01')).toBeNull());
    expect(find('rule-R-0102')).not.toBeNull();
  });

  it('is read by a dispatcher, who begins no rule', async () => {
    signedIn('dispatcher');
    await open(CataloguePage);
    await until('rule-R-01');
    expect(find('rule-new')).toBeNull();
    expect(find('rule-replace-R-01')).toBeNull();
  });

  it('has a rule replaced by one for the same category and place', async () => {
    const save = vi.spyOn(administration, 'saveRule').mockResolvedValue(rule({ ruleId: 'R-01-v4' }));
    const done = vi.fn();
    await open(RuleDialog, { rule: RULES[0], rules: RULES, onDone: done });
    await until('rule-dialog');
    expect(find('rule-replaces')?.dataset.rule).toBe('R-01');
    find('rule-target-district-of-place')!.querySelector('input')!.click();
    await nextTick();
    await submit('rule-dialog');
    await vi.waitFor(() => expect(done).toHaveBeenCalled());
    expect(save.mock.calls[0]?.[1]).toEqual({
      categoryPrefix: '01',
      placePrefix: null,
      target: 'district-of-place',
      automatic: true,
    });
  });

  it('keeps a rule that was begun and not sent', async () => {
    await open(RuleDialog, { rule: null, rules: RULES });
    await until('rule-dialog');
    expect(find('rule-replaces')?.dataset.rule).toBe('');
    find('rule-target-street-of-place')!.querySelector('input')!.click();
    await nextTick();
    leave();
    await open(RuleDialog, { rule: null, rules: RULES });
    await until('rule-dialog');
    expect(find('rule-target-street-of-place')!.querySelector('input')!.checked).toBe(true);
  });
});

describe('the units', () => {
  it('begin below the centre, closed ones among them', async () => {
    await open(UnitsPage);
    const closed = await until('unit-row-old');
    expect(router.currentRoute.value.query.parent).toBe('center');
    expect(closed.dataset.active).toBe('false');
    expect(find('units-parent')?.dataset.code).toBe('center');
  });

  it('say below which of them submit what only with the signature of their leader', async () => {
    await open(UnitsPage, {}, '/?parent=center');
    const rule = await until('endorsement-rule-cg');
    expect(rule.textContent).toContain('须签发');
    expect(rule.textContent).toContain('生效中');
  });

  it('are found by a part of their name, wherever they are', async () => {
    await open(UnitsPage, {}, '/?parent=cg');
    await type('units-search', '城市');
    (await until('unit-found-cg')).click();
    await until('unit-row-cg');
    expect(router.currentRoute.value.query).toEqual({ parent: 'center', unit: 'cg' });
  });

  it('are taken out of service at the second press, with their names and place as they were', async () => {
    const save = vi.spyOn(administration, 'saveUnit').mockImplementation(async (_, entry) => ({ ...CG, ...entry }) as never);
    await open(UnitsPage, {}, '/?parent=center');
    (await until('unit-state-cg')).click();
    (await until('unit-state-cg-confirm')).click();
    await vi.waitFor(() => expect(find('unit-row-cg')?.dataset.active).toBe('false'));
    expect(save.mock.calls[0]?.[1]).toMatchObject({ code: 'cg', parentCode: 'center', nameZh: '城市管理局', active: false });
    (await until('unit-state-old')).click();
    (await until('unit-state-old-confirm')).click();
    await vi.waitFor(() => expect(find('unit-row-old')?.dataset.active).toBe('true'));
    expect(save.mock.calls[1]?.[1]).toMatchObject({ code: 'old', placeCode: '370202', active: true });
  });

  it('stay out of service when they are renamed', async () => {
    const save = vi.spyOn(administration, 'saveUnit').mockResolvedValue(OLD as never);
    await open(UnitDialog, { unit: OLD, parent: 'center', known: [CG, OLD] });
    await type('unit-name-zh', '旧局（已撤并）');
    await submit('unit-dialog');
    await vi.waitFor(() => expect(save).toHaveBeenCalled());
    expect(save.mock.calls[0]?.[1]).toMatchObject({ code: 'old', nameZh: '旧局（已撤并）', active: false });
  });

  it('are not renamed by adding one with their code', async () => {
    await open(UnitDialog, { unit: null, parent: 'center', known: [CG, OLD] as unknown as DirectoryUnit[] });
    await type('unit-code', 'old');
    await type('unit-name-zh', '新局');
    await type('unit-name-en', 'New');
    expect(find('unit-submit')!.disabled).toBe(true);
    await type('unit-code', 'new');
    expect(find('unit-submit')!.disabled).toBe(false);
  });
});

describe('the access log', () => {
  it('is asked for by case number and says who, on what ground, and what was refused', async () => {
    const asked = vi.spyOn(intake, 'accessLog').mockResolvedValue({
      items: [
        { actor: 'u-17', unit: 'cg', reason: '核实情况', basis: 'OPEN_ASSIGNMENT', refusal: null, at: '2026-06-01T02:00:00Z' },
        { actor: 'u-18', unit: 'cg', reason: '回访', basis: null, refusal: 'not-in-charge', at: '2026-06-01T03:00:00Z' },
        { actor: 'u-19', unit: 'cg', reason: '核实', basis: null, refusal: 'later-reason', at: '2026-06-01T04:00:00Z' },
      ],
      count: 3,
    } as never);
    signedIn('supervisor');
    const named = vi.spyOn(intake, 'accounts').mockResolvedValue({
      items: [
        { id: 'u-17', login: '8012', name: '王示例' },
        { id: 'u-18', login: '8013', name: null },
      ],
      count: 2,
    } as never);
    vi.spyOn(dispatch, 'proofReadings').mockResolvedValue({ items: [], count: 0 } as never);
    vi.spyOn(dispatch, 'caseViews').mockResolvedValue({ items: [], count: 0, nextCursor: null } as never);
    vi.spyOn(intake, 'caseViews').mockResolvedValue({
      items: [
        { actor: 'u-19', unit: 'cg', roles: ['clerk', 'unit-desk'], operation: 'CASE', at: '2026-11-23T02:00:00Z' },
        { actor: 'u-20', unit: null, roles: ['operator'], operation: 'CONTACT', at: '2026-11-23T01:00:00Z' },
      ],
      count: 7,
      nextCursor: 'more',
    } as never);
    await open(AccessLogPage);
    await type('access-case-no', ' 2611230000017 ');
    find('access-submit')!.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await until('access-entry');
    expect(asked).toHaveBeenCalledWith('2611230000017');
    const said = [...document.querySelectorAll('[data-testid="access-entry"]')].map((entry) => entry.textContent);
    await vi.waitFor(() => expect(find('access-entry')?.textContent).toContain('王示例'));
    // Of whom nothing is known the account stands there.
    const people = [...document.querySelectorAll('[data-testid="access-entry"]')].map((entry) => entry.textContent);
    expect(people[0]).toContain('王示例（8012）');
    expect(people[1]).toContain('8013');
    expect(people[2]).toContain('u-19');
    expect(said[0]).toContain(staff.zh.accessLog.basis.OPEN_ASSIGNMENT);
    expect(said[1]).toContain(staff.zh.accessLog.refusal['not-in-charge']);
    expect(said[2]).toContain('later-reason');
    await until('view-entry');
    const views = [...document.querySelectorAll('[data-testid="view-entry"]')].map((entry) => entry.textContent);
    expect(views[0]).toContain('u-19');
    expect(views[0]).toContain(`${staff.zh.role.clerk}、${staff.zh.role['unit-desk']}`);
    expect(views[1]).toContain(staff.zh.viewLog.operation.CONTACT);
    expect(find('list-count')!.dataset.count).toBe('7');
    // Each once, by a question for all that is shown at once.
    expect(named.mock.calls.flatMap(([ids]) => ids).sort()).toEqual(['u-17', 'u-18', 'u-19', 'u-20']);
  });
});

describe('the verification of views', () => {
  const end = { chain: 0, length: 3, position: 3, hash: 'cc', brokenAt: null, next: { chain: 1, after: 0, hash: '' } };

  it('goes on slice by slice, and names the chain that is not as its seal says', async () => {
    const asked = vi.spyOn(intake, 'verifyViewLog').mockImplementation(async (from) => {
      if (from.chain === 1) {
        return { chain: 1, length: 0, position: 0, hash: '', brokenAt: null, next: null } as never;
      }
      if (from.hash === 'sealed') {
        return { ...end, position: 1, hash: null, brokenAt: 2 } as never;
      }
      return (from.after === 0 ? { ...end, position: 1, hash: 'aa', next: { chain: 0, after: 1, hash: 'aa' } } : end) as never;
    });
    await open(ViewLogVerification, { service: 'intake' });
    const field = await until('view-log-seal-file');
    const seal = { log: 'intake', at: '2026-11-01T00:00:00Z', chains: [{ chain: 0, position: 2, hash: 'sealed' }] };
    Object.defineProperty(field, 'files', { value: [new File([JSON.stringify(seal)], 'seal.json')], configurable: true });
    field.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(document.body.textContent).toContain('2026'));
    find('verify-view-log')!.click();
    const verdict = await until('view-log-verdict');
    expect(verdict.textContent).toContain('3');
    expect(find('view-log-sealed')!.className).toContain('bad');
    expect(asked.mock.calls.map(([from]) => [from.chain, from.after])).toEqual([[0, 2], [0, 0], [0, 1], [1, 0]]);
    expect(find('view-log-save-seal')).not.toBeNull();
  });

  it('takes no file of another log', () => {
    const seal = { log: 'dispatch', at: '2026-11-01T00:00:00Z', chains: [{ chain: 0, position: 2, hash: 'aa' }] };
    expect(readSeal(JSON.stringify(seal), 'dispatch')).toEqual(seal);
    expect(readSeal(JSON.stringify(seal), 'intake')).toBeNull();
    expect(readSeal('{"log":"intake","at":"x","chains":[]}', 'intake')).toBeNull();
    expect(readSeal('no json', 'intake')).toBeNull();
  });
});
