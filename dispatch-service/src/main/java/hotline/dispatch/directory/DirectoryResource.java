package hotline.dispatch.directory;

import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/directory")
@Tag(name = "directory")
public class DirectoryResource {

  private final DirectoryStore store;
  private final SaveUnit saveUnit;

  DirectoryResource(DirectoryStore store, SaveUnit saveUnit) {
    this.store = store;
    this.saveUnit = saveUnit;
  }

  /** A list that is whole. */
  public record Units(List<Unit> items, long count) {}

  /** A list that is whole. */
  public record Places(List<Place> items, long count) {}

  /** A list that is whole. */
  public record Categories(Collection<Category> items, long count) {}

  @GET
  @Path("/units")
  @Authenticated
  @Operation(
      operationId = "listUnits",
      summary = "Units (承办单位) directly below one; without parent the top",
      description = "Any signed-in user.")
  public Units units(@QueryParam("parent") String parent) {
    List<Unit> units = store.recent().unitsBelow(parent);
    return new Units(units, units.size());
  }

  @GET
  @Path("/places")
  @Authenticated
  @Operation(
      operationId = "listPlaces",
      summary = "Places (区划) directly below one; without parent the city",
      description = "Any signed-in user.")
  public Places places(@QueryParam("parent") String parent) {
    List<Place> places = store.recent().placesBelow(parent);
    return new Places(places, places.size());
  }

  @GET
  @Path("/categories")
  @Authenticated
  @Operation(
      operationId = "listCategories",
      summary = "The whole tree of categories (诉求分类) in order of code",
      description = "Any signed-in user.")
  public Categories categories() {
    Collection<Category> categories = store.recent().categories();
    return new Categories(categories, categories.size());
  }

  @POST
  @Path("/units")
  @RolesAllowed(Roles.ORG_ADMIN)
  @Idempotent
  @Operation(
      operationId = "saveUnit",
      summary = "Add a unit (承办单位), rename it, or take it out of service",
      description = "Role org-admin. The change is said on the directory topic.")
  public Unit save(UnitEntry entry) {
    return saveUnit.save(entry);
  }
}
