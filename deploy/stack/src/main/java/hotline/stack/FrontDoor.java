package hotline.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The gateway. */
final class FrontDoor implements Component {

  static final String NAME = "gateway";
  private static final int HEAP_MEGABYTES = 96;

  private final StackLayout layout;

  FrontDoor(StackLayout layout) {
    this.layout = layout;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "网关 gateway";
  }

  @Override
  public int port() {
    return layout.port();
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
            layout.root().resolve("deploy/gateway/target/app") + "/*",
            "hotline.gateway.Gateway"));
    return command;
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOTLINE_PORT", Integer.toString(layout.port()));
    environment.put("HOTLINE_ORIGIN", layout.origin());
    for (String service : StackLayout.SERVICES) {
      environment.put(
          "HOTLINE_GATEWAY_" + service.toUpperCase(Locale.ROOT),
          IntStream.rangeClosed(1, layout.instances())
              .mapToObj(instance -> "http://127.0.0.1:" + layout.servicePort(service, instance))
              .collect(Collectors.joining(",")));
    }
    if (layout.console()) {
      environment.put("HOTLINE_GATEWAY_CONSOLE", layout.root().resolve("console/dist").toString());
    }
    return environment;
  }

  @Override
  public boolean answers() throws InterruptedException {
    return Probe.ok(port(), "/gateway/health");
  }
}
