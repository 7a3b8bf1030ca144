package hotline.intake.knowledge;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.access.files.FileText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of knowledge. */
@Path("/api/knowledge-imports")
@Tag(name = "knowledge")
public class KnowledgeImportResource {
  private static final String BOM = "\ufeff";
  private static final int DAYS_OF_EXAMPLE = 180;

  private final ImportKnowledge importKnowledge;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  KnowledgeImportResource(ImportKnowledge importKnowledge, CurrentActor actor, Clock clock) {
    this.importKnowledge = importKnowledge;
    this.actor = actor;
    this.clock = clock;
  }

  @POST
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Consumes({FileText.CSV, MediaType.APPLICATION_OCTET_STREAM, FileText.EXCEL})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importKnowledge",
      summary = "Write and submit the items of a CSV file 批量导入知识",
      description =
          "catalogue-admin; unit roles: rows of the own subtree, others are rejected. UTF-8 (with or without BOM),"
              + " UTF-16 with BOM or GB18030, at most 500 rows. Good rows wait for another person to publish them, bad"
              + " ones are reported by their row number. A unit's items are known by their titles: the same file again"
              + " changes nothing, so no Idempotency-Key is needed.")
  public KnowledgeImport importFile(byte[] file) {
    return importKnowledge.read(file, new KnowledgeRights(actor.scope()));
  }

  @GET
  @Path("/template")
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Produces(FileText.CSV_UTF8)
  @Operation(
      operationId = "knowledgeTemplate",
      summary = "A CSV file with all columns and one example 知识导入模板",
      description = "catalogue-admin, unit roles.")
  public String template() {
    // With a BOM spreadsheets recognise UTF-8.
    return BOM
        + KnowledgeColumns.template(CityDay.today(clock).plusDays(DAYS_OF_EXAMPLE).toString());
  }
}
