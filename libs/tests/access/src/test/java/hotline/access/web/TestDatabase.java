package hotline.access.web;

import hotline.localservers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real PostgreSQL for the tests that need one; it can be killed and started again. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private PostgresServer server;

  @Override
  public Map<String, String> start() {
    try {
      Path home = Files.createTempDirectory(Path.of("target"), "postgres");
      server =
          new PostgresServer(home, hotline.localservers.FreePort.find(), Map.of("fsync", "off"));
      server.start();
      server.createDatabase("desk", "desk");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", server.jdbcUrl("desk"),
        "quarkus.datasource.username", "desk",
        "quarkus.datasource.password", "desk");
  }

  @Override
  public void inject(TestInjector into) {
    into.injectIntoFields(server, new TestInjector.MatchesType(PostgresServer.class));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }
}
