import { createHash } from 'node:crypto';
import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import { evaluation, type CaseArchive as Archive } from '../src/api/evaluation';
import { intake } from '../src/api/intake';
import { ApiProblem } from '../src/api/problem';
import { reporting } from '../src/api/reporting';
import CaseArchive from '../src/archive/CaseArchive.vue';
import { canonical, casePackage } from '../src/archive/casePackage';
import HoldsPage from '../src/archive/HoldsPage.vue';
import { lastDay } from '../src/shared/format';
import { sha256 } from '../src/shared/sha256';
import { all, find, leaveAll, show, signedIn, submit, type } from './shown';

vi.mock('element-plus/es/components/select/style/css', () => ({}));
vi.mock('element-plus/es/components/option/style/css', () => ({}));

const HOLD = {
  holdId: 'h1',
  reason: 'LITIGATION',
  reference: '（2026）鲁0281民初1号',
  explanation: '法院调卷',
  placedAt: '2026-11-24T02:00:00Z',
  placedBy: 'u',
  liftedAt: null,
  liftedBy: null,
  liftReason: null,
  version: 2,
};
const archive = (more: object = {}) =>
  ({
    caseId: 'c1',
    caseNo: '2611220000011',
    status: 'CLOSED',
    closedAt: '2026-11-23T02:00:00Z',
    reopenUntil: '2026-12-08T02:00:00Z',
    contestUntil: '2026-11-30T02:00:00Z',
    archiveFrom: '2026-12-08T03:00:00Z',
    undecided: false,
    held: false,
    archivedAt: null,
    retentionYears: 10,
    retentionUntil: '2036-12-31T16:00:00Z',
    holds: [],
    version: 7,
    ...more,
  }) as unknown as Archive;
const refused = (status: number) =>
  new ApiProblem({ kind: 'refused', status, code: `status-${status}`, title: { zh: '否', en: 'no' } });
const text = (id: string) => find(id)?.textContent ?? '';
const settled = async () => {
  await vi.waitFor(() => expect(find('case-archive')).not.toBeNull());
  await nextTick();
};

// Nothing about the moment at which the tests run: both windows are over at 03:00 on the 8th.
const at = (moment: string) => vi.spyOn(Date, 'now').mockReturnValue(Date.parse(moment));

beforeEach(() => {
  signedIn('supervisor');
  at('2026-12-01T00:00:00Z');
});
afterEach(() => {
  leaveAll();
  vi.restoreAllMocks();
});

describe('the archive of a case', () => {
  it('says from when on it is archived, and for how long it is kept', async () => {
    vi.spyOn(evaluation, 'archive').mockResolvedValue(archive());
    await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    expect(text('archive-state')).toContain('2026-12-08 11:00');
    expect(text('archive-kept')).toContain('2036-12-31');
    expect(find('archive-held')).toBeNull();
    expect(find('package')).not.toBeNull();
  });

  it('says of an archived case that it is, and of an open one that it will be', async () => {
    vi.spyOn(evaluation, 'archive').mockResolvedValue(
      archive({ status: 'ARCHIVED', archivedAt: '2026-12-08T03:00:01Z', held: true, holds: [HOLD] }),
    );
    const shown = await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    expect(text('archive-state')).toContain('已于 2026-12-08 11:00 归档');
    expect(find('archive-held')).not.toBeNull();
    shown.leave();
    vi.spyOn(evaluation, 'archive').mockResolvedValue(
      archive({ status: 'HANDLING', archiveFrom: null, closedAt: null, retentionYears: null, retentionUntil: null }),
    );
    await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    expect(find('archive-kept')).toBeNull();
    expect(find('package')).toBeNull();
  });

  it('promises nothing to a case that is refused, transferred out or withdrawn, and packs it', async () => {
    for (const status of ['REFUSED', 'TRANSFERRED_OUT', 'WITHDRAWN']) {
      vi.spyOn(evaluation, 'archive').mockResolvedValue(
        archive({ status, archiveFrom: null, closedAt: null, retentionYears: null, retentionUntil: null }),
      );
      const shown = await show(CaseArchive, '/', '/', { caseId: 'c1' });
      await settled();
      expect(text('archive-state')).toContain('不自动归档');
      expect(find('package')).not.toBeNull();
      shown.leave();
    }
  });

  it('speaks of windows that are over as of the past, and says what it waits for', async () => {
    at('2026-12-09T00:00:00Z');
    for (const [more, words] of [
      [{ held: true, holds: [HOLD] }, '法律保留结束后自动归档'],
      [{ undecided: true }, '法律保留结束后自动归档'],
      [{}, '即将自动归档'],
    ] as const) {
      vi.spyOn(evaluation, 'archive').mockResolvedValue(archive(more));
      const shown = await show(CaseArchive, '/', '/', { caseId: 'c1' });
      await settled();
      expect(text('archive-state')).toContain('已于 2026-12-08 11:00 届满');
      expect(text('archive-state')).toContain(words);
      expect(text('archive-state')).not.toContain('将于');
      shown.leave();
    }
  });

  it('is held by a supervisor with the version that was read, and by nobody else', async () => {
    vi.spyOn(evaluation, 'archive').mockResolvedValue(archive());
    const hold = vi.spyOn(evaluation, 'hold').mockResolvedValue({} as never);
    const shown = await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    find('hold-open')!.click();
    await nextTick();
    await type('hold-reference', ' （2026）鲁0281民初1号 ');
    await type('hold-explanation', '法院调卷');
    expect(find('hold-submit')!.disabled).toBe(true);
    shown.leave();

    signedIn('leader');
    await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    expect(find('hold-open')).toBeNull();
    expect(hold).not.toHaveBeenCalled();
  });

  it('is let go with a reason', async () => {
    vi.spyOn(evaluation, 'archive').mockResolvedValue(archive({ held: true, holds: [HOLD] }));
    const lift = vi.spyOn(evaluation, 'liftHold').mockResolvedValue({} as never);
    await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    expect(text('legal-hold')).toContain('（2026）鲁0281民初1号');
    find('lift-open')!.click();
    await nextTick();
    await type('lift-reason', '判决生效');
    await submit('lift-submit');
    await vi.waitFor(() => expect(lift).toHaveBeenCalledWith(expect.any(String), 'h1', 2, '判决生效'));
  });
});

