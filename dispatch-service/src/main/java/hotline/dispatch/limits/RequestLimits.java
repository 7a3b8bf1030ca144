package hotline.dispatch.limits;

import hotline.calendar.Limit;
import hotline.calendar.LimitRule;

/**
 * What a unit may ask the centre for; null where the kind of case has no such thing.
 *
 * @param returnWindow counted from the dispatch
 * @param returns of one case, before the dispatcher designates a unit; null for any number
 * @param extension the longest, in work days
 * @param extensions of one assignment; null for any number
 * @param hold the longest
 */
public record RequestLimits(
    LimitRule returnWindow, Integer returns, Limit extension, Integer extensions, Limit hold) {}
