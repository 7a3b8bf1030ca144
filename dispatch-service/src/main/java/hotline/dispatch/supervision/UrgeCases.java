package hotline.dispatch.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.cases.SupervisionMarks;
import hotline.dispatch.holders.Holder;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.Fact;
import hotline.lifecycle.SupervisionUrged;
import hotline.lifecycle.UrgeForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The centre urges whoever holds a case (催办), one case or many at once with different words: a fact
 * per case.
 */
@ApplicationScoped
public class UrgeCases {

  private static final int MOST_AT_ONCE = 200;

  private final CaseRepository cases;
  private final UrgeStore urges;
  private final PaperNumbers numbers;
  private final SupervisionLimitStore limits;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  UrgeCases(
      CaseRepository cases,
      UrgeStore urges,
      PaperNumbers numbers,
      SupervisionLimitStore limits,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.urges = urges;
    this.numbers = numbers;
    this.limits = limits;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * What became of one of them.
   *
   * @param urgeNo null when it was refused
   * @param refusal null when it was urged
   */
  @Schema(name = "UrgeOutcome")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outcome(UUID caseId, Integer urgeNo, String paperNo, Why refusal) {}

  /** Why a case was not urged. */
  @Schema(name = "UrgeRefusal")
  public record Why(String code, String zh, String en) {}

  /** Each case is judged by itself: one that has ended meanwhile does not keep the others. */
  @Transactional
  public List<Outcome> urge(Actor actor, List<UrgeEntry> entries) {
    check(entries);
    Cause cause = Cause.by(actor, clock);
    Map<UUID, HandledCase> found = cases.lockAll(entries.stream().map(UrgeEntry::caseId).toList());
    Scope scope = Scope.of(actor);
    found.values().removeIf(one -> !scope.reachesPlace(one.placePath()));
    Map<UUID, CentreUrge> urged = new LinkedHashMap<>();
    List<Fact> facts = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (UrgeEntry entry : entries) {
      try {
        CentreUrge urge = urge(found.get(entry.caseId()), entry, cause, facts);
        urged.put(entry.caseId(), urge);
        outcomes.add(new Outcome(entry.caseId(), urge.urgeNo(), urge.paperNo(), null));
      } catch (NotFound | CaseHasMovedOn | UrgedRecently refused) {
        outcomes.add(new Outcome(entry.caseId(), null, null, why(refused)));
      }
    }
    write(urged, facts, cause);
    return outcomes;
  }

  /** One case; what cannot be done is a refusal. */
  @Transactional
  public Outcome urge(Actor actor, UrgeEntry entry) {
    check(List.of(entry));
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = new ArrayList<>();
    CentreUrge urge = urge(cases.lock(entry.caseId()).orElse(null), entry, cause, facts);
    write(Map.of(entry.caseId(), urge), facts, cause);
    return new Outcome(entry.caseId(), urge.urgeNo(), urge.paperNo(), null);
  }

  private CentreUrge urge(HandledCase of, UrgeEntry entry, Cause cause, List<Fact> facts) {
    if (of == null) {
      throw new NotFound("工单", "case");
    }
    if (of.isOver()) {
      throw new CaseHasMovedOn(of.status());
    }
    SupervisionMarks marks = of.supervision();
    requireNotTooSoon(marks, cause.at());
    UrgeForm form = entry.formOrPlain();
    String unit = Holder.isWithUnit(of) ? of.leadUnitId() : null;
    int number = marks.urge(cause.at());
    facts.add(of.say(new SupervisionUrged(number, form, unit), cause));
    return new CentreUrge(
        number,
        form,
        form == UrgeForm.WRITTEN ? numbers.next("CB", cause.at()) : null,
        unit,
        entry.words().strip(),
        cause.at());
  }

  private void requireNotTooSoon(SupervisionMarks marks, Instant now) {
    if (marks.lastCentreUrge() == null) {
      return;
    }
    Limit every = limits.inForce().urgeEvery();
    Instant again =
        DueTime.compute(
            ClockTerms.of(marks.lastCentreUrge(), LimitRule.of(every)), timeRules.calendar());
    if (now.isBefore(again)) {
      throw new UrgedRecently(every, again);
    }
  }

  private void write(Map<UUID, CentreUrge> urged, List<Fact> facts, Cause cause) {
    cases.flush();
    urges.add(urged, cause.actor());
    log.append(facts);
  }

  private static Why why(Refusal refused) {
    return new Why(refused.slug(), refused.detailZh(), refused.detailEn());
  }

  private static void check(List<UrgeEntry> entries) {
    Violations wrong = new Violations();
    wrong.require(
        !entries.isEmpty() && entries.size() <= MOST_AT_ONCE,
        "items",
        "not-so-many",
        "一次可催办 1 至 " + MOST_AT_ONCE + " 件。",
        "From 1 to " + MOST_AT_ONCE + " cases at once.");
    Set<UUID> seen = new HashSet<>();
    wrong.require(
        entries.stream().noneMatch(Objects::isNull),
        "items",
        "required",
        "每项都须填写。",
        "No entry may be null.");
    wrong.throwIfAny();
    for (int i = 0; i < entries.size(); i++) {
      String prefix = "items[" + i + "].";
      entries.get(i).check(wrong, prefix);
      wrong.require(
          entries.get(i).caseId() == null || seen.add(entries.get(i).caseId()),
          prefix + "caseId",
          "named-twice",
          "同一工单只能出现一次。",
          "A case may be named only once.");
    }
    wrong.throwIfAny();
  }
}
