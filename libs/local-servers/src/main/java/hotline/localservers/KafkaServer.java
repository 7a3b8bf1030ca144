package hotline.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One Kafka broker (KRaft, broker and controller in one) in a JVM of its own, so that it can be
 * killed, paused and started again like any other process.
 */
public final class KafkaServer implements AutoCloseable {

  private static final String CLUSTER_ID = "aG90bGluZTEyMzQ1bG9vcA";

  private final Path home;
  private final int port;
  private final int controllerPort;
  private final Map<String, String> overrides;
  private Process process;

  /**
   * @param home folder for data, configuration and log of the broker
   * @param port listener on 127.0.0.1
   * @param overrides broker settings that replace the defaults for a small machine
   */
  public KafkaServer(Path home, int port, int controllerPort, Map<String, String> overrides) {
    this.home = home.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
    this.overrides = Map.copyOf(overrides);
  }

  /** A broker on free ports with its data in {@code home}. */
  public static KafkaServer onFreePorts(Path home) {
    return new KafkaServer(home, FreePort.find(), FreePort.find(), Map.of());
  }

  /** The {@code bootstrap.servers} of this broker. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The command line that runs the broker in the foreground; formats the storage first. */
  public List<String> command() throws IOException, InterruptedException {
    writeConfiguration();
    if (!Files.exists(home.resolve("data/meta.properties"))) {
      format();
    }
    List<String> command = java(384);
    command.add("kafka.Kafka");
    command.add(configuration().toString());
    return command;
  }

  /** Starts the broker and waits until it answers. */
  public KafkaServer start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("broker.log").toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitReady(Duration.ofSeconds(90));
    return this;
  }

  /** Waits until the broker answers a metadata request. */
  public void awaitReady(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try (Admin admin = admin()) {
        if (!admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty()) {
          return;
        }
      } catch (ExecutionException | java.util.concurrent.TimeoutException notYet) {
        if (System.nanoTime() > end || (process != null && !process.isAlive())) {
          throw new IOException("Kafka did not start, see " + home.resolve("broker.log"), notYet);
        }
      }
    }
  }

  /**
   * The client loads its parts with the loader of the calling thread, which in a pool need not be
   * the one that this class has.
   */
  private Admin admin() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Admin.class.getClassLoader());
    try {
      return Admin.create(
          Map.of(
              AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
              bootstrapServers(),
              AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
              "3000",
              AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
              "2000"));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Of the process that runs, to be measured. */
  public long pid() {
    return process.pid();
  }

  /** Ends the broker as {@code kill -9} does. Its data stays, {@link #start} continues with it. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private Path configuration() {
    return home.resolve("server.properties");
  }

  private void writeConfiguration() throws IOException {
    Files.createDirectories(home);
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    settings.put("log.dirs", home.resolve("data").toString());
    settings.put("num.partitions", "12");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.num.partitions", "2");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("auto.create.topics.enable", "false");
    // A killed broker is fenced until its old session ends: short, or it is away for 13 seconds.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("log.retention.ms", "-1");
    settings.putAll(overrides);
    try (var out = Files.newBufferedWriter(configuration(), StandardCharsets.UTF_8)) {
      settings.store(out, null);
    }
  }

  private void format() throws IOException, InterruptedException {
    List<String> command = java(128);
    command.addAll(
        List.of(
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            CLUSTER_ID,
            "--config",
            configuration().toString()));
    Process format =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("format.log").toFile())
            .start();
    if (format.waitFor() != 0) {
      throw new IOException(
          "Kafka storage was not formatted: " + Files.readString(home.resolve("format.log")));
    }
  }

  private static List<String> java(int heapMegabytes) throws IOException {
    List<String> command = SmallJvm.command(heapMegabytes);
    command.addAll(List.of("-cp", classPath()));
    return command;
  }

  private static String classPath() throws IOException {
    try (InputStream in = KafkaServer.class.getResourceAsStream("/broker.classpath")) {
      if (in == null) {
        throw new IOException("broker.classpath is missing: build libs/local-servers with Maven");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    }
  }
}
