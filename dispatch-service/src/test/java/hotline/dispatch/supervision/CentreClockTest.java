package hotline.dispatch.supervision;

import static hotline.dispatch.cases.HandedOut.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.CentreWords;
import hotline.dispatch.cases.HandedOut;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.CentreApproaching;
import hotline.lifecycle.CentreDuty;
import hotline.lifecycle.CentreMissed;
import hotline.lifecycle.DispatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replies of several co-handlers wait for their review side by side. */
class CentreClockTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();

  private final HandledCase of = HandedOut.caseOfCg();

  @Test
  void the_clock_of_each_reply_turns_yellow_and_runs_out_once() {
    CentreClock first = review(MONDAY);
    CentreClock second = review(MONDAY.plus(Duration.ofHours(1)));

    assertThat(said(first, MONDAY.plus(Duration.ofHours(3)))).isInstanceOf(CentreApproaching.class);
    assertThat(said(second, MONDAY.plus(Duration.ofHours(3)))).isNull();
    assertThat(said(second, MONDAY.plus(Duration.ofHours(4))))
        .isInstanceOf(CentreApproaching.class);
    assertThat(said(first, MONDAY.plus(Duration.ofHours(4)))).isNull();

    Instant afterTheFirst = MONDAY.plus(Duration.ofHours(5)).plusMillis(1);
    assertThat(said(second, afterTheFirst)).isNull();
    assertThat(said(first, afterTheFirst)).isInstanceOf(CentreMissed.class);
    assertThat(said(first, afterTheFirst)).isNull();
    assertThat(said(second, afterTheFirst.plus(Duration.ofHours(1))))
        .isInstanceOf(CentreMissed.class);
    assertThat(said(first, afterTheFirst.plus(Duration.ofHours(1)))).isNull();
  }

  @Test
  void what_was_said_of_a_review_says_nothing_of_the_dispatch_after_it() {
    assertThat(said(review(MONDAY), MONDAY.plus(Duration.ofHours(3))))
        .isInstanceOf(CentreApproaching.class);
    Instant back = MONDAY.plus(Duration.ofHours(4));
    of.comeBack(back);

    // It is due before the reply would have been reviewed late.
    CentreClock dispatch = new CentreClock(CentreDuty.DISPATCH, 1, back, Limit.parse("30nm"));
    assertThat(said(dispatch, back.plus(Duration.ofMinutes(20))))
        .isInstanceOf(CentreApproaching.class);
  }

  private static CentreClock review(Instant repliedAt) {
    return new CentreClock(CentreDuty.REVIEW, 1, repliedAt, Limit.parse("5nh"));
  }

  /** What is said then; null for nothing. */
  private DispatchEvent said(CentreClock clock, Instant now) {
    CentreWords words = of.centreWords();
    Optional<DispatchEvent> said =
        clock.tick(clock.hand(CHINA, LightRule.DEFAULT, words), words, now);
    return said.orElse(null);
  }
}
