package hotline.intake.disclosure;

import hotline.access.Accounts;
import hotline.access.NamedAccounts;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whose accounts stand in logs, marks, incidents and corrections (账号姓名). For the desks of the
 * centre that read these; a unit learns of nobody at the centre.
 */
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Reaching the reporter 联系方式")
public class AccountResource {

  private final Accounts accounts;

  @Inject
  AccountResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "listAccounts",
      summary = "Whose accounts these are 账号姓名",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor, auditor. From 1 to 100 ids with"
              + " commas between them. Name and login as the holder's token said them when the"
              + " account last acted here; who has not acted here, or not for years, is left out.")
  public NamedAccounts named(@QueryParam("ids") String ids) {
    return accounts.named(ids);
  }
}
