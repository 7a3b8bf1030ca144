package hotline.drill;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Makes a copy of the built services with a change in it: {@code Plant BUG ROOT APPS}, or {@code
 * FAIL_POINTS} in the place of a bug. The change is compiled into the copy; the services as they
 * are built and released know no switch for it.
 */
final class Plant {

  static final String FAIL_POINTS = "FAIL_POINTS";

  private static final String RELAY = "libs/event-relay/src/main/java/hotline/relay/";

  private Plant() {}

  public static void main(String[] arguments) throws Exception {
    String what = arguments[0];
    Path root = Path.of(arguments[1]).toAbsolutePath();
    Path apps = Path.of(arguments[2]).toAbsolutePath();
    List<Change> changes =
        what.equals(FAIL_POINTS) ? FailPoint.changes() : PlantedBug.valueOf(what).changes();
    Map<String, String> sources = changed(changes, root.resolve(RELAY));
    for (String service : Dumps.DATABASES) {
      Path built = Path.of(service + "-service", "target", "quarkus-app");
      copy(root.resolve(built), apps.resolve(built));
      if (what.equals(FAIL_POINTS)) {
        sources.put(FailPoint.CALLED, FailPoint.source(asked(apps).toString(), service));
      }
      plant(sources, apps.resolve(built).resolve("lib/main"));
    }
    System.out.println("  已植入 planted " + what + " in " + apps);
  }

  /** The file by which the services are asked to halt. */
  static Path asked(Path apps) {
    return apps.resolve("halt");
  }

  /** The sources that the changes are about, by class, with all of them made. */
  static Map<String, String> changed(List<Change> changes, Path relay) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Change change : changes) {
      String source = sources.get(change.type());
      if (source == null) {
        source = Files.readString(relay.resolve(change.type() + ".java"));
      }
      sources.put(change.type(), change.madeIn(source));
    }
    return sources;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void plant(Map<String, String> sources, Path libraries) throws IOException {
    Path work = Files.createTempDirectory("planted");
    Path source = Files.createDirectories(work.resolve("source"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> one : sources.entrySet()) {
      files.add(Files.writeString(source.resolve(one.getKey() + ".java"), one.getValue()));
    }
    Path classes = Files.createDirectories(work.resolve("classes"));
    compile(files, libraries, classes);
    Path relay;
    try (Stream<Path> jars = Files.list(libraries)) {
      relay =
          jars.filter(file -> file.getFileName().toString().startsWith("hotline.event-relay-0"))
              .findFirst()
              .orElseThrow(
                  () -> new IOException("没有 event-relay / No event-relay in " + libraries));
    }
    try (FileSystem jar = FileSystems.newFileSystem(relay);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path type : compiled.filter(Files::isRegularFile).toList()) {
        Files.copy(
            type, jar.getPath("/" + classes.relativize(type)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void compile(List<Path> sources, Path libraries, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath;
    try (Stream<Path> jars = Files.list(libraries)) {
      classPath = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    List<String> options =
        new ArrayList<>(
            List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", classes.toString()));
    sources.forEach(source -> options.add(source.toString()));
    var said = new java.io.ByteArrayOutputStream();
    if (compiler.run(null, said, said, options.toArray(String[]::new)) != 0) {
      throw new IOException(said.toString(StandardCharsets.UTF_8));
    }
  }
}
