package hotline.dispatch.deputies;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.directory.OwnUnit;
import hotline.dispatch.lists.Cursor;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The deputies of a unit, open to everybody who works for it: whose signature counts is no secret.
 * A leader finds those of the units below as well, and may end them.
 */
@ApplicationScoped
class Deputies {

  private final DeputyStore store;
  private final StandingIn standingIn;
  private final DirectoryStore directory;
  private final Clock clock;

  Deputies(DeputyStore store, StandingIn standingIn, DirectoryStore directory, Clock clock) {
    this.store = store;
    this.standingIn = standingIn;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The last to begin first.
   *
   * @param count of those asked for; {@code present} of those that stand in or will, {@code over}
   *     of the others
   * @param mine for whom the reader stands in now
   * @param decides whether the reader signs now, as a leader or in the place of one
   */
  @Schema(name = "DeputyPage")
  record Page(
      List<DeputyView> items,
      long count,
      long present,
      long over,
      List<DeputyView> mine,
      boolean decides,
      String nextCursor) {}

  /**
   * Somebody whom the leader may name.
   *
   * @param login of the account that said the post, which nobody has checked
   * @param since when it was said
   * @param myself whether the reader is that person
   */
  @Schema(name = "DeputyCandidate")
  record Candidate(String userRef, String post, String login, Instant since, boolean myself) {

    static Candidate of(DeputyStore.Candidate candidate, Actor reader) {
      return new Candidate(
          candidate.userRef(),
          candidate.post(),
          candidate.login(),
          candidate.since(),
          candidate.userRef().equals(reader.userId()));
    }
  }

  /** A list that is whole. */
  @Schema(name = "DeputyCandidates")
  record Candidates(List<Candidate> items, long count) {}

  Page page(Actor actor, boolean over, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    List<String> units = units(actor);
    if (units.isEmpty()) {
      return new Page(List.of(), 0, 0, 0, List.of(), false, null);
    }
    List<Deputy> found = store.ofUnits(units, over, now, after, limit + 1);
    long[] counts = store.counts(units, now);
    List<DeputyView> items =
        found.stream().limit(limit).map(one -> DeputyView.of(one, actor.userId(), now)).toList();
    List<DeputyView> mine =
        standingIn.of(actor, now).stream()
            .map(one -> DeputyView.of(one, actor.userId(), now))
            .toList();
    Deputy last = found.size() > limit ? found.get(limit - 1) : null;
    return new Page(
        items,
        counts[over ? 1 : 0],
        counts[0],
        counts[1],
        mine,
        standingIn.decides(actor, now),
        last == null ? null : new Cursor(last.validFrom(), last.deputyId()).text());
  }

  Candidates candidates(Actor actor) {
    List<Candidate> items =
        unit(actor).map(store::candidates).orElse(List.of()).stream()
            .map(one -> Candidate.of(one, actor))
            .toList();
    return new Candidates(items, items.size());
  }

  /** The own unit; of a leader also those below, in service or not. */
  private List<String> units(Actor actor) {
    Directory known = directory.recent();
    List<String> codes =
        new ArrayList<>(OwnUnit.of(actor, known).map(Unit::code).stream().toList());
    if (actor.is(Role.UNIT_LEADER)) {
      for (int above = 0; above < codes.size(); above++) {
        known.unitsBelow(codes.get(above)).forEach(unit -> codes.add(unit.code()));
      }
    }
    return codes;
  }

  private Optional<String> unit(Actor actor) {
    return OwnUnit.of(actor, directory.recent()).map(Unit::code);
  }
}
