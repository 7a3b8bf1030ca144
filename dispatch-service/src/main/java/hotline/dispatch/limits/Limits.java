package hotline.dispatch.limits;

import hotline.calendar.LimitRule;

/**
 * The limits of one assignment.
 *
 * @param contact null when the kind has no limit for the first contact
 */
public record Limits(String policyVersion, LimitRule sign, LimitRule contact, LimitRule reply) {}
