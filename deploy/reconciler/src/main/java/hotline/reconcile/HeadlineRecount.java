package hotline.reconcile;

import static hotline.reconcile.LogCase.Spot.CANNOT_TELL;
import static hotline.reconcile.LogCase.Spot.DONE;
import static hotline.reconcile.LogCase.Spot.NOT_DONE;
import static hotline.reconcile.LogCase.Spot.NOT_MADE;
import static hotline.reconcile.LogCase.Spot.PARTLY;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.Solved;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The headline numbers counted from the log alone. */
final class HeadlineRecount {

  static final List<String> NUMBERS =
      List.of(
          "registered",
          "answered_direct",
          "accepted",
          "closed",
          "withdrawn",
          "overdue",
          "reopened",
          "disputed",
          "ruled",
          "split_off",
          "from_paper",
          "from_old_system",
          "excluded",
          "rating_excluded",
          "rating_set_aside",
          "unscored_satisfied",
          "self_rated",
          "spot_checked",
          "spot_not_done",
          "spot_partly",
          "spot_cannot_tell",
          "spot_not_made",
          "spot_weighted",
          "responded_yes",
          "responded_no",
          "responded_unknown",
          "solved_yes",
          "solved_partly",
          "solved_no",
          "solved_by_policy",
          "solved_unknown",
          "satisfied_yes",
          "satisfied_no",
          "satisfied_unknown");

  private HeadlineRecount() {}

  static Map<String, Long> of(Collection<LogCase> cases) {
    List<LogCase> accepted = cases.stream().filter(LogCase::accepted).toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("registered", count(cases, LogCase::registered));
    counts.put("answered_direct", count(cases, LogCase::answeredDirect));
    counts.put("accepted", (long) accepted.size());
    counts.put("closed", count(accepted, c -> c.closing() != null));
    counts.put("withdrawn", count(accepted, c -> c.status() == CaseStatus.WITHDRAWN));
    counts.put("overdue", count(accepted, LogCase::overdue));
    counts.put("reopened", count(accepted, LogCase::reopened));
    counts.put("disputed", count(accepted, LogCase::disputed));
    counts.put("ruled", count(accepted, LogCase::ruled));
    counts.put("split_off", count(accepted, LogCase::splitOff));
    counts.put("from_paper", count(accepted, c -> c.enteredAs() == EnteredAs.PAPER));
    counts.put("from_old_system", count(accepted, c -> c.enteredAs() == EnteredAs.OLD_SYSTEM));
    counts.put("excluded", count(accepted, LogCase::excluded));
    counts.put("rating_excluded", count(accepted, LogCase::excluded));
    counts.put("rating_set_aside", count(accepted, LogCase::ratingSetAside));
    counts.put(
        "unscored_satisfied",
        count(
            accepted,
            c -> (c.excluded() || c.ratingSetAside()) && c.closing().satisfied() == Answer.YES));
    counts.put("self_rated", count(accepted, LogCase::selfRated));
    counts.put("spot_checked", count(accepted, c -> c.spot().compareTo(DONE) >= 0));
    counts.put("spot_not_done", count(accepted, c -> c.spot() == NOT_DONE));
    counts.put("spot_partly", count(accepted, c -> c.spot() == PARTLY));
    counts.put("spot_cannot_tell", count(accepted, c -> c.spot() == CANNOT_TELL));
    counts.put("spot_not_made", count(accepted, c -> c.spot() == NOT_MADE));
    counts.put("spot_weighted", count(accepted, LogCase::spotWeighted));
    answers(counts, "responded", accepted, CaseClosed::responded);
    counts.put("solved_yes", solved(accepted, Solved.YES));
    counts.put("solved_partly", solved(accepted, Solved.PARTLY));
    counts.put("solved_no", solved(accepted, Solved.NO));
    counts.put("solved_by_policy", solved(accepted, Solved.NOT_BY_POLICY));
    counts.put("solved_unknown", solved(accepted, Solved.UNKNOWN));
    answers(counts, "satisfied", accepted, CaseClosed::satisfied);
    return counts;
  }

  private static void answers(
      Map<String, Long> counts,
      String question,
      List<LogCase> cases,
      java.util.function.Function<CaseClosed, Answer> answer) {
    counts.put(question + "_yes", closedWith(cases, c -> answer.apply(c) == Answer.YES));
    counts.put(question + "_no", closedWith(cases, c -> answer.apply(c) == Answer.NO));
    counts.put(question + "_unknown", closedWith(cases, c -> answer.apply(c) == Answer.UNKNOWN));
  }

  private static long solved(List<LogCase> cases, Solved answer) {
    return closedWith(cases, closing -> closing.solved() == answer);
  }

  private static long closedWith(List<LogCase> cases, Predicate<CaseClosed> answer) {
    return count(
        cases,
        c ->
            c.closing() != null
                && !c.excluded()
                && !c.ratingSetAside()
                && answer.test(c.closing()));
  }

  private static long count(Collection<LogCase> cases, Predicate<LogCase> counts) {
    return cases.stream().filter(counts).count();
  }
}
