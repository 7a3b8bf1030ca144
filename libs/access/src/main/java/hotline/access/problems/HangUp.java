package hotline.access.problems;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/**
 * Ends the connection of a request that was answered before its body had been sent. Closing at once
 * would reset it, and a client that is still sending would lose the answer; never closing would
 * leave the connection to a client that does not send on.
 */
final class HangUp {
  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(2);

  private HangUp() {}

  /** To be called before the answer ends. */
  static void afterAnswering(HttpServerRequest request) {
    request
        .response()
        .endHandler(
            answered -> {
              Vertx.currentContext()
                  .owner()
                  .setTimer(PATIENCE_MILLIS, late -> request.connection().close());
              if (!request.isEnded()) {
                request.handler(unread -> {});
                request.resume();
              }
            });
  }
}
