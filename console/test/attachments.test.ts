import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch, type Attachment } from '../src/api/dispatch';
import { ApiProblem, unanswered } from '../src/api/problem';
import AttachmentField from '../src/attachments/AttachmentField.vue';
import AttachmentList from '../src/attachments/AttachmentList.vue';
import ReplyProofs from '../src/attachments/ReplyProofs.vue';
import { named, size } from '../src/attachments/files';
import { all, find, leaveAll, show, signedIn } from './shown';

const kept = (id: string, more: object = {}) =>
  ({
    id,
    name: `${id}.jpg`,
    mediaType: 'image/jpeg',
    size: 2048,
    sha256: 'abcdef0123456789',
    takenAt: '2026-03-04T07:06:07Z',
    latitude: 37.123,
    longitude: 122.5,
    erased: false,
    ...more,
  }) as Attachment;
const photo = (name = '现场.jpg', type = 'image/jpeg', bytes = 4) => {
  const file = new File([new Uint8Array(4)], name, { type });
  Object.defineProperty(file, 'size', { value: bytes });
  // As browsers have it; not every test environment does.
  file.arrayBuffer ??= () => Promise.resolve(new ArrayBuffer(4));
  return file;
};

async function choose(...files: File[]): Promise<void> {
  const input = find('reply-attachment-file')!;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  input.dispatchEvent(new Event('change'));
  await nextTick();
}

let files: Attachment[] = [];
let waits: boolean[] = [];
const field = (more: object = {}) =>
  show(AttachmentField, '/', '/', {
    of: { task: 't1' },
    name: 'reply',
    modelValue: files,
    'onUpdate:busy': (now: boolean) => waits.push(now),
    ...more,
    'onUpdate:modelValue': (now: Attachment[]) => {
      files = now;
    },
  });

