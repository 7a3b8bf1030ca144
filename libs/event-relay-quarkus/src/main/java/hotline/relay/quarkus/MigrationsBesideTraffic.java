package hotline.relay.quarkus;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Lets a migration build an index while other instances work: of several that start, one migrates
 * by a lock of its session. A lock of a transaction would be one that {@code create index
 * concurrently} waits for, without end.
 */
@Singleton
public class MigrationsBesideTraffic implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration configuration) {
    locksBySession(configuration);
  }

  /** For a Flyway that is made by hand; returns the same configuration. */
  public static FluentConfiguration locksBySession(FluentConfiguration configuration) {
    configuration
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration;
  }
}
