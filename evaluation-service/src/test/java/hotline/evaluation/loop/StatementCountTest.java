package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.relay.Incoming;
import hotline.relay.RecordApplier;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/**
 * What the hot acts cost. Hibernate counts its own statements; each act adds one batch into the
 * outbox and one row for its idempotency key, which are plain JDBC.
 */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class StatementCountTest {

  @Inject OtherServices others;
  @Inject EntityManagerFactory entities;
  @Inject JtaTransactions transactions;
  @Inject RecordApplier applier;
  @Inject MovedClock clock;

  @Test
  void an_attempt_takes_five_statements() {
    UUID callback = Desk.awaitCallback(others.completed().caseId(), 1);

    // Lock the case, read the callback, write the attempt, the callback, and the case's number.
    assertThat(statements(() -> Desk.attempt(callback, "REACHED").statusCode(), callback))
        .isEqualTo(5);
  }

  @Test
  void a_rating_takes_four_statements() {
    UUID callback = Desk.awaitCallback(others.completed().caseId(), 1);
    Desk.attempt(callback, "REACHED");

    // Lock the case, read the callback, write the callback and the case.
    assertThat(statements(() -> Desk.rate(callback, Desk.satisfied()).statusCode(), callback))
        .isEqualTo(4);
  }

  @Test
  void a_poll_takes_three_statements_however_many_cases_are_in_it() throws Exception {
    for (int cases : new int[] {1, 60}) {
      List<Incoming> poll = new ArrayList<>();
      OtherServices said = OtherServices.into(poll, clock);
      for (int i = 0; i < cases; i++) {
        said.completed();
      }
      Statistics statistics = counting();

      transactions.call(
          tx -> {
            applier.apply(tx, poll);
            return null;
          });

      // Lock the cases, write them, write the callbacks; their timers and events are one batch
      // each, in plain JDBC.
      assertThat(statistics.getPrepareStatementCount()).as("%s cases", cases).isEqualTo(3);
    }
  }

  private Statistics counting() {
    Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    return statistics;
  }

  private long statements(Supplier<Integer> act, UUID callback) {
    Statistics statistics = counting();
    Desk.read(callback);
    // Each act of the desk reads the version first.
    long reading = statistics.getPrepareStatementCount();
    statistics.clear();
    assertThat(act.get()).isEqualTo(200);
    return statistics.getPrepareStatementCount() - reading;
  }
}
