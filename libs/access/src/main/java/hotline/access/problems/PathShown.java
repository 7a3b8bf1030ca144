package hotline.access.problems;

import hotline.access.PlainText;
import io.vertx.core.http.HttpServerRequest;

/** The path of a request for the log: without its query, where people's words may be. */
public final class PathShown {
  private PathShown() {}

  public static String of(HttpServerRequest request) {
    return PlainText.brief(request.path(), 300);
  }
}
