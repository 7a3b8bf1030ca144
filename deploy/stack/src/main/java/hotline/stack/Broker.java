package hotline.stack;

import hotline.localservers.KafkaServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The Kafka broker. */
final class Broker implements Component {

  static final String NAME = "kafka";

  private final StackLayout layout;
  private final KafkaServer server;

  Broker(StackLayout layout) {
    this.layout = layout;
    this.server =
        new KafkaServer(
            layout.run().resolve("kafka"),
            layout.brokerPort(),
            layout.brokerControllerPort(),
            Map.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "事件日志 Kafka";
  }

  @Override
  public int port() {
    return layout.brokerPort();
  }

  @Override
  public List<String> after() {
    return List.of();
  }

  @Override
  public List<String> command() throws Exception {
    return server.command();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean answers() throws InterruptedException {
    if (!Probe.listens(port())) {
      return false;
    }
    try {
      server.awaitReady(Duration.ofSeconds(2));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
