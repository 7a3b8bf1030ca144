package hotline.stack;

import hotline.localservers.SmallJvm;
import java.util.List;

/** Command lines of the processes of the stack that are run for long. */
final class JavaCommand {

  private JavaCommand() {}

  static List<String> small(StackLayout layout, String name, int heapMegabytes) {
    List<String> command = SmallJvm.command(heapMegabytes);
    command.add("-XX:+ExitOnOutOfMemoryError");
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
