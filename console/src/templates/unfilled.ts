/** A part of a text that somebody must fill in, and where it stands. */
export interface UnfilledPart {
  label: string;
  from: number;
  to: number;
}

const MARK = /\{\{([^{}]*)\}\}|\{\{|\}\}/g;

/** What the service would refuse: marks such as {{办理日期}}, and halves of them; braces of full width are the same. */
export function unfilled(text: string): UnfilledPart[] {
  const folded = text.replaceAll('｛', '{').replaceAll('｝', '}');
  return [...folded.matchAll(MARK)].map((mark) => ({
    label: mark[1]?.trim() || mark[0],
    from: mark.index,
    to: mark.index + mark[0].length,
  }));
}
