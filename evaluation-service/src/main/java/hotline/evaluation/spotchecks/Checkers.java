package hotline.evaluation.spotchecks;

import hotline.access.Invalid;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The supervisors who have said as what they go and look (核查人员名册). */
@ApplicationScoped
class Checkers {

  private static final String COLUMNS =
      "select user_ref, unit_id, unit_path, post from spot_checker";

  private final JoinedConnection connection;

  Checkers(JoinedConnection connection) {
    this.connection = connection;
  }

  /** A later post takes the place of the earlier one. */
  void save(Checker checker, Instant since) {
    connection.write(
        "insert into spot_checker (user_ref, unit_id, unit_path, post, since) values (?, ?, ?, ?, ?)"
            + " on conflict (user_ref) do update set unit_id = excluded.unit_id,"
            + " unit_path = excluded.unit_path, post = excluded.post, since = excluded.since",
        checker.userRef(),
        checker.unitId(),
        checker.unitPath(),
        checker.post(),
        since.atOffset(ZoneOffset.UTC));
  }

  Checker get(String userRef) {
    return read(COLUMNS + " where user_ref = ?", userRef).stream()
        .findFirst()
        .orElseThrow(Checkers::unknown);
  }

  List<Checker> all() {
    return read(COLUMNS + " order by unit_path, post, user_ref", null);
  }

  private List<Checker> read(String query, String userRef) {
    return connection.call(
        tx -> {
          List<Checker> found = new ArrayList<>();
          try (PreparedStatement select = tx.prepareStatement(query)) {
            if (userRef != null) {
              select.setString(1, userRef);
            }
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(
                    new Checker(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
              }
            }
          }
          return found;
        });
  }

  private static Invalid unknown() {
    return new Invalid(
        "checker",
        "unknown-checker",
        "名册中没有这位核查人员，请重新选择；未在册的督办员请先登记本人岗位。",
        "There is no such checker. Choose one from the list; a supervisor who is not on it says the"
            + " own post first.");
  }
}
