package hotline.dispatch.directory;

import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.access.files.FileText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The city keeps its own places (区划). */
@Path("/api/kept-places")
@Tag(name = "directory")
public class KeptPlacesResource {

  private static final Tree TREE = Tree.PLACES;

  private final KeptTree kept;

  KeptPlacesResource(KeptTree kept) {
    this.kept = kept;
  }

  @GET
  @RolesAllowed(Roles.ORG_ADMIN)
  @Operation(
      operationId = "listKeptPlaces",
      summary =
          "What is directly below one of the places (区划), switched off or not, with exact"
              + " numbers; without parent the top",
      description = "Role org-admin.")
  public BranchPage list(
      @QueryParam("parent") String parent,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return kept.page(TREE, parent, cursor, limit);
  }

  @POST
  @RolesAllowed(Roles.ORG_ADMIN)
  @Idempotent
  @Operation(
      operationId = "addKeptPlace",
      summary = "Add a place (新增区划)",
      description = "Role org-admin. The code says what is above it. Said on the directory topic.")
  public RestResponse<KeptTree.Saved> add(BranchEntry entry) {
    return kept.add(TREE, entry);
  }

  @POST
  @Path("/{code}")
  @RolesAllowed(Roles.ORG_ADMIN)
  @Idempotent
  @Operation(
      operationId = "changeKeptPlace",
      summary = "Rename a place, or switch it off or on again (修改区划)",
      description =
          "Role org-admin. It stays below what its code says; it is never deleted. Said on the"
              + " directory topic.")
  public RestResponse<KeptTree.Saved> change(
      @PathParam("code") String code, @HeaderParam("If-Match") String version, BranchEntry entry) {
    return kept.change(TREE, code, version, entry);
  }

  @GET
  @Path("/{code}/changes")
  @RolesAllowed(Roles.ORG_ADMIN)
  @Operation(
      operationId = "listKeptPlaceChanges",
      summary = "Who changed a place when, the newest first (变更记录)",
      description = "Role org-admin.")
  public BranchPage.Changes changes(
      @PathParam("code") String code,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return kept.changes(TREE, code, cursor, limit);
  }

  @POST
  @Path("/file/preview")
  @RolesAllowed(Roles.ORG_ADMIN)
  @Consumes({FileText.CSV, MediaType.APPLICATION_OCTET_STREAM, FileText.EXCEL})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewKeptPlacesFile",
      summary = "What a file would change (导入前核对)",
      description = "Role org-admin. As importKeptPlaces, and nothing is written.")
  public TreeReport preview(@QueryParam("endMissing") boolean endMissing, byte[] file) {
    return kept.look(TREE, endMissing, file);
  }

  @POST
  @Path("/file")
  @RolesAllowed(Roles.ORG_ADMIN)
  @Consumes({FileText.CSV, MediaType.APPLICATION_OCTET_STREAM, FileText.EXCEL})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importKeptPlaces",
      summary = "Take over the whole tree of a CSV file (区划批量导入)",
      description = "Role org-admin." + KeptTree.FILE)
  public TreeReport importFile(
      @QueryParam("endMissing") boolean endMissing,
      @QueryParam("digest") String digest,
      byte[] file) {
    return kept.write(TREE, endMissing, digest, file);
  }

  @GET
  @Path("/file/template")
  @RolesAllowed(Roles.ORG_ADMIN)
  @Produces(FileText.CSV_UTF8)
  @Operation(
      operationId = "templateKeptPlaces",
      summary = "A CSV file with all columns and examples (导入模板)",
      description = "Role org-admin.")
  public String template() {
    return ImportTree.template(TREE);
  }
}
