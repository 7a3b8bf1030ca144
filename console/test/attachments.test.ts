import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch, type Attachment } from '../src/api/dispatch';
import { ApiProblem, unanswered } from '../src/api/problem';
import AttachmentField from '../src/attachments/AttachmentField.vue';
import AttachmentList from '../src/attachments/AttachmentList.vue';
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
const field = () =>
  show(AttachmentField, '/', '/', {
    of: { task: 't1' },
    name: 'reply',
    modelValue: files,
    'onUpdate:modelValue': (now: Attachment[]) => {
      files = now;
    },
  });

beforeEach(() => {
  signedIn('clerk');
  files = [];
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
