package hotline.reporting.exports;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/** Lets the client see that an answer has no proper end. */
final class CutOff {

  private static final long PATIENCE_SECONDS = 5;

  private CutOff() {}

  /**
   * Closes the connection when the answer has begun, and waits for that. The framework resets it
   * too, but only after what is queued, and the end of the answer that it writes then can slip in
   * before.
   */
  static void unlessItCanStillBeRefused(HttpServerRequest request) {
    if (request.response().headWritten()
        && request.connection() instanceof ConnectionBase connection) {
      connection.channel().close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
