package hotline.evaluation.spotchecks;

import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What was closed on some days and can be looked at: handled by a unit in a case of its own, still
 * closed, counted in its score, and not drawn before.
 */
@ApplicationScoped
class ClosedCases {

  /** More than this are not held in memory. */
  static final int LARGEST_FRAME = 100_000;

  /**
   * A closing.
   *
   * @param category the top category, the first two characters of the code; null where not heard
   */
  record Closing(
      UUID caseId,
      int round,
      UUID callbackId,
      String unitId,
      String category,
      Set<Signal> signals) {

    Frame.Line line() {
      return new Frame.Line(caseId, round, unitId, category, !signals.isEmpty());
    }
  }

  /**
   * The signals of a closing {@code c} of a case {@code h}, as text[]: one parameter, the minutes
   * of a quick reply. What the unit claims is of the round that it was heard in.
   */
  static final String SIGNALS =
      """
      array_remove(array[
        case when h.claims_round = c.round and h.replied_at - h.signed_at < make_interval(mins => ?) then 'QUICK_REPLY' end,
        case when h.claims_round = c.round and h.claimed_contact and c.responded = 'NO' then 'CONTACT_DENIED' end,
        case when h.claims_round = c.round and h.claimed_solved and c.solved = 'NO' then 'SOLUTION_DENIED' end,
        case when c.status = 'UNREACHABLE' or c.solved = 'UNKNOWN' or c.satisfied = 'UNKNOWN' then 'UNKNOWN_ANSWERS' end], null)""";

  /**
   * Closings {@code c} of cases {@code h} that may be drawn: two parameters, beginning and end of
   * the period. What the centre answered at once, and what was answered with its main case, have no
   * deed of their own to look at.
   */
  static final String FROM =
      """
       from callback c join hotline_case h on h.case_id = c.case_id and h.round = c.round
      where c.status <> 'OPEN' and c.decision = 'CLOSED' and c.round > 0 and not c.with_main
        and h.status in ('CLOSED', 'ARCHIVED')
        and c.ended_at >= ?::timestamptz and c.ended_at < ?::timestamptz
        and not exists (select 1 from spot_check s where s.callback_id = c.callback_id)
        and not exists (select 1 from score_request r
             where r.case_id = c.case_id and r.round = c.round and r.kind = 'EXCLUSION' and r.status = 'GRANTED')""";

  private static final String QUERY =
      "select c.case_id, c.round, c.callback_id, c.unit_id, left(h.category_code, 2) as category, "
          + SIGNALS
          + " as signals"
          + FROM
          + " and (?::text is null or c.unit_path = ?::text or starts_with(c.unit_path, ?::text || '/'))"
          + " and (?::text is null or left(h.category_code, 2) = ?::text)"
          + " limit "
          + (LARGEST_FRAME + 1);

  private final SpotCheckPolicyInForce policy;
  private final CityCalendars calendars;

  ClosedCases(SpotCheckPolicyInForce policy, CityCalendars calendars) {
    this.policy = policy;
    this.calendars = calendars;
  }

  /** Those that a draw is made from, at most one more than may be. */
  List<Closing> of(Connection tx, LocalDate from, LocalDate to, String unitPath, String category)
      throws SQLException {
    List<Closing> closings = new ArrayList<>();
    try (PreparedStatement select = tx.prepareStatement(QUERY)) {
      int next = bind(select, 1, from, to);
      for (int i = 0; i < 3; i++) {
        select.setString(next++, unitPath);
      }
      select.setString(next++, category);
      select.setString(next, category);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          closings.add(
              new Closing(
                  row.getObject("case_id", UUID.class),
                  row.getInt("round"),
                  row.getObject("callback_id", UUID.class),
                  row.getString("unit_id"),
                  row.getString("category"),
                  signals(row.getArray("signals"))));
        }
      }
    }
    return closings;
  }

  /** Sets what {@link #SIGNALS} and then {@link #FROM} ask for; returns the place of the next. */
  int bind(PreparedStatement select, int first, LocalDate from, LocalDate to) throws SQLException {
    select.setInt(first, policy.get().quickReplyMinutes());
    select.setObject(first + 1, startOf(from));
    select.setObject(first + 2, startOf(to));
    return first + 3;
  }

  private OffsetDateTime startOf(LocalDate day) {
    ZoneId city = calendars.recent().calendar().zone();
    return day.atStartOfDay(city).toOffsetDateTime();
  }

  static Set<Signal> signals(Array array) throws SQLException {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    Arrays.stream((String[]) array.getArray()).map(Signal::valueOf).forEach(signals::add);
    return signals;
  }
}
