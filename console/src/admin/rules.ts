/** Targets that follow from where a case lies; anything else is the code of a unit. */
export const RELATIVE_TARGETS = ['street-of-place', 'district-of-place'] as const;

export function isRelative(target: string): target is (typeof RELATIVE_TARGETS)[number] {
  return (RELATIVE_TARGETS as readonly string[]).includes(target);
}
