package hotline.intake.cases;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.access.Violations;
import hotline.intake.cases.SplitForm.DemandForm;
import hotline.intake.reference.Directory;
import hotline.lifecycle.CaseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the demands of one call must say before each gets a number (一诉多求): the rules of a
 * registration for each of them. All that is wrong is named at once, and of which demand it is.
 */
final class SplitRules {

  /**
   * @param kept what the case itself keeps; null where it stays as it is
   * @param others texts as they were typed, of nobody yet
   */
  record Demands(Registration kept, List<Registration> others) {}

  private final Violations violations = new Violations();

  private SplitRules() {}

  /** How many new cases are asked for; refuses none and too many before anything else is done. */
  static int count(SplitForm form, int most) {
    Violations violations = new Violations();
    int count = form.demands() == null ? 0 : form.demands().size();
    violations.require(
        count > 0,
        "demands",
        "required",
        "请至少填写一项要拆出的诉求。",
        "Name at least one demand to split off.");
    violations.require(
        count <= most,
        "demands",
        "too-many",
        "一次最多拆出 " + most + " 件，请分次拆分。",
        "At most " + most + " cases are split off at once; do it again for the rest.");
    violations.throwIfAny();
    return count;
  }

  /**
   * @param confidential whether who called is protected already
   */
  static Demands check(
      SplitForm form,
      CaseSubject call,
      boolean confidential,
      Instant registeredAt,
      Directory directory,
      Instant now) {
    SplitRules rules = new SplitRules();
    Registration kept = null;
    if (form.kept() != null) {
      kept =
          rules.read(
              "kept.",
              "本单：",
              "This case: ",
              () ->
                  RegistrationRules.checkCorrected(
                      form.kept().asCorrection().over(call), call, registeredAt, directory, now));
    }
    List<Registration> others = new ArrayList<>();
    for (int i = 0; i < form.demands().size(); i++) {
      DemandForm demand = form.demands().get(i);
      String field = "demands[" + i + "]";
      if (demand == null) {
        rules.violations.add(
            field,
            "required",
            "拆出的第 " + (i + 1) + " 件：必填。",
            "New case " + (i + 1) + ": This is required.");
        continue;
      }
      others.add(
          rules.read(
              field + ".",
              "拆出的第 " + (i + 1) + " 件：",
              "New case " + (i + 1) + ": ",
              () -> RegistrationRules.checkSplit(demand.asCallOf(call), call, directory, now)));
    }
    rules.violations.throwIfAny();
    if (!confidential) {
      rules.requireReportTakenOut(call, kept, others);
    }
    return new Demands(kept, others);
  }

  /**
   * What an open case keeps is read with its reporter's name: a report that becomes confidential
   * must not stay in it as it was told.
   */
  private void requireReportTakenOut(
      CaseSubject call, Registration kept, List<Registration> others) {
    boolean open = kept == null || !becomesReport(call, kept);
    boolean same = kept == null || kept.content().equals(call.content());
    violations.require(
        !(open && same && others.stream().anyMatch(one -> becomesReport(call, one))),
        "kept.content",
        "report-left-in",
        "拆出的诉求中有举报，须为举报人保密。请先从本单的诉求内容中删去举报的部分，再拆分。",
        "One of the demands is a report, which is kept confidential: take its part out of the content"
            + " that this case keeps, then split.");
    violations.throwIfAny();
  }

  /** Then who reports is protected, which was not so for the call. */
  private static boolean becomesReport(CaseSubject call, Registration demand) {
    return demand.kind() == CaseKind.REPORT && call.kind() != CaseKind.REPORT;
  }

  /** Null when something is wrong with it, which is kept then. */
  private Registration read(String field, String zh, String en, Supplier<Registration> rules) {
    try {
      return rules.get();
    } catch (Invalid wrong) {
      for (Violation one : wrong.violations()) {
        violations.add(field + one.field(), one.code(), zh + one.zh(), en + one.en());
      }
      return null;
    }
  }
}
