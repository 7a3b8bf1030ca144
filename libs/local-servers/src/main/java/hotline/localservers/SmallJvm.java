package hotline.localservers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs that share a small machine, run by the same JDK as their starter. */
public final class SmallJvm {

  private SmallJvm() {}

  /** The path of {@code java}. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The command up to what it runs.
   *
   * @param heapMegabytes the most that its heap may take
   */
  public static List<String> command(int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    // On two cores the optimising compiler takes more in the first ten minutes than it gives, and
    // memory.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xss512k");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Duser.timezone=UTC");
    return command;
  }
}
