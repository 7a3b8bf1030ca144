import type { Headline, Rate } from '../api/reporting';

/** The numerator of the solution rate counts a partly solved case half; its list holds it whole. */
function inNumerator(rate: Rate): number {
  return rate.numerator + (rate.partly ?? 0) / 2;
}

/** How many cases the lists behind the headline have, by their names. */
export function listCounts(headline: Headline): Record<string, number> {
  const { rates } = headline;
  const counts: Record<string, number | null | undefined> = {
    accepted: headline.accepted,
    'accepted-counted': headline.accepted - headline.excluded,
    closed: headline.closed,
    'closed-counted': headline.closed - headline.excluded,
    open: headline.open,
    overdue: headline.overdue,
    withdrawn: headline.withdrawn,
    reopened: headline.reopened,
    disputed: headline.disputed,
    ruled: headline.ruled,
    excluded: headline.excluded,
    'rating-set-aside': headline.ratingSetAside,
    'not-scored': rates.satisfied.notScored,
    'said-satisfied': headline.satisfied,
    'split-off': headline.splitOff,
    'from-paper': headline.fromPaper,
    'from-old-system': headline.fromOldSystem,
    'self-rated': headline.selfRated,
    responded: inNumerator(rates.responded),
    'responded-known': rates.responded.denominator,
    'responded-unknown': rates.responded.unknown,
    solved: inNumerator(rates.solved),
    'solved-partly': rates.solved.partly,
    'solved-known': rates.solved.denominator,
    'solved-unknown': rates.solved.unknown,
    'solved-by-policy': rates.solved.excluded,
    satisfied: inNumerator(rates.satisfied),
    'satisfied-known': rates.satisfied.denominator,
    unknown: rates.satisfied.unknown,
    'spot-failed': rates.fakeClose.numerator,
    'spot-checked': rates.fakeClose.denominator,
    'spot-cannot-tell': rates.fakeClose.cannotTell,
    'spot-not-made': rates.fakeClose.notMade,
    'spot-weighted': rates.fakeClose.weighted,
    // Of a unit there is none.
    'answered-direct': (rates.direct as Rate | null)?.numerator,
    registered: (rates.direct as Rate | null)?.denominator,
  };
  return Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
