package hotline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Answer;
import hotline.access.CommandKey;
import hotline.access.IdempotentCommands;
import hotline.access.KeptAnswersPruning;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PruningTest {
  @Inject DataSource database;
  @Inject IdempotentCommands commands;
  @Inject KeptAnswersPruning pruning;

  @Test
  void answers_older_than_two_days_are_forgotten_in_batches_and_younger_ones_kept()
      throws SQLException {
    execute(
        "insert into kept_answer (key_digest, request_digest, status, sealed_answer, answered_at)"
            + " select gen_random_uuid(), '\\x00', 200, '\\x00', now() - interval '49 hours' from generate_series(1, 2500)");
    CommandKey young = new CommandKey("u", "POST", "/x", UUID.randomUUID().toString());
    Answer answer = new Answer(204, null, null, null, null);
    commands.run(young, new byte[] {1}, () -> answer);
    execute(
        "update kept_answer set answered_at = now() - interval '47 hours' where key_digest = '"
            + young.digest()
            + "'");
    assertThat(pruning.prune()).isEqualTo(2500);
    assertThat(pruning.prune()).isZero();
    IdempotentCommands.Outcome again =
        commands.run(
            young,
            new byte[] {1},
            () -> {
              throw new IllegalStateException("it would be done twice");
            });
    assertThat(again.repeated()).isTrue();
    assertThat(again.answer()).isEqualTo(answer);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
