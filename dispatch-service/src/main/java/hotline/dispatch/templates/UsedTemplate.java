package hotline.dispatch.templates;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * With which template a reply was begun.
 *
 * @param version of the text that was put into the form
 */
@Schema(name = "UsedReplyTemplate")
public record UsedTemplate(UUID templateId, Long version) {}
