package hotline.dispatch.merging;

import hotline.access.IllegalMove;
import hotline.dispatch.cases.HandledCase;

/** Two cases that cannot be handled together, each with what to do instead. */
public final class MergeRefused extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private MergeRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static MergeRefused itself() {
    return new MergeRefused(
        "merge-into-itself",
        "工单不能并入自身。请填写主单的编号。",
        "A case is not merged into itself. Give the number of the main case.");
  }

  static MergeRefused sameCall() {
    return new MergeRefused(
        "merge-of-one-call",
        "两件工单由同一来电的不同诉求拆分而来，不是多人反映同一事项，不并单。请分别派单，可派给同一单位。",
        "The two are different demands of one call, not one matter that several people report, so"
            + " they are not merged. Dispatch each; both may go to one unit.");
  }

  static MergeRefused intoMerged() {
    return new MergeRefused(
        "merge-into-merged",
        "该工单已并入其他工单，不能作为主单。请并入它的主单。",
        "That case follows another one and cannot be the main case. Merge into its main case.");
  }

  static MergeRefused isMain() {
    return new MergeRefused(
        "merge-of-main",
        "已有其他工单并入此件，此件不能再并入别的工单。请反向并单，或先撤销那些并单。",
        "Others follow this case, so it cannot follow another one. Merge the other way round, or"
            + " unmerge those first.");
  }

  static MergeRefused mainNotOpen(HandledCase main) {
    return new MergeRefused(
            "merge-main-not-open",
            "主单当前状态为“" + main.status().zh() + "”，不在办理中，不能并入。请照常派单，或另选主单。",
            "The main case is \""
                + main.status().en()
                + "\": nobody handles it, so nothing is merged into it. Dispatch this case, or choose"
                + " another main case.")
        .about(main);
  }

  static MergeRefused mainOnHold() {
    return new MergeRefused(
        "merge-main-on-hold",
        "主单已挂起，时限暂停；此件的时限不能随之暂停。请先恢复主单办理，或另选主单。",
        "The main case is on hold and its clock stands still; that of this case must not. Resume the"
            + " main case first, or choose another one.");
  }

  static MergeRefused signed() {
    return new MergeRefused(
        "merge-signed",
        "承办单位已签收此件，不能并单。请由该单位办理，或先收回。",
        "A unit has signed for this case, so it is not merged. Let the unit handle it, or take it"
            + " back first.");
  }

  static MergeRefused isProtected() {
    return new MergeRefused(
        "merge-protected",
        "举报件和保密件不与其他工单并单，须知范围不同。请单独办理。",
        "Reports and confidential cases are not merged: not everybody who handles the one may know"
            + " of the other. Handle it by itself.");
  }

  static MergeRefused notProposed() {
    return new MergeRefused(
        "merge-not-proposed",
        "登记此件时未选择属于该事件，不能随事件一并并单。请由派单员比对后办理。",
        "It was not registered as one of the incident, so it is not merged with the others. Let a"
            + " dispatcher compare the two.");
  }

  static MergeRefused enough(int most) {
    return new MergeRefused(
        "merge-enough",
        "已有 " + most + " 件并入该主单，不再批量并入：主单的答复须一次答复全部。其余请照常派单。",
        most
            + " cases follow this main case, and its reply has to answer all of them at once."
            + " Dispatch the others.");
  }

  static MergeRefused otherPlace() {
    return new MergeRefused(
        "merge-other-place",
        "两件工单的事发地不同。请核对主单编号，或改选其他并单原因。",
        "The two happened at different places. Check the number of the main case, or choose another"
            + " reason.");
  }

  static MergeRefused otherRespondent() {
    return new MergeRefused(
        "merge-other-respondent",
        "两件工单的被反映单位不同或未填。请核对主单编号，或改选其他并单原因。",
        "The two are not about the same unit. Check the number of the main case, or choose another"
            + " reason.");
  }

  static MergeRefused aboutAnotherUnit() {
    return new MergeRefused(
        "merge-about-another-unit",
        "两件工单的被反映单位不同，不能并单：承办主单的可能正是被反映单位。请单独办理。",
        "The two do not complain about the same unit, so they are not merged: the unit complained"
            + " about might answer both. Handle it by itself.");
  }

  private MergeRefused about(HandledCase main) {
    with("caseStatus", main.status().name());
    return this;
  }
}
