package hotline.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked for on the command line.
 *
 * @param words what stands alone, such as a file
 * @param options what stands behind a name; a flag stands behind itself
 */
public record CommandLine(List<String> words, Map<String, String> options) {

  private static final List<String> FLAGS = List.of("--until-now", "--jfr", "--pairs", "--again");

  public static CommandLine parse(String[] arguments) {
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
    return new CommandLine(words, options);
  }

  /** Folder of the local stack, whether it is up or not. */
  public Path run() {
    return Path.of(options.getOrDefault("--run-dir", ".run")).toAbsolutePath().normalize();
  }
}
