package hotline.intake.drafts;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An unfinished registration as the page has it. Nothing of it is checked as a registration is.
 *
 * @param title what the list shows: the title, or the first words
 * @param name of the reporter, who is not named in what the list shows
 * @param phone of the reporter, shown masked
 * @param content the form, given back as it is
 */
@Schema(description = "未完成的登记 / An unfinished registration")
public record DraftForm(
    @Schema(description = "The title or the first words", examples = "路灯不亮") String title,
    @Schema(description = "Of the reporter; not shown") String name,
    @Schema(description = "Of the reporter; shown masked") String phone,
    @Schema(description = "The form as the page has it, up to 65536 bytes")
        Map<String, Object> content) {

  /** Without what citizens said. */
  @Override
  public String toString() {
    return "DraftForm[...]";
  }
}
