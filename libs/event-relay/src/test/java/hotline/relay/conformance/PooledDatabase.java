package hotline.relay.conformance;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A database as a service has it: behind a pool, as a new session for each commit is slow, and with
 * a driver that makes one statement of a batch.
 */
public final class PooledDatabase {

  private static final int MOST_CONNECTIONS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private PooledDatabase() {}

  /** Sessions that were cut, as a test does to them, are not handed out again. */
  public static DataSource of(String jdbcUrl, String user) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(MOST_CONNECTIONS)
                        .acquisitionTimeout(PATIENCE)
                        .validateOnBorrow(true)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(jdbcUrl)
                                    .jdbcProperty("reWriteBatchedInserts", "true")
                                    .principal(new NamePrincipal(user)))));
  }
}