describe('the package of a case', () => {
  const BY = { login: 'supervisor', name: '督办员', roles: ['supervisor'] };
  const AT = new Date('2026-12-09T00:00:00Z');
  const of = { caseId: 'c1', caseNo: '2611220000011' };

  beforeEach(() => {
    vi.spyOn(intake, 'case').mockResolvedValue({ title: '路灯不亮', reporter: { name: '王**' } } as never);
    vi.spyOn(intake, 'clocks').mockResolvedValue({ items: [] } as never);
    vi.spyOn(dispatch, 'case').mockResolvedValue({ assignments: [{ assignmentId: 'a1' }] } as never);
    vi.spyOn(dispatch, 'assignment').mockResolvedValue({ replies: [{ text: '已修复' }] } as never);
    for (const name of ['mergings', 'caseDisputes', 'supervision', 'caseInstructions', 'caseOwners', 'noticesOf', 'clocks'] as const) {
      vi.spyOn(dispatch, name).mockResolvedValue({ items: [] } as never);
    }
    vi.spyOn(evaluation, 'outcome').mockResolvedValue({ results: [{ satisfied: 'YES' }] } as never);
    vi.spyOn(evaluation, 'scoring').mockRejectedValue(refused(403));
    vi.spyOn(evaluation, 'clocks').mockResolvedValue({ items: [] } as never);
    vi.spyOn(evaluation, 'archive').mockResolvedValue(archive());
    vi.spyOn(evaluation, 'callback').mockImplementation((id) =>
      Promise.resolve({ callbackId: id, attemptList: [{ note: '无人接听' }], evaluation: { verbatim: '修得很快' } } as never),
    );
    vi.spyOn(reporting, 'timeline').mockResolvedValue({
      entries: [
        { type: 'hotline.callback.opened.v1', data: { callbackId: 'k1' } },
        { type: 'hotline.callback.attempted.v1', data: { callbackId: 'k1' } },
        { type: 'hotline.evaluation.recorded.v1', data: { callbackId: 'k1' } },
        { type: 'hotline.case.closed.v1', data: {} },
      ],
    } as never);
  });

  it('has every part that may be seen, says what it lacks, and its hash is that of its content', async () => {
    const whole = await casePackage(of, BY, AT);
    expect(whole.content.parts).toMatchObject({
      form: { title: '路灯不亮' },
      tasks: [{ replies: [{ text: '已修复' }] }],
      results: { results: [{ satisfied: 'YES' }] },
      callbacks: [{ callbackId: 'k1', attemptList: [{ note: '无人接听' }], evaluation: { verbatim: '修得很快' } }],
      timeline: { entries: expect.arrayContaining([{ type: 'hotline.case.closed.v1', data: {} }]) },
    });
    expect(whole.content.parts).not.toHaveProperty('scoring');
    expect(whole.content.notIncluded).toContainEqual({ part: 'scoring', why: 'status-403', refused: true });
    expect(whole.content.notIncluded.map(({ part }) => part)).toContain('recordings');
    // As whoever checks it later reads it from the file.
    const read = JSON.parse(JSON.stringify(whole, null, 2)) as typeof whole;
    expect(sha256(canonical(read.content))).toBe(read.sha256);
    read.content.parts.form = { title: '路灯已亮' };
    expect(sha256(canonical(read.content))).not.toBe(read.sha256);
  });

  it('has the files of the units, and their hashes in what is hashed', async () => {
    const file = { id: 'f1', name: '修复后.jpg', mediaType: 'image/jpeg', size: 3, sha256: 'ab12', erased: false };
    vi.mocked(dispatch.assignment).mockResolvedValue({
      replies: [{ attachments: [file] }, { attachments: [file, { ...file, id: 'f2', name: '', erased: true }] }],
      requests: [{ attachments: [{ ...file, id: 'f3' }] }],
    } as never);
    vi.spyOn(dispatch, 'attachment').mockImplementation((id) =>
      id === 'f3'
        ? Promise.reject(refused(404))
        : Promise.resolve({ arrayBuffer: () => Promise.resolve(new Uint8Array([1, 2, 255]).buffer) } as Blob),
    );
    const whole = await casePackage(of, BY, AT);
    expect(whole.files).toEqual([
      { id: 'f1', name: '修复后.jpg', mediaType: 'image/jpeg', sha256: 'ab12', base64: 'AQL/' },
    ]);
    expect(JSON.stringify(whole.content.parts)).toContain('"sha256":"ab12"');
    expect(whole.content.notIncluded).toContainEqual({ part: 'attachment f3', why: 'status-404' });
  });

  it('tells who made it what is not in it, since that person may not read it', async () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    vi.mocked(evaluation.callback).mockRejectedValue(refused(403));
    vi.mocked(dispatch.mergings).mockRejectedValue(refused(404));
    await show(CaseArchive, '/', '/', { caseId: 'c1' });
    await settled();
    expect(find('package-lacks')).toBeNull();
    find('package')!.click();
    await vi.waitFor(() => expect(find('package-lacks')).not.toBeNull());
    expect(text('package-lacks')).toContain('回访记录和诉求人原话');
    expect(text('package-lacks')).toContain('计分、剔除与申诉');
    expect(text('package-lacks')).not.toContain('并单');
  });

  it('is not made while a service is away', async () => {
    vi.mocked(dispatch.supervision).mockRejectedValue(refused(503));
    await expect(casePackage(of, BY, AT)).rejects.toMatchObject({ status: 503 });
  });

  it('is written the same whatever the order of its fields', () => {
    expect(canonical({ b: [1, { d: null, c: '路"灯' }], a: undefined })).toBe('{"b":[1,{"c":"路\\"灯","d":null}]}');
  });

  it('is hashed as everybody hashes', () => {
    for (const words of ['', 'abc', '路灯不亮', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), '卷'.repeat(5000)]) {
      expect(sha256(words)).toBe(createHash('sha256').update(words, 'utf8').digest('hex'));
    }
  });
});

describe('the list of legal holds', () => {
  it('shows what stands and how many', async () => {
    const holds = vi.spyOn(evaluation, 'holds').mockResolvedValue({
      items: [{ ...HOLD, caseId: 'c1', caseNo: '2611220000011', title: '路灯不亮', caseStatus: 'ARCHIVED' }],
      count: 1,
      counts: { standing: 1, lifted: 4 },
      nextCursor: null,
    } as never);
    await show(HoldsPage, '/legal-holds', '/legal-holds');
    await vi.waitFor(() => expect(all('row-')).toHaveLength(1));
    expect(holds).toHaveBeenCalledWith(expect.objectContaining({ tab: 'standing' }));
    expect(text('row-2611220000011')).toContain('（2026）鲁0281民初1号');
    expect(text('row-2611220000011')).toContain('归档');
  });
});

describe('the last day of a retention', () => {
  it('is the one before its end', () => {
    expect(lastDay('2036-12-31T16:00:00Z')).toBe('2036-12-31');
    expect(lastDay(null)).toBe('—');
  });
});
