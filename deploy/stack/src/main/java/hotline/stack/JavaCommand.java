package hotline.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs with a small footprint, run by the same JDK as the supervisor. */
final class JavaCommand {

  private JavaCommand() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> small(StackLayout layout, String name, int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    // On two cores the optimising compiler takes more in the first ten minutes than it gives, and
    // memory.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Xss512k");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Duser.timezone=UTC");
    if (Runtime.version().feature() >= 19) {
      // Loaded classes are kept for the next start: the JVM makes and renews the archive itself.
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + layout.run().resolve("classes-" + name + ".jsa"));
      command.add("-Xlog:cds=off");
      command.add("-Xlog:cds+dynamic=off");
    }
    return command;
  }
}
