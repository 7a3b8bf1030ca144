package hotline.evaluation.callbacks;

import com.fasterxml.jackson.annotation.JsonFormat;
import hotline.lifecycle.CallbackResult;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The hours of the centre's day in which no citizen is called (勿扰时段), over midnight when they begin
 * later than they end. An attempt in vain that is recorded in them would be a call at night, or
 * none; who rings of their own accord is reached at any hour.
 *
 * @param from the first moment of them
 * @param to the first moment after them
 */
@Schema(name = "QuietHours")
public record QuietHours(
    @JsonFormat(pattern = "HH:mm") @Schema(implementation = String.class, examples = "21:00")
        LocalTime from,
    @JsonFormat(pattern = "HH:mm") @Schema(implementation = String.class, examples = "08:00")
        LocalTime to) {

  /** Refuses what must have been a call to the citizen at this time of the centre's day. */
  void requireOver(CallbackResult result, ZonedDateTime now) {
    if (result != CallbackResult.REACHED && contains(now.toLocalTime())) {
      throw new QuietHoursNow(this, endAfter(now).toInstant());
    }
  }

  private boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return reachOverMidnight() ? begun || !over : begun && !over;
  }

  private ZonedDateTime endAfter(ZonedDateTime now) {
    ZonedDateTime today = now.with(to);
    return today.isAfter(now) ? today : today.plusDays(1);
  }

  boolean reachOverMidnight() {
    return from.isAfter(to);
  }
}
