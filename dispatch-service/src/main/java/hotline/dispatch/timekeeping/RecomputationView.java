package hotline.dispatch.timekeeping;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the due times of open tasks have been computed anew.
 *
 * @param examined tasks that were looked at
 * @param moved due times that moved
 * @param finished whether none is left
 */
@Schema(name = "Recomputation")
public record RecomputationView(long examined, long moved, boolean finished) {}
