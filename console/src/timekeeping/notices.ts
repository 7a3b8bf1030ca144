export interface Notice {
  year: number;
  days: { name: string; date: string; isOffDay: boolean }[];
}

/** One notice as holiday-cn writes it, or several in a list; null when the text is no such thing. What is wrong in it the service says. */
export function readNotices(text: string): Notice[] | null {
  try {
    const read: unknown = JSON.parse(text);
    const notices = Array.isArray(read) ? read : [read];
    const looks = (one: unknown): one is Notice =>
      typeof one === 'object' && one !== null && 'year' in one && 'days' in one && Array.isArray(one.days);
    return notices.length > 0 && notices.every(looks) ? notices : null;
  } catch {
    return null;
  }
}
