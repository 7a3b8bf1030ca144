import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { intake, type CaseDetail, type Registered, type Split } from '../src/api/intake';
import { ApiProblem, unanswered } from '../src/api/problem';
import CaseSiblings from '../src/desk/CaseSiblings.vue';
import RegisteredCase from '../src/desk/RegisteredCase.vue';
import { anotherOf, changesOf, keptOf, splitOf } from '../src/desk/split';
import SplitPage from '../src/desk/SplitPage.vue';
import { all, find, leaveAll, show, signedIn, type } from './shown';

vi.setConfig({ testTimeout: 60_000 });

const CALL = {
  caseId: 'c1',
  caseNo: '2611220000011',
  title: '路灯不亮，另有噪音',
  kind: 'HELP',
  urgency: 'NORMAL',
  channel: 'PHONE',
  status: 'REGISTERED',
  version: 3,
  categoryCode: '010101',
  categoryName: '照明',
  placeCode: '370281001',
  placeName: '示范街道',
  address: '示范路 1 号',
  content: '路灯三天不亮；对面工地夜间施工。',
  demand: '修灯，停工',
  respondentUnitId: 'cg',
  supplements: [],
  siblings: [],
  maySplit: true,
} as unknown as CaseDetail;

const DONE = {
  caseId: 'c1',
  caseNo: '2611220000011',
  status: 'REGISTERED',
  version: 4,
  newCases: [
    {
      caseId: 'c2',
      caseNo: '2611220000029',
      queryCode: '123456',
      status: 'REGISTERED',
      version: 1,
      registeredAt: '2026-11-22T01:00:00Z',
    },
  ],
} as unknown as Split;

let split: MockInstance<typeof intake.split>;

beforeEach(() => {
  window.sessionStorage.clear();
  signedIn('screener');
  vi.spyOn(intake, 'case').mockResolvedValue(CALL);
  vi.spyOn(intake, 'categories').mockResolvedValue({ items: [], count: 0 } as never);
  vi.spyOn(intake, 'places').mockResolvedValue({ items: [], count: 0 } as never);
  vi.spyOn(intake, 'units').mockResolvedValue({ items: [], count: 0 } as never);
  split = vi.spyOn(intake, 'split').mockResolvedValue(DONE);
});
afterEach(async () => {
  leaveAll();
  // A draft that was discarded is taken out of the storage a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  vi.restoreAllMocks();
});

async function opened(): Promise<void> {
  await show(SplitPage, '/cases/c1/split', '/cases/:caseId/split');
  await vi.waitFor(() => expect(find('split-original')).not.toBeNull());
}

async function settled(): Promise<void> {
  await nextTick();
  await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
}

describe('what is sent of a call that is taken apart', () => {
  it('is only what changed of the case itself, and each demand whole', () => {
    const other = { ...anotherOf(CALL, 1), title: ' 夜间施工 ', content: '对面工地夜间施工。' };
    expect(splitOf({ kept: { demand: '', title: '路灯不亮' }, others: [other] })).toEqual({
      kept: { title: '路灯不亮', demand: '' },
      demands: [
        {
          kind: 'HELP',
          urgency: 'NORMAL',
          categoryCode: '010101',
          placeCode: '370281001',
          address: '示范路 1 号',
          title: '夜间施工',
          content: '对面工地夜间施工。',
          demand: null,
          respondentUnitId: null,
        },
      ],
    });
    expect(changesOf(keptOf(CALL), keptOf(CALL))).toEqual({});
  });
});

