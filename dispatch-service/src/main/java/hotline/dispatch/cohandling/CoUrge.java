package hotline.dispatch.cohandling;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a lead unit said to a co-handler (主办催协办).
 *
 * @param assignmentId the co-handler's task
 */
@Schema(name = "CoHandlerUrge")
public record CoUrge(UUID assignmentId, String leadUnitId, String words, Instant at) {}
