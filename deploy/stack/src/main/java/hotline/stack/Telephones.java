package hotline.stack;

import java.util.List;
import java.util.Map;

/** The gateway for text messages with the telephones behind it, to read them and to answer. */
final class Telephones implements Component {

  static final String NAME = "telephones";
  private static final int HEAP_MEGABYTES = 32;

  private final StackLayout layout;

  Telephones(StackLayout layout) {
    this.layout = layout;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "短信 telephones";
  }

  @Override
  public int port() {
    return layout.telephonesPort();
  }

  @Override
  public List<String> after() {
    return List.of();
  }

  @Override
  public List<String> command() {
    List<String> command = JavaCommand.small(layout, NAME, HEAP_MEGABYTES);
    command.addAll(
        List.of(
            "-cp",
            layout.root().resolve("deploy/stack/target/app") + "/*",
            "hotline.localservers.HandsetsOverHttp",
            Integer.toString(layout.textingPort()),
            Integer.toString(layout.telephonesPort())));
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean answers() throws InterruptedException {
    return Probe.ok(port(), "/health");
  }
}
