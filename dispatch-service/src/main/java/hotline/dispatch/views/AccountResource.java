package hotline.dispatch.views;

import hotline.access.Accounts;
import hotline.access.NamedAccounts;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whose accounts stand in logs and histories (账号姓名). For the desks of the centre that read these; a
 * unit learns of nobody at the centre.
 */
@Path("/api/accounts")
@Tag(name = "views")
public class AccountResource {

  private final Accounts accounts;

  AccountResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.CATALOGUE_ADMIN, Roles.ORG_ADMIN})
  @Operation(
      operationId = "listAccounts",
      summary = "Whose accounts these are (账号姓名)",
      description =
          "Roles supervisor, auditor, catalogue-admin, org-admin. From 1 to 100 ids with commas"
              + " between them. Name and login as the holder's token said them when the account last"
              + " acted here; who has not acted here, or not for years, is left out.")
  public NamedAccounts named(@QueryParam("ids") String ids) {
    return accounts.named(ids);
  }
}
