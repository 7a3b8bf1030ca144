package hotline.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last lines of a log, for a message that says why something ended. */
final class LogTail {

  private static final int BYTES = 4096;
  private static final int LINES = 12;

  private LogTail() {}

  static String of(Path log) {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - BYTES));
      byte[] end = new byte[(int) Math.min(BYTES, file.length())];
      file.readFully(end);
      String[] lines = new String(end, StandardCharsets.UTF_8).split("\n");
      StringBuilder text = new StringBuilder();
      for (int i = Math.max(0, lines.length - LINES); i < lines.length; i++) {
        text.append("      | ").append(lines[i]).append('\n');
      }
      return text.toString().stripTrailing();
    } catch (IOException e) {
      return "      | " + e.getMessage();
    }
  }
}
