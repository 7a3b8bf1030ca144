package hotline.dispatch.catalogue;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.access.Violations;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/catalogue")
@Tag(name = "catalogue")
public class CatalogueResource {

  private final CatalogueStore catalogue;
  private final DirectoryStore directory;
  private final SaveRule saveRule;
  private final CurrentActor actor;

  CatalogueResource(
      CatalogueStore catalogue, DirectoryStore directory, SaveRule saveRule, CurrentActor actor) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.saveRule = saveRule;
    this.actor = actor;
  }

  /** The rules in force. */
  public record Rules(String version, List<RoutingRule> items, long count) {}

  @GET
  @Path("/rules")
  @Authenticated
  @Operation(
      operationId = "listRules",
      summary = "Routing rules in force (派单目录)",
      description = "Any signed-in user.")
  public Rules rules() {
    Catalogue inForce = catalogue.current();
    return new Rules(inForce.version(), inForce.rules(), inForce.rules().size());
  }

  @POST
  @Path("/rules")
  @RolesAllowed(Roles.CATALOGUE_ADMIN)
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "saveRule",
      summary = "Begin a routing rule; the one for the same category and place ends",
      description = "Role catalogue-admin. Target: a unit, street-of-place or district-of-place.")
  public RoutingRule save(RuleEntry entry) {
    return saveRule.save(actor.get(), entry);
  }

  @GET
  @Path("/route")
  @RolesAllowed({Roles.DISPATCHER, Roles.CATALOGUE_ADMIN, Roles.OPERATOR})
  @Operation(
      operationId = "route",
      summary = "Which unit a category and place lead to, and why (派单依据)",
      description = "Roles dispatcher, catalogue-admin, operator.")
  public RouteView route(
      @QueryParam("categoryCode") String categoryCode, @QueryParam("placeCode") String placeCode) {
    Directory known = directory.recent();
    new Violations()
        .require(
            known.category(categoryCode).isPresent(),
            "categoryCode",
            "unknown-category",
            "没有这个诉求分类。",
            "There is no such category.")
        .require(
            known.place(placeCode).isPresent(),
            "placeCode",
            "unknown-place",
            "没有这个区划代码。",
            "There is no such place.")
        .throwIfAny();
    return RouteView.of(catalogue.current().route(categoryCode, placeCode, known));
  }
}
