package hotline.bench;

import hotline.simulator.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Flight recordings of the JVMs while the load is measured; only with {@code --jfr}. */
final class Recordings {

  private static final List<String> NAMES =
      List.of("gateway", "intake", "dispatch", "evaluation", "reporting");

  private final Target target;
  private final Processes processes;
  private final List<String> recorded = new ArrayList<>();

  Recordings(Target target, Processes processes) {
    this.target = target;
    this.processes = processes;
  }

  void start() throws IOException, InterruptedException {
    if (target.has("--jfr")) {
      for (String name : NAMES) {
        tell(name, "JFR.start", "name=bench", "settings=profile");
        recorded.add(name);
      }
    }
  }

  void stop() throws IOException, InterruptedException {
    for (String name : recorded) {
      Path file = target.run().resolve("bench-" + name + ".jfr");
      Files.deleteIfExists(file);
      tell(name, "JFR.stop", "name=bench", "filename=" + file);
      System.out.println("  " + file);
    }
  }

  private void tell(String name, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(processes.pid(name)));
    command.addAll(List.of(words));
    int code =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("jcmd " + name + ": " + code);
    }
  }
}
