package hotline.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the four services, configured by its environment only. */
final class Service implements Component {

  private static final int HEAP_MEGABYTES = 256;
  private static final int VAULT_KEY_BYTES = 32;
  private static final Map<String, String> LABELS =
      Map.of("intake", "提报", "dispatch", "办理", "evaluation", "评价", "reporting", "统计");

  private final StackLayout layout;
  private final String name;
  private final int instance;
  private final int port;

  /**
   * @param instance from 1 on
   */
  Service(StackLayout layout, String name, int instance) {
    this.layout = layout;
    this.name = name;
    this.instance = instance;
    this.port = layout.servicePort(name, instance);
  }

  @Override
  public String name() {
    return StackLayout.instanceName(name, instance);
  }

  @Override
  public String label() {
    return LABELS.get(name) + " " + name();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public List<String> after() {
    return List.of(Database.NAME);
  }

  @Override
  public List<String> command() {
    List<String> command = JavaCommand.small(layout, name(), HEAP_MEGABYTES);
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.addAll(
        List.of(
            "-jar",
            apps().resolve(name + "-service/target/quarkus-app/quarkus-run.jar").toString()));
    return command;
  }

  /** The services as built here, or others, such as a copy with a bug that must be noticed. */
  private Path apps() {
    String others = System.getenv("HOTLINE_APPS");
    return others == null || others.isBlank() ? layout.root() : Path.of(others);
  }

  @Override
  public Map<String, String> environment() throws Exception {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:" + layout.databasePort() + "/" + name);
    environment.put("QUARKUS_DATASOURCE_USERNAME", name);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", name);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + layout.brokerPort());
    environment.put(
        "QUARKUS_OIDC_AUTH_SERVER_URL",
        "http://127.0.0.1:" + layout.identityPort() + "/auth/realms/hotline");
    environment.put("QUARKUS_OIDC_TOKEN_ISSUER", layout.origin() + "/auth/realms/hotline");
    environment.put("HOTLINE_RELAY_INSTANCE", name + "-" + instance);
    environment.put("HOTLINE_CLOCK_FILE", layout.clock().toString());
    environment.put("HOTLINE_CLOCK_SIMULATION_ALLOWED", "true");
    if (name.equals("intake")) {
      environment.put("HOTLINE_VAULT_KEY", vaultKey());
      if (layout.texting()) {
        environment.put("HOTLINE_TEXTING_GATEWAY", "127.0.0.1:" + layout.textingPort());
        environment.put("HOTLINE_TEXTING_SYSTEM_ID", "hotline");
        environment.put("HOTLINE_TEXTING_SOURCE_ADDRESS", "12345");
        environment.put("HOTLINE_TEXTING_OWN_PAGE", layout.origin() + "/track");
        // Nobody is woken by telephones that are none, at whatever hour of the real day.
        environment.put("HOTLINE_TEXTING_QUIET_FROM", "00:00");
        environment.put("HOTLINE_TEXTING_QUIET_TO", "00:00");
      }
    }
    if (name.equals("reporting")) {
      // A walk through the browser waits for no work days.
      environment.put("HOTLINE_RANKING_SHORT_CHECK_ALLOWED", "true");
    }
    if (name.equals("evaluation")) {
      // Nobody is woken by calls that are only played, at whatever hour of the real day.
      environment.put("HOTLINE_CALLBACKS_QUIET_HOURS", "false");
      // A city that closes a handful of cases could draw none.
      environment.put("HOTLINE_SPOT_CHECKS_SMALLEST_FRAME", "5");
      environment.put("HOTLINE_SPOT_CHECKS_LARGEST_SHARE", "50");
    }
    return environment;
  }

  @Override
  public boolean answers() throws InterruptedException {
    return Probe.ok(port, "/" + name + "/q/health/ready");
  }

  private String vaultKey() throws Exception {
    // Every instance needs the same one, and they start together.
    synchronized (Service.class) {
      return vaultKey(layout.vaultKey());
    }
  }

  private static String vaultKey(Path file) throws Exception {
    if (!Files.exists(file)) {
      byte[] key = new byte[VAULT_KEY_BYTES];
      new SecureRandom().nextBytes(key);
      // At once: a file that is there has a whole key, also after a kill in between.
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(beside);
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(beside, Base64.getEncoder().encodeToString(key));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).trim();
  }
}
