package hotline.dispatch.supervision;

import java.time.Instant;

/**
 * What a unit reported about its rectification (整改反馈), and what the supervisor said to it.
 *
 * @param accepted null until it is judged
 */
public record Rectification(
    int answerNo, String words, Instant at, Boolean accepted, String remark, Instant judgedAt) {}
