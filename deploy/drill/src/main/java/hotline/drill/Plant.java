package hotline.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Makes a copy of the built services with one bug in it: {@code Plant BUG ROOT APPS}. The bug is
 * compiled into the copy; the services as they are built and released know no switch for it.
 */
final class Plant {

  private static final String RELAY = "libs/event-relay/src/main/java/hotline/relay/";

  private Plant() {}

  public static void main(String[] arguments) throws Exception {
    PlantedBug bug = PlantedBug.valueOf(arguments[0]);
    Path root = Path.of(arguments[1]).toAbsolutePath();
    Path apps = Path.of(arguments[2]).toAbsolutePath();
    for (String service : Dumps.DATABASES) {
      Path built = Path.of(service + "-service", "target", "quarkus-app");
      copy(root.resolve(built), apps.resolve(built));
      plant(bug, root, apps.resolve(built).resolve("lib/main"));
    }
    System.out.println("  已植入 planted " + bug + " in " + apps);
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

  private static void plant(PlantedBug bug, Path root, Path libraries) throws IOException {
    Path work = Files.createTempDirectory("planted");
    Path source = Files.createDirectories(work.resolve("source")).resolve(bug.type() + ".java");
    Files.writeString(
        source, bug.plantedIn(Files.readString(root.resolve(RELAY + bug.type() + ".java"))));
    Path classes = Files.createDirectories(work.resolve("classes"));
    compile(source, libraries, classes);
    Path relay;
    try (Stream<Path> files = Files.list(libraries)) {
      relay =
          files
              .filter(file -> file.getFileName().toString().startsWith("hotline.event-relay-0"))
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

  private static void compile(Path source, Path libraries, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath;
    try (Stream<Path> jars = Files.list(libraries)) {
      classPath = jars.map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-cp",
            classPath,
            "-d",
            classes.toString(),
            source.toString());
    var said = new java.io.ByteArrayOutputStream();
    if (compiler.run(null, said, said, options.toArray(String[]::new)) != 0) {
      throw new IOException(said.toString(StandardCharsets.UTF_8));
    }
  }
}
