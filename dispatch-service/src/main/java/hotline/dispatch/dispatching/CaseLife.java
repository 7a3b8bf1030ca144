package hotline.dispatch.dispatching;

import hotline.access.Scope;
import hotline.dispatch.assignments.CasesInSight;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock;
import hotline.dispatch.clocks.CaseClockSource;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every clock of a case, of whatever set it, in the order in which they began (一案一页). */
@ApplicationScoped
class CaseLife {

  private final CasesInSight cases;
  private final List<CaseClockSource> sources;
  private final DirectoryStore directory;
  private final Clock clock;

  CaseLife(
      CasesInSight cases,
      @All List<CaseClockSource> sources,
      DirectoryStore directory,
      Clock clock) {
    this.cases = cases;
    this.sources = sources;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A list that is whole.
   *
   * @param asOf up to when it is told
   */
  @Schema(name = "CaseClocks")
  record Clocks(UUID caseId, Instant asOf, List<CaseClock> items, long count) {}

  /** A unit sees the clocks of its own subtree, in cases in which it has a task. */
  Clocks clocks(Scope scope, UUID caseId) {
    HandledCase of = cases.find(scope, caseId);
    Directory names = directory.recent();
    Instant now = Cause.now(clock);
    List<CaseClock> items =
        sources.stream()
            .flatMap(source -> source.of(of, scope::seesUnit, names, now).stream())
            .sorted(Comparator.comparing(CaseClock::startedAt).thenComparing(CaseClock::kind))
            .toList();
    return new Clocks(caseId, now, items, items.size());
  }
}
