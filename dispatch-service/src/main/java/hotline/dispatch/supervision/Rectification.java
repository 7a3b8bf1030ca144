package hotline.dispatch.supervision;

import hotline.dispatch.attachments.AttachmentView;
import java.time.Instant;
import java.util.List;

/**
 * What a unit reported about its rectification (整改反馈), and what the supervisor said to it.
 *
 * @param accepted null until it is judged
 * @param attachments what the unit proves it with (附件)
 */
public record Rectification(
    int answerNo,
    String words,
    Instant at,
    Boolean accepted,
    String remark,
    Instant judgedAt,
    List<AttachmentView> attachments) {}
