package hotline.intake.reference;

import hotline.access.NotFound;
import hotline.intake.reference.Directories.Items;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be chosen in a form, and the names of what could be once. */
@Path("/api/reference")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reference", description = "Categories 诉求分类, places 区划, units 承办单位")
public class ReferenceResource {

  /**
   * A category of the tree.
   *
   * @param pinyin by which it is found as well, as in {@code wu ye} and {@code chong/zhong qing lu}
   * @param active false of one that is chosen no more: what has it keeps it, with its name
   */
  public record CategoryView(
      String code,
      String parentCode,
      String path,
      String nameZh,
      String nameEn,
      int level,
      String pinyin,
      boolean active) {}

  /**
   * A place of the area tree.
   *
   * @param pinyin as of a category
   * @param active as of a category
   */
  public record PlaceView(
      String code,
      String parentCode,
      String path,
      String name,
      String level,
      String pinyin,
      boolean active) {}

  /** A place with the names of all above it, from the top. */
  public record PlaceDetail(
      String code,
      String parentCode,
      String path,
      String name,
      String level,
      List<PlaceName> names) {}

  /** A code with its name. */
  public record PlaceName(String code, String name) {}

  /**
   * A handling unit.
   *
   * @param pinyin as of a category
   */
  public record UnitView(
      String code,
      String parentCode,
      String path,
      String nameZh,
      String nameEn,
      int level,
      String placeCode,
      String pinyin) {}

  private final Directories directories;

  @Inject
  ReferenceResource(Directories directories) {
    this.directories = directories;
  }

  @GET
  @Path("/categories")
  @PermitAll
  @Operation(
      operationId = "listCategories",
      summary = "The tree of categories 诉求分类",
      description =
          "Public. All levels; a request needs one that has nothing below it. Those in use; with all=true"
              + " also those that are chosen no more, whose names old cases show.")
  public Items<CategoryView> categories(@QueryParam("all") boolean all) {
    return Items.all(
        directories.current().categories().stream()
            .filter(category -> all || category.active())
            .map(ReferenceResource::view)
            .toList());
  }

  @GET
  @Path("/places")
  @PermitAll
  @Operation(
      operationId = "listPlaces",
      summary = "The places directly below one 下级区划",
      description =
          "Public. Without a parent: the top of the tree. Those in use; with all=true also those that are"
              + " chosen no more.")
  public Items<PlaceView> places(
      @QueryParam("parent") String parent, @QueryParam("all") boolean all) {
    return Items.all(
        directories
            .current()
            .allPlacesBelow(parent == null || parent.isBlank() ? null : parent)
            .stream()
            .filter(place -> all || place.active())
            .map(ReferenceResource::view)
            .toList());
  }

  @GET
  @Path("/places/{code}")
  @PermitAll
  @Operation(
      operationId = "getPlace",
      summary = "One place with the names above it 区划",
      description = "Public.")
  public PlaceDetail place(@PathParam("code") String code) {
    Directory directory = directories.current();
    Place place = directory.place(code).orElseThrow(() -> new NotFound("区划", "place"));
    return new PlaceDetail(
        place.code(),
        place.parentCode(),
        place.path(),
        place.name(),
        place.level(),
        directory.wayTo(place).stream().map(at -> new PlaceName(at.code(), at.name())).toList());
  }

  @GET
  @Path("/units")
  @Authenticated
  @Operation(
      operationId = "listUnits",
      summary = "The handling units 承办单位",
      description = "Anyone signed in.")
  public Items<UnitView> units() {
    return Items.all(
        directories.current().activeUnits().stream().map(ReferenceResource::view).toList());
  }

  private static CategoryView view(Category category) {
    return new CategoryView(
        category.code(),
        category.parentCode(),
        category.path(),
        category.nameZh(),
        category.nameEn(),
        category.level(),
        Pinyin.of(category.nameZh()),
        category.active());
  }

  private static PlaceView view(Place place) {
    return new PlaceView(
        place.code(),
        place.parentCode(),
        place.path(),
        place.name(),
        place.level(),
        Pinyin.of(place.name()),
        place.active());
  }

  private static UnitView view(Unit unit) {
    return new UnitView(
        unit.code(),
        unit.parentCode(),
        unit.path(),
        unit.nameZh(),
        unit.nameEn(),
        unit.level(),
        unit.placeCode(),
        Pinyin.of(unit.nameZh()));
  }
}
