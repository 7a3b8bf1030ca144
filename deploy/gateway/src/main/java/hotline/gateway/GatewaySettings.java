package hotline.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the gateway listens and where each path goes.
 *
 * @param origin the address in people's browsers, such as {@code http://localhost:8080}
 * @param instances path prefix to the instances that serve it, such as {@code /intake}
 * @param console folder of the built console; null when there is none
 * @param bodyLimit largest request body in bytes
 * @param silence how long a service may say nothing before its request is given up
 * @param upload how long a client may take to send its request
 * @param trusted the proxies in front of the gateway
 */
record GatewaySettings(
    String host,
    int port,
    URI origin,
    Map<String, List<URI>> instances,
    Path console,
    long bodyLimit,
    Duration silence,
    Duration upload,
    TrustedProxies trusted) {

  private static final int DEFAULT_PORT = 8080;

  static GatewaySettings from(Map<String, String> environment) {
    int port = Integer.parseInt(environment.getOrDefault("HOTLINE_PORT", "" + DEFAULT_PORT));
    Map<String, List<URI>> instances = new LinkedHashMap<>();
    instances.put("/intake", uris(environment, "HOTLINE_GATEWAY_INTAKE", port + 1));
    instances.put("/dispatch", uris(environment, "HOTLINE_GATEWAY_DISPATCH", port + 2));
    instances.put("/evaluation", uris(environment, "HOTLINE_GATEWAY_EVALUATION", port + 3));
    instances.put("/reporting", uris(environment, "HOTLINE_GATEWAY_REPORTING", port + 4));
    instances.put("/auth", uris(environment, "HOTLINE_GATEWAY_AUTH", port + 5));
    String console = environment.get("HOTLINE_GATEWAY_CONSOLE");
    return new GatewaySettings(
        environment.getOrDefault("HOTLINE_GATEWAY_HOST", "127.0.0.1"),
        port,
        URI.create(environment.getOrDefault("HOTLINE_ORIGIN", "http://localhost:" + port)),
        instances,
        console == null || console.isBlank() ? null : Path.of(console),
        Long.parseLong(environment.getOrDefault("HOTLINE_GATEWAY_BODY_LIMIT", "12582912")),
        seconds(environment, "HOTLINE_GATEWAY_SILENCE_SECONDS", 60),
        seconds(environment, "HOTLINE_GATEWAY_UPLOAD_SECONDS", 60),
        TrustedProxies.of(environment.getOrDefault("HOTLINE_GATEWAY_TRUSTED_PROXIES", "")));
  }

  private static List<URI> uris(Map<String, String> environment, String key, int defaultPort) {
    String value = environment.getOrDefault(key, "http://127.0.0.1:" + defaultPort);
    return Arrays.stream(value.split(",")).map(String::trim).map(URI::create).toList();
  }

  private static Duration seconds(Map<String, String> environment, String key, long fallback) {
    return Duration.ofSeconds(
        Long.parseLong(environment.getOrDefault(key, Long.toString(fallback))));
  }
}
