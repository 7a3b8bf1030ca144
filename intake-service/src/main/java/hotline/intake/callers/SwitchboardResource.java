package hotline.intake.callers;

import static hotline.intake.callers.CallerResource.required;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.intake.cases.Doer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Numbers behind which many people are (总机). The number stands in the body, as of a mark. */
@Path("/api/switchboards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "callers")
public class SwitchboardResource {

  /** A number and whose it is. */
  public record SwitchboardForm(String phone, @Schema(examples = "市第一医院总机") String name) {}

  /** A number. */
  public record NumberForm(String phone) {}

  /** Whether many people are behind it by now. */
  @Schema(name = "Switchboard")
  public record Marked(boolean switchboard) {}

  private final MarkSwitchboard markSwitchboard;
  private final CurrentActor actor;

  @Inject
  SwitchboardResource(MarkSwitchboard markSwitchboard, CurrentActor actor) {
    this.markSwitchboard = markSwitchboard;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "markSwitchboard",
      summary = "Many people are behind this number 标为总机",
      description =
          "operator, shift-lead; shift-lead alone while abuse of the number is in force. Needs Idempotency-Key. No"
              + " mobile number. Who calls from it is not taken for"
              + " who called before: no mark, no pseudonym in events, no question about an open case.")
  public Marked mark(SwitchboardForm form) {
    SwitchboardForm told = required(form);
    markSwitchboard.mark(told.phone(), told.name(), actor.get());
    return new Marked(true);
  }

  @POST
  @Path("/removal")
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "unmarkSwitchboard",
      summary = "It is the number of one person 取消总机",
      description = "operator, shift-lead. Needs Idempotency-Key.")
  public Marked unmark(NumberForm form) {
    markSwitchboard.unmark(required(form).phone(), Doer.of(actor.get()));
    return new Marked(false);
  }
}
