package hotline.evaluation.spotchecks;

import hotline.calendar.LimitRule;

/**
 * How spot checks are drawn and until when they are made.
 *
 * @param smallestFrame from fewer cases no draw is made: that would be a choice
 * @param quickReplyMinutes natural minutes from signature to reply within which a reply is a sign
 */
record SpotCheckPolicy(LimitRule limit, int smallestFrame, int quickReplyMinutes) {}
