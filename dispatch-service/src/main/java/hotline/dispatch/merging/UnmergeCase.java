package hotline.dispatch.merging;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A dispatcher lets a merged case go its own way again (撤销并单). */
@ApplicationScoped
class UnmergeCase {

  private final CaseRepository cases;
  private final Followers followers;
  private final Clock clock;

  UnmergeCase(CaseRepository cases, Followers followers, Clock clock) {
    this.cases = cases;
    this.followers = followers;
    this.clock = clock;
  }

  @Transactional
  HandledCase unmerge(Actor actor, UUID caseId, IfMatch expected, UnmergeEntry entry) {
    entry.check();
    HandledCase known =
        cases.findByIdOptional(caseId).orElseThrow(() -> new NotFound("工单", "case"));
    if (!known.isMerged()) {
      expected.check(known.version());
      throw new CaseHasMovedOn(known.status());
    }
    HandledCase main = cases.lockAll(List.of(caseId, known.mainCaseId())).get(known.mainCaseId());
    // What was read before the lock may be of before somebody else's act.
    cases.getEntityManager().refresh(known);
    expected.check(known.version());
    if (!known.isMerged()) {
      throw new CaseHasMovedOn(known.status());
    }
    followers.letGo(main, known, entry.reason(), entry.note(), Cause.by(actor, clock));
    cases.flush();
    return known;
  }
}
