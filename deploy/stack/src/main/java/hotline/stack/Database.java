package hotline.stack;

import hotline.localservers.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PostgreSQL with one database and one owner per service. */
final class Database implements Component {

  static final String NAME = "postgres";
  private static final List<String> OWNERS =
      List.of("intake", "dispatch", "evaluation", "reporting", "keycloak");

  private final StackLayout layout;
  private final PostgresServer server;

  Database(StackLayout layout) {
    this.layout = layout;
    this.server =
        new PostgresServer(
            layout.run().resolve("postgres"), layout.databasePort(), PostgresServer.CITY_SIZED);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "数据库 PostgreSQL";
  }

  @Override
  public int port() {
    return layout.databasePort();
  }

  @Override
  public List<String> after() {
    return List.of();
  }

  @Override
  public List<String> command() throws Exception {
    return server.command();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean answers() throws InterruptedException {
    return Probe.listens(port()) && server.awaitReady(Duration.ofMillis(500));
  }

  @Override
  public void onceUp() throws Exception {
    for (String owner : OWNERS) {
      server.createDatabase(owner, owner);
    }
  }

  /** The usual TERM waits until every client has left. */
  @Override
  public String endSignal() {
    return "INT";
  }

  PostgresServer server() {
    return server;
  }
}
