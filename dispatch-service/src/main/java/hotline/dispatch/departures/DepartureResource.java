package hotline.dispatch.departures;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/departures")
@Tag(name = "departures")
public class DepartureResource {

  private final DepartureStore store;
  private final DeparturePreview preview;
  private final OrderDeparture order;
  private final CancelDeparture cancel;
  private final DirectoryStore directory;
  private final CurrentActor actor;

  DepartureResource(
      DepartureStore store,
      DeparturePreview preview,
      OrderDeparture order,
      CancelDeparture cancel,
      DirectoryStore directory,
      CurrentActor actor) {
    this.store = store;
    this.preview = preview;
    this.order = order;
    this.cancel = cancel;
    this.directory = directory;
    this.actor = actor;
  }

  /** The last ordered first. */
  @Schema(name = "DeparturePage")
  public record Page(List<DepartureView> items, long count, String nextCursor) {}

  @GET
  @RolesAllowed({Roles.UNIT_LEADER, Roles.SUPERVISOR})
  @Operation(
      operationId = "listDepartures",
      summary = "Who left or will leave a unit, who takes over, what moved (离岗移交)",
      description =
          "Roles unit-leader: of the own unit and those below it; supervisor: all. The last ordered"
              + " first.")
  public Page list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    int size = PageSize.of(limit);
    String within = DepartureUnit.subtree(actor.get());
    List<Departure> found = store.page(within, Cursor.of(cursor), size + 1);
    Directory names = directory.recent();
    Departure last = found.size() > size ? found.get(size - 1) : null;
    return new Page(
        found.stream()
            .limit(size)
            .map(one -> DepartureView.of(one, actor.get().userId(), names))
            .toList(),
        store.count(within),
        last == null ? null : new Cursor(last.orderedAt(), last.departureId()).text());
  }

  @GET
  @Path("/people")
  @RolesAllowed({Roles.UNIT_LEADER, Roles.SUPERVISOR})
  @Operation(
      operationId = "listUnitPeople",
      summary = "Who of a unit is known by a post (单位人员)",
      description =
          "Roles unit-leader: of the own unit or one below it; supervisor: of any. Without unitId"
              + " the own one.")
  public DeparturePreview.People people(@QueryParam("unitId") String unitId) {
    return preview.people(actor.get(), unitId);
  }

  @GET
  @Path("/preview")
  @RolesAllowed({Roles.UNIT_LEADER, Roles.SUPERVISOR})
  @Operation(
      operationId = "previewDeparture",
      summary = "What is in somebody's hands, and what becomes of it (离岗移交预览)",
      description =
          "Roles unit-leader: of the own unit or one below it; supervisor: of any. Changes nothing."
              + " Numbers of cases in confidence are told to the centre alone.")
  public DeparturePreview.InHands preview(
      @QueryParam("unitId") String unitId, @QueryParam("leaverRef") String leaverRef) {
    return preview.inHands(actor.get(), unitId, leaverRef);
  }

  @POST
  @RolesAllowed({Roles.UNIT_LEADER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "orderDeparture",
      summary = "Somebody leaves, and somebody else of the unit takes over (离岗移交)",
      description =
          "Roles unit-leader: of the own unit or one below it; supervisor: of any. At once or at the"
              + " beginning of a day: handovers of owned cases are asked for, and a leader approves"
              + " them; deputies end both ways; who leaves can be named or chosen no more. All of it"
              + " or nothing.")
  public RestResponse<DepartureView> order(OrderDeparture.Entry entry) {
    Departure ordered = order.order(actor.get(), entry);
    return Versioned.created(view(ordered), ordered.version());
  }

  @POST
  @Path("/{departureId}/cancellation")
  @RolesAllowed({Roles.UNIT_LEADER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "cancelDeparture",
      summary = "Cancel it before its day (撤销离岗移交)",
      description =
          "Roles unit-leader of the unit or above it, supervisor. Needs If-Match; no body.")
  public RestResponse<DepartureView> cancel(
      @PathParam("departureId") UUID departureId, @HeaderParam("If-Match") String ifMatch) {
    Departure cancelled = cancel.cancel(actor.get(), departureId, IfMatch.of(ifMatch));
    return Versioned.ok(view(cancelled), cancelled.version());
  }

  private DepartureView view(Departure departure) {
    return DepartureView.of(departure, actor.get().userId(), directory.recent());
  }
}
