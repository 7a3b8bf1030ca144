package hotline.stack;

import hotline.localservers.SmallJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small script that starts the supervisor again; the supervisor does the same for it. */
final class Keeper {

  static final String NAME = "keeper";

  private final StackLayout layout;
  private final PidFile pidFile;

  Keeper(StackLayout layout) {
    this.layout = layout;
    this.pidFile = new PidFile(layout.run(), NAME);
  }

  void startIfGone() throws IOException {
    if (pidFile.running().isPresent()) {
      return;
    }
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // Ctrl-C in the terminal of deploy/up must not reach the stack.
      command.add("/usr/bin/setsid");
    }
    command.add("bash");
    command.add(layout.root().resolve("deploy/stack/keeper").toString());
    command.add(layout.run().toString());
    command.addAll(SmallJvm.command(64));
    command.addAll(List.of("-cp", layout.root().resolve("deploy/stack/target/app") + "/*"));
    command.add(Supervisor.class.getName());
    command.addAll(Options.of(layout));
    Process process =
        new ProcessBuilder(command)
            .directory(layout.run().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log(Supervisor.NAME).toFile()))
            .start();
    ProcessMark mark =
        ProcessMark.of(process.pid())
            .orElseThrow(() -> new IOException("The keeper ended: " + layout.log(Supervisor.NAME)));
    pidFile.write(mark);
  }
}
