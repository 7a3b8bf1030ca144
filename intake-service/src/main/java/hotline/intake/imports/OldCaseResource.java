package hotline.intake.imports;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.access.files.FileText;
import hotline.intake.cases.Doer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open cases of the system before this one. */
@Path("/api/old-case-imports")
@Tag(name = "imports")
public class OldCaseResource {
  private final ImportOldCases importOldCases;
  private final CurrentActor actor;

  @Inject
  OldCaseResource(ImportOldCases importOldCases, CurrentActor actor) {
    this.importOldCases = importOldCases;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Consumes({FileText.CSV, MediaType.APPLICATION_OCTET_STREAM, FileText.EXCEL})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importOldCases",
      summary = "Take over the open cases of the old system 旧系统在办件转入",
      description =
          "shift-lead. A CSV file as for importCases, with state, unit and original due time. Good lines are handed over,"
              + " others come back in rejectedFile. Needs a changeover that is confirmed and the digest that previewOldCases"
              + " told. The same file again changes nothing, so no Idempotency-Key is needed.")
  public OldCaseReport importFile(
      @QueryParam("changeover") String changeover,
      @QueryParam("digest") String digest,
      byte[] file) {
    return importOldCases.write(
        file, ChangeoverResource.parse(changeover), digest, Doer.of(actor.get()));
  }

  @POST
  @Path("/preview")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Consumes({FileText.CSV, MediaType.APPLICATION_OCTET_STREAM, FileText.EXCEL})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewOldCases",
      summary = "What would become of such a file 转入前核对",
      description = "shift-lead. As importOldCases, and nothing is written.")
  public OldCaseReport preview(@QueryParam("changeover") String changeover, byte[] file) {
    return importOldCases.preview(file, ChangeoverResource.parse(changeover), Doer.of(actor.get()));
  }

  @GET
  @Path("/template")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Produces(FileText.CSV_UTF8)
  @Operation(
      operationId = "oldCaseTemplate",
      summary = "A CSV file with all columns and two examples 转入模板",
      description = "shift-lead.")
  public String template() {
    return "\ufeff" + OldCaseColumns.template();
  }
}
