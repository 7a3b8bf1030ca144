package hotline.dispatch.timekeeping;

import hotline.dispatch.limits.AdoptedPolicy;
import hotline.dispatch.limits.LimitRow;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table of limits that was put into force.
 *
 * @param policy as tasks and events name it, such as {@code sd-default/1}
 * @param preset the shipped table it was taken from; null for one made by hand
 * @param light when clocks turn yellow
 * @param openCases whether tasks that were open then follow it as well
 * @param recomputation null when open tasks keep theirs
 */
@Schema(name = "Limits")
public record LimitsView(
    int version,
    boolean inForce,
    String policy,
    String preset,
    boolean openCases,
    List<LimitRow> rows,
    LightEntry light,
    String reason,
    String adoptedBy,
    String adoptedName,
    Instant adoptedAt,
    RecomputationView recomputation) {

  static LimitsView of(
      AdoptedPolicy of, boolean inForce, List<LimitRow> rows, RecomputationView recomputation) {
    return new LimitsView(
        of.version(),
        inForce,
        of.name().text(),
        of.preset(),
        of.openCases(),
        rows,
        LightEntry.of(of.light()),
        of.reason(),
        of.adoptedBy(),
        of.adoptedName(),
        of.adoptedAt(),
        recomputation);
  }
}
