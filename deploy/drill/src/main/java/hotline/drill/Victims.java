package hotline.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The processes of the stack, to be ended as a power cut ends them. */
final class Victims {

  /** What serves, with the place of its port after the gateway's. */
  private static final Map<String, Integer> SERVING = serving();

  private static final int MOST_INSTANCES = 3;

  /** What keeps them running; they listen nowhere. */
  private static final List<String> KEEPING = List.of("supervisor", "keeper");

  private final Path run;
  private final int port;

  Victims(Path run, int port) {
    this.run = run;
    this.port = port;
  }

  private static Map<String, Integer> serving() {
    Map<String, Integer> places = new LinkedHashMap<>();
    places.put("gateway", 0);
    places.put("intake", 1);
    places.put("dispatch", 2);
    places.put("evaluation", 3);
    places.put("reporting", 4);
    places.put("keycloak", 5);
    places.put("postgres", 6);
    places.put("kafka", 7);
    int place = 9;
    for (int instance = 2; instance <= MOST_INSTANCES; instance++) {
      for (String service : Dumps.DATABASES) {
        places.put(service + "-" + instance, place++);
      }
    }
    return places;
  }

  /** What serves in this stack, further instances of a service included. */
  List<String> serve() {
    return SERVING.keySet().stream()
        .filter(name -> Files.exists(run.resolve(name + ".pid")))
        .toList();
  }

  static List<String> keep() {
    return KEEPING;
  }

  /** Returns the number of the process that was ended. */
  long kill(String name) throws IOException, InterruptedException {
    long pid = pid(name);
    new ProcessBuilder("kill", "-9", Long.toString(pid)).inheritIO().start().waitFor();
    return pid;
  }

  /** Another process has taken its place and, if it serves, listens. */
  boolean back(String name, long killed) {
    try {
      long now = pid(name);
      return now != killed
          && ProcessHandle.of(now).isPresent()
          && (!SERVING.containsKey(name) || listens(port + SERVING.get(name)));
    } catch (IOException | NumberFormatException beingWritten) {
      return false;
    }
  }

  /** The number of the process at this moment. */
  long pid(String name) throws IOException {
    return Long.parseLong(Files.readString(run.resolve(name + ".pid")).trim());
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  /** False when it did not happen within the time. */
  static boolean await(BooleanSupplier happened, long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return true;
  }
}
