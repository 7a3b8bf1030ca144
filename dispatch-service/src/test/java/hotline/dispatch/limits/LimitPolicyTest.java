package hotline.dispatch.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitPolicyTest {

  private final LimitPolicy policy = Policies.shipped();

  @ParameterizedTest
  @CsvSource({
    "PRAISE, CRITICAL, 15nm, 1nh, 3wd, 1wd",
    "HELP, URGENT, 30nm, 2nh, 24nh, 1wd",
    "CONSULTATION, NORMAL, 2wh, , 2wd, 1wd",
    "HELP, NORMAL, 2wh, 24nh, 5wd, 3wd",
    "COMPLAINT, NORMAL, 2wh, 24nh, 5wd, 3wd",
    "REPORT, NORMAL, 2wh, 1wd, 10wd, 3wd",
    "SUGGESTION, NORMAL, 1wd, , 10wd, 10wd",
    "PRAISE, NORMAL, 1wd, , 3wd, 3wd",
    "OTHER, NORMAL, 2wh, 24nh, 5wd, 3wd"
  })
  void the_shipped_policy_is_the_table_of_the_field(
      CaseKind kind, Urgency urgency, String sign, String contact, String reply, String rehandle) {
    Limits first = policy.limits(kind, urgency, 1);

    assertThat(text(first.sign())).isEqualTo(sign);
    assertThat(text(first.contact())).isEqualTo(contact);
    assertThat(text(first.reply())).isEqualTo(reply);
    assertThat(text(policy.limits(kind, urgency, 2).reply())).isEqualTo(rehandle);
    assertThat(first.policyVersion()).isEqualTo("sd-default/1");
  }

  @ParameterizedTest
  @CsvSource({
    "PRAISE, CRITICAL, 1nh, 2, 2wd, 1, 30nd",
    "HELP, URGENT, 2nh, 2, 2wd, 1, 30nd",
    "CONSULTATION, NORMAL, 1wd, 2, 1wd, 1, 180nd",
    "HELP, NORMAL, 2wd, 2, 5wd, 1, 180nd",
    "COMPLAINT, NORMAL, 2wd, 2, 5wd, 2, 180nd",
    "REPORT, NORMAL, 2wd, 2, 10wd, 1, 180nd",
    "SUGGESTION, NORMAL, 2wd, 2, 10wd, 1, 180nd",
    "PRAISE, NORMAL, , , , , ",
    "OTHER, NORMAL, 2wd, 2, 5wd, 1, 180nd"
  })
  void what_a_unit_may_ask_for_is_in_the_policy_as_well(
      CaseKind kind,
      Urgency urgency,
      String window,
      Integer returns,
      String extension,
      Integer extensions,
      String hold) {
    RequestLimits requests = policy.requests(kind, urgency);

    assertThat(text(requests.returnWindow())).isEqualTo(window);
    assertThat(requests.returns()).isEqualTo(returns);
    assertThat(requests.extension()).isEqualTo(limit(extension));
    assertThat(requests.extensions()).isEqualTo(extensions);
    assertThat(requests.hold()).isEqualTo(limit(hold));
  }

  @Test
  void every_kind_and_urgency_has_its_limits() {
    for (CaseKind kind : CaseKind.values()) {
      for (Urgency urgency : Urgency.values()) {
        assertThat(policy.limits(kind, urgency, 1).reply()).isNotNull();
        assertThat(policy.limits(kind, urgency, 3).reply()).isNotNull();
      }
    }
  }

  @Test
  void a_policy_without_a_needed_limit_says_which() {
    LimitPolicy empty = new LimitPolicy("empty/1", LightRule.DEFAULT);

    assertThatThrownBy(() -> empty.limits(CaseKind.HELP, Urgency.NORMAL, 1))
        .hasMessageContaining("REPLY")
        .hasMessageContaining("HELP");
  }

  @Test
  void a_rule_is_read_back_from_its_column() {
    RuleColumn column = new RuleColumn();
    LimitRule rule = policy.limits(CaseKind.HELP, Urgency.NORMAL, 1).reply();

    assertThat(column.convertToDatabaseColumn(rule)).isEqualTo("5wd IMMEDIATELY END_OF_WORK_DAY");
    assertThat(column.convertToEntityAttribute("5wd IMMEDIATELY END_OF_WORK_DAY")).isEqualTo(rule);
    assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(null))).isNull();
  }

  private static Limit limit(String text) {
    return text == null ? null : Limit.parse(text);
  }

  private static String text(LimitRule rule) {
    return rule == null ? null : rule.limit().format();
  }
}
