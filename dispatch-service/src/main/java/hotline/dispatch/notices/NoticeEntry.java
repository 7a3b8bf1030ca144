package hotline.dispatch.notices;

import hotline.access.Violations;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeGround;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a supervisor or a leader fills in: six recipients, each copy exactly once.
 *
 * @param promise what will be done until when, as the petitioner is told
 * @param remark for the leader in charge only
 */
@Schema(name = "ResponsibilityNoticeEntry")
public record NoticeEntry(
    UUID caseId,
    NoticeGround ground,
    String demand,
    String promise,
    String remark,
    List<ResponsiblePerson> responsible,
    List<Recipient> recipients) {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_POST = 100;
  private static final int MOST_PEOPLE = 10;

  /** Everything that is wrong at once, so that a person mends it in one go. */
  void check(Directory directory) {
    Violations wrong = new Violations();
    wrong
        .require(caseId != null, "caseId", "required", "必填。", "This is required.")
        .require(ground != null, "ground", "required", "请选择发责任单的事由。", "Choose the ground.")
        .required(demand, "demand")
        .atMost(demand, LONGEST, "demand")
        .required(promise, "promise")
        .atMost(promise, LONGEST, "promise")
        .atMost(remark, LONGEST, "remark");
    people(wrong);
    copies(wrong);
    for (int i = 0; i < size(recipients); i++) {
      if (recipients.get(i) != null && recipients.get(i).copy() != null) {
        recipient(wrong, "recipients[" + i + "].", recipients.get(i), directory);
      }
    }
    oneUnitOneCopy(wrong);
    wrong.throwIfAny();
  }

  private void people(Violations wrong) {
    wrong.require(
        size(responsible) >= 1 && size(responsible) <= MOST_PEOPLE,
        "responsible",
        "not-so-many",
        "责任人应为 1 至 " + MOST_PEOPLE + " 人。",
        "Name from 1 to " + MOST_PEOPLE + " responsible people.");
    for (int i = 0; i < Math.min(size(responsible), MOST_PEOPLE); i++) {
      String prefix = "responsible[" + i + "]";
      if (responsible.get(i) == null) {
        wrong.add(prefix, "required", "必填。", "This is required.");
      } else {
        responsible.get(i).check(wrong, prefix + ".");
      }
    }
  }

  private void copies(Violations wrong) {
    Set<NoticeCopy> left = EnumSet.allOf(NoticeCopy.class);
    for (int i = 0; i < size(recipients); i++) {
      NoticeCopy copy = recipients.get(i) == null ? null : recipients.get(i).copy();
      String field = "recipients[" + i + "].copy";
      if (copy == null) {
        wrong.add(field, "required", "请写明联次。", "Say which copy it is.");
      } else if (!left.remove(copy)) {
        wrong.add(
            field,
            "named-twice",
            copy.zh() + "只能有一个收件方。",
            "The copy \"" + copy.en() + "\" has one recipient only.");
      }
    }
    wrong.require(
        left.isEmpty() && size(recipients) == NoticeMoves.SIX,
        "recipients",
        "not-six",
        "责任单须有六联，每联一个收件方"
            + (left.isEmpty()
                ? "，现有 " + size(recipients) + " 个。"
                : "，缺：" + left.stream().map(NoticeCopy::zh).collect(Collectors.joining("、")) + "。"),
        "A notice has six copies with one recipient each"
            + (left.isEmpty()
                ? "; these are " + size(recipients) + "."
                : "; missing: "
                    + left.stream().map(NoticeCopy::en).collect(Collectors.joining(", "))
                    + "."));
  }

  private static void recipient(
      Violations wrong, String prefix, Recipient recipient, Directory directory) {
    boolean leader = recipient.copy() == NoticeCopy.LEADER;
    if (recipient.isOffice()) {
      wrong.require(
          directory.unit(recipient.unitId()).filter(Unit::active).isPresent(),
          prefix + "unitId",
          "unknown-unit",
          "请选择现有的单位。",
          "Choose a unit that exists.");
    } else {
      wrong.require(
          recipient.unitId() == null,
          prefix + "unitId",
          "not-a-unit",
          recipient.copy().zh() + "发给个人，不填单位。",
          "This copy goes to a person; leave the unit out.");
    }
    if (leader) {
      wrong.required(recipient.post(), prefix + "post");
    }
    wrong
        .require(
            leader || recipient.post() == null,
            prefix + "post",
            "leader-only",
            "只有分管领导联填写职务。",
            "Only the copy of the leader has a post.")
        .require(
            leader || recipient.login() == null,
            prefix + "login",
            "leader-only",
            "只有分管领导联可指定账号。",
            "Only the copy of the leader may name an account.")
        .require(
            recipient.login() == null || !recipient.login().isBlank(),
            prefix + "login",
            "blank",
            "账号不能为空白；不指定时请不填。",
            "The account is not blank; leave it out when none is meant.")
        .atMost(recipient.post(), LONGEST_POST, prefix + "post")
        .atMost(recipient.login(), LONGEST_POST, prefix + "login");
  }

  private void oneUnitOneCopy(Violations wrong) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < size(recipients); i++) {
      String unit = recipients.get(i) == null ? null : recipients.get(i).unitId();
      wrong.require(
          unit == null || seen.add(unit),
          "recipients[" + i + "].unitId",
          "same-unit-twice",
          "同一单位只能收一联。",
          "A unit gets one copy only.");
    }
  }

  private static int size(List<?> list) {
    return Objects.requireNonNullElse(list, List.of()).size();
  }
}
