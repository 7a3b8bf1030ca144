package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.testing.proofs.ApiFile;
import hotline.access.testing.proofs.Fuzz;
import hotline.access.testing.proofs.RightsTable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EvaluationServers.class)
class FuzzTest {

  @Inject OtherServices others;
  @Inject DataSource database;
  @TestHTTPResource URI service;

  @Test
  void whatever_is_wrong_with_a_request_is_told_as_a_problem_and_changes_nothing() {
    assertThat(
            new Fuzz(
                    ApiFile.ofThisService(),
                    RightsTable.ofThisService(),
                    ApiExamples.of(others),
                    service,
                    database)
                .failures())
        .isEmpty();
  }
}
