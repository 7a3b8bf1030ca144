package hotline.reporting.headline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The headline numbers of a period: of the cases accepted in it, how many are closed, open, overdue
 * and withdrawn, and what their citizens answered.
 *
 * @param asOf until when all of the log was read, whichever part is furthest behind; null before
 *     that is known
 * @param from first day (Asia/Shanghai), null for the beginning
 * @param to first day no longer in it, null for the end
 * @param unit unit code, null for the whole city
 * @param overdue cases that were late for their citizens; where units are asked for, those with
 *     which the present unit was late
 * @param reopened closed and opened again at least once, whether they are closed once more or not
 * @param excluded closed and left out of every score (剔除)
 * @param ratingSetAside closed and counted, but for what the citizen said (申诉成立)
 * @param selfRated closed as the citizen rated without being called (自助评价); the other ratings were
 *     given on the telephone
 * @param disputed whose units were convened about whose duty they are, however that ended
 * @param ruled of which the centre ruled whose duty they are
 * @param splitOff that were split off a call with several demands (一诉多求); each counts as a case
 * @param fromPaper that were typed in from paper after an outage (纸质补录)
 * @param fromOldSystem that the system before this one handed over open (旧系统转入): only these of all
 *     that it had accepted in the period are counted here
 * @param satisfied whose citizens said so, whether it counts in a score or not
 * @param closureRate closed / accepted, without the excluded ones in either
 */
public record Headline(
    Instant asOf,
    LocalDate from,
    LocalDate to,
    String unit,
    String unitName,
    long accepted,
    long closed,
    long open,
    long overdue,
    long withdrawn,
    long reopened,
    long excluded,
    long ratingSetAside,
    long disputed,
    long ruled,
    long splitOff,
    long fromPaper,
    long fromOldSystem,
    long satisfied,
    long selfRated,
    BigDecimal closureRate,
    Rates rates) {

  /**
   * The three rates over the final answers of closed cases that count in a score, the share of the
   * registered ones that the centre answered at once, and that of the closed ones that count in no
   * score.
   *
   * @param fakeClose of what spot checks looked at
   * @param direct of the cases registered in the period; null where units are asked for, since none
   *     of them answered these
   */
  public record Rates(
      Rate responded,
      Rate solved,
      Rate satisfied,
      Rate direct,
      Rate excluded,
      FakeClose fakeClose) {}

  /**
   * How many closings were false (虚假办结率), as far as draws in proportion can tell.
   *
   * @param code stable KPI code and version
   * @param numerator cases in which a spot check found nothing done
   * @param denominator cases in which one saw whether it was done; one that was drawn again after
   *     it was handled again counts once, by its worst finding
   * @param value numerator / denominator with six decimals; null when nothing was checked
   * @param low of the 95 % interval (Wilson); null when nothing was checked
   * @param high of the same
   * @param partly of the denominator, those done in part
   * @param cannotTell beside it: the checker could not tell
   * @param notMade beside it: drawn, and not checked
   * @param weighted beside it: checked by weighted draws, whatever was found
   * @param reason why there is no value: {@code no_cases}
   */
  public record FakeClose(
      String code,
      long numerator,
      long denominator,
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      long partly,
      long cannotTell,
      long notMade,
      long weighted,
      String reason) {

    private static FakeClose of(Map<Counter, Long> n) {
      long notDone = n.get(Counter.SPOT_NOT_DONE);
      long checked = n.get(Counter.SPOT_CHECKED);
      Wilson interval = Wilson.of(notDone, checked);
      return new FakeClose(
          "quality.fake_close.v1",
          notDone,
          checked,
          Rate.ratio(BigDecimal.valueOf(notDone), checked),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high(),
          n.get(Counter.SPOT_PARTLY),
          n.get(Counter.SPOT_CANNOT_TELL),
          n.get(Counter.SPOT_NOT_MADE),
          n.get(Counter.SPOT_WEIGHTED),
          checked == 0 ? "no_cases" : null);
    }
  }

  /**
   * The numbers that these counts make.
   *
   * @param ofUnits whether units are asked for, and not the whole city
   */
  public static Headline of(
      Instant asOf,
      Period period,
      String unit,
      String unitName,
      Map<Counter, Long> counts,
      boolean ofUnits) {
    Map<Counter, Long> n = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      n.put(counter, counts.getOrDefault(counter, 0L));
    }
    long accepted = n.get(Counter.ACCEPTED);
    long closed = n.get(Counter.CLOSED);
    long withdrawn = n.get(Counter.WITHDRAWN);
    long excluded = n.get(Counter.EXCLUDED);
    long setAside = n.get(Counter.RATING_SET_ASIDE);
    long notScored = n.get(Counter.RATING_EXCLUDED) + setAside;
    Rate responded =
        Rate.ofYes(
            "eval.responded.v2",
            n.get(Counter.RESPONDED_YES),
            n.get(Counter.RESPONDED_NO),
            n.get(Counter.RESPONDED_UNKNOWN),
            notScored);
    Rate solved =
        Rate.ofSolved(
            "eval.solved.v2",
            n.get(Counter.SOLVED_YES),
            n.get(Counter.SOLVED_PARTLY),
            n.get(Counter.SOLVED_NO),
            n.get(Counter.SOLVED_UNKNOWN),
            n.get(Counter.SOLVED_BY_POLICY),
            notScored);
    Rate satisfied =
        Rate.ofYes(
            "eval.satisfied.v2",
            n.get(Counter.SATISFIED_YES),
            n.get(Counter.SATISFIED_NO),
            n.get(Counter.SATISFIED_UNKNOWN),
            notScored);
    Rate direct =
        ofUnits
            ? null
            : Rate.of(
                "intake.direct.v1",
                BigDecimal.valueOf(n.get(Counter.ANSWERED_DIRECT)),
                n.get(Counter.REGISTERED),
                0);
    return new Headline(
        asOf,
        period.from(),
        period.to(),
        unit,
        unitName,
        accepted,
        closed,
        accepted - closed - withdrawn,
        n.get(ofUnits ? Counter.UNIT_OVERDUE : Counter.OVERDUE),
        withdrawn,
        n.get(Counter.REOPENED),
        excluded,
        setAside,
        n.get(Counter.DISPUTED),
        n.get(Counter.RULED),
        n.get(Counter.SPLIT_OFF),
        n.get(Counter.FROM_PAPER),
        n.get(Counter.FROM_OLD_SYSTEM),
        n.get(Counter.SATISFIED_YES) + n.get(Counter.UNSCORED_SATISFIED),
        n.get(Counter.SELF_RATED),
        Rate.ratio(BigDecimal.valueOf(closed - excluded), accepted - excluded),
        new Rates(
            responded,
            solved,
            satisfied,
            direct,
            Rate.of("score.exclude.v1", BigDecimal.valueOf(excluded), closed, 0),
            FakeClose.of(n)));
  }
}
