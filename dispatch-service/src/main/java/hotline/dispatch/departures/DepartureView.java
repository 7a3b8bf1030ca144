package hotline.dispatch.departures;

import hotline.dispatch.directory.Directory;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who leaves which unit, who takes over, and what moved.
 *
 * @param endedAt when it moved, was cancelled or could not be done; null while it is planned
 * @param handoversAsked null unless it is done, as the other numbers
 */
@Schema(name = "Departure")
public record DepartureView(
    UUID departureId,
    long version,
    String unitId,
    String unitName,
    String leaverPost,
    String successorPost,
    String reason,
    Instant effectiveAt,
    Instant orderedAt,
    boolean orderedByMyself,
    DepartureState state,
    Instant endedAt,
    Integer handoversAsked,
    Integer proposalsEnded,
    Integer deputiesEnded) {

  static DepartureView of(Departure departure, String reader, Directory names) {
    Departure.Moved moved = departure.moved();
    return new DepartureView(
        departure.departureId(),
        departure.version(),
        departure.unitId(),
        names.unitName(departure.unitId()),
        departure.leaver().post(),
        departure.successor().post(),
        departure.reason(),
        departure.effectiveAt(),
        departure.orderedAt(),
        departure.orderedBy().equals(reader),
        departure.state(),
        departure.endedAt(),
        moved == null ? null : moved.handoversAsked(),
        moved == null ? null : moved.proposalsEnded(),
        moved == null ? null : moved.deputiesEnded());
  }
}
