import type { CallerCard } from '../api/intake';
import type { RegistrationDraft } from './registration';

export type CallerCase = CallerCard['cases'][number];

const STREET_DIGITS = 9;
const COMMUNITY_DIGITS = 12;

/** One lies in the other, as far as a street: of a whole district that says nothing. */
export function samePlace(one: string, other: string): boolean {
  const [outer, inner] = one.length <= other.length ? [one, other] : [other, one];
  return one === other || (outer.length >= STREET_DIGITS && inner.startsWith(outer));
}

/**
 * The caller's open cases that this request may belong to: same category, those of the same place first, or the same
 * community. A street alone has too many matters: who is asked about each of them reads the question no more.
 */
export function openCasesOf(cases: readonly CallerCase[], form: RegistrationDraft): CallerCase[] {
  const { placeCode } = form;
  const likeness = (one: CallerCase) =>
    2 * Number(one.categoryCode === form.categoryCode) +
    Number(placeCode !== null && samePlace(one.placeCode, placeCode));
  return cases
    .filter(
      (one) =>
        one.open &&
        (one.categoryCode === form.categoryCode ||
          (one.placeCode === placeCode && one.placeCode.length >= COMMUNITY_DIGITS)),
    )
    .sort((one, other) => likeness(other) - likeness(one));
}

/** A report and what is told in confidence goes into no other case, whose readers may be others. */
export function staysAlone(form: RegistrationDraft): boolean {
  return form.confidential || form.kind === 'REPORT';
}

/** What is urgent has clocks of its own, and a complaint about a unit its own respondent: a supplement has neither. */
export function isMoreThanASupplement(form: RegistrationDraft): boolean {
  return staysAlone(form) || form.urgency !== 'NORMAL' || form.respondentUnitId !== null;
}

/** All that was typed, as the text of a supplement. */
export function textOf(form: RegistrationDraft): string {
  return [form.title, form.content, form.demand, form.address, form.altPhone]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
