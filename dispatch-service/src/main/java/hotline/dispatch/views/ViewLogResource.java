package hotline.dispatch.views;

import hotline.access.Roles;
import hotline.access.views.ViewChains;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the log of views still is what was written (核验浏览记录). */
@Path("/api/view-log/verification")
@Tag(name = "views")
public class ViewLogResource {

  private final ViewChains chains;

  ViewLogResource(ViewChains chains) {
    this.chains = chains;
  }

  @GET
  @RolesAllowed(Roles.AUDITOR)
  @Transactional
  @Operation(
      operationId = "verifyViewLog",
      summary = "Whether the log of views is what was written (核验浏览记录)",
      description =
          "Role auditor. Computes the hashes of one slice of one chain anew; next says with which"
              + " parameters to go on, and is null at the end. Of a chain that was changed brokenAt"
              + " says the first row. Whoever could write the whole database anew could write the"
              + " chains anew: keep position and hash of the end of each chain elsewhere; with these"
              + " as after and hash brokenAt is that row when it is not the one of that day.")
  public ViewChains.Slice verify(
      @QueryParam("chain") String chain,
      @QueryParam("after") String after,
      @QueryParam("hash") String hash) {
    return chains.verify(ViewChains.From.parse(chain, after, hash));
  }
}
