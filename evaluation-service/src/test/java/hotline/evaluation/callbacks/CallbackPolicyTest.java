package hotline.evaluation.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.evaluation.callbacks.CallbackPolicy.Reopening;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.evaluations.RehandlePolicy;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallbackPolicyTest {

  private static final Instant CLOSED = Instant.parse("2026-11-23T02:00:00Z");

  private final CallbackPolicy policy =
      new CallbackPolicy(
          "test/1",
          new RehandlePolicy(2),
          new UnreachablePolicy(3, 2),
          Optional.empty(),
          LimitRule.of(Limit.parse("5wd")),
          Map.of(
              new CallbackPolicy.Row(Urgency.NORMAL, CaseKind.HELP), terms(true, 15),
              new CallbackPolicy.Row(Urgency.NORMAL, CaseKind.PRAISE), terms(false, 7)));

  @Test
  void the_days_of_its_kind_are_counted_from_the_closing() {
    assertThat(policy.reopening(of(CaseKind.HELP), 1, CLOSED))
        .isEqualTo(new Reopening(Instant.parse("2026-12-08T02:00:00Z"), true));
    assertThat(policy.reopening(of(CaseKind.PRAISE), 1, CLOSED).until())
        .isEqualTo(Instant.parse("2026-11-30T02:00:00Z"));
  }

  @Test
  void after_the_last_round_and_where_nothing_is_handled_again_only_a_supervisor_may() {
    assertThat(policy.reopening(of(CaseKind.HELP), 2, CLOSED).byCitizen()).isTrue();
    assertThat(policy.reopening(of(CaseKind.HELP), 3, CLOSED).byCitizen()).isFalse();
    assertThat(policy.reopening(of(CaseKind.HELP), 4, CLOSED).byCitizen()).isFalse();
    assertThat(policy.reopening(of(CaseKind.PRAISE), 1, CLOSED).byCitizen()).isFalse();
  }

  private static CallbackPolicy.Terms terms(boolean rehandled, int reopenDays) {
    return new CallbackPolicy.Terms(LimitRule.of(Limit.parse("3wd")), rehandled, reopenDays);
  }

  private static HotlineCase of(CaseKind kind) {
    HotlineCase registered = HotlineCase.unheard(UUID.randomUUID(), "2611230000017");
    registered.hear(
        new CaseRegistered(
            kind,
            Urgency.NORMAL,
            Channel.PHONE,
            "010203",
            "370281001",
            "/3702/370281/370281001",
            CLOSED,
            false,
            false,
            true,
            null,
            null,
            null,
            true),
        "operator");
    return registered;
  }
}
