package hotline.bench;

import hotline.localservers.FreePort;
import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import hotline.localservers.SmallJvm;
import hotline.simulator.CommandLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL, a Kafka and instances of the dispatch service for one measurement, beside whatever
 * stack is up: on free ports, with data of their own that is removed at the end, also on Ctrl-C.
 */
final class OwnServers implements AutoCloseable {

  private static final String SERVICE = "dispatch";
  private static final Duration START_WITHIN = Duration.ofSeconds(120);

  private final Path service;
  private final Path home;
  private final Path logs;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final Map<String, Process> instances = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Signer signer = new Signer();
  private boolean ended;

  /**
   * @param root the checkout, where the service was built
   * @param run folder in which data and logs of the measurement may lie
   */
  OwnServers(Path root, Path run) throws IOException, InterruptedException {
    service = root.resolve("dispatch-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(service)) {
      throw new IOException("请先运行 deploy/up / Run deploy/up first: " + service);
    }
    home = run.resolve("bench-servers");
    logs = Files.createDirectories(run.resolve("logs"));
    delete();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    // As the stack's; and every row tells when it was committed.
    Map<String, String> settings = new HashMap<>(PostgresServer.CITY_SIZED);
    settings.put("track_commit_timestamp", "on");
    postgres = new PostgresServer(home.resolve("postgres"), FreePort.find(), settings);
    kafka = KafkaServer.onFreePorts(home.resolve("kafka"));
    try {
      postgres.start();
      postgres.createDatabase(SERVICE, SERVICE);
      kafka.start();
    } catch (IOException | InterruptedException | RuntimeException failed) {
      close();
      throw failed;
    } catch (java.sql.SQLException failed) {
      close();
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /** What is measured upon such servers. */
  interface Measurement {

    /** Whether everything was as it must be. */
    boolean on(OwnServers servers) throws Exception;
  }

  /** Starts servers, measures and removes them; false when somebody ended it before. */
  static boolean measure(CommandLine line, Measurement measurement) throws Exception {
    Path root = Path.of(line.options().getOrDefault("--root", ".")).toAbsolutePath().normalize();
    System.out.println("  启动数据库与 Kafka / Starting PostgreSQL and Kafka");
    try (OwnServers servers = new OwnServers(root, line.run())) {
      try {
        return measurement.on(servers);
      } catch (Exception failed) {
        // After Ctrl-C everything fails.
        if (servers.ended()) {
          return false;
        }
        throw failed;
      }
    }
  }

  Signer signer() {
    return signer;
  }

  /** Where an instance answers. */
  URI address(String name) {
    return URI.create("http://127.0.0.1:" + ports.get(name));
  }

  PostgresServer postgres() {
    return postgres;
  }

  String bootstrap() {
    return kafka.bootstrapServers();
  }

  /** The service makes its tables, and ends. */
  void makeDatabase() throws IOException, InterruptedException {
    System.out.println("  建库 / The service makes its database");
    start("first");
    stop("first");
  }

  /** Starts so many instances, named {@code instance-1} and so on. */
  void start(int howMany) throws IOException, InterruptedException {
    for (int i = 1; i <= howMany; i++) {
      System.out.printf("  启动实例 %d / Starting instance %d%n", i, i);
      start("instance-" + i);
    }
  }

  /** Starts an instance of the service, on the real clock, and waits until it is ready. */
  private void start(String name) throws IOException, InterruptedException {
    int port = FreePort.find();
    // As the stack runs them.
    List<String> command = SmallJvm.command(256);
    command.addAll(
        List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            service.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("bench-" + name + ".log").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(SERVICE));
    environment.put("QUARKUS_DATASOURCE_USERNAME", SERVICE);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", SERVICE);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap());
    environment.put("QUARKUS_OIDC_PUBLIC_KEY", signer.publicKey());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
    environment.put("QUARKUS_OIDC_TOKEN_ISSUER", Signer.ISSUER);
    environment.put("HOTLINE_RELAY_INSTANCE", name);
    synchronized (this) {
      if (ended) {
        throw new IOException("已结束 / Ended");
      }
      instances.put(name, builder.start());
      ports.put(name, port);
    }
    awaitReady(name);
  }

  private void awaitReady(String name) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_WITHIN.toNanos();
    while (!ok(name, "/dispatch/q/health/ready")) {
      if (System.nanoTime() > end || !instances.get(name).isAlive()) {
        throw new IOException(
            "实例未就绪 / An instance did not get ready: " + logs.resolve("bench-" + name + ".log"));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean ok(String name, String path) throws InterruptedException {
    try {
      return get(name, path).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> get(String name, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address(name).resolve(path)).timeout(Duration.ofSeconds(5)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The instance that carries the outbox to the broker at present. */
  String relaying() throws IOException, InterruptedException {
    for (String name : instances.keySet()) {
      if (get(name, "/dispatch/q/metrics")
          .body()
          .lines()
          .anyMatch(line -> line.startsWith("hotline_relay_holder") && line.endsWith(" 1.0"))) {
        return name;
      }
    }
    throw new IOException("没有实例在发送事件 / No instance relays the outbox");
  }

  /** As its operator would. */
  private void stop(String name) throws InterruptedException {
    Process process = instances.get(name);
    process.destroy();
    process.waitFor();
    instances.remove(name);
  }

  /**
   * As {@code kill -9} does; the instance is not waited for. It is out from then on: nobody asks it
   * again or counts what it takes.
   */
  void kill(String name) {
    instances.remove(name).destroyForcibly();
  }

  /** What runs and can be measured. */
  Map<String, Long> processes() {
    Map<String, Long> pids = new LinkedHashMap<>();
    instances.forEach((name, process) -> pids.put(name, process.pid()));
    pids.put("postgres", postgres.pid());
    pids.put("kafka", kafka.pid());
    return pids;
  }

  /** Whether somebody has ended the measurement in the middle of it. */
  synchronized boolean ended() {
    return ended;
  }

  @Override
  public synchronized void close() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      for (Process instance : instances.values()) {
        instance.destroyForcibly().waitFor();
      }
      // Nobody needs the data any more. On Ctrl-C these may not have been made yet.
      if (kafka != null) {
        kafka.kill();
      }
      if (postgres != null) {
        postgres.kill();
      }
      delete();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Servers that are still ending write into their folders: until nothing is left. */
  private void delete() throws InterruptedException {
    for (int attempt = 0; attempt < 50 && Files.exists(home); attempt++) {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException | java.io.UncheckedIOException stillEnding) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }
}
