package hotline.evaluation.spotchecks;

import hotline.calendar.LimitRule;

/**
 * How spot checks are drawn and until when they are made.
 *
 * @param limit from the draw to the check
 * @param grace from there to the end of a check that nobody has made and signed
 * @param smallestFrame from fewer cases no draw is made: that would be a choice
 * @param largestShare how many of a hundred cases of a frame may be drawn at once
 * @param quickReplyMinutes natural minutes from signature to reply within which a reply is a sign
 */
record SpotCheckPolicy(
    LimitRule limit, LimitRule grace, int smallestFrame, int largestShare, int quickReplyMinutes) {

  private static final int HUNDRED = 100;

  /** Of so many cases, rounded down. */
  int largestSample(int frameSize) {
    return (int) Math.min(DrawOrder.LARGEST_SAMPLE, (long) frameSize * largestShare / HUNDRED);
  }
}
