package hotline.dispatch.departures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody wrote for a unit that waits for others. It is the unit's and stays where it is: a
 * colleague goes on with it, and it still says who wrote it.
 *
 * @param drafts wait for the signature of the unit's leader
 * @param requests wait for the centre
 * @param replies are under review
 */
@Schema(name = "LeaversWork")
public record LeaversWork(long drafts, long requests, long replies) {}