describe('the page on which a call is taken apart', () => {
  it('keeps the text of the call in sight and reads the numbers and codes of the new cases afterwards', async () => {
    await opened();
    expect(find('split-original')?.textContent).toContain('对面工地夜间施工');
    expect(find('split-kept-title')?.value).toBe('路灯不亮，另有噪音');
    expect(find('split-1-address')?.value).toBe('示范路 1 号');
    await type('split-kept-title', '路灯不亮');
    await type('split-1-title', '夜间施工');
    await type('split-1-content', '对面工地夜间施工。');
    find('split-submit')!.click();
    await settled();
    expect(split.mock.calls[0]?.slice(1, 3)).toEqual(['c1', 3]);
    expect(split.mock.calls[0]?.[3]).toMatchObject({ kept: { title: '路灯不亮' } });
    expect(find('split-case')?.dataset).toMatchObject({ caseNo: '2611220000029', queryCode: '123456' });
    expect(find('split-kept-no')?.textContent).toContain('261122-000001-1');
    expect(document.activeElement?.tagName).toBe('H2');
    // The next demand of the caller begins with an empty block.
    find('split-again')!.click();
    await nextTick();
    expect(find('split-1-title')?.value).toBe('');
  });

  it('adds and removes blocks, with the focus where the next word is typed', async () => {
    await opened();
    expect(find('split-remove-1')).toBeNull();
    find('split-add')!.click();
    await settled();
    expect(all('split-demand-')).toHaveLength(2);
    expect((document.activeElement as HTMLElement).closest('[data-testid="split-demand-2"]')).not.toBeNull();
    await type('split-2-title', '积水');
    find('split-remove-1')!.click();
    await settled();
    expect(all('split-demand-')).toHaveLength(1);
    expect(find('split-1-title')?.value).toBe('积水');
    expect(find('split-submit')?.textContent).toContain('1');
  });

  it('says at its field what is wrong, and of which demand', async () => {
    split.mockRejectedValueOnce(
      new ApiProblem({
        kind: 'refused',
        status: 400,
        code: 'invalid',
        title: { zh: '填写有误', en: 'Invalid input' },
        violations: [{ field: 'demands[0].content', code: 'required', zh: '拆出的第 1 件：必填。', en: 'New case 1' }],
      }),
    );
    await opened();
    await type('split-1-title', '夜间施工');
    find('split-submit')!.click();
    await settled();
    await vi.waitFor(() => expect(find('split-demand-1')?.textContent).toContain('拆出的第 1 件：必填。'));
    expect(find('split-kept')?.textContent).not.toContain('必填。');
    expect(document.querySelector('[data-testid="problem"] ul')).toBeNull();
    expect(find('split-1-title')?.value).toBe('夜间施工');
  });

  describe('when the answer was lost', () => {
    const NARROWED = { ...CALL, version: 4, title: '路灯不亮', demand: '' } as CaseDetail;

    async function lost(): Promise<void> {
      split.mockRejectedValueOnce(unanswered());
      await opened();
      await type('split-kept-title', ' 路灯不亮');
      await type('split-kept-demand', '');
      await type('split-1-title', '夜间施工');
      await type('split-1-content', '对面工地夜间施工。');
      find('split-submit')!.click();
      await settled();
      // It was done all the same: the case says only what it keeps when the page is loaded again.
      vi.mocked(intake.case).mockResolvedValue(NARROWED);
      leaveAll();
      await opened();
      expect(find('split-1-title')?.value).toBe('夜间施工');
    }
    const key = (time: number) => split.mock.calls[time]?.[0];
    const body = (time: number) => split.mock.calls[time]?.[3];

    it('repeats the same act word for word on the narrowed case, and reads out the codes of the first', async () => {
      await lost();
      find('split-submit')!.click();
      await settled();
      expect(body(0)).toMatchObject({ kept: { title: '路灯不亮', demand: '' } });
      expect(body(1)).toEqual(body(0));
      expect(key(1)).toBe(key(0));
      expect(find('split-case')?.dataset.queryCode).toBe('123456');
    });

    it('keeps the words that were sent through a change that is taken back', async () => {
      await lost();
      await type('split-kept-title', '路灯不亮了');
      await type('split-kept-title', '路灯不亮');
      find('split-submit')!.click();
      await settled();
      expect(body(1)).toEqual(body(0));
    });

    it('is another act once everything was cleared', async () => {
      await lost();
      find('split-discard')!.click();
      await settled();
      expect(find('split-1-title')?.value).toBe('');
      expect(find('split-kept-title')?.value).toBe('路灯不亮');
      expect(document.activeElement).toBe(find('split-kept-title'));
      expect(find('split-discard')).toBeNull();
      expect(window.sessionStorage).toHaveLength(0);
      await type('split-1-title', '积水');
      find('split-submit')!.click();
      await settled();
      expect(key(1)).not.toBe(key(0));
      expect(body(1)).toMatchObject({ kept: {} });
    });
  });

  describe('when the case was accepted meanwhile', () => {
    const ACCEPTED = { ...CALL, version: 4, status: 'PENDING_DISPATCH', maySplit: false } as CaseDetail;
    const stale = new ApiProblem({
      kind: 'refused',
      status: 412,
      code: 'stale',
      title: { zh: '已被他人修改', en: 'Changed meanwhile' },
    });

    async function typed(): Promise<void> {
      await opened();
      await type('split-1-title', '夜间施工');
      await type('split-1-content', '对面工地夜间施工。');
      vi.mocked(intake.case).mockResolvedValue(ACCEPTED);
      find('split-submit')!.click();
      await settled();
    }

    it('leaves what was typed to be copied, says what can be done, and sends nothing more', async () => {
      signedIn('operator');
      split.mockRejectedValueOnce(stale);
      await typed();
      expect(find('split-not')).toBeNull();
      expect(find('split-1-content')?.value).toBe('对面工地夜间施工。');
      expect(find('split-1-content')?.readOnly).toBe(true);
      expect(find('split-1-content')?.disabled).toBe(false);
      expect(find('split-submit')?.disabled).toBe(true);
      expect(find('split-closed')?.textContent).toContain('已受理');
      expect(find('split-closed')?.textContent).toContain('另行登记');
      expect(find('split-register')?.getAttribute('href')).toBe('/desk/register');
      find('split-form')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
      await settled();
      expect(split).toHaveBeenCalledTimes(1);
      find('split-discard')!.click();
      await settled();
      expect(find('split-not')).not.toBeNull();
    });

    it('still asks for the answer of a split that may have been done before', async () => {
      split.mockRejectedValueOnce(unanswered());
      await typed();
      leaveAll();
      await opened();
      expect(find('split-closed')).toBeNull();
      find('split-submit')!.click();
      await settled();
      expect(split.mock.calls[1]?.[0]).toBe(split.mock.calls[0]?.[0]);
      expect(find('split-case')?.dataset.queryCode).toBe('123456');
    });
  });

  it('does not open a form where the case went on', async () => {
    vi.mocked(intake.case).mockResolvedValue({ ...CALL, maySplit: false });
    await show(SplitPage, '/cases/c1/split', '/cases/:caseId/split');
    await vi.waitFor(() => expect(find('split-not')).not.toBeNull());
    expect(find('split-form')).toBeNull();
  });
});

