package hotline.reporting.ranking;

import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SUPERVISOR;

import hotline.access.Accounts;
import hotline.access.NamedAccounts;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose accounts submitted and published rankings (账号姓名); units and analysts are not told. */
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "rankings")
public class AccountResource {

  private final Accounts accounts;

  AccountResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GET
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER})
  @Operation(
      operationId = "listAccounts",
      summary = "Whose accounts these are 账号姓名",
      description =
          "assessment-clerk, supervisor, leader. From 1 to 100 ids with commas between them. Name"
              + " and login as the holder's token said them when the account last acted here; who"
              + " has not acted here, or not for years, is left out.")
  public NamedAccounts named(@QueryParam("ids") String ids) {
    return accounts.named(ids);
  }
}
