package hotline.reporting.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many seats answer the calls of each half hour of a day, by the calls of a period.
 *
 * @param from first day of the period
 * @param to the day after its last
 * @param asOf until when the log was read; null while nothing was
 * @param kinds of days, those that did not occur in the period left out
 * @param coming the next fourteen days from today on, each by the days of its kind
 */
@Schema(name = "Staffing")
public record Staffing(
    LocalDate from,
    LocalDate to,
    Instant asOf,
    Terms terms,
    List<Kind> kinds,
    List<Coming> coming) {

  /**
   * @param days of this kind in the period, those without a call included
   * @param calls registered on all of them
   * @param slots the 48 half hours of a day in Asia/Shanghai
   * @param seatHours paid hours that the roster of such a day has
   */
  @Schema(name = "StaffingKind")
  public record Kind(KindOfDay kind, int days, long calls, List<Slot> slots, double seatHours) {}

  /**
   * @param start as {@code 08:30}
   * @param calls registered in it on an average day
   * @param most registered in it on the busiest day
   * @param need null where nobody called
   */
  @Schema(name = "StaffingSlot")
  public record Slot(String start, double calls, long most, Terms.Need need) {}

  /**
   * @param calls expected to be registered; null where no such day was in the period
   * @param mostRostered people in its fullest half hour; null as well
   * @param seatHours null as well
   */
  @Schema(name = "StaffingComing")
  public record Coming(
      LocalDate day, KindOfDay kind, Double calls, Integer mostRostered, Double seatHours) {}
}
