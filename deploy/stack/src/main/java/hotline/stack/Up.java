package hotline.stack;

import hotline.localservers.SmallJvm;
import hotline.relay.quarkus.SimulatedClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Brings the stack up and shows how it goes; the stack itself lives on in the background. */
final class Up {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<String> WRITTEN_BY_THE_BUILD = Set.of("logs", "build-began");

  private final Options options;
  private final StackLayout layout;

  Up(Options options) {
    this.options = options;
    this.layout = options.layout();
  }

  int run() throws IOException, InterruptedException {
    if (Down.supervisor(layout).isPresent() && !options.fresh()) {
      return alreadyUp();
    }
    if (options.fresh()) {
      startOver();
    }
    prepare();
    if (!follow()) {
      return 1;
    }
    return demonstrate();
  }

  private int alreadyUp() throws IOException, InterruptedException {
    String port = Files.readString(portFile()).trim();
    if (!port.equals(Integer.toString(layout.port()))) {
      System.err.println("已在另一端口运行 / It is up already on another port: http://localhost:" + port);
      return 1;
    }
    if (!Files.exists(layout.ready())) {
      System.out.println("正在启动 / It is starting:");
      return follow() ? demonstrate() : 1;
    }
    System.out.println("已在运行 / It is up: " + layout.origin());
    return demonstrate();
  }

  private void startOver() throws IOException, InterruptedException {
    new Down(layout).run();
    if (!Files.exists(layout.run())) {
      return;
    }
    if (!Files.exists(portFile())) {
      if (neverUsed()) {
        return;
      }
      throw new IOException(
          "此目录不是本地栈的数据目录，未删除 / Not a folder of the local stack, left alone: " + layout.run());
    }
    try (Stream<Path> files = Files.walk(layout.run())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Whether nothing is there but what the build of this start has written. */
  private boolean neverUsed() throws IOException {
    try (Stream<Path> files = Files.list(layout.run())) {
      return files.allMatch(file -> WRITTEN_BY_THE_BUILD.contains(file.getFileName().toString()));
    }
  }

  private void prepare() throws IOException {
    Files.createDirectories(layout.run().resolve("logs"));
    Files.deleteIfExists(layout.ready());
    Files.deleteIfExists(layout.progress());
    Files.writeString(portFile(), Integer.toString(layout.port()));
    // After a demonstration or a replay that was broken off, time is the real one again.
    SimulatedClock.write(layout.clock(), Instant.now(), 1);
    Files.writeString(layout.keep(), "");
    new Keeper(layout).startIfGone();
  }

  private Path portFile() {
    return layout.run().resolve("port");
  }

  private boolean follow() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int shown = 0;
    while (true) {
      boolean ready = Files.exists(layout.ready());
      String text =
          Files.exists(layout.progress())
              ? new String(Files.readAllBytes(layout.progress()), StandardCharsets.UTF_8)
              : "";
      System.out.print(text.substring(shown));
      System.out.flush();
      boolean failing = text.substring(shown).contains("✗");
      shown = text.length();
      if (ready) {
        return true;
      }
      if (failing || System.nanoTime() > end) {
        System.err.println(
            "启动未完成，日志见 / It did not come up, see the logs in "
                + layout.run().resolve("logs")
                + " ; deploy/down 停止 stops it");
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private int demonstrate() throws IOException, InterruptedException {
    if (options.demo() && !Files.exists(layout.demonstrated())) {
      int code =
          simulator(
              "hotline.simulator.Replay",
              layout.root().resolve("deploy/demo/requests.csv").toString(),
              "--until-now");
      if (code != 0) {
        return code;
      }
      Files.createFile(layout.demonstrated());
    }
    return simulator("hotline.simulator.Welcome");
  }

  private int simulator(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(SmallJvm.java());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-cp");
    command.add(layout.root().resolve("deploy/simulator/target/app") + "/*");
    command.addAll(List.of(words));
    command.addAll(List.of("--run-dir", layout.run().toString()));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(new Up(Options.parse(arguments)).run());
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
