package hotline.access.problems;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.IllegalMove;
import hotline.access.Refusal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  private static final class OptimisticLockException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Refusal wrapped(Throwable cause) {
    return Diagnosis.of(new RuntimeException("commit", new RuntimeException(cause)));
  }

  @ParameterizedTest
  @CsvSource({
    "08006,503",
    "08001,503",
    "57P01,503",
    "57014,503",
    "53300,503",
    "40001,503",
    "40P01,503",
    "55P03,503",
    ",503",
    "23505,409",
    "22001,400",
    "22021,400",
    "22003,400"
  })
  void the_databases_reason_decides(String state, int status) {
    assertThat(wrapped(new SQLException("x", state)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"42P01", "23514", "23503", "XX000"})
  void a_mistake_of_the_service_stays_one(String state) {
    assertThat(wrapped(new SQLException("x", state))).isNull();
  }

  @Test
  void a_row_changed_meanwhile_is_a_stale_version() {
    assertThat(wrapped(new OptimisticLockException()).slug()).isEqualTo("stale-version");
  }

  @Test
  void a_refusal_is_found_however_it_is_wrapped() {
    IllegalMove refusal = new IllegalMove("不行。", "No.");
    assertThat(wrapped(refusal)).isSameAs(refusal);
  }

  @Test
  void anything_else_is_a_fault() {
    assertThat(wrapped(new NullPointerException())).isNull();
    assertThat(wrapped(new com.fasterxml.jackson.core.JsonParseException(null, "x"))).isNull();
  }
}
