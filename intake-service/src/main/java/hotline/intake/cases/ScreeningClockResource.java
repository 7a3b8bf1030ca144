package hotline.intake.cases;

import hotline.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How long a case may wait for screening. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "cases")
public class ScreeningClockResource {

  private final ScreeningClocks clocks;

  ScreeningClockResource(ScreeningClocks clocks) {
    this.clocks = clocks;
  }

  @GET
  @Path("/{id}/clocks")
  @RolesAllowed({Roles.SCREENER, Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listScreeningClocks",
      summary = "The screening clock of a case with the spans it counted and skipped 预审时限",
      description = "Roles: screener, supervisor, leader.")
  public ScreeningClocks.Clocks clocks(@RestPath String id) {
    return clocks.of(id);
  }
}
