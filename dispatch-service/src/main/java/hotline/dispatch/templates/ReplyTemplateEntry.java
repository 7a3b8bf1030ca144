package hotline.dispatch.templates;

import hotline.access.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a unit's keeper writes: the whole template, each time.
 *
 * @param categoryCode absent for every category
 * @param handlingText absent when there is none
 * @param active absent for true
 */
@Schema(name = "ReplyTemplateEntry")
public record ReplyTemplateEntry(
    String name, String categoryCode, String handlingText, String publicReply, Boolean active) {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_LABEL = 30;

  boolean isActive() {
    return active == null || active;
  }

  /** As it is kept. */
  ReplyTemplateEntry stripped() {
    return new ReplyTemplateEntry(
        stripped(name),
        stripped(categoryCode),
        stripped(handlingText),
        stripped(publicReply),
        isActive());
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip().replace('｛', '{').replace('｝', '}');
  }

  Violations check(boolean categoryIsInUse) {
    Violations wrong =
        new Violations()
            .required(name, "name")
            .atMost(name, LONGEST_NAME, "name")
            .require(
                categoryIsInUse,
                "categoryCode",
                "unknown-category",
                "没有这个分类，或已停用。请从列表中选择，或留空表示适用于全部分类。",
                "There is no such category in use. Choose one from the list, or leave it empty for"
                    + " all.")
            .atMost(handlingText, LONGEST_TEXT, "handlingText")
            .required(publicReply, "publicReply")
            .atMost(publicReply, LONGEST_TEXT, "publicReply");
    check(wrong, handlingText, "handlingText");
    check(wrong, publicReply, "publicReply");
    TemplateText told = TemplateText.of(publicReply);
    return wrong.require(
        publicReply == null || publicReply.isBlank() || !told.labels().isEmpty(),
        "publicReply",
        "no-part-to-fill-in",
        "公开答复中至少要有一处待填部分，写作 {{办理日期}}，每次使用时必须填写。",
        "The public reply needs at least one part to be filled in each time, written as {{date}}.");
  }

  private static void check(Violations wrong, String text, String field) {
    TemplateText template = TemplateText.of(text);
    wrong
        .require(
            !template.hasStrayMark(),
            field,
            "stray-mark",
            "待填标记不完整：每处写作 {{办理日期}}，两边各两个大括号，中间不再有大括号。",
            "A mark is incomplete: write each part as {{date}}, with two braces on either side and"
                + " none between.")
        .require(
            template.labels().stream()
                .allMatch(
                    label ->
                        !label.isEmpty()
                            && label.codePointCount(0, label.length()) <= LONGEST_LABEL),
            field,
            "label-of-a-part",
            "每处待填部分须写明要填什么，最多 " + LONGEST_LABEL + " 个字。",
            "Say in each part what is to be filled in, in at most "
                + LONGEST_LABEL
                + " characters.")
        .require(
            !template.partsTouch(),
            field,
            "parts-touch",
            "相邻的待填部分之间须有文字或标点。",
            "There must be words or a sign between two parts that are to be filled in.");
  }
}