beforeEach(() => {
  signedIn('clerk');
  files = [];
  waits = [];
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
});
afterEach(() => {
  leaveAll();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('files that go along with a form', () => {
  it('are sent at once, and named by the form', async () => {
    const send = vi.spyOn(dispatch, 'uploadForTask').mockResolvedValue(kept('f1'));
    await field();
    await choose(photo());
    await vi.waitFor(() => expect(files.map(({ id }) => id)).toEqual(['f1']));
    expect(send).toHaveBeenCalledWith(expect.any(String), 't1', '现场.jpg', expect.any(Blob));
    expect(named(files)).toEqual({ attachments: ['f1'] });
    expect(named([])).toEqual({});
  });

  it('that cannot be taken are told so before they are sent', async () => {
    const send = vi.spyOn(dispatch, 'uploadForTask');
    await field();
    await choose(photo('a.heic', 'image/heic'), photo('b.jpg', 'image/jpeg', 11 * 1024 * 1024));
    expect(all('reply-attaching').map((one) => one.textContent)).toEqual([
      expect.stringContaining('只接收 JPEG'),
      expect.stringContaining('超过 10 MB'),
    ]);
    expect(send).not.toHaveBeenCalled();
  });

  it('are sent again with the same key when nobody answered', async () => {
    const send = vi.spyOn(dispatch, 'uploadForTask').mockRejectedValueOnce(unanswered()).mockResolvedValue(kept('f1'));
    await field();
    await choose(photo());
    await vi.waitFor(() => expect(find('reply-attaching')?.dataset.state).toBe('refused'));
    find('reply-attaching')!.querySelector('button')!.click();
    await vi.waitFor(() => expect(files).toHaveLength(1));
    expect(send.mock.calls[1]![0]).toBe(send.mock.calls[0]![0]);
  });

  it('say in the words of the service why they are refused', async () => {
    vi.spyOn(dispatch, 'uploadForTask').mockRejectedValue(
      new ApiProblem({
        kind: 'refused',
        status: 422,
        code: 'file-refused',
        title: { zh: '文件不能上传', en: 'not taken' },
        detail: { zh: '图片超过 4000 万像素', en: 'too many' },
      }),
    );
    await field();
    await choose(photo());
    await vi.waitFor(() => expect(find('reply-attaching')?.textContent).toContain('4000 万像素'));
  });

  it('keep the form from being submitted until they have arrived or are removed', async () => {
    let arrive: (kept: Attachment) => void = () => undefined;
    vi.spyOn(dispatch, 'uploadForTask')
      .mockReturnValueOnce(new Promise((done) => (arrive = done)))
      .mockRejectedValueOnce(unanswered());
    await field();
    await choose(photo('a.jpg'), photo('b.jpg'));
    expect(waits).toEqual([true]);
    expect(find('reply-attachments-unfinished')?.textContent).toContain('2 个文件');
    arrive(kept('f1'));
    await vi.waitFor(() => expect(find('reply-attaching')?.dataset.state).toBe('refused'));
    expect(find('reply-attaching')?.textContent).toContain('未上传成功');
    expect(waits).toEqual([true]);
    [...find('reply-attaching')!.querySelectorAll('button')].at(-1)!.click();
    await vi.waitFor(() => expect(waits).toEqual([true, false]));
    expect(find('reply-attachments-unfinished')).toBeNull();
  });

  it('that had not arrived when the page was left are asked for once more', async () => {
    const names: string[][] = [];
    vi.spyOn(dispatch, 'uploadForTask').mockResolvedValue(kept('f1'));
    await field({ notArrived: ['现场.jpg', 'b.pdf'], 'onUpdate:notArrived': (now: string[]) => names.push(now) });
    expect(waits).toEqual([true]);
    expect(all('reply-attachment-lost').map((one) => one.textContent)).toEqual([
      expect.stringContaining('现场.jpg'),
      expect.stringContaining('b.pdf'),
    ]);
    await choose(photo());
    await vi.waitFor(() => expect(files).toHaveLength(1));
    find('reply-attachment-lost')!.querySelector('button')!.click();
    await vi.waitFor(() => expect(waits).toEqual([true, false]));
    expect(names.at(-1)).toEqual([]);
  });

  it('that the service would not submit are marked, and removed there as well', async () => {
    files = [kept('f1'), kept('f2')];
    const gone = vi.spyOn(dispatch, 'removeAttachment').mockRejectedValue(unanswered());
    await field({
      problem: new ApiProblem({
        kind: 'refused',
        status: 422,
        code: 'attachments-not-usable',
        title: { zh: '附件不能使用', en: 'not usable' },
        members: { attachments: ['f2'] },
      }),
    });
    expect(all('reply-attached').map((one) => one.textContent?.includes('已失效'))).toEqual([false, true]);
    all('reply-attached')[1]!.querySelector('button')!.click();
    expect(files.map(({ id }) => id)).toEqual(['f1']);
    expect(gone).toHaveBeenCalledWith(expect.any(String), 'f2');
  });
});

describe('what proves a reply', () => {
  it('has no names of the unit before the citizen has answered, and is got only when somebody opens it', async () => {
    vi.stubGlobal('IntersectionObserver', undefined);
    vi.spyOn(dispatch, 'proofs').mockResolvedValue({
      caseId: 'c1',
      round: 1,
      items: [kept('f1', { name: '1.jpg' }), kept('f2', { name: '2.pdf', mediaType: 'application/pdf' })],
      count: 2,
    } as never);
    const read = vi.spyOn(dispatch, 'proof').mockResolvedValue(new Blob(['x']));
    await show(ReplyProofs, '/', '/', { caseId: 'c1', round: 1, blind: true });
    await vi.waitFor(() => expect(all('attached-file')).toHaveLength(2));
    expect(find('proofs-blind')).not.toBeNull();
    expect(all('attached-file').map((one) => one.textContent)).toEqual([
      expect.stringContaining('照片 1'),
      expect.stringContaining('文件 2'),
    ]);
    expect(read).not.toHaveBeenCalled();
    find('attachment-open')!.click();
    await vi.waitFor(() => expect(find('attachment-large')).not.toBeNull());
    expect(read).toHaveBeenCalledWith('c1', 'f1');
  });

  it('shows its photos at once where everybody knows the unit, and nothing where there are none', async () => {
    vi.stubGlobal('IntersectionObserver', undefined);
    const list = vi.spyOn(dispatch, 'proofs').mockResolvedValue({ caseId: 'c1', round: 1, items: [kept('f1')], count: 1 } as never);
    const read = vi.spyOn(dispatch, 'proof').mockResolvedValue(new Blob(['x']));
    await show(ReplyProofs, '/', '/', { caseId: 'c1', round: 1 });
    await vi.waitFor(() => expect(read).toHaveBeenCalledWith('c1', 'f1'));
    leaveAll();
    list.mockResolvedValue({ caseId: 'c1', round: 2, items: [], count: 0 } as never);
    await show(ReplyProofs, '/', '/', { caseId: 'c1', round: 2 });
    await nextTick();
    expect(find('reply-proofs')).toBeNull();
  });
});

describe('the files of a record', () => {
  it('are shown small, opened in a layer, and papers are saved', async () => {
    // A browser that does not tell what is seen gets everything at once.
    vi.stubGlobal('IntersectionObserver', undefined);
    const read = vi.spyOn(dispatch, 'attachment').mockResolvedValue(new Blob(['x']));
    await show(AttachmentList, '/', '/', {
      attachments: [kept('f1'), kept('f2', { name: '', erased: true }), kept('f3', { mediaType: 'application/pdf', name: '证明.pdf' })],
    });
    await vi.waitFor(() => expect(find('attachment-open')!.querySelector('img')).not.toBeNull());
    expect(read).toHaveBeenCalledTimes(1);
    expect(all('attached-file').map((one) => one.textContent)).toEqual([
      expect.stringContaining('abcdef01'),
      expect.stringContaining('已随工单内容清除'),
      expect.stringContaining('证明.pdf'),
    ]);
    find('attachment-open')!.click();
    await vi.waitFor(() => expect(find('attachment-large')).not.toBeNull());
    all('attachment-open')[1]!.click();
    await vi.waitFor(() => expect(read).toHaveBeenLastCalledWith('f3'));
  });

  it('have sizes that people read', () => {
    expect([size(1), size(2048), size(3 * 1024 * 1024)]).toEqual(['1 KB', '2 KB', '3.0 MB']);
  });
});
