package hotline.intake.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Invalid;
import hotline.access.TooLarge;

/** What is kept of a form: as it came, and not more of it than a form can have. */
final class DraftContent {
  /** Many times what the fields of a registration hold. */
  static final int MOST_BYTES = 65_536;

  private DraftContent() {}

  static byte[] of(DraftForm form, ObjectMapper json) {
    if (form == null || form.content() == null) {
      throw new Invalid("content", "required", "草稿内容不能为空。", "The draft has no content.");
    }
    try {
      byte[] content = json.writeValueAsBytes(form.content());
      if (content.length > MOST_BYTES) {
        throw new TooLarge(MOST_BYTES);
      }
      return content;
    } catch (JsonProcessingException e) {
      // The text of the fault could hold what was typed.
      throw new IllegalStateException("A draft that was read cannot be written");
    }
  }
}
