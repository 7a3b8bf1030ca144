package hotline.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** Short answers of the gateway itself. */
final class Answers {

  static final String PROBLEM_JSON = "application/problem+json";

  private Answers() {}

  static void problem(HttpServerRequest request, Problem problem) {
    HttpServerResponse response = request.response().setStatusCode(problem.status());
    if (problem.passing()) {
      response.putHeader("Retry-After", "2");
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(problem.json(english(request), request.path()));
  }

  /** For a request whose body will not be read: the connection cannot be used again. */
  static void problemAndClose(HttpServerRequest request, Problem problem) {
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    problem(request, problem);
  }

  static boolean english(HttpServerRequest request) {
    String languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en");
  }
}
