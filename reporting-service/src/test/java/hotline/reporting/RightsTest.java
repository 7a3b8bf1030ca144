package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.GridRules;
import hotline.access.testing.proofs.ApiFile;
import hotline.access.testing.proofs.RightsTable;
import hotline.access.testing.proofs.RightsWalk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class RightsTest {

  @Inject DataSource database;
  @Inject GridRules grids;
  @TestHTTPResource URI service;

  @Test
  void every_operation_is_open_to_whom_the_table_names_and_to_nobody_else() throws Exception {
    assertThat(
            new RightsWalk(
                    ApiFile.ofThisService(),
                    RightsTable.ofThisService(),
                    ApiExamples.inAMonthOfItsOwn(),
                    service,
                    database)
                .onGrids(grids, "/3702/370281/370281001")
                .failures())
        .isEmpty();
  }
}
