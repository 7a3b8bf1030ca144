package hotline.stack;

import hotline.relay.quarkus.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps every process of the stack running. It may be killed itself: the keeper starts it again,
 * and it takes over the processes that run.
 */
final class Supervisor {

  static final String NAME = "supervisor";

  /**
   * Clients that wait for a broker to come up say so at length; held, or the level is forgotten.
   */
  private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

  private final StackLayout layout;
  private final Keeper keeper;

  Supervisor(StackLayout layout) {
    this.layout = layout;
    this.keeper = new Keeper(layout);
  }

  /** Starts everything and then watches; returns only when the stack is to end. */
  void watch(List<Component> components) throws IOException, InterruptedException {
    if (!Files.exists(layout.clock())) {
      SimulatedClock.write(layout.clock(), Instant.now(), 1);
    }
    Files.createDirectories(layout.run().resolve("logs"));
    Progress progress = new Progress(layout.progress());
    Map<String, Child> children = new LinkedHashMap<>();
    for (Component component : components) {
      children.put(component.name(), new Child(component, layout, progress, children));
    }
    children.forEach((name, child) -> daemon(name, child));
    CompletableFuture.allOf(
            children.values().stream().map(Child::up).toArray(CompletableFuture[]::new))
        .thenRun(this::ready);
    while (Files.exists(layout.keep())) {
      keeper.startIfGone();
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private void ready() {
    try {
      if (Files.exists(layout.keep())) {
        Files.writeString(layout.ready(), layout.origin());
      }
    } catch (IOException e) {
      Logger.getLogger(NAME).log(Level.SEVERE, "ready", e);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  static List<Component> components(StackLayout layout) {
    Database database = new Database(layout);
    List<Component> components = new ArrayList<>();
    components.add(database);
    components.add(new Broker(layout));
    components.add(new Identity(layout, database));
    for (int instance = 1; instance <= layout.instances(); instance++) {
      for (String service : StackLayout.SERVICES) {
        components.add(new Service(layout, service, instance));
      }
    }
    components.add(new FrontDoor(layout));
    if (layout.texting()) {
      components.add(new Telephones(layout));
    }
    return components;
  }

  public static void main(String[] arguments) throws Exception {
    KAFKA_CLIENTS.setLevel(Level.SEVERE);
    StackLayout layout = Options.parse(arguments).layout();
    new Supervisor(layout).watch(components(layout));
  }
}
