package hotline.dispatch.timekeeping;

import hotline.dispatch.assignments.MoveDeadlines.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Which adoptions still have due times to move. */
@ApplicationScoped
class Recomputations {

  /**
   * How long a command may take that began before the adoption: such a one may still write a clock
   * that was computed with the older rules.
   */
  private static final String LONGEST_COMMAND = "interval '2 minutes'";

  void begin(Connection tx, long number) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement("insert into recomputation (reckoning) values (?)")) {
      sql.setLong(1, number);
      sql.executeUpdate();
    }
  }

  /** The newest that has not ended, unless another instance works at it: it sees to older ones. */
  OptionalLong lockOpen(Connection tx) throws SQLException {
    try (PreparedStatement sql =
            tx.prepareStatement(
                "select reckoning from recomputation where ended_at is null"
                    + " order by reckoning desc limit 1 for update skip locked");
        ResultSet row = sql.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  void note(Connection tx, long number, Batch batch) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "update recomputation set examined = examined + ?, moved = moved + ? where reckoning = ?")) {
      sql.setInt(1, batch.examined());
      sql.setInt(2, batch.moved());
      sql.setLong(3, number);
      sql.executeUpdate();
    }
  }

  /** Nothing is left behind now; it ends when nothing can come after it any more. */
  void caughtUp(Connection tx, long number) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "update recomputation set caught_up_at = coalesce(caught_up_at, clock_timestamp()),"
                + " ended_at = case when begun_at < clock_timestamp() - "
                + LONGEST_COMMAND
                + " then clock_timestamp() end where reckoning <= ? and ended_at is null")) {
      sql.setLong(1, number);
      sql.executeUpdate();
    }
  }

  Optional<RecomputationView> find(Connection tx, long number) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select examined, moved, caught_up_at is not null from recomputation where reckoning = ?")) {
      sql.setLong(1, number);
      try (ResultSet row = sql.executeQuery()) {
        return row.next()
            ? Optional.of(new RecomputationView(row.getLong(1), row.getLong(2), row.getBoolean(3)))
            : Optional.empty();
      }
    }
  }
}
