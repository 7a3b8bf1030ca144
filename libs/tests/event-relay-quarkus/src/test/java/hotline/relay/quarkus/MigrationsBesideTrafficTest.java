package hotline.relay.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.localservers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Indexes are built while a service works, and what broke off is mended by running it again. */
class MigrationsBesideTrafficTest {

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void an_index_whose_build_broke_off_is_built_by_the_next_start(@TempDir Path folder)
      throws Exception {
    try (PostgresServer postgres = PostgresServer.onFreePort(folder.resolve("postgres")).start()) {
      postgres.createDatabase("beside", "beside");
      assertThat(migrate(postgres)).as("that of the relay among them").isEqualTo(3);
      assertThat(isUsable(postgres)).isTrue();
      assertThat(migrate(postgres)).isZero();

      // As PostgreSQL and Flyway leave it when the build fails.
      execute(
          postgres,
          "update flyway_schema_history set success = false where version = '2'",
          "update pg_index set indisvalid = false where indexrelid = 'parcels_by_key'::regclass");
      assertThat(isUsable(postgres)).isFalse();

      assertThat(migrate(postgres)).isEqualTo(1);
      assertThat(isUsable(postgres)).isTrue();
    }
  }

  private static int migrate(PostgresServer postgres) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(postgres.jdbcUrl("beside"), "beside", "beside")
            .locations("db/beside", "db/relay");
    new MigrationsBesideTraffic().customize(configuration);
    return configuration.load().migrate().migrationsExecuted;
  }

  private static boolean isUsable(PostgresServer postgres) throws SQLException {
    try (Connection connection = postgres.connect("beside", "beside");
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "select indisvalid from pg_index where indexrelid = 'parcels_by_key'::regclass")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void execute(PostgresServer postgres, String... statements) throws SQLException {
    try (Connection connection = postgres.connect("beside", PostgresServer.SUPERUSER);
        Statement sql = connection.createStatement()) {
      for (String one : statements) {
        sql.execute(one);
      }
    }
  }
}
