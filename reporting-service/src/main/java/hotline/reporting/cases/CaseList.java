package hotline.reporting.cases;

import hotline.access.Invalid;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.headline.CountedCases;
import hotline.reporting.headline.Counter;
import hotline.reporting.headline.Counter.Anchor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The lists behind the headline numbers: each holds exactly the cases that its number counts; those
 * whose units asked the centre for something and got it; and those that screening ended, which no
 * number of the accepted cases counts.
 */
public enum CaseList {
  REGISTERED(Counter.REGISTERED),
  ANSWERED_DIRECT(Counter.ANSWERED_DIRECT),
  ACCEPTED(Counter.ACCEPTED),
  /** Without what is excluded: of which the rate of closing is made. */
  ACCEPTED_COUNTED("NOT (" + Counter.EXCLUDED.condition() + ")"),
  CLOSED(Counter.CLOSED),
  /** Of these, those in the numerator of the rate of closing. */
  CLOSED_COUNTED(Counter.CLOSED.condition() + " AND NOT (" + Counter.EXCLUDED.condition() + ")"),
  OPEN("standing NOT IN ('CLOSED', 'ARCHIVED', 'WITHDRAWN')"),
  OVERDUE(Counter.OVERDUE) {
    @Override
    String condition(UnitScope scope) {
      String overdue = super.condition(scope);
      // Who is late as a unit is late: said twice, the index of the overdue cases is found.
      return scope.isOfUnits() ? overdue + " AND " + Counter.UNIT_OVERDUE.condition() : overdue;
    }
  },
  /** Of the closed ones, those that the clock has put away (归档). */
  ARCHIVED("standing = 'ARCHIVED'"),
  ON_HOLD(CountedCases.ON_HOLD),
  EXTENDED(CountedCases.EXTENDED),
  RETURNED("return_count > 0"),
  /** Its units were convened about whose duty it is (会商). */
  DISPUTED(Counter.DISPUTED),
  RULED(Counter.RULED),
  /** Split off the case as which their call was registered (一诉多求). */
  SPLIT_OFF(Counter.SPLIT_OFF),
  /** Typed in from paper (纸质补录). */
  FROM_PAPER(Counter.FROM_PAPER),
  /** Handed over by the old system (旧系统转入). */
  FROM_OLD_SYSTEM(Counter.FROM_OLD_SYSTEM),
  /** Of the disputed ones, those about which they confer now. */
  IN_DISPUTE("disputed_at IS NOT NULL"),
  WITHDRAWN(Counter.WITHDRAWN),
  /** Never accepted: of the period in which it was registered. */
  REFUSED("standing = 'REFUSED'", Anchor.REGISTERED),
  /** A body outside has it, as it has acknowledged or not. */
  TRANSFERRED_OUT("standing = 'TRANSFERRED_OUT'", Anchor.REGISTERED),
  /** Of these, those that no body outside has acknowledged: they are still open. */
  TRANSFERS_OPEN(
      "standing = 'TRANSFERRED_OUT' AND transfer_acknowledged_at IS NULL", Anchor.REGISTERED),
  REOPENED(Counter.REOPENED),
  /** In no score: what a unit asked for and two people of the centre granted. */
  EXCLUDED(Counter.EXCLUDED),
  /** Of a unit also those that it answered with another case: it would have been rated for them. */
  RATING_EXCLUDED(Counter.RATING_EXCLUDED),
  RATING_SET_ASIDE(Counter.RATING_SET_ASIDE),
  /** Closed, and in none of the three rates, whatever was answered. */
  NOT_SCORED(Counter.RATING_EXCLUDED, Counter.RATING_SET_ASIDE),
  /** What citizens said, whether it counts in a score or not. */
  SAID_SATISFIED(Counter.SATISFIED_YES, Counter.UNSCORED_SATISFIED),
  /** Its citizen rated without being called (自助评价). */
  SELF_RATED(Counter.SELF_RATED),
  /** A spot check saw whether it was done (抽查). */
  SPOT_CHECKED(Counter.SPOT_CHECKED),
  /** Of these, those in which nothing was done (虚假办结). */
  SPOT_FAILED(Counter.SPOT_NOT_DONE),
  SPOT_PARTLY(Counter.SPOT_PARTLY),
  SPOT_CANNOT_TELL(Counter.SPOT_CANNOT_TELL),
  /** Drawn, and not checked. */
  SPOT_NOT_MADE(Counter.SPOT_NOT_MADE),
  /** Checked by a weighted draw. */
  SPOT_WEIGHTED(Counter.SPOT_WEIGHTED),
  /** Handled with another case, now or until that was answered (并单). */
  MERGED("main_case_id IS NOT NULL"),
  RESPONDED(Counter.RESPONDED_YES),
  /** Of which the rate is made: the answer is known. */
  RESPONDED_KNOWN(Counter.RESPONDED_YES, Counter.RESPONDED_NO),
  NOT_RESPONDED(Counter.RESPONDED_NO),
  RESPONDED_UNKNOWN(Counter.RESPONDED_UNKNOWN),
  SOLVED(Counter.SOLVED_YES, Counter.SOLVED_PARTLY),
  SOLVED_KNOWN(Counter.SOLVED_YES, Counter.SOLVED_PARTLY, Counter.SOLVED_NO),
  SOLVED_PARTLY(Counter.SOLVED_PARTLY),
  UNSOLVED(Counter.SOLVED_NO),
  SOLVED_BY_POLICY(Counter.SOLVED_BY_POLICY),
  SOLVED_UNKNOWN(Counter.SOLVED_UNKNOWN),
  SATISFIED(Counter.SATISFIED_YES),
  SATISFIED_KNOWN(Counter.SATISFIED_YES, Counter.SATISFIED_NO),
  UNSATISFIED(Counter.SATISFIED_NO),
  UNKNOWN(Counter.SATISFIED_UNKNOWN);

