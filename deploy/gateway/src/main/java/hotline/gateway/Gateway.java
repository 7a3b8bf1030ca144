package hotline.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One origin: four services, the identity provider and the console behind one address. */
final class Gateway implements AutoCloseable {

  private static final String HEALTH = "/gateway/health";
  private static final int LONGEST_HEADERS = 32 * 1024;
  private static final int CONNECT_MILLIS = 2000;
  // Every open event stream holds one connection.
  private static final int CONNECTIONS_PER_INSTANCE = 2000;

  private final Vertx vertx;
  private final HttpServer server;
  private final Map<String, ServiceRoute> services = new LinkedHashMap<>();
  private final Console console;

  Gateway(GatewaySettings settings) {
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setKeepAliveTimeout(30),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_INSTANCE));
    settings
        .instances()
        .forEach(
            (path, instances) ->
                services.put(path, new ServiceRoute(vertx, client, settings, instances)));
    console = new Console(vertx, settings);
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(settings.host())
                    .setPort(settings.port())
                    .setHttp2ClearTextEnabled(false)
                    .setMaxHeaderSize(LONGEST_HEADERS)
                    .setIdleTimeout(120))
            .requestHandler(this::route);
  }

  Gateway start() throws InterruptedException, ExecutionException, TimeoutException {
    await(server.listen());
    return this;
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    try {
      await(vertx.close());
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The gateway did not close", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void route(HttpServerRequest request) {
    String path = request.path() == null ? "/" : request.path();
    for (Map.Entry<String, ServiceRoute> service : services.entrySet()) {
      String prefix = service.getKey();
      if (path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
        service.getValue().handle(request);
        return;
      }
    }
    if (path.equals(HEALTH)) {
      request.response().putHeader("Content-Type", "application/json").end("{\"status\":\"UP\"}");
    } else {
      console.handle(request);
    }
  }

  private static <T> T await(Future<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  public static void main(String[] arguments) throws Exception {
    GatewaySettings settings = GatewaySettings.from(System.getenv());
    Gateway gateway = new Gateway(settings).start();
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
    System.out.println("Gateway listens on " + settings.host() + ":" + gateway.port());
  }
}
