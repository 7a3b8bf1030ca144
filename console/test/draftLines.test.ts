import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../src/desk/registration';
import { ANSWER_LABELS, LABELS, linesOf } from '../src/handover/draftLines';
import { en, zh } from '../src/i18n/staff';

function word(words: object, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], words);
}

describe('a draft as the shift lead reads it', () => {
  it('has a line for each field of the form but two, in both languages', () => {
    const leftOut = ['paperNo', 'confidentialDecided'];
    expect(Object.keys(LABELS).sort()).toEqual(
      Object.keys(emptyDraft())
        .filter((field) => !leftOut.includes(field))
        .sort(),
    );
    for (const label of [...Object.values(LABELS), ...Object.values(ANSWER_LABELS)]) {
      expect(word(zh, label), label).toBeTypeOf('string');
      expect(word(en, label), label).toBeTypeOf('string');
    }
  });

  it('says what protects the caller first, and all that was typed', () => {
    const form = { ...emptyDraft(), confidential: true, urgency: 'CRITICAL', placeCode: '370281001001', sameAs: 'a-case' };
    const lines = linesOf({ form, answer: { answer: '请带身份证', knowledgeItem: '', knowledgeVersion: '' } });
    expect(lines.slice(0, 3).map(({ field, value }) => [field, value])).toEqual([
      ['confidential', true],
      ['anonymous', false],
      ['urgency', 'CRITICAL'],
    ]);
    const fields = lines.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['placeCode', 'sameAs', 'answer', 'wantsCallback', 'channel']));
    expect(fields).not.toContain('demand');
    expect(fields).not.toContain('knowledgeItem');
  });

  it('is read also where an older page has saved less', () => {
    expect(linesOf({ form: { title: '路灯' } }).find(({ field }) => field === 'title')?.value).toBe('路灯');
    expect(linesOf(undefined).map(({ field }) => field)).toContain('confidential');
  });
});
