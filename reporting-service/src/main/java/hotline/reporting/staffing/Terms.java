package hotline.reporting.staffing;

import hotline.access.Invalid;
import hotline.access.Violation;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the seats are reckoned by; a centre knows these from its telephone system.
 *
 * @param handling seconds that a call keeps a seat, work after it included: 10 to 3600
 * @param within seconds in which a call is to be answered: 0 to 600
 * @param share percent of the calls that are to be: 1 to 99
 * @param away percent of the paid time in which a seat takes no calls (breaks, training, sickness):
 *     0 to 80
 * @param unregistered percent of all calls that end without a request, which this system never
 *     sees: 0 to 90
 */
@Schema(name = "StaffingTerms")
public record Terms(int handling, int within, int share, int away, int unregistered) {

  // 12345 centres are asked for 80 % within 20 s; the others are what call centres begin with.
  private static final Terms USUAL = new Terms(300, 20, 80, 30, 0);

  private static final double PERCENT = 100;
  private static final double SLOT_SECONDS = 1800;

  /** Reads them as a client writes them, those left out as usual; refuses what is out of range. */
  static Terms of(String handling, String within, String share, String away, String unregistered) {
    List<Violation> wrong = new ArrayList<>();
    Terms terms =
        new Terms(
            number(wrong, "handling", handling, USUAL.handling, 10, 3600),
            number(wrong, "within", within, USUAL.within, 0, 600),
            number(wrong, "share", share, USUAL.share, 1, 99),
            number(wrong, "away", away, USUAL.away, 0, 80),
            number(wrong, "unregistered", unregistered, USUAL.unregistered, 0, 90));
    if (!wrong.isEmpty()) {
      throw new Invalid(wrong);
    }
    return terms;
  }

  private static int number(
      List<Violation> wrong, String field, String text, int usual, int least, int most) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Same answer as for a number out of range.
    }
    wrong.add(
        new Violation(
            field,
            "out-of-range",
            "须为 " + least + " 到 " + most + " 的整数。",
            "A whole number from " + least + " to " + most + " is needed."));
    return usual;
  }

  /** What half an hour with so many registered calls needs; null of one without a call. */
  Need need(double registered) {
    double calls = registered / (1 - unregistered / PERCENT);
    if (calls <= 0) {
      return null;
    }
    ErlangC seats =
        ErlangC.fewest(calls * handling / SLOT_SECONDS, handling, within, share / PERCENT);
    return new Need(
        seats.seats(),
        (int) Math.ceil(seats.seats() / (1 - away / PERCENT)),
        Math.round(seats.answeredWithin(within, handling) * PERCENT),
        Math.round(seats.averageWait(handling)),
        Math.round(seats.occupancy() * PERCENT));
  }

  /**
   * What half an hour needs.
   *
   * @param seats that answer at the same time
   * @param rostered people on the roster, so that so many answer
   * @param answered percent of the calls that are answered in time by them
   * @param averageWait seconds
   * @param busy percent of its time that a seat is busy
   */
  @Schema(name = "StaffingNeed")
  public record Need(int seats, int rostered, long answered, long averageWait, long busy) {}
}
