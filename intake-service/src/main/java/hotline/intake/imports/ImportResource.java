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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of requests. */
@Path("/api/case-imports")
@Tag(name = "imports", description = "Files of requests 批量导入")
public class ImportResource {
  private static final String BOM = "\ufeff";

  private final ImportCases importCases;
  private final CurrentActor actor;

  @Inject
  ImportResource(ImportCases importCases, CurrentActor actor) {
    this.importCases = importCases;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Consumes({FileText.CSV, MediaType.APPLICATION_OCTET_STREAM, FileText.EXCEL})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importCases",
      summary = "Register the requests of a CSV file 批量导入",
      description =
          "operator. UTF-8 (with or without BOM), UTF-16 with BOM or GB18030. Good rows are registered, bad ones"
              + " reported by their row number. The same file again changes nothing, so no Idempotency-Key is needed.")
  public ImportReport importFile(byte[] file) {
    return importCases.read(file, Doer.of(actor.get()));
  }

  @GET
  @Path("/template")
  @RolesAllowed(Roles.OPERATOR)
  @Produces(FileText.CSV_UTF8)
  @Operation(
      operationId = "importTemplate",
      summary = "A CSV file with all columns and one example 导入模板",
      description = "operator.")
  public String template() {
    // With a BOM spreadsheets recognise UTF-8.
    return BOM + RequestColumns.template();
  }
}
