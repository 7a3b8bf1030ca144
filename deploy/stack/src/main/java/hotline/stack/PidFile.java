package hotline.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** {@code NAME.pid} for people and {@code kill}; the start of the process is kept beside it. */
final class PidFile {

  private final Path pid;
  private final Path start;

  PidFile(Path run, String name) {
    pid = run.resolve(name + ".pid");
    start = run.resolve("pids").resolve(name);
  }

  void write(ProcessMark mark) throws IOException {
    Files.createDirectories(start.getParent());
    replace(start, mark.pid() + " " + mark.start());
    replace(pid, mark.pid() + "\n");
  }

  /** At once: whoever reads meanwhile sees the process before or this one, never an empty file. */
  private static void replace(Path file, String content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, content);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The process that was written down and still runs. */
  Optional<ProcessMark> running() throws IOException {
    if (!Files.exists(start)) {
      return Optional.empty();
    }
    String[] words = Files.readString(start).trim().split(" ");
    if (words.length < 2) {
      return Optional.empty();
    }
    ProcessMark written = new ProcessMark(Long.parseLong(words[0]), words[1]);
    return written.alive() ? Optional.of(written) : Optional.empty();
  }

  void delete() throws IOException {
    Files.deleteIfExists(pid);
    Files.deleteIfExists(start);
  }
}
