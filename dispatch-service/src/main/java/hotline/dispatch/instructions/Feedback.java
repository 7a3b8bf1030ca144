package hotline.dispatch.instructions;

import java.time.Instant;

/**
 * What a unit reported about an instruction (批示反馈), and what was said to it.
 *
 * @param accepted null until it is judged
 */
public record Feedback(
    int answerNo, String words, Instant at, Boolean accepted, String remark, Instant judgedAt) {}
