import { dispatch, type Attachment } from '../api/dispatch';
import type { ApiProblem } from '../api/problem';

/** As the service takes them: by content, not by name. */
export const TAKEN = ['image/jpeg', 'image/png', 'application/pdf'];
export const MOST = 9;
export const LARGEST = 10 * 1024 * 1024;

/** Where a file belongs before an act names it. */
export type Owner = { task: string } | { order: string };

export function upload(of: Owner, key: string, name: string, content: Blob): Promise<Attachment> {
  return 'task' in of
    ? dispatch.uploadForTask(key, of.task, name, content)
    : dispatch.uploadForOrder(key, of.order, name, content);
}

/** Says nothing when there are none: a service of before attachments knows no such field. */
export function named(attachments: Attachment[] | undefined): { attachments?: string[] } {
  return attachments && attachments.length > 0 ? { attachments: attachments.map(({ id }) => id) } : {};
}

/** Which files an act was refused for. */
export function notUsable(problem: ApiProblem | null | undefined): string[] {
  const named = problem?.code === 'attachments-not-usable' ? problem.members.attachments : null;
  return Array.isArray(named) ? named.filter((id): id is string => typeof id === 'string') : [];
}

export function isImage(file: { mediaType: string }): boolean {
  return file.mediaType.startsWith('image/');
}

/** Such as 34 KB or 1.2 MB. */
export function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
