package hotline.reporting.headline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Solved;
import hotline.reporting.LoopOfFacts;
import hotline.reporting.cases.CaseRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CounterTest {

  private static final Instant START = Instant.parse("2026-03-02T01:15:30Z");

  @Test
  void an_archived_case_counts_as_the_closed_one_that_it_is() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000017", "cg", START)
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .closed(Solved.PARTLY, Answer.NO);
    for (boolean excluded : new boolean[] {false, true}) {
      CaseRecord closed = fold(excluded ? loop.excluded() : loop);
      CaseRecord archived = fold(loop);
      new LoopOfFacts("2603020000017", "cg", START)
          .heldForLaw()
          .archived()
          .facts()
          .forEach(archived::apply);
      assertThat(archived.status()).isEqualTo(CaseStatus.ARCHIVED);
      for (Counter counter : Counter.values()) {
        assertThat(counter.counts(archived)).as("%s", counter).isEqualTo(counter.counts(closed));
      }
    }
  }

  private static CaseRecord fold(LoopOfFacts loop) {
    Fact first = loop.facts().get(0);
    CaseRecord row = new CaseRecord(first.envelope().caseId(), first.envelope().caseNo());
    loop.facts().forEach(row::apply);
    return row;
  }
}
