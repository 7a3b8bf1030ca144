package hotline.dispatch.limits;

import java.time.Instant;

/**
 * A table of limits that somebody put into force.
 *
 * @param version counts adoptions, from 1
 * @param preset the shipped table it was taken from; null for one made by hand
 * @param openCases whether tasks that were open then follow it as well
 */
public record AdoptedPolicy(
    int version,
    PolicyName name,
    String preset,
    String reason,
    String adoptedBy,
    String adoptedName,
    Instant adoptedAt,
    boolean openCases,
    long reckoning) {}
