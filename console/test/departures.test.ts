import { ElMessage } from 'element-plus';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { departures } from '../src/api/departures';
import DeparturesPage from '../src/departures/DeparturesPage.vue';
import InHands from '../src/departures/InHands.vue';
import { all, find, leaveAll, show, signedIn } from './shown';

beforeEach(() => {
  signedIn('unit-leader');
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('somebody who leaves', () => {
  it('is seen with what moved, and cancelled only before the day', async () => {
    const one = {
      departureId: 'd1',
      version: 0,
      leaverPost: '副局长',
      successorPost: '局长',
      unitName: '城管局',
      reason: '调离',
      effectiveAt: '2026-11-23T01:00:00Z',
    };
    vi.spyOn(departures, 'list').mockResolvedValue({
      items: [
        { ...one, state: 'DONE', handoversAsked: 2, proposalsEnded: 0, deputiesEnded: 1 },
        { ...one, departureId: 'd2', state: 'PLANNED' },
      ],
      count: 2,
    } as never);
    await show(DeparturesPage, '/departures', '/departures');
    await vi.waitFor(() => expect(find('departure-what')?.textContent).toContain('2'));
    expect(all('departure-cancel-planned')).toHaveLength(1);
  });

  it('has cases in hand, of which one in confidence has no number', async () => {
    await show(InHands, '/', '/', {
      hands: {
        person: { userRef: 'u1', post: '副局长', login: null, leader: true },
        owned: [
          { caseNo: '2611230000017', becomes: 'HANDOVER_IS_ASKED' },
          { caseNo: null, becomes: 'STAYS_SIGNED_OFF' },
        ],
        deputies: [],
        stays: { drafts: 1, requests: 0, replies: 3 },
      },
    });
    const owned = all('departure-owned');
    expect(owned.map((row) => row.dataset.becomes)).toEqual(['HANDOVER_IS_ASKED', 'STAYS_SIGNED_OFF']);
    expect(owned[1]?.textContent).toContain('保密件');
    expect(find('departure-preview')?.textContent).toContain('3');
  });
});
