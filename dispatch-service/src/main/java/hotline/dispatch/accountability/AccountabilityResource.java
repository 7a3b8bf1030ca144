package hotline.dispatch.accountability;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/accountability/records")
@Tag(name = "accountability")
public class AccountabilityResource {

  private final RecordStore records;
  private final KeepRecord keep;
  private final CurrentActor actor;

  AccountabilityResource(RecordStore records, KeepRecord keep, CurrentActor actor) {
    this.records = records;
    this.keep = keep;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.ASSESSMENT_CLERK,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "listAccountabilityRecords",
      summary = "Named criticisms and talks (通报批评、约谈), the newest first",
      description =
          "Roles supervisor, leader, assessment-clerk: all; clerk, unit-desk, unit-leader: of their"
              + " unit and below. With unit only those of that unit, with case only those that rest on"
              + " that case.")
  public RecordStore.Page list(
      @QueryParam("unit") String unit,
      @QueryParam("case") UUID caseId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return records.page(
        actor.scope().sqlUnitPathPrefix().orElse(null),
        actor.scope().sqlGridPathPrefix().orElse(null),
        unit == null || unit.isBlank() ? null : unit,
        caseId,
        Cursor.of(cursor),
        PageSize.of(limit));
  }

  @POST
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Idempotent
  @Operation(
      operationId = "recordAccountability",
      summary = "Record a named criticism or a talk; records are added and never changed",
      description =
          "Roles supervisor, leader. Rests on 1 to 20 cases that the unit has or had in hand; each"
              + " of them gets a fact on its timeline.")
  public RestResponse<AccountabilityRecord> keep(AccountabilityEntry entry) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, keep.keep(actor.get(), entry))
        .build();
  }
}
