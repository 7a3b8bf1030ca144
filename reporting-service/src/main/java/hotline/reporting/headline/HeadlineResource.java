package hotline.reporting.headline;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.CALLBACK_LEAD;
import static hotline.access.Roles.CLERK;
import static hotline.access.Roles.DISPATCHER;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.OPERATOR;
import static hotline.access.Roles.REPLY_REVIEWER;
import static hotline.access.Roles.SCREENER;
import static hotline.access.Roles.SHIFT_LEAD;
import static hotline.access.Roles.SUPERVISOR;
import static hotline.access.Roles.UNIT_DESK;
import static hotline.access.Roles.UNIT_LEADER;

import hotline.reporting.directory.UnitScope;
import hotline.reporting.directory.UnitScopes;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The headline numbers over HTTP. */
@Path("/api/headline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  LEADER,
  SUPERVISOR,
  ANALYST,
  ASSESSMENT_CLERK,
  SHIFT_LEAD,
  OPERATOR,
  SCREENER,
  DISPATCHER,
  REPLY_REVIEWER,
  CALLBACK_LEAD,
  UNIT_DESK,
  UNIT_LEADER,
  CLERK
})
@Tag(name = "headline", description = "Headline numbers 三个总数与三率")
public class HeadlineResource {

  /** One line per unit. */
  public record ByUnit(List<Headline> items, long count) {}

  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  private final HeadlineNumbers numbers;
  private final HeadlineStream stream;
  private final UnitScopes scopes;
  private final SecurityIdentity identity;

  HeadlineResource(
      HeadlineNumbers numbers,
      HeadlineStream stream,
      UnitScopes scopes,
      SecurityIdentity identity) {
    this.numbers = numbers;
    this.stream = stream;
    this.scopes = scopes;
    this.identity = identity;
  }

  @GET
  @Operation(
      operationId = "readHeadline",
      summary = "Headline numbers of a period 受理、办结、在办、超期与三率",
      description =
          "Cases accepted in [from, to) (Asia/Shanghai); what the centre answered at once counts as "
              + "accepted then. rates.direct: of the cases registered in [from, to). Units see their own subtree. Overdue are the "
              + "cases that were late for their citizens; where units are asked for, those with "
              + "which the unit that has the case now was late. "
              + "Unknown answers are beside the rates, never in them; partly solved counts half. "
              + "What was excluded from scoring is in no rate but in rates.excluded, and counted as "
              + "excluded; a rating that was set aside is in none of the three rates. Each demand of a "
              + "call that was split counts as a case; splitOff are those that were split off.")
  public Headline headline(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit) {
    return numbers.read(Period.of(from, to), scopes.of(unit));
  }

  @GET
  @Path("/by-unit")
  @Operation(
      operationId = "readHeadlineByUnit",
      summary = "Headline numbers by unit 分单位",
      description =
          "One line per unit that leads a case, without the units below it. Overdue are the cases "
              + "with which this unit was late, not those it got late from another.")
  public ByUnit byUnit(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit) {
    List<Headline> units = numbers.readByUnit(Period.of(from, to), scopes.of(unit));
    return new ByUnit(units, units.size());
  }

  @GET
  @Path("/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(
      operationId = "streamHeadline",
      summary = "Headline numbers live 实时总数",
      description =
          "Server-sent events named headline: within half a second, then within half a second of a "
              + "change, and every 15 seconds. It ends with the token: come back with a new one.")
  public Multi<OutboundSseEvent> stream(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit,
      @Context Sse sse) {
    Period period = Period.of(from, to);
    UnitScope scope = scopes.of(unit);
    return stream
        .of(period, scope)
        .select()
        .first(untilTheTokenEnds())
        .map(
            headline ->
                sse.newEventBuilder()
                    .name("headline")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(Headline.class, headline)
                    .build());
  }

  /** A right that has ended is not used any longer by whoever came in time. */
  private Duration untilTheTokenEnds() {
    JsonWebToken token = (JsonWebToken) identity.getPrincipal();
    // Tokens live by the real time, whatever clock the service goes by.
    Duration left =
        Duration.between(
            InstantSource.system().instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    return left.compareTo(AT_LEAST) < 0 ? AT_LEAST : left;
  }
}
