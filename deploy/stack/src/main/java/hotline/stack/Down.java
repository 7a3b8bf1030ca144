package hotline.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends the stack in order: nobody is left to start things again, then front to back, the database
 * last. Works from what the pid files say, so also after the supervisor was killed.
 */
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<List<String>> ORDER =
      List.of(
          List.of(Keeper.NAME),
          List.of(Supervisor.NAME),
          List.of(FrontDoor.NAME),
          servicesAndIdentity(),
          List.of(Broker.NAME),
          List.of(Database.NAME));

  private final StackLayout layout;

  /** Every instance that there may be: the number is not known to who ends the stack. */
  private static List<String> servicesAndIdentity() {
    List<String> names = new ArrayList<>();
    for (int instance = StackLayout.MOST_INSTANCES; instance > 0; instance--) {
      for (String service : StackLayout.SERVICES) {
        names.add(StackLayout.instanceName(service, instance));
      }
    }
    names.add(Identity.NAME);
    names.add(Telephones.NAME);
    return names;
  }

  Down(StackLayout layout) {
    this.layout = layout;
  }

  /** Ends everything; the names of what ran. */
  List<String> run() throws IOException, InterruptedException {
    Files.deleteIfExists(layout.keep());
    Files.deleteIfExists(layout.ready());
    List<String> ended = new ArrayList<>();
    for (List<String> together : ORDER) {
      List<Running> running = new ArrayList<>();
      for (String name : together) {
        find(name).ifPresent(mark -> running.add(new Running(name, mark)));
      }
      for (Running each : running) {
        each.mark().signal(each.name().equals(Database.NAME) ? "INT" : "TERM");
      }
      for (Running each : running) {
        awaitEnd(each.mark());
        new PidFile(layout.run(), each.name()).delete();
        ended.add(each.name());
      }
    }
    return ended;
  }

  /** Recorded processes that still run: none after {@link #run}. */
  List<String> left() throws IOException {
    List<String> left = new ArrayList<>();
    Path pids = layout.run().resolve("pids");
    if (Files.exists(pids)) {
      try (Stream<Path> files = Files.list(pids)) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          new PidFile(layout.run(), name)
              .running()
              .ifPresent(mark -> left.add(name + " " + mark.pid()));
        }
      }
    }
    return left;
  }

  private record Running(String name, ProcessMark mark) {}

  private Optional<ProcessMark> find(String name) throws IOException {
    if (name.equals(Supervisor.NAME)) {
      return supervisor(layout);
    }
    return new PidFile(layout.run(), name).running();
  }

  /** The keeper, a shell script, writes the number only: the arguments say whether it is ours. */
  static Optional<ProcessMark> supervisor(StackLayout layout) throws IOException {
    Path file = layout.run().resolve(Supervisor.NAME + ".pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String pid = Files.readString(file).trim();
    if (pid.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(process -> isSupervisor(process.info().commandLine().orElse(""), layout))
        .flatMap(process -> ProcessMark.of(process.pid()));
  }

  private static boolean isSupervisor(String commandLine, StackLayout layout) {
    return commandLine.contains(Supervisor.class.getName())
        && commandLine.contains(layout.run().toString());
  }

  private static void awaitEnd(ProcessMark mark) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (mark.alive()) {
      if (System.nanoTime() > end) {
        mark.signal("KILL");
      }
      TimeUnit.MILLISECONDS.sleep(30);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Options options = Options.parse(arguments);
    Down down = new Down(options.layout());
    List<String> ended = down.run();
    List<String> left = down.left();
    if (!left.isEmpty()) {
      System.err.println("仍在运行 / Still running: " + String.join(", ", left));
      System.exit(1);
    }
    System.out.println(
        ended.isEmpty()
            ? "没有在运行 / Nothing was running: " + options.layout().run()
            : "已停止 / Stopped: " + String.join(", ", ended));
  }
}
