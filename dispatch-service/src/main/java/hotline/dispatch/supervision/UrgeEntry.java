package hotline.dispatch.supervision;

import hotline.access.Violations;
import hotline.lifecycle.UrgeForm;
import java.util.UUID;

/** What the supervisor says to one case; absent form is a plain urge. */
public record UrgeEntry(UUID caseId, UrgeForm form, String words) {

  private static final int LONGEST = 1_000;

  void check(Violations wrong, String prefix) {
    wrong
        .require(caseId != null, prefix + "caseId", "required", "必填。", "This is required.")
        .required(words, prefix + "words")
        .atMost(words, LONGEST, prefix + "words");
  }

  UrgeForm formOrPlain() {
    return form == null ? UrgeForm.MESSAGE : form;
  }
}
