package hotline.dispatch.departures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a departure stands. */
@Schema(name = "DepartureState")
public enum DepartureState {
  /** Its day has not come. */
  PLANNED,
  DONE,
  /** On its day the successor could not take the owned cases over: nothing moved. */
  NOT_POSSIBLE,
  CANCELLED
}
