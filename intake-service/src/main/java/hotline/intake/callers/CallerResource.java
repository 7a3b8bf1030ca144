package hotline.intake.callers;

import hotline.access.CurrentActor;
import hotline.access.Invalid;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Who is calling and what is known already. The number stands in the body, since addresses are kept
 * in logs; nothing of a case changes, so these need no Idempotency-Key.
 */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "callers", description = "Who is calling 来电")
public class CallerResource {

  /** The number that calls, however it is typed. */
  public record CallerForm(String phone) {}

  /** What is typed so far; each field may be absent. */
  public record HintForm(String categoryCode, String placeCode, String address, String phone) {}

  private final ReadCaller readCaller;
  private final DuplicateHints hints;
  private final CurrentActor actor;

  @Inject
  CallerResource(ReadCaller readCaller, DuplicateHints hints, CurrentActor actor) {
    this.readCaller = readCaller;
    this.hints = hints;
    this.actor = actor;
  }

  @POST
  @Path("/caller-cards")
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Operation(
      operationId = "readCaller",
      summary = "What is known of a number that calls 来电弹屏",
      description =
          "operator, shift-lead. Needs no Idempotency-Key. Who is shown a mark is kept. A confidential"
              + " case that the reader may not know of is a flag only.")
  public CallerCard read(CallerForm form) {
    return readCaller.read(required(form).phone(), actor.scope());
  }

  @POST
  @Path("/duplicate-hints")
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Operation(
      operationId = "hintDuplicates",
      summary = "Open cases of others that may be the same matter 疑似重复",
      description =
          "operator, shift-lead. Needs no Idempotency-Key, changes nothing. Same category and same place"
              + " (a street or community, or words of the address), of the last 72 hours, without those"
              + " of the number itself. No reports, no confidential cases.")
  public DuplicateHints.Hint hint(HintForm form) {
    HintForm asked = required(form);
    return hints.find(
        asked.categoryCode(), asked.placeCode(), asked.address(), asked.phone(), actor.scope());
  }

  static <T> T required(T body) {
    if (body == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    return body;
  }
}
