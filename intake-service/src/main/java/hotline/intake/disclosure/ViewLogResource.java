package hotline.intake.disclosure;

import hotline.access.Roles;
import hotline.access.views.ViewLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the log of views still is what was written (核验浏览记录). */
@Path("/api/view-log/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Reaching the reporter 联系方式")
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

  @Inject
  ViewLogResource(ViewLog views) {
    this.views = views;
  }

  @GET
  @RolesAllowed(Roles.AUDITOR)
  @Transactional
  @Operation(
      operationId = "verifyViewLog",
      summary = "Whether the log of views is what was written 核验浏览记录",
      description =
          "auditor. Computes every hash anew. Of a chain that was changed brokenAt says the first row."
              + " Whoever could write the whole database anew could write the chains anew: compare"
              + " length and lastHash with those that were written down on an earlier day.")
  public Verification verify() {
    List<ViewLog.Chain> chains = views.verify();
    return new Verification(
        chains.stream().allMatch(chain -> chain.brokenAt() == null),
        chains.stream().mapToLong(ViewLog.Chain::length).sum(),
        chains);
  }
}