  private final String condition;
  private final Anchor anchor;
  private final boolean rating;
  private final boolean spotCheck;
  private final String unit;

  CaseList(String condition) {
    this(condition, Anchor.ACCEPTED);
  }

  CaseList(String condition, Anchor anchor) {
    this.condition = condition;
    this.anchor = anchor;
    rating = false;
    spotCheck = false;
    unit = "unit";
  }

  /** Whatever any of these counts. */
  CaseList(Counter... counters) {
    String any =
        Arrays.stream(counters).map(Counter::condition).collect(Collectors.joining(" OR "));
    condition = counters.length == 1 ? any : "(" + any + ")";
    anchor = counters[0].anchor();
    rating = counters[0].isRating();
    spotCheck = counters[0].isSpotCheck();
    unit =
        counters[0] == Counter.SPOT_WEIGHTED
            ? "spot_weighted_unit"
            : spotCheck ? "spot_unit" : "unit";
  }

  /**
   * Whether a unit's list holds only what it handled as a case of its own: what it answered
   * together with another one counts for its rating alone.
   */
  boolean leavesOutAnsweredWithMain(UnitScope scope) {
    return scope.isOfUnits() && !rating && !spotCheck;
  }

  /** The column of the unit whose list it is: the present one, or that whose round was checked. */
  String unitId() {
    return unit + "_id";
  }

  /** The same of its path. */
  String unitPath() {
    return unit + "_path";
  }

  String condition(UnitScope scope) {
    return condition;
  }

  /** The column whose time says to which period a case belongs. */
  String anchor() {
    return anchor.column();
  }

  Instant anchorOf(CaseLine line) {
    return anchor == Anchor.REGISTERED ? line.registeredAt() : line.acceptedAt();
  }

  static CaseList of(String name) {
    if (name == null || name.isBlank()) {
      return ACCEPTED;
    }
    return Arrays.stream(values())
        .filter(list -> list.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              String known =
                  Arrays.stream(values()).map(CaseList::wireName).collect(Collectors.joining(", "));
              return new Invalid(
                  "list",
                  "unknown-value",
                  "没有这个清单，可选：" + known,
                  "No such list; choose one of " + known);
            });
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
