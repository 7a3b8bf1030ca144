package hotline.evaluation.spotchecks;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.PlainText;
import hotline.access.Roles;
import hotline.access.Violations;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who goes and looks (核查人员名册). */
@Path("/api/spot-checkers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "spot checks")
public class CheckerResource {

  private static final int LONGEST = 60;

  private final CheckerDesk desk;
  private final CurrentActor actor;

  CheckerResource(CheckerDesk desk, CurrentActor actor) {
    this.desk = desk;
    this.actor = actor;
  }

  /** 登记岗位. */
  @Schema(name = "SpotCheckerForm")
  public record PostForm(
      @Schema(required = true, maxLength = LONGEST, description = "岗位，如 督办科核查一组") String post) {}

  /** A checker as people choose one. */
  @Schema(name = "SpotChecker")
  public record CheckerView(String userRef, String unitId, String post) {
    private static CheckerView of(Checker one) {
      return new CheckerView(one.userRef(), one.unitId(), one.post());
    }
  }

  /** A list that is whole. */
  @Schema(name = "SpotCheckerList")
  public record CheckerList(List<CheckerView> items, long count) {}

  @GET
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "listSpotCheckers",
      summary = "Supervisors who can be named as checkers, by unit and post 核查人员名册",
      description =
          "Role: supervisor. With check only those who had no hand in its case and are not of its unit.")
  public CheckerList list(@QueryParam("check") UUID check) {
    List<CheckerView> all = desk.list(check).stream().map(CheckerView::of).toList();
    return new CheckerList(all, all.size());
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "sayCheckerPost",
      summary = "Say the own post, so that checks can be given to it 登记岗位",
      description = "Role: supervisor. Needs Idempotency-Key.")
  public CheckerView say(PostForm form) {
    new Violations()
        .required(form.post(), "post")
        .atMost(form.post(), LONGEST, "post")
        .require(
            form.post() == null || PlainText.isStorable(form.post()),
            "post",
            "not-text",
            "含有无法保存的字符。",
            "It holds characters that cannot be kept.")
        .throwIfAny();
    return CheckerView.of(desk.say(actor.get(), form.post().strip()));
  }
}
