package hotline.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What was asked for on the command line. */
record Options(StackLayout layout, boolean fresh, boolean demo) {

  static Options parse(String[] arguments) {
    Path root = null;
    Path run = null;
    int port = 8080;
    boolean console = true;
    boolean fresh = false;
    boolean demo = true;
    int instances = 1;
    Boolean texting = null;
    Iterator<String> words = List.of(arguments).iterator();
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "--root" -> root = Path.of(words.next()).toAbsolutePath().normalize();
        case "--run-dir" -> run = Path.of(words.next()).toAbsolutePath().normalize();
        case "--port" -> port = Integer.parseInt(words.next());
        case "--no-console" -> console = false;
        case "--texting" -> texting = true;
        case "--no-texting" -> texting = false;
        case "--fresh" -> fresh = true;
        case "--no-demo" -> demo = false;
        case "--instances" -> instances = instances(words.next());
        default -> throw new IllegalArgumentException("未知参数 / Not an option: " + word);
      }
    }
    if (root == null) {
      throw new IllegalArgumentException("缺少参数 / Missing option: --root");
    }
    if (run == null) {
      run = root.resolve(".run");
    }
    // Without a console nobody looks: a measurement is of the services alone.
    boolean telephones = texting == null ? console : texting;
    return new Options(
        new StackLayout(root, run, port, console, instances, telephones), fresh, demo);
  }

  private static int instances(String word) {
    for (int instances = 1; instances <= StackLayout.MOST_INSTANCES; instances++) {
      if (word.equals(Integer.toString(instances))) {
        return instances;
      }
    }
    throw new IllegalArgumentException(
        "--instances 应为 1 至 "
            + StackLayout.MOST_INSTANCES
            + " / --instances is a number from 1 to "
            + StackLayout.MOST_INSTANCES
            + ": "
            + word);
  }

  /** The words that make the same layout again. */
  static List<String> of(StackLayout layout) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--root", layout.root().toString()));
    words.addAll(List.of("--run-dir", layout.run().toString()));
    words.addAll(List.of("--port", Integer.toString(layout.port())));
    words.addAll(List.of("--instances", Integer.toString(layout.instances())));
    if (!layout.console()) {
      words.add("--no-console");
    }
    words.add(layout.texting() ? "--texting" : "--no-texting");
    return words;
  }
}
