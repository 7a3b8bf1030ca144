package hotline.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08003", "57P01", "57P03", "57014", "53100", "53300", "40001", "40P01", "55P03",
        "25006", "58030", "28P01", "3D000", "42501"
      })
  void a_database_that_is_away_busy_or_full_is_waited_for(String state) {
    SQLException failed = new SQLException("x", state);
    assertThat(Faults.isInfrastructure(failed)).isTrue();
    assertThat(Faults.isInfrastructure(new IllegalStateException(failed))).isTrue();
    assertThat(Faults.isInfrastructure(new PoisonRecord("CODE", "text", failed))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23514", "22021", "22P02", "42P01", "25P02", "54000", "P0001"})
  void a_statement_the_database_refuses_is_the_records_fault(String state) {
    assertThat(Faults.isInfrastructure(new SQLException("x", state))).isFalse();
  }

  @Test
  void a_pool_without_a_connection_is_waited_for() {
    assertThat(Faults.isInfrastructure(new SQLException("Acquisition timeout"))).isTrue();
  }

  @Test
  void a_batch_fails_for_the_reason_of_its_row() {
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(new SQLException("x", "23505"));
    assertThat(Faults.isInfrastructure(batch)).isFalse();
  }

  @Test
  void a_bug_is_the_records_fault_and_a_memory_that_is_full_is_not() {
    assertThat(Faults.isInfrastructure(new NullPointerException())).isFalse();
    assertThat(Faults.isInfrastructure(new IOException("not JSON"))).isFalse();
    assertThat(Faults.isInfrastructure(new StackOverflowError())).isFalse();
    assertThat(Faults.isInfrastructure(new OutOfMemoryError())).isTrue();
    assertThat(Faults.isInfrastructure(new SocketTimeoutException())).isTrue();
    assertThat(Faults.isInfrastructure(new InfrastructureFault("x", null))).isTrue();
  }
}
