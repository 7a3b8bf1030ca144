package hotline.evaluation.spotchecks;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.PersonNumbers;
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
      @Schema(required = true, maxLength = LONGEST, description = "到人的岗位，不写姓名，如 核查一组 1 号")
          String post) {}

  /** 移出名册. */
  @Schema(name = "SpotCheckerRemoval")
  public record RemovalForm(
      @Schema(required = true, description = "userRef of the list of checkers 核查人员")
          String checker) {}

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
          "Role: supervisor. With check only those who had no hand in its case, are not of its unit and"
              + " were seen in the last 180 days; refused to whoever may not make this check.")
  public CheckerList list(@QueryParam("check") UUID check) {
    List<CheckerView> all = desk.list(check, actor.get()).stream().map(CheckerView::of).toList();
    return new CheckerList(all, all.size());
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "sayCheckerPost",
      summary = "Say the own post, so that checks can be given to it 登记岗位",
      description =
          "Role: supervisor. One line, and one person per post of a unit; numbers of persons are masked."
              + " Needs Idempotency-Key.")
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
        .require(
            form.post() == null || PlainText.isOneLine(form.post().strip()),
            "post",
            "more-than-a-line",
            "岗位只能写一行。",
            "A post is one line.")
        .throwIfAny();
    return CheckerView.of(desk.say(actor.get(), PersonNumbers.withoutAnyLong(form.post().strip())));
  }

  @POST
  @Path("/removal")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "removeSpotChecker",
      summary = "Leave the list, or take somebody off it who is no checker any more 移出名册",
      description =
          "Role: supervisor. What was taken or given stays until another takes it over. Needs"
              + " Idempotency-Key.")
  public CheckerView remove(RemovalForm form) {
    new Violations().required(form.checker(), "checker").throwIfAny();
    return CheckerView.of(desk.remove(actor.get(), form.checker()));
  }
}
