import { createApp } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch, type AssignmentDetail } from '../src/api/dispatch';
import { person } from '../src/auth/session';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import AssignmentPage from '../src/workbench/AssignmentPage.vue';

// Node cannot load style sheets; what a page looks like is not asked here.
vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-button/style/css', () => ({}));
vi.mock('element-plus/es/components/radio-group/style/css', () => ({}));
vi.mock('element-plus/es/components/checkbox/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/input-number/style/css', () => ({}));
vi.mock('element-plus/es/components/date-picker/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));
vi.mock('element-plus/es/components/select/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));

// What other services say beside it is not asked here.
vi.mock('../src/leaders/CaseInstructions.vue', () => ({ default: { render: () => null } }));
vi.mock('../src/leaders/CaseOwner.vue', () => ({ default: { render: () => null } }));

const TASK = {
  assignmentId: 'a1',
  caseId: 'c1',
  caseNo: '2611230000017',
  title: '路灯不亮',
  kind: 'HELP',
  urgency: 'CRITICAL',
  round: 1,
  role: 'LEAD',
  unitName: '城市管理局',
  status: 'SIGNED',
  version: 4,
  light: 'GREEN',
  nextDeadline: null,
  createdAt: '2026-11-23T01:00:00Z',
  signDue: '2026-11-23T03:00:00Z',
  signedAt: '2026-11-23T02:00:00Z',
  contactDue: '2026-11-24T01:00:00Z',
  contactedAt: null,
  replyDue: '2026-11-30T09:30:00Z',
  repliedAt: null,
  endedAt: null,
  anonymous: false,
  reachable: true,
  centreUrgeCount: 0,
  openOrderCount: 0,
  escalatedTo: null,
  file: null,
  replies: [],
  contactAttempts: [],
  requests: [],
  recall: null,
  routing: null,
  heldUntil: null,
  allowances: {
    returning: { until: null, used: 0, most: null, whyNot: null },
    extension: { workDays: 0, used: 0, most: null, whyNot: null },
    hold: { until: null, whyNot: null },
  },
} as unknown as AssignmentDetail;

async function task(over: Partial<AssignmentDetail>): Promise<(id: string) => HTMLElement | null> {
  vi.spyOn(dispatch, 'assignment').mockResolvedValue({ ...TASK, ...over });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/workbench/:assignmentId', component: AssignmentPage },
      { path: '/cases/:caseId', component: AssignmentPage },
    ],
  });
  await router.push('/workbench/a1');
  const place = document.createElement('div');
  createApp(AssignmentPage).use(i18n).use(router).mount(place);
  const find = (id: string) => place.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  await vi.waitFor(() => expect(find('case-head')).not.toBeNull());
  return find;
}

beforeEach(() => {
  vi.restoreAllMocks();
  addWords(staff.zh, staff.en);
  person.value = { userId: 'u', login: 'u', name: 'u', roles: ['clerk'], unit: 'cg', unitPath: '/center/cg', gridPath: null };
});

describe('a task whose return waits', () => {
  it('is signed first', async () => {
    const find = await task({ status: 'RETURN_REQUESTED', signedAt: undefined });

    expect(find('sign-2611230000017')).not.toBeNull();
    expect(find('contact-attempt-open')).toBeNull();
    expect(find('act-first')?.textContent).toContain('先处置后争议');
  });

  it('then lets the unit reach the citizen, but not reply', async () => {
    const find = await task({ status: 'RETURN_REQUESTED' });

    expect(find('sign-2611230000017')).toBeNull();
    expect(find('contact-attempt-open')).not.toBeNull();
    expect(find('reply-form')).toBeNull();
  });
});

