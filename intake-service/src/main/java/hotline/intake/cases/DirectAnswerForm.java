package hotline.intake.cases;

import hotline.access.Violations;
import hotline.intake.vault.TextMask;
import java.util.regex.Pattern;

/**
 * What is answered directly, and on which item of knowledge it rests.
 *
 * @param knowledgeItem such as {@code KB-0123}; null for none
 * @param knowledgeVersion such as {@code 7}; there when the item is
 */
public record DirectAnswerForm(String answer, String knowledgeItem, String knowledgeVersion) {
  static final int LONGEST_ANSWER = RegistrationRules.LONGEST_CONTENT;

  // They travel where no free text may: a code has no words.
  private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,31}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,15}");

  /** The same without what is blank; refuses what cannot be kept, every field at once. */
  DirectAnswerForm checked() {
    Violations violations = new Violations();
    String text = FormText.require(violations, answer, LONGEST_ANSWER, "answer");
    String item = code(violations, knowledgeItem, ITEM, "knowledgeItem", "KB-0123");
    String version = code(violations, knowledgeVersion, VERSION, "knowledgeVersion", "7");
    violations
        .require(
            item == null || version != null,
            "knowledgeVersion",
            "required",
            "请填写所依据知识条目的版本，例如 7。",
            "Say which version of the item was read out, such as 7.")
        .require(
            version == null || item != null,
            "knowledgeItem",
            "required",
            "已填版本，请同时填写知识条目编号，例如 KB-0123。",
            "A version was given: say of which item, such as KB-0123.")
        .throwIfAny();
    return new DirectAnswerForm(text, item, version);
  }

  private static String code(
      Violations violations, String typed, Pattern shape, String field, String example) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String code = typed.strip();
    violations.require(
        shape.matcher(code).matches() && !TextMask.mask(code, null).changed(),
        field,
        "not-a-code",
        "这里只能填编号（字母、数字、点和横线），例如 " + example + "，不能填文字或电话号码。",
        "Only a code of letters, digits, dots and dashes belongs here, such as "
            + example
            + ": no words and no number of a person.");
    return code;
  }
}
