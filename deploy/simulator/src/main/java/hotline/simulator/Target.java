package hotline.simulator;

import hotline.simulator.api.Api;
import hotline.simulator.api.Witness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which stack is meant and what was asked for on the command line.
 *
 * @param run folder of the local stack
 * @param words what stands alone, such as a file
 * @param options what stands behind a name; a flag stands behind itself
 */
public record Target(URI gateway, Path run, List<String> words, Map<String, String> options) {

  private static final List<String> FLAGS = List.of("--until-now", "--jfr");

  public static Target parse(String[] arguments) throws IOException {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (FLAGS.contains(word)) {
        options.put(word, word);
      } else if (word.startsWith("--")) {
        if (!rest.hasNext()) {
          throw new IllegalArgumentException("缺少值 / Value missing: " + word);
        }
        options.put(word, rest.next());
      } else {
        words.add(word);
      }
    }
    Path run = Path.of(options.getOrDefault("--run-dir", ".run")).toAbsolutePath().normalize();
    Path port = run.resolve("port");
    if (!Files.exists(port)) {
      throw new IOException(
          "本地栈没有在运行，请先 deploy/up / The local stack is not up, run deploy/up first (" + run + ")");
    }
    return new Target(
        URI.create("http://localhost:" + Files.readString(port).trim()), run, words, options);
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
