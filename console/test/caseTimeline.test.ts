import { createApp, h, nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTokens } from '../src/api/http';
import type { TimelineEntry } from '../src/api/reporting';
import { addWords, chooseLanguage, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';
import CaseTimeline from '../src/shared/CaseTimeline.vue';
import { loadUnits } from '../src/shared/reference';

addWords(staff.zh, staff.en);

const UNITS = [
  { code: 'cg', nameZh: '城市管理局', nameEn: 'Urban Management' },
  { code: 'jt', nameZh: '交通运输局', nameEn: 'Transport' },
];

let leave: () => void = () => undefined;
beforeEach(async () => {
  useTokens(null);
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ items: UNITS, count: UNITS.length })));
  await loadUnits();
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  chooseLanguage('zh');
});

/** The details of one fact, name by name. */
function details(type: string, data: unknown): Record<string, string> {
  const entry = {
    eventId: 'e-1',
    type,
    source: 'dispatch',
    sequence: 1,
    time: '2026-10-12T01:00:00Z',
    recordedTime: '2026-10-12T01:00:00Z',
    zh: '事实',
    en: 'Fact',
    data,
  } as unknown as TimelineEntry;
  const app = createApp({ render: () => h(CaseTimeline, { entries: [entry] }) });
  const page = document.createElement('div');
  app.use(i18n).mount(page);
  leave = () => app.unmount();
  return Object.fromEntries(
    [...page.querySelectorAll('dt[title]')].map((name) => [name.textContent, name.nextElementSibling?.textContent ?? '']),
  );
}

describe('the details of a fact', () => {
  it('show times in Shanghai, as the summary beside them does', () => {
    expect(details('x', { dueAt: '2026-10-20T08:30:00Z', since: '2026-10-20T16:30:00.250Z' })).toEqual({
      dueAt: '2026-10-20 16:30',
      since: '2026-10-21 00:30',
    });
  });

  it('say in words what was corrected, and the codes before it', () => {
    expect(details('x', { fields: ['KIND', 'PLACE'], kindBefore: 'HELP', kind: 'REPORT', change: 'CORRECTION' })).toEqual({
      fields: '诉求类型、事发区域',
      kindBefore: '求助',
      kind: '举报',
      change: '工单更正',
    });
  });

  it('name units, one or several, and leave a code that the directory does not know', () => {
    expect(
      details('hotline.case.dispatched.v1', { unitId: 'cg', leadUnitId: 'jt', coUnitIds: ['cg', 'jt'], suggestedUnitId: 'zz' }),
    ).toEqual({ unitId: '城市管理局', leadUnitId: '交通运输局', coUnitIds: '城市管理局、交通运输局', suggestedUnitId: 'zz' });
  });

  it('say codes in words where there are any, and leave the rest as it is', async () => {
    const data = {
      kind: 'HELP',
      role: 'LEAD',
      firstSolved: 'PARTLY',
      marks: ['MASS', 'HARD'],
      marksBefore: [],
      change: 'NEWER_CODE',
      policyVersion: 'sd-default-1',
      round: 1,
      late: false,
    };
    expect(details('x', data)).toEqual({
      kind: '求助',
      role: '主办',
      firstSolved: '基本解决',
      marks: '群体性、疑难',
      marksBefore: '—',
      change: 'NEWER_CODE',
      policyVersion: 'sd-default-1',
      round: '1',
      late: 'false',
    });
    leave();
    chooseLanguage('en');
    await nextTick();
    expect(details('x', data)).toMatchObject({ kind: staff.en.kind.HELP, role: staff.en.assignmentRole.LEAD });
  });
});
