package hotline.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands the requests below one path to the instances of a service and back, as streams. */
final class ServiceRoute implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(ServiceRoute.class.getName());
  private static final String RETRY_AFTER_SECONDS = "2";

  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Upstream upstream;
  private final HttpProxy proxy;

  ServiceRoute(Vertx vertx, HttpClient client, GatewaySettings settings, List<URI> instances) {
    this.vertx = vertx;
    this.settings = settings;
    this.upstream = new Upstream(client, instances, settings.silence());
    this.proxy = HttpProxy.reverseProxy(client).addInterceptor(this);
  }

  void handle(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && tooLong(length)) {
      Answers.problemAndClose(request, Problem.TOO_LARGE);
      return;
    }
    URI address;
    try {
      address = new URI(request.uri());
    } catch (URISyntaxException broken) {
      // The services would answer it with a 400 that says nothing.
      Answers.problemAndClose(request, Problem.BAD_ADDRESS);
      return;
    }
    if (OperatorsPages.include(address)) {
      Answers.problemAndClose(request, Problem.NO_SUCH_FILE);
      return;
    }
    proxy.handle(request);
  }

  private boolean tooLong(String length) {
    try {
      return Long.parseLong(length.trim()) > settings.bodyLimit();
    } catch (NumberFormatException unreadable) {
      return true;
    }
  }

  /**
   * Sends the request itself instead of asking the proxy to: the proxy answers a failure with an
   * empty 502, and a client deserves a problem document.
   */
  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest incoming = request.proxiedRequest();
    Forwarded.by(request, settings.origin(), settings.trusted());
    BodyLimit body = new BodyLimit(request.getBody().stream(), settings.bodyLimit());
    if (request.getBody().length() < 0) {
      request.setBody(Body.body(body));
    }
    long slow = closeWhenSlow(incoming);
    return upstream
        .connect(incoming)
        .compose(request::send)
        .onComplete(done -> vertx.cancelTimer(slow))
        .recover(
            failure ->
                Future.succeededFuture(
                    problem(
                        request,
                        incoming,
                        body.exceeded() ? Problem.TOO_LARGE : reason(failure),
                        failure)));
  }

  private long closeWhenSlow(HttpServerRequest incoming) {
    return vertx.setTimer(
        settings.upload().toMillis(),
        late -> {
          if (!incoming.isEnded()) {
            incoming.connection().close();
          }
        });
  }

  private static ProxyResponse problem(
      ProxyRequest request, HttpServerRequest incoming, Problem problem, Throwable failure) {
    LOG.log(
        Level.WARNING,
        "{0} {1}: {2} ({3})",
        new Object[] {incoming.method(), incoming.path(), problem.status(), failure.getMessage()});
    // What the client still sends must be read, or its connection is stuck.
    if (!incoming.isEnded()) {
      incoming.handler(rest -> {}).resume();
    }
    ProxyResponse response = request.release().response();
    response.headers().clear();
    response.setStatusCode(problem.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Answers.PROBLEM_JSON);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.passing()) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    } else {
      response.putHeader(HttpHeaders.CONNECTION, "close");
    }
    return response.setBody(
        Body.body(Buffer.buffer(problem.json(Answers.english(incoming), incoming.path()))));
  }

  private static Problem reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Upstream.NoInstance) {
        return Problem.AWAY;
      }
      if (cause instanceof TimeoutException) {
        return Problem.SILENT;
      }
    }
    return Problem.BROKE_OFF;
  }
}
