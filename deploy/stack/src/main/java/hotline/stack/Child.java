package hotline.stack;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps one component running: takes over the process that an earlier supervisor started, or starts
 * one, and starts it again whenever it ends.
 */
final class Child implements Runnable {

  private static final Logger LOG = Logger.getLogger(Child.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration ASK_EVERY = Duration.ofMillis(250);
  private static final Duration QUICK = Duration.ofSeconds(20);

  /** A start is never that long, also of a machine that is busy with ten others. */
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int QUICK_ENDS_BEFORE_A_WORD = 5;

  private final Component component;
  private final StackLayout layout;
  private final PidFile pidFile;
  private final Progress progress;
  private final Map<String, Child> others;
  private final CompletableFuture<Void> up = new CompletableFuture<>();
  private int quickEnds;
  private String lastWords = "";

  Child(Component component, StackLayout layout, Progress progress, Map<String, Child> others) {
    this.component = component;
    this.layout = layout;
    this.progress = progress;
    this.others = others;
    this.pidFile = new PidFile(layout.run(), component.name());
  }

  /** Completes when the component has answered for the first time. */
  CompletableFuture<Void> up() {
    return up;
  }

  @Override
  public void run() {
    try {
      for (String name : component.after()) {
        others.get(name).up().join();
      }
      while (!Thread.currentThread().isInterrupted()) {
        live();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() throws InterruptedException {
    long started = System.nanoTime();
    Optional<ProcessMark> mark = Optional.empty();
    try {
      mark = adoptOrStart();
      awaitAnswer(mark.get(), started);
      while (mark.get().alive()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.log(Level.SEVERE, component.name() + " did not start", e);
      lastWords = String.valueOf(e.getMessage());
      // A process that runs but could not be made ready is not left half-ready.
      mark.ifPresent(Child::end);
    }
    ended(Duration.ofNanos(System.nanoTime() - started));
  }

  private Optional<ProcessMark> adoptOrStart() throws Exception {
    Optional<ProcessMark> running = pidFile.running();
    if (running.isPresent()) {
      LOG.info(component.name() + " runs already: " + running.get().pid());
      return running;
    }
    File log = layout.log(component.name()).toFile();
    ProcessBuilder builder =
        new ProcessBuilder(component.command())
            .directory(layout.run().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(component.environment());
    Process process = builder.start();
    ProcessMark mark =
        ProcessMark.of(process.pid())
            .orElseThrow(() -> new IOException(LogTail.of(layout.log(component.name()))));
    pidFile.write(mark);
    LOG.info(component.name() + " started: " + mark.pid());
    return Optional.of(mark);
  }

  private void awaitAnswer(ProcessMark mark, long started) throws Exception {
    while (mark.alive()) {
      if (System.nanoTime() - started > LONGEST_START.toNanos()) {
        throw new IOException("no answer within " + LONGEST_START);
      }
      if (component.answers()) {
        component.onceUp();
        if (!up.isDone()) {
          double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
          progress.say(
              String.format(
                  "✓ %s 就绪 ready (%d, %.1f s)", component.label(), component.port(), seconds));
          up.complete(null);
        }
        return;
      }
      TimeUnit.MILLISECONDS.sleep(ASK_EVERY.toMillis());
    }
  }

  private void ended(Duration lived) throws InterruptedException {
    if (lived.compareTo(QUICK) > 0) {
      quickEnds = 0;
    }
    LOG.warning(component.name() + " ended after " + lived.toSeconds() + " s, starting it again");
    quickEnds++;
    if (quickEnds == QUICK_ENDS_BEFORE_A_WORD) {
      progress.say(
          "✗ "
              + component.label()
              + " 反复退出，稍后继续重试 keeps ending, will go on trying: "
              + layout.log(component.name())
              + "\n"
              + (lastWords.isEmpty() ? LogTail.of(layout.log(component.name())) : lastWords));
    }
    long pause = FIRST_PAUSE.toMillis() << Math.min(quickEnds - 1, 6);
    TimeUnit.MILLISECONDS.sleep(Math.min(pause, LONGEST_PAUSE.toMillis()));
  }

  private static void end(ProcessMark mark) {
    try {
      mark.signal("KILL");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "kill", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
