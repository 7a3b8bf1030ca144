package hotline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** What the supervisor has to say: lines of a file, which {@code deploy/up} shows as they come. */
final class Progress {

  private final Path file;
  private final Instant since;

  Progress(Path file) {
    this.file = file;
    this.since = Instant.now();
  }

  synchronized void say(String text) {
    double seconds = Duration.between(since, Instant.now()).toMillis() / 1000.0;
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          String.format("%6.1f s  %s%n", seconds, text),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
