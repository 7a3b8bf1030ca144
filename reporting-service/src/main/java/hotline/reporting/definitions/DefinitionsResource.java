package hotline.reporting.definitions;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each number says, for whoever sees one. */
@Path("/api/definitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "definitions", description = "What each number says 数字口径")
public class DefinitionsResource {

  /** All of them, in the order in which the pages show them. */
  @Schema(name = "NumberDefinitions")
  public record All(List<Definition> items, long count) {}

  @GET
  @Authenticated
  @Operation(
      operationId = "readDefinitions",
      summary = "Formula, version, denominator and what is left out of every number 数字口径",
      description =
          "code is what the rates of headline, daily report and rankings carry. lists are those of"
              + " /api/cases, for the whole of the period that is asked there; flow names the item"
              + " of the daily report. superseded ones count no longer: editions and rankings that were"
              + " frozen by them name them.")
  public All definitions() {
    return new All(Definitions.all(), Definitions.all().size());
  }
}
