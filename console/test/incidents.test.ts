import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { intake } from '../src/api/intake';
import { emptyDraft } from '../src/desk/registration';
import IncidentBanner from '../src/incidents/IncidentBanner.vue';
import IncidentPage from '../src/incidents/IncidentPage.vue';
import IncidentScripts from '../src/incidents/IncidentScripts.vue';
import { find, leaveAll, show, signedIn } from './shown';

vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/input/style/css', () => ({}));
vi.mock('element-plus/es/components/form-item/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));

const INCIDENT = {
  id: '0199-7',
  name: '主管爆裂',
  area: '泰山路沿线',
  caseId: '0199-1',
  caseNo: '2612010000017',
  joinable: true,
  categoryCode: '010101',
  categoryName: '供水',
  script: '正在抢修。',
  scriptNo: 1,
  scriptSince: '2026-12-01T02:00:00Z',
  declaredBy: 'lead',
  declaredAt: '2026-12-01T02:00:00Z',
  endedBy: null,
  endedAt: null,
  closingNote: null,
  cases: 2,
  version: 1,
};

const CALLS = {
  calls: 23,
  merged: 0,
  waiting: 23,
  obstacle: null,
  items: [
    {
      caseId: '0199-3',
      caseNo: '2612010000033',
      status: 'PENDING_DISPATCH',
      placeName: '九龙街道',
      receivedAt: '2026-12-01T02:00:00Z',
      obstacle: { code: 'merge-about-another-unit', zh: '被反映单位不同', en: 'Another unit' },
    },
  ],
  count: 23,
  nextCursor: null,
};

describe('an incident', () => {
  beforeEach(() => {
    vi.spyOn(intake, 'incidents').mockResolvedValue({ items: [INCIDENT], count: 1, nextCursor: null } as never);
    vi.spyOn(intake, 'incident').mockResolvedValue({
      incident: INCIDENT,
      scripts: [{ no: 1, text: '正在抢修。', writtenBy: 'lead', writtenAt: '2026-12-01T02:00:00Z' }],
      messages: [],
      messagesLeft: 5,
      rollUp: { cases: 2, callers: 2, first: null, last: null, statuses: [], grids: [] },
    } as never);
  });
  beforeEach(() => {
    vi.spyOn(intake, 'accounts').mockResolvedValue({ items: [], count: 0 } as never);
    vi.spyOn(intake, 'incidentCases').mockResolvedValue({ items: [], count: 0, nextCursor: null } as never);
    vi.spyOn(dispatch, 'incidentCalls').mockResolvedValue(CALLS as never);
  });
  afterEach(() => {
    leaveAll();
    vi.restoreAllMocks();
  });

  it('is told on every page of a seat', async () => {
    signedIn('operator');
    await show(IncidentBanner);
    await vi.waitFor(() => expect(find('incident-banner')?.textContent).toContain('泰山路沿线'));
  });

  it('takes a call with one press, and leaves what was typed', async () => {
    signedIn('operator');
    await show(IncidentBanner);
    const form = Object.assign(emptyDraft(), { title: '我家停水' });
    await show(IncidentScripts, '/', '/', { modelValue: form });
    await vi.waitFor(() => expect(find('incident-join-0199-7')).not.toBeNull());
    find('incident-join-0199-7')?.click();
    await nextTick();
    expect(form.sameAs).toBe('2612010000017');
    expect(form.categoryCode).toBe('010101');
    expect(form.title).toBe('我家停水');
    expect(form.content).toContain('主管爆裂');
  });

  it('is changed by a shift lead and read by an operator', async () => {
    signedIn('operator');
    await show(IncidentPage, '/desk/incidents/0199-7', '/desk/incidents/:incident');
    await vi.waitFor(() => expect(find('incident-title')).not.toBeNull());
    expect(find('incident-rewrite')).toBeNull();
    leaveAll();
    signedIn('shift-lead');
    await show(IncidentPage, '/desk/incidents/0199-7', '/desk/incidents/:incident');
    await vi.waitFor(() => expect(find('incident-rewrite')).not.toBeNull());
    expect(find('incident-roll-up')?.dataset.cases).toBe('2');
    expect(find('incident-title')?.closest('.page')?.textContent).toContain('班长 2026-12-01');
  });

  it('merges all its calls with one press of the lead, step by step, and says why others stay alone', async () => {
    const step = vi
      .spyOn(dispatch, 'mergeIncidentCalls')
      .mockResolvedValueOnce({ merged: 20, alone: 0, left: 3, nextCursor: '0199-9' } as never)
      .mockResolvedValueOnce({ merged: 2, alone: 1, left: 0, nextCursor: null } as never);
    signedIn('shift-lead');
    await show(IncidentPage, '/desk/incidents/0199-7', '/desk/incidents/:incident');
    await vi.waitFor(() => expect(find('incident-merge')).not.toBeNull());
    expect(find('incident-alone')?.textContent).toContain('被反映单位不同');
    find('incident-merge')?.click();
    await vi.waitFor(() => expect(find('incident-merge-progress')?.dataset.left).toBe('0'));
    expect(step.mock.calls.map((call) => [call[1], call[2]])).toEqual([
      ['0199-1', { incidentId: '0199-7' }],
      ['0199-1', { incidentId: '0199-7', cursor: '0199-9' }],
    ]);
    expect(step.mock.calls[0]?.[0]).not.toBe(step.mock.calls[1]?.[0]);
    expect(find('incident-merge-progress')?.textContent).toContain('22');
  });

  it('is merged by nobody but the lead', async () => {
    signedIn('dispatcher');
    await show(IncidentPage, '/desk/incidents/0199-7', '/desk/incidents/:incident');
    await vi.waitFor(() => expect(find('incident-alone')).not.toBeNull());
    expect(find('incident-merge')).toBeNull();
  });
});
