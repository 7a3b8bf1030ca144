package hotline.dispatch.templates;

import hotline.access.Invalid;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reply says what was done, not what is to be said: whatever a template leaves open must be
 * filled in, by whichever way the text came.
 */
@ApplicationScoped
public class FillingIn {

  private static final int MOST = 20;

  private final ReplyTemplateStore store;

  FillingIn(ReplyTemplateStore store) {
    this.store = store;
  }

  /** What the texts themselves say: a mark that is left, or half of one. */
  public static void check(Violations wrong, String handlingText, String publicReply) {
    requireFilledIn(wrong, TemplateText.of(handlingText), "handlingText");
    requireFilledIn(wrong, TemplateText.of(publicReply), "publicReply");
  }

  /** How many were put in. */
  public static void check(Violations wrong, List<UsedTemplate> used) {
    wrong.require(
        used == null || used.size() <= MOST,
        "templates",
        "too-many",
        "一件答复最多使用 " + MOST + " 个模板。",
        "At most " + MOST + " templates in one reply.");
  }

  private static void requireFilledIn(Violations wrong, TemplateText text, String field) {
    wrong.require(
        text.isFilledIn(),
        field,
        "part-not-filled-in",
        "模板的待填部分还没有填写：" + text.marked() + "。请填写后再提交，不需要的请连同标记删除并改写该句。",
        "Parts of the template are not filled in: "
            + text.marked()
            + ". Fill them in, or rewrite the sentence without the mark.");
  }

  /**
   * The templates that were put into the reply: each must be one of the task's unit or of those
   * above it, and none of its parts may have been cut away. Nor those of one that was used before:
   * a reply that was sent back goes on with its text. The use is counted with the act.
   */
  public void use(Assignment task, List<UsedTemplate> used, Written written, Instant at) {
    // In one order, since the count of each is locked.
    List<ReplyTemplate> named =
        (used == null ? List.<UsedTemplate>of() : used)
            .stream()
                .map(one -> known(task, one))
                .distinct()
                .sorted(Comparator.comparing(ReplyTemplate::templateId))
                .toList();
    boolean first = task.replies() == 0 && task.endorsing().drafts() == 0;
    List<ReplyTemplate> before = first ? List.of() : store.usedIn(task.assignmentId());
    Violations wrong = new Violations();
    Stream.concat(named.stream(), before.stream())
        .distinct()
        .forEach(
            one -> {
              requireNothingLeftOut(wrong, one.filed(), written.handlingText(), "handlingText");
              requireNothingLeftOut(wrong, one.told(), written.publicReply(), "publicReply");
            });
    wrong.throwIfAny();
    named.forEach(one -> store.use(one, task.assignmentId(), at));
  }

  private ReplyTemplate known(Assignment task, UsedTemplate used) {
    return (used == null || used.templateId() == null || used.version() == null
            ? Optional.<ReplyTemplate>empty()
            : store.version(used.templateId(), used.version()))
        .filter(one -> ReplyTemplateStore.unitsOf(task.unitPath()).contains(one.unitId()))
        .orElseThrow(
            () ->
                new Invalid(
                    "templates",
                    "unknown-template",
                    "没有这个答复模板，或它不属于承办单位。请重新插入模板，或不用模板提交。",
                    "There is no such template of the unit. Insert one again, or submit without"
                        + " one."));
  }

  /** The two texts of a reply. */
  public record Written(String handlingText, String publicReply) {}

  private static void requireNothingLeftOut(
      Violations wrong, TemplateText template, String written, String field) {
    List<String> left = template.leftOutOf(TemplateText.of(written));
    wrong.require(
        left.isEmpty(),
        field,
        "bare-template",
        "答复与模板原文相同，没有写明：" + String.join("、", left) + "。请写明实际办理情况。",
        "The reply is the bare template and does not say: "
            + String.join(", ", left)
            + ". Say what was done.");
  }
}
