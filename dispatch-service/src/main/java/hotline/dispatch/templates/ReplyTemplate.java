package hotline.dispatch.templates;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reply template of a unit (答复模板), or an earlier text of it.
 *
 * @param version of the text, from 0 on
 * @param categoryCode null for every category; else for that one and those below it
 * @param handlingText for the file of the unit; null when the template has none
 * @param publicReply for the citizen, with at least one part to be filled in, such as {{办理日期}}
 * @param changedBy user id
 */
@Schema(name = "ReplyTemplate")
public record ReplyTemplate(
    UUID templateId,
    String unitId,
    long version,
    String name,
    String categoryCode,
    String handlingText,
    String publicReply,
    boolean active,
    String changedBy,
    Instant changedAt) {

  boolean saysTheSameAs(ReplyTemplateEntry entry) {
    return name.equals(entry.name())
        && Objects.equals(categoryCode, entry.categoryCode())
        && Objects.equals(handlingText, entry.handlingText())
        && publicReply.equals(entry.publicReply())
        && active == entry.isActive();
  }

  TemplateText told() {
    return TemplateText.of(publicReply);
  }

  TemplateText filed() {
    return TemplateText.of(handlingText);
  }
}
