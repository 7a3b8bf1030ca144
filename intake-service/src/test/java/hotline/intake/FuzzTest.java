package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.testing.proofs.ApiFile;
import hotline.access.testing.proofs.Fuzz;
import hotline.access.testing.proofs.RightsTable;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FuzzTest extends ApiTest {

  @TestHTTPResource URI service;
  @Inject DataSource database;

  @Test
  void whatever_is_wrong_with_a_request_is_told_as_a_problem_and_changes_nothing()
      throws Exception {
    assertThat(
            new Fuzz(
                    ApiFile.ofThisService(),
                    RightsTable.ofThisService(),
                    examples(),
                    service,
                    database)
                .keepingSecret(REPORTER, PHONE)
                // Who asked and was refused, and how often a code was guessed, stays known.
                .leavingTraceIn("access_log", "track_failure")
                .failures())
        .isEmpty();
  }
}
