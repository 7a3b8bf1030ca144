package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner met people about the case: at the office, at the place, at the door (接访、下访、处访). */
@ApplicationScoped
public class RecordVisit {

  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_RESULT = 5_000;

  private final OwnerActs acts;
  private final VisitClock visits;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  RecordVisit(OwnerActs acts, VisitClock visits, TimeRulesInForce timeRules, Clock clock) {
    this.acts = acts;
    this.visits = visits;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** When, where, whom as roles, and what came of it. */
  @Schema(name = "VisitEntry")
  public record Entry(LocalDate visitedOn, String place, List<Met> met, String result) {

    void check(LocalDate today) {
      new Violations()
          .require(visitedOn != null, "visitedOn", "required", "必填。", "This is required.")
          .require(
              visitedOn == null || !visitedOn.isAfter(today),
              "visitedOn",
              "in-the-future",
              "走访日期不能晚于今天。",
              "The visit must not be in the future.")
          .required(place, "place")
          .atMost(place, LONGEST_PLACE, "place")
          .require(
              met != null && !met.isEmpty() && met.stream().allMatch(Objects::nonNull),
              "met",
              "required",
              "请选择见了哪些人（按身份，不填姓名）。",
              "Say who was met, as roles and not by name.")
          .require(
              met == null || new HashSet<>(met).size() == met.size(),
              "met",
              "named-twice",
              "每种身份只选一次。",
              "Each role only once.")
          .required(result, "result")
          .atMost(result, LONGEST_RESULT, "result")
          .throwIfAny();
    }
  }

  @Transactional
  public CaseOwnership record(Actor actor, UUID ownershipId, IfMatch expected, Entry entry) {
    entry.check(timeRules.calendar().dateOf(Cause.now(clock)));
    return acts.on(
        actor,
        ownershipId,
        expected,
        ownership -> ownership.requireOwner(actor),
        act -> {
          new Violations()
              .require(
                  !entry
                      .visitedOn()
                      .isBefore(timeRules.calendar().dateOf(act.handledCase().receivedAt())),
                  "visitedOn",
                  "before-the-case",
                  "走访日期不能早于诉求提出之日。",
                  "The visit must not be before the request.")
              .throwIfAny();
          act.say(act.ownership().visit(visits.next(act.cause().at())));
          act.record(
              OwnershipRecord.visit(
                  entry.result().strip(), entry.visitedOn(), entry.place().strip(), entry.met()));
        });
  }
}
