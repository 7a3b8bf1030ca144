package hotline.access.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import hotline.access.Forbidden;
import hotline.access.NotSignedIn;
import hotline.access.Refusal;
import hotline.access.Unavailable;
import hotline.access.guard.DenialLog;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Every exception that leaves a resource becomes a problem document here and nowhere else. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger("hotline.access.fault");
  private static final int FIRST = 1;

  private final OfferedMethods offered;

  @Inject
  ProblemMappers(OfferedMethods offered) {
    this.offered = offered;
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response refused(Refusal refusal, HttpServerRequest request) {
    if (refusal.status() == 401 || refusal.status() == 403) {
      DenialLog.denied(refusal, request);
    }
    return ProblemWriter.response(refusal, request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response notSignedIn(UnauthorizedException e, HttpServerRequest request) {
    return refused(new NotSignedIn(), request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response badToken(AuthenticationFailedException e, HttpServerRequest request) {
    // Keys that cannot be fetched are the provider's trouble, not the caller's: never a 200, but no
    // 401 either.
    if (IdentityProviderAway.explains(e)) {
      LOG.warn("The identity provider cannot be reached to check a token");
      return refused(new Unavailable(), request);
    }
    return refused(new NotSignedIn(), request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response forbidden(ForbiddenException e, HttpServerRequest request) {
    return refused(Forbidden.byRole(), request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response constraint(ValidationException e, HttpServerRequest request) {
    return e instanceof ConstraintViolationException broken && !BrokenConstraint.isOwnFault(broken)
        ? refused(BrokenConstraint.explain(broken), request)
        : unexpected(e, request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response web(WebApplicationException e, HttpServerRequest request) {
    Response own = e.getResponse();
    if (own.getStatus() < 400) {
      return own;
    }
    if (own.getStatus() >= 500) {
      return unexpected(e, request);
    }
    ResteasyReactiveRequestContext context = CurrentRequestManager.get();
    if (e.getCause() != null
        && context != null
        && context.getTarget() != null
        && (e instanceof NotFoundException || own.getStatus() == 400)) {
      return refused(WrongParameter.explain(context), request);
    }
    Refusal refusal =
        switch (own.getStatus()) {
          case 401 -> new NotSignedIn();
          case 403 -> Forbidden.byRole();
          default -> WebRefusal.ofStatus(own.getStatus());
        };
    if (own.getStatus() == 405) {
      refusal.withHeader(HttpHeaders.ALLOW, offered.at(request.path()));
    }
    return refused(refusal, request);
  }

  /**
   * JSON that the service itself could not read or write; what clients send is judged in {@link
   * BodyReading}.
   */
  @ServerExceptionMapper(priority = FIRST)
  public Response ownJson(MismatchedInputException e, HttpServerRequest request) {
    return fault(e, request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response ownJson(JsonProcessingException e, HttpServerRequest request) {
    return fault(e, request);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response unexpected(Throwable e, HttpServerRequest request) {
    Refusal known = Diagnosis.of(e);
    if (known == null) {
      return fault(e, request);
    }
    if (!(known == e)) {
      LOG.warnf(
          "%s %s answered %d because of %s",
          request.method(), PathShown.of(request), known.status(), FaultReport.of(e));
    }
    return refused(known, request);
  }

  private Response fault(Throwable e, HttpServerRequest request) {
    String trace = ProblemWriter.traceId(request.getHeader("traceparent"));
    Fault fault = new Fault(trace == null ? ProblemWriter.newId() : trace);
    LOG.errorf(
        "Fault %s: %s %s failed: %s",
        fault.id(), request.method(), PathShown.of(request), FaultReport.of(e));
    return ProblemWriter.response(fault, request);
  }
}
