package hotline.access;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers that carry the version of what they show as {@code ETag}, for the next {@link IfMatch}.
 */
public final class Versioned {

  private Versioned() {}

  public static <T> RestResponse<T> ok(T shown, long version) {
    return answer(RestResponse.Status.OK, shown, version);
  }

  public static <T> RestResponse<T> created(T made, long version) {
    return answer(RestResponse.Status.CREATED, made, version);
  }

  private static <T> RestResponse<T> answer(RestResponse.Status status, T body, long version) {
    return RestResponse.ResponseBuilder.create(status, body)
        .header(HttpHeaders.ETAG, IfMatch.etag(version))
        .build();
  }
}
