package hotline.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of answers in the service's own database. */
@ApplicationScoped
class KeptAnswers {
  record Kept(byte[] requestDigest, Answer answer) {}

  private final Instance<DataSource> database;

  @Inject
  KeptAnswers(Instance<DataSource> database) {
    this.database = database;
  }

  boolean hasDatabase() {
    return database.isResolvable();
  }

  void keep(CommandKey key, byte[] requestDigest, Answer answer) throws SQLException {
    try (Connection connection = database.get().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into kept_answer (key_digest, request_digest, status, sealed_answer) values (?, ?, ?, ?)")) {
      insert.setObject(1, key.digest());
      insert.setBytes(2, requestDigest);
      insert.setInt(3, answer.status());
      insert.setBytes(4, SealedAnswer.seal(answer, key.secret()));
      insert.executeUpdate();
    }
  }

  Optional<Kept> find(CommandKey key) throws SQLException {
    try (Connection connection = database.get().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select request_digest, status, sealed_answer from kept_answer where key_digest = ?")) {
      select.setObject(1, key.digest());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Kept(
                row.getBytes(1), SealedAnswer.open(row.getInt(2), row.getBytes(3), key.secret())));
      }
    }
  }

  /** Deletes up to {@code limit} answers older than this; returns how many there were. */
  int prune(int hours, int limit) throws SQLException {
    try (Connection connection = database.get().getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from kept_answer where key_digest = any (array("
                    + "select key_digest from kept_answer where answered_at < now() - make_interval(hours => ?)"
                    + " order by answered_at limit ? for update skip locked))")) {
      delete.setInt(1, hours);
      delete.setInt(2, limit);
      return delete.executeUpdate();
    }
  }
}
