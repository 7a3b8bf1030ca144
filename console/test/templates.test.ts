import { ElMessage } from 'element-plus';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { deputies } from '../src/api/deputies';
import { dispatch } from '../src/api/dispatch';
import { templates } from '../src/api/templates';
import DeputiesPage from '../src/deputies/DeputiesPage.vue';
import SignsNow from '../src/deputies/SignsNow.vue';
import DraftsPanel from '../src/endorsement/DraftsPanel.vue';
import TemplatePicker from '../src/templates/TemplatePicker.vue';
import { unfilled } from '../src/templates/unfilled';
import ReplyForm from '../src/workbench/ReplyForm.vue';
import { all, find, leaveAll, show, signedIn, submit, type } from './shown';

beforeEach(() => {
  window.sessionStorage.clear();
  signedIn('clerk');
  vi.spyOn(ElMessage, 'success').mockReturnValue({ close: () => undefined });
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

const settled = () => new Promise((told) => setTimeout(told));

describe('the parts of a text that must be filled in', () => {
  it('are its marks, with braces of either width, and halves of them', () => {
    expect(unfilled('已于{{办理日期}}处理，｛｛处理结果｝｝。')).toEqual([
      { label: '办理日期', from: 2, to: 10 },
      { label: '处理结果', from: 13, to: 21 },
    ]);
    expect(unfilled('已于{{办理日期处理。').map((part) => part.label)).toEqual(['{{']);
    expect(unfilled('见附件{1}。')).toEqual([]);
  });
});

describe('a reply that is begun with a template', () => {
  it('keeps what was typed, leads to what is open, and says with which template', async () => {
    vi.spyOn(templates, 'ofTask').mockResolvedValue({
      items: [{ templateId: 't1', name: '路灯', categoryName: null, used: 3 }],
      count: 1,
    } as never);
    const reply = vi.spyOn(dispatch, 'reply').mockResolvedValue({ version: 4 } as never);
    await show(ReplyForm, '/', '/', { assignmentId: 'a1', version: 3, caseNo: '2611230000017', parts: [] });
    await settled();
    expect(find('template-pick')).not.toBeNull();
    await type('reply-handling', '现场核实。');
    await type('reply-public', '您好，已于{{办理日期}}处理。');
    const parts = all('reply-public-part');
    expect(parts.map((part) => part.textContent?.trim())).toEqual(['办理日期']);
    parts[0]?.click();
    const box = find('reply-public')!;
    expect(document.activeElement).toBe(box);
    expect(box.value.slice(box.selectionStart!, box.selectionEnd!)).toBe('{{办理日期}}');
    await type('reply-public', '您好，已于11月3日处理。');
    expect(find('reply-public-unfilled')).toBeNull();
    find('reply-solved-true')?.click();
    await nextTick();
    await submit('reply-submit');
    await vi.waitFor(() => expect(reply).toHaveBeenCalled());
    // None was inserted: the reply names none.
    expect(reply.mock.calls[0]?.[3]).not.toHaveProperty('templates');
  });

  it('is offered nothing where the unit has no templates', async () => {
    vi.spyOn(templates, 'ofTask').mockResolvedValue({ items: [], count: 0 } as never);
    await show(TemplatePicker, '/', '/', { assignmentId: 'a1' });
    await settled();
    expect(find('template-pick')).toBeNull();
  });
});

describe('the deputies of a unit', () => {
  const one = {
    deputyId: 'd1',
    version: 0,
    leaderPost: '副局长',
    deputyPost: '综合科长',
    from: '2026-11-23T01:00:00Z',
    until: '2026-11-30T01:00:00Z',
    endedAt: null,
    state: 'STANDS_IN',
    myself: true,
  };

  it('are read by all, and lead who stands in to what waits', async () => {
    vi.spyOn(deputies, 'list').mockResolvedValue({ items: [one], count: 1, present: 1, over: 0, decides: true } as never);
    vi.spyOn(deputies, 'candidates').mockResolvedValue({ items: [], count: 0 } as never);
    await show(DeputiesPage, '/deputies', '/deputies');
    await vi.waitFor(() => expect(find('deputy')?.textContent).toContain('综合科长'));
    expect(find('deputy-signs')).not.toBeNull();
    expect(find('deputy-new')).toBeNull();
    expect(find('deputy-end')).toBeNull();
  });

  it('are told that they sign, for whom and until when', async () => {
    vi.spyOn(deputies, 'list').mockResolvedValue({ items: [], mine: [one] } as never);
    await show(SignsNow);
    await vi.waitFor(() => expect(find('deputy-signs-now')?.textContent).toContain('副局长'));
  });

  it('sign where the service says so, and the draft says for whom', async () => {
    const draft = {
      draftNo: 1,
      act: 'RETURN',
      returning: { reason: 'NOT_OUR_DUTY', legalBasis: '条例第六条' },
      writtenAt: '2026-11-24T01:00:00Z',
      mine: false,
      attachments: [],
    };
    vi.spyOn(dispatch, 'drafts').mockResolvedValue({
      items: [
        { ...draft, state: 'REFUSED', remark: '请写明依据', decidedFor: '副局长' },
        { ...draft, draftNo: 2, state: 'WAITING', decides: true },
      ],
      count: 2,
    } as never);
    await show(DraftsPanel, '/', '/', { task: { assignmentId: 'a1', version: 3 } });
    await vi.waitFor(() => expect(find('draft-sign')).not.toBeNull());
    expect(find('draft-decided-for')?.textContent).toContain('副局长');
  });
});
