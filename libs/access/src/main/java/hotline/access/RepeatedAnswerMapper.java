package hotline.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the first answer again, marked as such. */
public class RepeatedAnswerMapper {
  @ServerExceptionMapper(priority = 1)
  public Response repeat(RepeatedAnswer repeated) {
    Answer answer = repeated.answer();
    Response.ResponseBuilder response =
        Response.status(answer.status()).header("Idempotency-Replayed", "true");
    if (answer.location() != null) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.etag() != null) {
      response.header(HttpHeaders.ETAG, answer.etag());
    }
    if (answer.body() != null) {
      response.entity(answer.body()).type(answer.contentType());
    }
    return response.build();
  }
}
