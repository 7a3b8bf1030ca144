package hotline.dispatch.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.calendar.EndRule;
import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.dispatch.limits.LimitRow;
import hotline.dispatch.limits.Policies;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsChangeTest {

  @ParameterizedTest
  @ValueSource(strings = {"sd-default", "tj", "bj-4tier", "sh-1-5-15"})
  void every_preset_is_a_table_that_may_be_adopted(String preset) {
    assertThatCode(() -> LimitsChange.check(Policies.rows(preset))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "tj, HELP, NORMAL, SIGN, 1wd",
    "tj, HELP, CRITICAL, SIGN, 15nm",
    "tj, COMPLAINT, NORMAL, RETURN, 1wd",
    "tj, HELP, NORMAL, REPLY, 5wd",
    "bj-4tier, HELP, CRITICAL, REPLY, 2nh",
    "bj-4tier, HELP, URGENT, REPLY, 24nh",
    "bj-4tier, COMPLAINT, NORMAL, REPLY, 7nd",
    "bj-4tier, REPORT, NORMAL, REPLY, 15nd",
    "sh-1-5-15, CONSULTATION, NORMAL, REPLY, 1wd",
    "sh-1-5-15, HELP, NORMAL, REPLY, 5wd",
    "sh-1-5-15, SUGGESTION, NORMAL, REPLY, 15wd",
    "sh-1-5-15, HELP, NORMAL, CONTACT, 1wd"
  })
  void the_presets_say_what_their_places_publish(
      String preset, CaseKind kind, Urgency urgency, Limited clock, String limit) {
    assertThat(
            Policies.rows(preset).stream()
                .filter(row -> row.urgency() == urgency && row.clock() == clock)
                .filter(row -> row.kind() == null || row.kind() == kind)
                .map(LimitRow::limit))
        .containsExactly(limit);
  }

  @Test
  void a_table_without_a_kind_is_refused_with_its_name() {
    List<LimitRow> rows = Policies.rows("sd-default");
    rows.removeIf(row -> row.kind() == CaseKind.HELP);

    assertThat(refusals(rows))
        .extracting(Violation::code, Violation::zh)
        .contains(tuple("missing", "「求助·一般」缺少答复时限。"));
  }

  @ParameterizedTest
  @CsvSource({
    "REPLY, 0wd, limit-not-positive",
    "REPLY, 5 weeks, limit-unreadable",
    "REPLY, 5xx, limit-unreadable",
    "REPLY, 99999wd, limit-too-long",
    "EXTENSION, 5nd, not-work-days",
    "CONTACT, 30wd, longer-than-reply",
    "SIGN, 30nd, longer-than-reply",
    "RETURN, 6wd, longer-than-reply"
  })
  void a_limit_that_cannot_be_is_refused(Limited clock, String limit, String code) {
    List<LimitRow> rows =
        changed(
            clock,
            row ->
                new LimitRow(
                    row.kind(),
                    row.urgency(),
                    row.clock(),
                    limit,
                    row.startRule(),
                    row.endRule(),
                    row.times()));

    assertThat(refusals(rows)).extracting(Violation::code).contains(code);
  }

  @Test
  void a_contact_that_is_longer_only_on_some_days_may_be_meant() {
    List<LimitRow> rows =
        changed(
            Limited.CONTACT,
            row ->
                new LimitRow(
                    row.kind(), row.urgency(), row.clock(), "5wd", null, EndRule.EXACT, null));

    assertThatCode(() -> LimitsChange.check(rows)).doesNotThrowAnyException();
  }

  @Test
  void a_limit_that_is_said_twice_or_not_a_number_of_times_is_refused() {
    List<LimitRow> rows = Policies.rows("sd-default");
    rows.add(new LimitRow(CaseKind.HELP, Urgency.NORMAL, Limited.REPLY, "9wd", null, null, 0));
    rows.add(null);

    assertThat(refusals(rows))
        .extracting(Violation::code)
        .containsExactly("not-a-number-of-times", "said-twice", "incomplete");
  }

  private static List<LimitRow> changed(Limited clock, UnaryOperator<LimitRow> change) {
    List<LimitRow> rows = new ArrayList<>();
    for (LimitRow row : Policies.rows("sd-default")) {
      boolean changes = row.kind() == CaseKind.HELP && row.clock() == clock;
      rows.add(changes ? change.apply(row) : row);
    }
    return rows;
  }

  private static List<Violation> refusals(List<LimitRow> rows) {
    Invalid refused = catchThrowableOfType(Invalid.class, () -> LimitsChange.check(rows));
    assertThat(refused).isNotNull();
    return refused.violations();
  }
}
