package hotline.relay.quarkus;

import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections outside the pool, for the relay, which keeps two of them as long as it lives. */
final class DirectDatabase {

  private static final String EXTRA = "quarkus.datasource.jdbc.additional-jdbc-properties.";

  private DirectDatabase() {}

  static DataSource of(Config config) {
    PGSimpleDataSource direct = new PGSimpleDataSource();
    direct.setURL(config.getValue("quarkus.datasource.jdbc.url", String.class));
    text(config, "quarkus.datasource.username").ifPresent(direct::setUser);
    text(config, "quarkus.datasource.password").ifPresent(direct::setPassword);
    direct.setTcpKeepAlive(true);
    direct.setConnectTimeout(5);
    direct.setSocketTimeout(30);
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(EXTRA)) {
        set(direct, name.substring(EXTRA.length()).replace("\"", ""), text(config, name));
      }
    }
    return direct;
  }

  private static void set(PGSimpleDataSource direct, String name, Optional<String> value) {
    if (value.isPresent()) {
      try {
        direct.setProperty(name, value.get());
      } catch (java.sql.SQLException unknown) {
        throw new IllegalStateException(
            "Not a property of the PostgreSQL driver: " + name, unknown);
      }
    }
  }

  private static Optional<String> text(Config config, String name) {
    return config.getOptionalValue(name, String.class);
  }
}
