package hotline.dispatch.assignments;

import hotline.calendar.Explanation;
import hotline.calendar.Light;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;

/**
 * One clock of an assignment, with every span that it counted and skipped.
 *
 * @param promised whether the system before this one had promised the due time (原时限)
 */
public record DeadlineView(
    DeadlineKind kind,
    String limit,
    Instant dueAt,
    boolean running,
    boolean missed,
    boolean promised,
    Light light,
    Explanation explanation) {}
