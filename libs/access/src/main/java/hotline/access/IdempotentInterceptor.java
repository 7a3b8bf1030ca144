package hotline.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Wraps a resource method into {@link IdempotentCommands}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {
  private static final String KEY_HEADER = "Idempotency-Key";

  private final IdempotentCommands commands;
  private final CurrentActor actor;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Request request;
  private final ObjectMapper json;

  @Inject
  IdempotentInterceptor(
      IdempotentCommands commands,
      CurrentActor actor,
      HttpHeaders headers,
      UriInfo uri,
      Request request,
      ObjectMapper json) {
    this.commands = commands;
    this.actor = actor;
    this.headers = headers;
    this.uri = uri;
    this.request = request;
    this.json = json;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    CommandKey key =
        new CommandKey(
            actor.isSignedIn() ? actor.get().userId() : "-",
            request.getMethod(),
            uri.getRequestUri().getRawPath(),
            headers.getHeaderString(KEY_HEADER));
    byte[] digest = RequestDigest.of(call, uri.getRequestUri().getRawQuery(), json);
    Object[] returned = new Object[1];
    IdempotentCommands.Outcome outcome =
        commands.run(
            key,
            digest,
            () -> {
              returned[0] = call.proceed();
              return answer(returned[0], call);
            });
    if (outcome.repeated()) {
      throw new RepeatedAnswer(outcome.answer());
    }
    // The body was written once already, to be kept; a plain Response need not write it again.
    return returned[0] instanceof Response response && outcome.answer().body() != null
        ? Response.fromResponse(response)
            .entity(outcome.answer().body())
            .type(outcome.answer().contentType())
            .build()
        : returned[0];
  }

  private Answer answer(Object returned, InvocationContext call) throws JsonProcessingException {
    if (returned instanceof RestResponse<?> typed) {
      return answer(typed.toResponse());
    }
    if (returned instanceof Response response) {
      return answer(response);
    }
    ResponseStatus declared = call.getMethod().getAnnotation(ResponseStatus.class);
    int status = declared != null ? declared.value() : returned == null ? 204 : 200;
    return new Answer(
        status, null, null, returned == null ? null : MediaType.APPLICATION_JSON, bytes(returned));
  }

  private Answer answer(Response response) throws JsonProcessingException {
    if (response.getStatus() >= 300) {
      // Nothing that is not a success may be half kept: the transaction goes back.
      throw new WebApplicationException(response);
    }
    byte[] body = bytes(response.getEntity());
    MediaType type = response.getMediaType();
    return new Answer(
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        response.getHeaderString(HttpHeaders.ETAG),
        body == null ? null : type == null ? MediaType.APPLICATION_JSON : type.toString(),
        body);
  }

  private byte[] bytes(Object entity) throws JsonProcessingException {
    if (entity == null) {
      return null;
    }
    return entity instanceof byte[] raw ? raw : json.writeValueAsBytes(entity);
  }
}
