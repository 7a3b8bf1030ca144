import type { CallerCard } from '../api/intake';
import type { RegistrationDraft } from './registration';

export type CallerCase = CallerCard['cases'][number];

const STREET_DIGITS = 9;

/** One lies in the other, as far as a street: of a whole district that says nothing. */
export function samePlace(one: string, other: string): boolean {
  const [outer, inner] = one.length <= other.length ? [one, other] : [other, one];
  return one === other || (outer.length >= STREET_DIGITS && inner.startsWith(outer));
}

/** The caller's open cases that this request may belong to: same category or same place, both first. */
export function openCasesOf(cases: readonly CallerCase[], form: RegistrationDraft): CallerCase[] {
  const likeness = (one: CallerCase) =>
    Number(one.categoryCode === form.categoryCode) +
    Number(form.placeCode !== null && samePlace(one.placeCode, form.placeCode));
  return cases
    .filter((one) => one.open && likeness(one) > 0)
    .sort((one, other) => likeness(other) - likeness(one));
}

/** A report and what is told in confidence goes into no other case, whose readers may be others. */
export function staysAlone(form: RegistrationDraft): boolean {
  return form.confidential || form.kind === 'REPORT';
}

/** All that was typed, as the text of a supplement. */
export function textOf(form: RegistrationDraft): string {
  return [form.title, form.content, form.demand, form.address, form.altPhone]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
