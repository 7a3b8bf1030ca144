package hotline.evaluation.spotchecks;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The supervisors who have said as what they go and look (核查人员名册). */
@ApplicationScoped
class Checkers {

  private static final String COLUMNS =
      "select user_ref, unit_id, unit_path, post, seen_at from spot_checker";

  private final JoinedConnection connection;

  Checkers(JoinedConnection connection) {
    this.connection = connection;
  }

  /**
   * A later post takes the place of the earlier one. Refuses one that another of the unit has, but
   * for somebody who is offered no more.
   */
  void save(Checker checker) {
    OffsetDateTime now = at(checker.seenAt());
    connection.write(
        "delete from spot_checker where coalesce(unit_path, '') = coalesce(?, '') and post = ?"
            + " and user_ref <> ? and seen_at < ?",
        checker.unitPath(),
        checker.post(),
        checker.userRef(),
        at(checker.seenAt().minus(Checker.OFFERED)));
    // Two at once: the second waits for the first, and then finds its post.
    connection.write("delete from spot_checker where user_ref = ?", checker.userRef());
    int saved =
        connection.write(
            "insert into spot_checker (user_ref, unit_id, unit_path, post, since, seen_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            checker.userRef(),
            checker.unitId(),
            checker.unitPath(),
            checker.post(),
            now,
            now);
    if (saved == 0) {
      throw taken();
    }
  }

  /**
   * A supervisor who is on the list has acted and is seen in the unit of now. Whose post another of
   * that unit has is off the list, and says another one.
   */
  void seen(Actor supervisor, Instant now) {
    connection.write(
        "delete from spot_checker c where c.user_ref = ? and c.unit_path is distinct from ?"
            + " and exists (select 1 from spot_checker o where o.user_ref <> c.user_ref"
            + " and coalesce(o.unit_path, '') = coalesce(?, '') and o.post = c.post)",
        supervisor.userId(),
        supervisor.unitPath(),
        supervisor.unitPath());
    connection.write(
        "update spot_checker set unit_id = ?, unit_path = ?, seen_at = ? where user_ref = ?",
        supervisor.unitId(),
        supervisor.unitPath(),
        at(now),
        supervisor.userId());
  }

  void remove(String userRef) {
    connection.write("delete from spot_checker where user_ref = ?", userRef);
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
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()));
              }
            }
          }
          return found;
        });
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static Invalid taken() {
    return new Invalid(
        "post",
        "post-taken",
        "本单位已有人登记该岗位，指派时无法区分。请登记到人的岗位，如 核查一组 2 号；原登记人已离岗的，可先将其移出名册。",
        "Somebody else of your unit has this post, and who chooses could not tell you apart. Say one of"
            + " your own, such as inspection team 1, no. 2; who has left is taken off the list first.");
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
