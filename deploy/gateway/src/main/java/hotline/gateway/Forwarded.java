package hotline.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;
import java.net.URI;

/**
 * Says to a service how the client reached the gateway; what the client claims is not believed,
 * what a trusted proxy says of its address is.
 */
final class Forwarded {

  private Forwarded() {}

  static void by(ProxyRequest request, URI origin, TrustedProxies proxies) {
    HttpServerRequest incoming = request.proxiedRequest();
    String client =
        proxies.client(
            incoming.remoteAddress().hostAddress(),
            String.join(",", request.headers().getAll("X-Forwarded-For")));
    request.headers().remove("Forwarded");
    request.putHeader("X-Forwarded-For", client);
    request.putHeader("X-Forwarded-Proto", origin.getScheme());
    request.putHeader("X-Forwarded-Host", origin.getHost());
    request.putHeader("X-Forwarded-Port", Integer.toString(portOf(origin)));
  }

  private static int portOf(URI origin) {
    if (origin.getPort() > 0) {
      return origin.getPort();
    }
    return "https".equals(origin.getScheme()) ? 443 : 80;
  }
}
