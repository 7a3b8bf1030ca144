package hotline.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service: each in turn, passing over one that refuses the connection. */
final class Upstream {

  private final HttpClient client;
  private final List<SocketAddress> instances;
  private final Duration silence;
  private final AtomicInteger turn = new AtomicInteger();

  Upstream(HttpClient client, List<URI> instances, Duration silence) {
    this.client = client;
    this.instances =
        instances.stream()
            .map(uri -> SocketAddress.inetSocketAddress(uri.getPort(), uri.getHost()))
            .toList();
    this.silence = silence;
  }

  /** A request on a connection to an instance that accepted it; nothing is sent yet. */
  Future<HttpClientRequest> connect(HttpServerRequest incoming) {
    return connect(incoming, Math.floorMod(turn.getAndIncrement(), instances.size()), 0);
  }

  private Future<HttpClientRequest> connect(HttpServerRequest incoming, int first, int tried) {
    SocketAddress address = instances.get((first + tried) % instances.size());
    RequestOptions options =
        new RequestOptions()
            .setServer(address)
            .setHost(address.host())
            .setPort(address.port())
            .setMethod(incoming.method())
            .setURI(incoming.uri())
            .setIdleTimeout(silence.toMillis());
    return client
        .request(options)
        .recover(
            refused ->
                tried + 1 < instances.size()
                    ? connect(incoming, first, tried + 1)
                    : Future.failedFuture(new NoInstance(refused)));
  }

  /** Every instance refused the connection. */
  static final class NoInstance extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoInstance(Throwable cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }
}
