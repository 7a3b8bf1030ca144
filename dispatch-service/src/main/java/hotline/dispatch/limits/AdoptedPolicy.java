package hotline.dispatch.limits;

import hotline.calendar.LightRule;
import java.time.Instant;

/**
 * A table of limits that somebody put into force.
 *
 * @param version counts adoptions, from 1
 * @param preset the shipped table it was taken from; null for one made by hand
 * @param light when clocks turn yellow
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
    LightRule light,
    boolean openCases,
    long reckoning) {}
