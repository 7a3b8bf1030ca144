package hotline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  @TempDir Path run;

  private StackLayout layout;
  private Progress progress;
  private final Map<String, Child> children = new TreeMap<>();
  private final List<Thread> threads = new ArrayList<>();

  @BeforeEach
  void folders() throws IOException {
    layout = new StackLayout(run, run, 1, false, 1, false);
    Files.createDirectories(run.resolve("logs"));
    progress = new Progress(layout.progress());
  }

  @AfterEach
  void nothing_is_left() throws Exception {
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
    for (String name : children.keySet()) {
      Optional<ProcessMark> running = new PidFile(run, name).running();
      if (running.isPresent()) {
        running.get().signal("KILL");
      }
    }
  }

  @Test
  void a_killed_child_is_started_again() throws Exception {
    supervise(sleeper("one"));
    ProcessMark first = awaitRunning("one");

    first.signal("KILL");
    ProcessMark second =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> new PidFile(run, "one").running(),
                mark -> mark.isPresent() && !mark.get().equals(first))
            .orElseThrow();

    assertThat(first.alive()).isFalse();
    assertThat(second.alive()).isTrue();
  }

  @Test
  void a_new_supervisor_takes_over_what_runs() throws Exception {
    supervise(sleeper("one"));
    ProcessMark first = awaitRunning("one");
    threads.get(0).interrupt();
    threads.get(0).join();

    Child successor = supervise(sleeper("one"));
    await().until(() -> successor.up().isDone());

    assertThat(new PidFile(run, "one").running()).contains(first);
  }

  @Test
  void a_pid_file_of_a_number_that_is_used_again_is_not_believed() throws Exception {
    long myself = ProcessHandle.current().pid();
    new PidFile(run, "one").write(new ProcessMark(myself, "started in another life"));

    assertThat(new PidFile(run, "one").running()).isEmpty();
    supervise(sleeper("one"));

    assertThat(awaitRunning("one").pid()).isNotEqualTo(myself);
  }

  @Test
  void a_child_that_keeps_ending_is_named_once_with_its_last_words() {
    supervise(fake("one", List.of(), "echo the port is taken; exit 3"));

    await().atMost(Duration.ofSeconds(20)).until(() -> said().contains("✗"));

    assertThat(said()).contains("keeps ending", "the port is taken", "one.log");
    assertThat(said().split("✗")).hasSize(2);
  }

  @Test
  void what_depends_on_another_waits_until_that_one_answers() throws Exception {
    Path gate = run.resolve("open");
    children.put("first", child(answersOnce("first", gate)));
    children.put("second", child(fake("second", List.of("first"), "sleep 600")));
    children.values().forEach(this::start);

    awaitRunning("first");
    assertThat(new PidFile(run, "second").running()).isEmpty();
    Files.createFile(gate);

    awaitRunning("second");
    assertThat(said()).contains("✓ first");
  }

  @Test
  void down_ends_everything_and_says_what_it_was() throws Exception {
    supervise(sleeper("kafka"));
    supervise(sleeper("postgres"));
    ProcessMark kafka = awaitRunning("kafka");
    ProcessMark postgres = awaitRunning("postgres");
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }

    Down down = new Down(layout);

    assertThat(down.left()).hasSize(2);
    assertThat(down.run()).containsExactly("kafka", "postgres");
    assertThat(down.left()).isEmpty();
    assertThat(kafka.alive()).isFalse();
    assertThat(postgres.alive()).isFalse();
    assertThat(down.run()).isEmpty();
  }

  private String said() {
    try {
      return Files.exists(layout.progress()) ? Files.readString(layout.progress()) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private ProcessMark awaitRunning(String name) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> new PidFile(run, name).running(), Optional::isPresent)
        .orElseThrow();
  }

  private Child supervise(Component component) {
    Child child = child(component);
    children.put(component.name(), child);
    start(child);
    return child;
  }

  private Child child(Component component) {
    return new Child(component, layout, progress, children);
  }

  private void start(Child child) {
    Thread thread = new Thread(child);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private static Component sleeper(String name) {
    return fake(name, List.of(), "exec sleep 600");
  }

  private static Component answersOnce(String name, Path gate) {
    return new Fake(name, List.of(), "exec sleep 600") {
      @Override
      public boolean answers() {
        return Files.exists(gate);
      }
    };
  }

  private static Component fake(String name, List<String> after, String script) {
    return new Fake(name, after, script);
  }

  private static class Fake implements Component {

    private final String name;
    private final List<String> after;
    private final String script;

    Fake(String name, List<String> after, String script) {
      this.name = name;
      this.after = after;
      this.script = script;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String label() {
      return name;
    }

    @Override
    public int port() {
      return 1;
    }

    @Override
    public List<String> after() {
      return after;
    }

    @Override
    public List<String> command() {
      return List.of("sh", "-c", script);
    }

    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public boolean answers() {
      return true;
    }
  }
}
