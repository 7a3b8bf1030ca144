package hotline.dispatch.assignments;

import hotline.calendar.Explanation;
import hotline.calendar.Light;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;

/** One clock of an assignment, with every span that it counted and skipped. */
public record DeadlineView(
    DeadlineKind kind,
    String limit,
    Instant dueAt,
    boolean running,
    boolean missed,
    Light light,
    Explanation explanation) {}
