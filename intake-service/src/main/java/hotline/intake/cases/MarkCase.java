package hotline.intake.cases;

import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.lifecycle.CaseMark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The centre says what makes a case one to be watched (标签): concerning many, sensitive. */
@ApplicationScoped
public class MarkCase {
  private final CaseRepository cases;
  private final CaseJournal journal;
  private final Clock clock;

  @Inject
  MarkCase(CaseRepository cases, CaseJournal journal, Clock clock) {
    this.cases = cases;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * All marks that it has from now on.
   *
   * @param typed names or Chinese words of marks; none takes all back
   */
  @Transactional
  public CaseRef mark(UUID caseId, List<String> typed, IfMatch expected, Doer doer) {
    Set<CaseMark> marks = marks(typed);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    HotlineCase hotlineCase = cases.locked(caseId);
    expected.check(hotlineCase.version());
    hotlineCase
        .mark(marks)
        .ifPresent(marked -> journal.say(new Entry(hotlineCase, null, marked), doer, now));
    return cases.saved(hotlineCase);
  }

  static Set<CaseMark> marks(List<String> typed) {
    if (typed == null) {
      throw unknown();
    }
    Set<CaseMark> marks = EnumSet.noneOf(CaseMark.class);
    for (String one : typed) {
      marks.add(
          Arrays.stream(CaseMark.values())
              .filter(mark -> mark.name().equals(one) || mark.zh().equals(one))
              .findFirst()
              .orElseThrow(MarkCase::unknown));
    }
    return marks;
  }

  private static Invalid unknown() {
    return new Invalid(
        "marks",
        "unknown-value",
        "请从这些标签中选择："
            + Arrays.stream(CaseMark.values()).map(CaseMark::zh).collect(Collectors.joining("、"))
            + "。没有标签时请给出空列表。",
        "Choose of these marks: "
            + Arrays.stream(CaseMark.values()).map(CaseMark::name).collect(Collectors.joining(", "))
            + "; an empty list for none.");
  }
}
