package hotline.access.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import hotline.access.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * The one place where a client's body is read: what goes wrong here is the client's, and named.
 * What goes wrong with JSON anywhere else is the service's own fault and never becomes a quiet 400.
 */
@Provider
public class BodyReading implements ReaderInterceptor {
  private final BodyLimits limits;
  private final UriInfo asked;

  @Inject
  BodyReading(BodyLimits limits, UriInfo asked) {
    this.limits = limits;
    this.asked = asked;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    try {
      body.setInputStream(
          new LimitedBody(body.getInputStream(), limits.of(asked.getRequestUri().getRawPath())));
      Object read = body.proceed();
      if (read == null && isJson(body.getMediaType())) {
        throw UnreadableBody.missing();
      }
      return read;
    } catch (InvalidDefinitionException serversOwnFault) {
      throw serversOwnFault;
    } catch (JsonProcessingException e) {
      throw refusal(e);
    } catch (WebApplicationException e) {
      if (e.getCause() instanceof JsonProcessingException json) {
        throw refusal(json);
      }
      throw e;
    } catch (IOException cutOff) {
      throw WebRefusal.ofStatus(408);
    }
  }

  /** A constructor or setter may have refused the value for a reason of its own. */
  private static Refusal refusal(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal own) {
        return own;
      }
    }
    return UnreadableBody.explain(e);
  }

  private static boolean isJson(MediaType type) {
    return type == null || type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }
}
