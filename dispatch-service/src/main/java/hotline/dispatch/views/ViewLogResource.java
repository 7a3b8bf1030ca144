package hotline.dispatch.views;

import hotline.access.Roles;
import hotline.access.views.ViewLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the log of views still is what was written (核验浏览记录). */
@Path("/api/view-log/verification")
@Tag(name = "views")
public class ViewLogResource {

  /**
   * What the hashes say.
   *
   * @param unbroken whether every row is what was written
   * @param chains each with its length and its last hash: compared with those of an earlier day
   */
  @Schema(name = "ViewLogVerification")
  public record Verification(boolean unbroken, long views, List<ViewLog.Chain> chains) {}

  private final ViewLog views;

  ViewLogResource(ViewLog views) {
    this.views = views;
  }

  @GET
  @RolesAllowed(Roles.AUDITOR)
  @Transactional
  @Operation(
      operationId = "verifyViewLog",
      summary = "Whether the log of views is what was written (核验浏览记录)",
      description =
          "Role auditor. Computes every hash anew; of a chain that was changed brokenAt says the first"
              + " row. Compare length and lastHash with those that were written down before.")
  public Verification verify() {
    List<ViewLog.Chain> chains = views.verify();
    return new Verification(
        chains.stream().allMatch(chain -> chain.brokenAt() == null),
        chains.stream().mapToLong(ViewLog.Chain::length).sum(),
        chains);
  }
}
