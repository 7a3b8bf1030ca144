package hotline.access.guard;

import hotline.access.Invalid;
import hotline.access.TooLarge;
import hotline.access.problems.BodyLimits;
import hotline.access.problems.ProblemWriter;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * What every request passes before any resource: security headers, the size of the body, characters
 * that no database keeps.
 */
@ApplicationScoped
public class Door {
  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private final BodyLimits limits;

  @Inject
  Door(BodyLimits limits) {
    this.limits = limits;
  }

  void install(@Observes Filters filters) {
    filters.register(this::enter, 1000);
    filters.register(Door::leaveChunkedBodiesToTheirReader, 1);
  }

  private void enter(RoutingContext exchange) {
    protect(exchange);
    long bodyLimit = limits.of(exchange.request().path());
    if (announcedLength(exchange) > bodyLimit) {
      ProblemWriter.write(new TooLarge(bodyLimit), exchange);
    } else if (hasUnstorableCharacter(exchange.request().uri())) {
      ProblemWriter.write(
          new Invalid(
              "",
              "bad-character",
              "地址中含有不能保存的字符。",
              "The address has a character that cannot be kept."),
          exchange);
    } else {
      exchange.next();
    }
  }

  private static void protect(RoutingContext exchange) {
    HttpServerResponse response = exchange.response();
    String path = exchange.request().path();
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (path == null || !isDeveloperPage(path)) {
      response.putHeader("Content-Security-Policy", API_POLICY);
    }
    if (path == null || path.contains("/api")) {
      response.putHeader("Cache-Control", "no-store");
    }
  }

  /** Pages of the framework with scripts of their own; neither exists in a packaged service. */
  private static boolean isDeveloperPage(String path) {
    return path.contains("/q/swagger-ui") || path.contains("/q/dev-ui");
  }

  private static long announcedLength(RoutingContext exchange) {
    try {
      String length = exchange.request().getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private static boolean hasUnstorableCharacter(String uri) {
    return uri != null && uri.toLowerCase(Locale.ROOT).contains("%00");
  }

  /**
   * The framework would answer a chunked body over the limit with an empty 413; the reader of the
   * body gives a problem document.
   */
  private static void leaveChunkedBodiesToTheirReader(RoutingContext exchange) {
    exchange.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
    exchange.next();
  }
}
