package hotline.dispatch.assignments;

import hotline.lifecycle.ContactResult;
import java.time.Instant;

/** One attempt to reach the citizen (联系记录). */
public record ContactAttempt(
    int attemptNo,
    ContactResult result,
    ContactChannel channel,
    String note,
    Instant at,
    String actor) {}
