package hotline.dispatch.owners;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/leaders")
@Tag(name = "owners")
public class LeaderResource {

  private final Leaders leaders;
  private final SayPost sayPost;
  private final DirectoryStore directory;
  private final CurrentActor actor;

  LeaderResource(Leaders leaders, SayPost sayPost, DirectoryStore directory, CurrentActor actor) {
    this.leaders = leaders;
    this.sayPost = sayPost;
    this.directory = directory;
    this.actor = actor;
  }

  /** A list that is whole. */
  @Schema(name = "LeaderList")
  public record LeaderList(List<LeaderView> items, long count) {}

  @GET
  @RolesAllowed({Roles.LEADER, Roles.SUPERVISOR, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listLeaders",
      summary = "Leaders who may own cases, by unit and post (领导名册)",
      description = "Roles leader, supervisor, unit-leader.")
  public LeaderList list() {
    Directory names = directory.recent();
    List<LeaderView> all =
        leaders.all().stream().map(leader -> LeaderView.of(leader, names)).toList();
    return new LeaderList(all, all.size());
  }

  @POST
  @RolesAllowed({Roles.LEADER, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "sayPost",
      summary = "Say the own post (登记职务), so that cases can be given to it",
      description = "Roles leader, unit-leader. The unit is that of the account.")
  public LeaderView say(SayPost.Entry entry) {
    return LeaderView.of(sayPost.say(actor.get(), entry), directory.recent());
  }
}
