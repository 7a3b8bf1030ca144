package hotline.simulator;

import hotline.simulator.api.Api;
import hotline.simulator.api.Witness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which stack is meant and what was asked for on the command line.
 *
 * @param run folder of the local stack
 * @param words what stands alone, such as a file
 * @param options what stands behind a name; a flag stands behind itself
 */
public record Target(URI gateway, Path run, List<String> words, Map<String, String> options) {

  public static Target parse(String[] arguments) throws IOException {
    return of(CommandLine.parse(arguments));
  }

  /** The stack that the command line means; it must be up. */
  public static Target of(CommandLine line) throws IOException {
    Path run = line.run();
    Path port = run.resolve("port");
    if (!Files.exists(port)) {
      throw new IOException(
          "本地栈没有在运行，请先 deploy/up / The local stack is not up, run deploy/up first (" + run + ")");
    }
    return new Target(
        URI.create("http://localhost:" + Files.readString(port).trim()),
        run,
        line.words(),
        line.options());
  }

  public Api api() {
    return api(Witness.NOBODY);
  }

  public Api api(Witness witness) {
    Path keep = run.resolve("keep");
    return new Api(gateway, () -> Files.exists(keep), witness);
  }

  public Path clock() {
    return run.resolve("clock");
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }
}
