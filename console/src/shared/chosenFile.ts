import { unreadableFile } from '../api/problem';

/**
 * The file of a field, read at once: one that was changed after it was chosen can be neither read nor sent, which would
 * look like a network that is down.
 */
export async function contentOf(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()], { type: file.type });
  } catch {
    throw unreadableFile();
  }
}

/** Without this a browser takes the same path for no change, however much the file was corrected. */
export function forgetChosen(event: Event): void {
  (event.target as HTMLInputElement).value = '';
}
