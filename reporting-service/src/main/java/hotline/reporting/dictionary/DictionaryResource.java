package hotline.reporting.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.lifecycle.EventCodec;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The event dictionary for analysts: meaning, when emitted, example, since. */
@Path("/api/dictionary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dictionary", description = "Event dictionary 事件字典")
public class DictionaryResource {

  /** All entries, in the order of a case's life. */
  public record Dictionary(JsonNode items, int count) {}

  private final JsonNode entries = read();

  @GET
  @Authenticated
  @Operation(operationId = "readDictionary", summary = "Every event with its meaning 事件字典")
  public Dictionary dictionary() {
    return new Dictionary(entries, entries.size());
  }

  private static JsonNode read() {
    try (InputStream in = EventCodec.class.getResourceAsStream("/events/dictionary.json")) {
      return EventCodec.json().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The event dictionary is not on the class path", e);
    }
  }
}
