package hotline.dispatch.deputies;

import hotline.access.Actor;
import hotline.access.Invalid;
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
        new DeputyStore.Candidate(actor.userId(), ownUnit(actor).code(), post.strip());
    store.save(candidate, Cause.now(clock));
    return candidate;
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
            .filter(one -> one.unitId().equals(unit.code()))
            .filter(one -> !one.userRef().equals(actor.userId()));
    Violations wrong =
        new Violations()
            .require(
                candidate.isPresent(),
                "deputyRef",
                "unknown-candidate",
                "请从本单位已登记的可代班人员中选择；不能指定本人。",
                "Choose one of those of the unit who said that they may stand in, and not yourself.");
    DeputyPolicy.checkPeriod(wrong, from, until, now);
    wrong.throwIfAny();
    String deputyRef = candidate.get().userRef();
    if (store.isNamed(actor.userId(), deputyRef, from, until)) {
      throw new DeputyNamedAlready();
    }
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
