import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { dispatch } from '../src/api/dispatch';
import CoHandlersPanel from '../src/workbench/CoHandlersPanel.vue';
import { find, leaveAll, show, signedIn, submit, type } from './shown';

const co = (more: object) => ({
  assignmentId: 'co-1',
  unitId: 'zj',
  unitName: '住房和城乡建设局',
  status: 'SIGNED',
  replyDue: '2026-11-25T09:30:00Z',
  late: true,
  reply: null,
  replyPassedAt: null,
  urges: [],
  mayUrge: true,
  ...more,
});

beforeEach(() => {
  window.sessionStorage.clear();
  signedIn('clerk');
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

async function panel(answer: object, acts = true): Promise<void> {
  vi.spyOn(dispatch, 'coHandlers').mockResolvedValue({ assignmentId: 'a', coHandlers: [], urges: [], ...answer } as never);
  await show(CoHandlersPanel, '/', '/', { assignmentId: 'a', acts });
  await new Promise((told) => setTimeout(told));
}

describe('the co-handlers of a lead', () => {
  it('are shown with what is late, and urged with words', async () => {
    const urge = vi.spyOn(dispatch, 'urgeCoHandler').mockResolvedValue({} as never);
    await panel({ coHandlers: [co({})] });
    expect(find('co-handler-late')).not.toBeNull();
    find('urge-co-zj')?.click();
    await nextTick();
    await type('urge-co-words-zj', '请今日内答复');
    await submit('urge-co-submit-zj');
    expect(urge).toHaveBeenCalledWith(expect.any(String), 'a', 'co-1', { words: '请今日内答复' });
  });

  it('are not urged when the service says so, nor by whom only reads', async () => {
    await panel({ coHandlers: [co({ mayUrge: false, late: false, reply: '已修复' })] });
    expect(find('urge-co-zj')).toBeNull();
    expect(find('co-handler-reply')?.textContent).toContain('已修复');
    leaveAll();
    await panel({ coHandlers: [co({})] }, false);
    expect(find('urge-co-zj')).toBeNull();
  });

  it('read on their own page what the lead said', async () => {
    await panel({ urges: [{ leadUnitName: '城市管理局', words: '请今日内答复', at: '2026-11-24T01:00:00Z' }] });
    expect(find('lead-urges')?.textContent).toContain('请今日内答复');
  });
});
