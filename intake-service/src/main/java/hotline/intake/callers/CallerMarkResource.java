package hotline.intake.callers;

import static hotline.intake.callers.CallerResource.required;

import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.CaseId;
import hotline.intake.cases.Doer;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Marks of numbers that call. */
@Path("/api/caller-marks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "callers")
public class CallerMarkResource {

  /** What a number is marked as, and why; need: of care only. */
  public record MarkForm(
      String phone,
      @Schema(examples = "CARE") String kind,
      @Schema(examples = "ELDERLY_ALONE") String need,
      String reason) {}

  /** Why it is sent back or lifted. */
  public record ReasonForm(String reason) {}

  /** Where a mark stands after an act. */
  @Schema(name = "CallerMarkMoved")
  public record MarkMoved(UUID id, MarkState state, Instant endsAt, long version) {}

  /**
   * Abuse that waits for a second person; the number is not kept.
   *
   * @param lapsesAt when it is void unless it was confirmed
   */
  @Schema(name = "AbuseProposal")
  public record Proposal(
      UUID id,
      String reason,
      String proposedBy,
      Instant proposedAt,
      Instant lapsesAt,
      long version) {}

  /**
   * Abuse that two people have said; the number is not kept.
   *
   * @param state IN_FORCE, LIFTED or EXPIRED
   * @param decidedBy who confirmed it, or lifted it since
   * @param mayLift whether the reader may lift it: not who proposed it
   */
  @Schema(name = "AbuseMark")
  public record Abuse(
      UUID id,
      MarkState state,
      String reason,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant endsAt,
      boolean mayLift,
      long version) {}

  /**
   * @param reason null where none was told, and once the number was erased
   */
  @Schema(name = "CallerMarkHistoryLine")
  public record HistoryLine(MarkAct act, String actor, Instant at, String reason) {}

  private final SetMark setMark;
  private final DecideMark decideMark;
  private final CallerMarkStore marks;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  CallerMarkResource(
      SetMark setMark,
      DecideMark decideMark,
      CallerMarkStore marks,
      CurrentActor actor,
      Clock clock) {
    this.setMark = setMark;
    this.decideMark = decideMark;
    this.marks = marks;
    this.actor = actor;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "markCaller",
      summary = "Mark a number that calls 来电标记",
      description =
          "operator. Needs Idempotency-Key and a reason. CARE holds for twelve months; ABUSE is a"
              + " proposal until another person confirms it, within seven days.")
  @APIResponseSchema(value = MarkMoved.class, responseCode = "201")
  public RestResponse<MarkMoved> mark(MarkForm form) {
    MarkForm told = required(form);
    CallerMark mark =
        setMark.set(told.phone(), told.kind(), told.need(), told.reason(), Doer.of(actor.get()));
    return Versioned.created(moved(mark), mark.version());
  }

  @GET
  @Path("/proposals")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Transactional
  @Operation(
      operationId = "listAbuseProposals",
      summary = "Marks of abuse that wait for a second person, the oldest first 待确认的骚扰来电标记",
      description = "shift-lead.")
  public Page<Proposal> proposals(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    Page<CallerMarkStore.Told> page =
        marks.proposed(PageRequest.of(cursor, limit), clock.instant());
    return new Page<>(
        page.items().stream().map(CallerMarkResource::proposal).toList(),
        page.count(),
        page.nextCursor());
  }

  @GET
  @Path("/abuse")
  @RolesAllowed({Roles.SHIFT_LEAD, Roles.AUDITOR})
  @Transactional
  @Operation(
      operationId = "listAbuseMarks",
      summary = "Marks of abuse that were confirmed, the newest first 骚扰来电标记",
      description =
          "shift-lead, auditor. tab = active, expiring (within two weeks) or ended (lifted, or by itself; for"
              + " thirty days).")
  public Page<Abuse> abuse(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Instant now = clock.instant();
    Actor reader = actor.get();
    Page<CallerMarkStore.Told> page =
        marks.abuse(AbuseTab.of(tab), PageRequest.of(cursor, limit), now);
    return new Page<>(
        page.items().stream().map(told -> abuse(told, reader, now)).toList(),
        page.count(),
        page.nextCursor());
  }

  @POST
  @Path("/{id}/confirmation")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "confirmAbuse",
      summary = "Confirm a mark of abuse 确认骚扰来电标记",
      description =
          "shift-lead, not who proposed it. Needs Idempotency-Key and If-Match. Holds for 90 days.")
  public RestResponse<MarkMoved> confirm(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    return ok(decideMark.confirm(CaseId.parse(id), IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/return")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "sendAbuseBack",
      summary = "Do not confirm a mark of abuse 不予确认",
      description = "shift-lead. Needs Idempotency-Key, If-Match and a reason.")
  public RestResponse<MarkMoved> sendBack(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, ReasonForm form) {
    String reason = required(form).reason();
    return ok(decideMark.sendBack(CaseId.parse(id), reason, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/lifting")
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "liftCallerMark",
      summary = "End a mark before its time 解除来电标记",
      description =
          "operator (care only), shift-lead; abuse not by who proposed it. Needs Idempotency-Key,"
              + " If-Match and a reason.")
  public RestResponse<MarkMoved> lift(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, ReasonForm form) {
    String reason = required(form).reason();
    return ok(decideMark.lift(CaseId.parse(id), reason, IfMatch.of(ifMatch), actor.get()));
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed({Roles.SHIFT_LEAD, Roles.AUDITOR})
  @Transactional
  @Operation(
      operationId = "readCallerMarkHistory",
      summary = "Who set, decided, lifted and saw a mark, the last first 来电标记留痕",
      description = "shift-lead, auditor.")
  public Page<HistoryLine> history(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Page<CallerMarkStore.Line> page =
        marks.history(CaseId.parse(id), PageRequest.of(cursor, limit));
    return new Page<>(
        page.items().stream()
            .map(line -> new HistoryLine(line.act(), line.actor(), line.at(), line.reason()))
            .toList(),
        page.count(),
        page.nextCursor());
  }

  private static Proposal proposal(CallerMarkStore.Told told) {
    CallerMark mark = told.mark();
    return new Proposal(
        mark.id(), told.reason(), mark.setBy(), mark.setAt(), mark.endsAt(), mark.version());
  }

  private static Abuse abuse(CallerMarkStore.Told told, Actor reader, Instant now) {
    CallerMark mark = told.mark();
    boolean over = mark.isOver(now);
    return new Abuse(
        mark.id(),
        over && mark.state() == MarkState.IN_FORCE ? MarkState.EXPIRED : mark.state(),
        told.reason(),
        mark.setBy(),
        mark.setAt(),
        mark.decidedBy(),
        mark.endsAt(),
        mark.mayBeLifted(reader, now),
        mark.version());
  }

  private static RestResponse<MarkMoved> ok(CallerMark mark) {
    return Versioned.ok(moved(mark), mark.version());
  }

  private static MarkMoved moved(CallerMark mark) {
    return new MarkMoved(mark.id(), mark.state(), mark.endsAt(), mark.version());
  }
}