describe('the caller who has another demand', () => {
  const REGISTERED = {
    caseId: 'c1',
    caseNo: '2611220000011',
    queryCode: '8842',
    status: 'REGISTERED',
    version: 3,
    registeredAt: '2026-11-22T01:00:00Z',
  } as unknown as Registered;

  async function toSplit(caseId: string): Promise<void> {
    signedIn('operator');
    const { router } = await show(RegisteredCase, '/', '/', { registered: REGISTERED });
    find('registered-one-more')!.click();
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/cases/c1/split'));
    expect(router.currentRoute.value.fullPath + JSON.stringify({ ...window.sessionStorage })).not.toContain('8842');
    leaveAll();
    await show(SplitPage, `/cases/${caseId}/split`, '/cases/:caseId/split');
    await vi.waitFor(() => expect(find('split-original')).not.toBeNull());
  }

  it('is told the number and the code of the first one too', async () => {
    await toSplit('c1');
    expect(find('split-first')?.textContent).toContain('8842');
    await type('split-1-title', '夜间施工');
    await type('split-1-content', '对面工地夜间施工。');
    find('split-submit')!.click();
    await settled();
    expect(find('split-done')?.querySelector('li')?.dataset).toMatchObject({
      testid: 'split-call',
      caseNo: '2611220000011',
      queryCode: '8842',
    });
    expect(all('split-case')).toHaveLength(1);
    expect(find('split-kept-no')).toBeNull();
  });

  it('is told nothing of the code of another case', async () => {
    await toSplit('c9');
    expect(find('split-first')).toBeNull();
  });
});

it('the other cases of a call are linked by their numbers', async () => {
  await show(CaseSiblings, '/', '/', {
    siblings: [{ caseId: 'c2', caseNo: '2611220000029', status: 'HANDLING', call: true }],
  });
  expect(find('sibling-2611220000029')?.getAttribute('href')).toBe('/cases/c2');
  expect(find('siblings')?.textContent).toContain('来电最初登记的工单');
});
