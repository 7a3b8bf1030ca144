package hotline.dispatch.supervision;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/supervision/board")
@Tag(name = "supervision")
public class BoardResource {

  private final Board board;
  private final CurrentActor actor;

  BoardResource(Board board, CurrentActor actor) {
    this.board = board;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "readBoard",
      summary =
          "The red list of open cases (督办看板), oldest first, with the exact number of every list",
      description =
          "Roles supervisor, leader. Lists (concern): all, overdue 超期, unsigned 未签收, due-today"
              + " 今日到期, forecast 次工作日前到期, urged 催办, repeated 多次, failed-rounds 两轮未解决, late-dispatch"
              + " 中心派单迟, late-review 中心审核迟, supervised 督办中, escalated 已升级,"
              + " repeated-request 重复诉求. A unit limits list and"
              + " numbers to the cases of the unit and those below it.")
  public Board.Page read(
      @QueryParam("concern") String concern,
      @QueryParam("unit") String unit,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return board.page(
        actor.scope(), Concern.of(concern), unit, Cursor.of(cursor), PageSize.of(limit));
  }
}
