package hotline.stack;

import hotline.localservers.PostgresServer;
import hotline.localservers.SmallJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keycloak with the demonstration realm. */
final class Identity implements Component {

  static final String NAME = "keycloak";

  private final StackLayout layout;
  private final Database database;

  Identity(StackLayout layout, Database database) {
    this.layout = layout;
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "身份认证 Keycloak";
  }

  @Override
  public int port() {
    return layout.identityPort();
  }

  @Override
  public List<String> after() {
    return List.of(Database.NAME);
  }

  @Override
  public List<String> command() throws Exception {
    Path home = layout.identityHome();
    Path imported = home.resolve("data/import/hotline-realm.json");
    Files.createDirectories(imported.getParent());
    Files.copy(layout.realm(), imported, StandardCopyOption.REPLACE_EXISTING);
    startOverWhenTheRealmChanged();
    List<String> command = new ArrayList<>();
    command.add(SmallJvm.java());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx320m"));
    command.addAll(List.of("-XX:MaxMetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError"));
    command.add("-Dfile.encoding=UTF-8");
    command.add(
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    for (String opened :
        List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
    command.add("-Dkc.home.dir=" + home);
    command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dpicocli.disable.closures=true");
    command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    command.addAll(List.of("start", "--optimized", "--import-realm"));
    command.add("--db-url=" + database.server().jdbcUrl(NAME));
    command.addAll(List.of("--db-username=" + NAME, "--db-password=" + NAME));
    command.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + port()));
    command.addAll(List.of("--http-enabled=true", "--hostname=" + layout.origin() + "/auth"));
    command.addAll(List.of("--hostname-backchannel-dynamic=true", "--proxy-headers=xforwarded"));
    // Without it JGroups listens on every address, and a restart after kill -9 takes 30 seconds.
    command.add("--cache=local");
    command.add("--log-level=info,io.smallrye.health:off");
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "GATEWAY_ORIGIN", layout.origin(),
        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
        "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
  }

  @Override
  public boolean answers() throws InterruptedException {
    return Probe.ok(port(), "/auth/health/ready");
  }

  /**
   * Keycloak imports a realm only when it has none of that name, and an import that was broken off
   * stays half-done. Its database holds nothing else, and the ids of the demonstration users are
   * fixed in the file: without the stamp of a finished import it starts over.
   */
  private void startOverWhenTheRealmChanged() throws Exception {
    Path stamp = stamp();
    if (Files.exists(stamp) && Files.readString(stamp).equals(realmDigest())) {
      return;
    }
    try (Connection connection = database.server().connect("postgres", PostgresServer.SUPERUSER);
        Statement sql = connection.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
    }
    database.server().createDatabase(NAME, NAME);
  }

  @Override
  public void onceUp() throws Exception {
    Files.writeString(stamp(), realmDigest());
  }

  private Path stamp() {
    return layout.run().resolve("realm.stamp");
  }

  private String realmDigest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(layout.realm()));
    digest.update(layout.origin().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }
}
