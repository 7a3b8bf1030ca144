package hotline.simulator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Where the replay of a file was when it was broken off. */
final class Position {

  private final Path file;

  Position(Path run, String source) {
    this.file = run.resolve("replay-" + source + ".position");
  }

  /** Null when the file was never begun, or was finished. */
  Instant read() throws IOException {
    return Files.exists(file) ? Instant.parse(Files.readString(file).trim()) : null;
  }

  void write(Instant at) throws IOException {
    Files.writeString(file, at.toString());
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