describe('a task in dispute', () => {
  it('is acted on first: signed, then contacted, then answered', async () => {
    let find = await task({ status: 'IN_DISPUTE', signedAt: undefined, contactedAt: undefined });
    expect(find('disputed')?.textContent).toContain('先行处置');
    expect(find('sign-2611230000017')).not.toBeNull();
    expect(find('reply-form')).toBeNull();

    find = await task({ status: 'IN_DISPUTE', contactedAt: undefined });
    expect(find('contact-attempt-open')).not.toBeNull();
    expect(find('reply-form')).toBeNull();

    find = await task({ status: 'IN_DISPUTE', contactedAt: '2026-11-23T02:00:00Z' });
    expect(find('reply-form')).not.toBeNull();
  });
});

describe('the reply of a main case', () => {
  it('says how many citizens will read it, and that of a case by itself says nothing', async () => {
    let find = await task({ contactedAt: '2026-11-23T02:00:00Z', answersAlso: 2 });
    expect(find('answers-also')?.textContent).toContain('并单 3 件，本答复将同时告知 3 位诉求人');

    find = await task({ contactedAt: '2026-11-23T02:00:00Z', answersAlso: 0 });
    expect(find('reply-form')).not.toBeNull();
    expect(find('answers-also')).toBeNull();
  });
});

describe('an attempt to reach the citizen', () => {
  const notPossible = async (reachable: boolean) => {
    const find = await task({ reachable });
    find('contact-attempt-open')?.click();
    await vi.waitFor(() => expect(find('contact-attempt-submit')).not.toBeNull());
    return find('contact-attempt-submit')?.closest('form')?.textContent?.includes('匿名或未留电话');
  };

  it('may be given up of whom is anonymous or left no number', async () => {
    expect(await notPossible(false)).toBe(true);
  });

  it('must be made of everybody else', async () => {
    expect(await notPossible(true)).toBe(false);
  });
});

describe('the page of a task whose case was corrected', () => {
  it('says so and when, and of the others nothing', async () => {
    const shown = await task({ correctedAt: '2026-11-23T05:00:00Z' });
    expect(shown('task-corrected')?.textContent).toContain('2026-11-23 13:00');
    expect((await task({}))('task-corrected')).toBeNull();
  });

  it('shows who has what was handed down since when, and hands it down only for a desk', async () => {
    const parts = [
      {
        assignmentId: 'p1',
        unitId: 'cg-1',
        unitName: '城管一中队',
        status: 'REPLY_SUBMITTED',
        since: '2026-11-24T01:00:00Z',
        replyDue: '2026-11-30T05:30:00Z',
        replyMissed: false,
        replyPromised: false,
        light: 'NONE',
        toBeDecided: true,
        openPartCount: 0,
      },
    ];
    const asClerk = await task({ status: 'SUBDISPATCHED', parts } as never);
    expect(asClerk('part')?.textContent).toContain('城管一中队');
    expect(asClerk('part')?.textContent).toContain('2026-11-24 09:00');
    expect(asClerk('part-to-decide')).not.toBeNull();
    expect(asClerk('parts-open')).toBeNull();
    expect(asClerk('reply-form')).toBeNull();

    person.value = { ...person.value!, roles: ['unit-desk'] };
    const asDesk = await task({ status: 'SUBDISPATCHED', parts } as never);
    expect(asDesk('parts-open')).not.toBeNull();
  });

  it('lets the desk above decide about a part, and not the unit that has it', async () => {
    const part = {
      unitId: 'cg-1',
      status: 'REPLY_SUBMITTED',
      parentAssignmentId: 'a0',
      parentUnitId: 'cg',
      parentUnitName: '城市管理局',
      partNote: '请现场核实',
    } as never;
    person.value = { ...person.value!, roles: ['unit-desk'] };
    const above = await task(part);
    expect(above('part-pass')).not.toBeNull();
    expect(above('part-note')?.textContent).toContain('请现场核实');

    person.value = { ...person.value!, unit: 'cg-1', unitPath: '/center/cg/cg-1' };
    const own = await task(part);
    expect(own('part-decision')).toBeNull();
  });
});
