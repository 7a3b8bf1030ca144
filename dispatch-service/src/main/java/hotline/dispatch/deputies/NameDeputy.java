package hotline.dispatch.deputies;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.directory.OwnUnit;
import hotline.dispatch.owners.Leader;
import hotline.dispatch.owners.Leaders;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leader who will be away names who signs meanwhile (指定代班). */
@ApplicationScoped
class NameDeputy {

  private static final int LONGEST_POST = 60;

  private final DeputyStore store;
  private final Leaders leaders;
  private final DirectoryStore directory;
  private final Clock clock;

  NameDeputy(DeputyStore store, Leaders leaders, DirectoryStore directory, Clock clock) {
    this.store = store;
    this.leaders = leaders;
    this.directory = directory;
    this.clock = clock;
  }

  /** Such as 综合科张科长: by what the leader will know the person. */
  @Schema(name = "DeputyCandidateEntry")
  public record CandidateEntry(String post) {}

  /**
   * What the leader says.
   *
   * @param deputyRef one of the candidates of the unit
   * @param from absent for now; never in the past
   */
  @Schema(name = "DeputyEntry")
  public record Entry(String deputyRef, Instant from, Instant until) {}

  /** Somebody of the unit may be named from then on (登记为可代班). */
  @Transactional
  DeputyStore.Candidate stand(Actor actor, CandidateEntry said) {
    String post = said == null ? null : said.post();
    new Violations().required(post, "post").atMost(post, LONGEST_POST, "post").throwIfAny();
    DeputyStore.Candidate candidate =
        new DeputyStore.Candidate(
            actor.userId(),
            ownUnit(actor).code(),
            post.strip(),
            actor.login(),
            Cause.now(clock),
            null);
    store.lock("deputy_candidate " + candidate.unitId());
    if (store.isTaken(candidate.unitId(), candidate.post(), candidate.userRef())) {
      throw new PostTaken();
    }
    store.save(candidate);
    return candidate;
  }

  /**
   * The person, or a leader of the unit or above it, takes the entry back (撤销登记). Whoever stands in
   * already does so until that is ended.
   */
  @Transactional
  DeputyStore.Candidate withdraw(Actor actor, String userRef) {
    DeputyStore.Candidate candidate =
        store.lockCandidate(userRef).orElseThrow(() -> new NotFound("可代班人员", "candidate"));
    if (!candidate.userRef().equals(actor.userId())) {
      requireLeaderOf(actor, candidate.unitId());
    }
    if (candidate.withdrawnAt() == null) {
      store.withdraw(userRef, actor.userId(), Cause.now(clock));
    }
    return candidate;
  }

  private void requireLeaderOf(Actor actor, String unitId) {
    if (!actor.is(Role.UNIT_LEADER)) {
      throw new Forbidden(
          "只能撤销本人的登记；他人的登记由本单位分管领导撤销。",
          "You may withdraw your own entry; that of somebody else is withdrawn by a leader of the"
              + " unit.");
    }
    Scope.of(actor).requireMayActForUnit(OwnUnit.path(unitId, directory.recent()));
  }

  @Transactional
  Deputy name(Actor actor, Entry said) {
    Entry entry = said == null ? new Entry(null, null, null) : said;
    Instant now = Cause.now(clock);
    Instant from = entry.from() == null ? now : entry.from().truncatedTo(ChronoUnit.MICROS);
    Instant until = entry.until() == null ? null : entry.until().truncatedTo(ChronoUnit.MICROS);
    Unit unit = ownUnit(actor);
    Optional<DeputyStore.Candidate> candidate =
        Optional.ofNullable(entry.deputyRef())
            .flatMap(store::lockCandidate)
            .filter(one -> one.withdrawnAt() == null)
            .filter(one -> one.unitId().equals(unit.code()))
            .filter(one -> !one.userRef().equals(actor.userId()));
    Violations wrong =
        new Violations()
            .require(
                candidate.isPresent(),
                "deputyRef",
                "unknown-candidate",
                "请从本单位已登记的可代班人员中选择；不能指定本人。",
                "Choose one of those of the unit who said that they may stand in, and not"
                    + " yourself.");
    DeputyPolicy.checkPeriod(wrong, from, until, now);
    wrong.throwIfAny();
    store.lock("leader_deputy " + actor.userId());
    String deputyRef = candidate.get().userRef();
    if (store.isNamed(actor.userId(), deputyRef, from, until)) {
      throw new DeputyNamedAlready();
    }
    DeputyPolicy.checkOnEnd(
        wrong,
        new DeputyPolicy.Period(from, until),
        store.periods(actor.userId(), from.minus(DeputyPolicy.LONGEST).minus(DeputyPolicy.BREAK)));
    wrong.throwIfAny();
    Deputy deputy =
        new Deputy(
            Uuid7.at(now),
            0,
            unit.code(),
            actor.userId(),
            leaders.find(actor.userId()).map(Leader::post).orElse("分管领导"),
            deputyRef,
            candidate.get().post(),
            from,
            until,
            now,
            null);
    store.add(deputy);
    return deputy;
  }

  private Unit ownUnit(Actor actor) {
    return OwnUnit.of(actor, directory.recent())
        .orElseThrow(
            () ->
                new Invalid(
                    "unit",
                    "unknown-unit",
                    "您的账号没有对应的现有单位，请联系管理员。",
                    "Your account has no unit of the directory. Ask an administrator."));
  }
}
