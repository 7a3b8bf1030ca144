package hotline.calendar;

import java.time.Instant;
import java.util.Objects;

/**
 * More time granted (延期), and when it was approved: an approval after the due time extends it and
 * stays visible as late.
 */
public record Extension(Limit by, Instant approvedAt) {

  public Extension {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(approvedAt, "approvedAt");
  }
}
