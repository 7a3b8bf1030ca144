package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  @Test
  void all_that_is_wrong_is_said_at_once() {
    Violations wrong =
        new Violations()
            .required(" ", "title")
            .required("x", "content")
            .atMost("一二三", 2, "demand")
            .atMost("😀😀", 2, "emoji")
            .atMost(null, 2, "absent")
            .require(false, "count", "too-small", "太小。", "Too small.");
    assertThatThrownBy(wrong::throwIfAny)
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.violations())
                  .extracting(Violation::field)
                  .containsExactly("title", "demand", "count");
              assertThat(invalid.status()).isEqualTo(400);
              assertThat(invalid.detailZh()).contains("3");
              assertThat(invalid.detailEn()).contains("3");
            });
    assertThatCode(() -> new Violations().required("x", "y").throwIfAny())
        .doesNotThrowAnyException();
  }

  @Test
  void one_thing_wrong_is_its_own_detail() {
    Invalid invalid = new Invalid("phone", "wrong-form", "电话号码有误。", "This is no phone number.");
    assertThat(invalid.detailZh()).isEqualTo("电话号码有误。");
    assertThat(invalid.detailEn()).isEqualTo("This is no phone number.");
  }

  @ParameterizedTest
  @CsvSource({"\"7\",7", "7,7", " \"12\" ,12", "\"0\",0"})
  void a_version_is_read_from_if_match(String header, long version) {
    assertThat(IfMatch.of(header)).isEqualTo(new IfMatch(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "W/\"7\"", "\"a\"", "\"-1\"", "\"7\", \"8\"", "\"9999999999999999999\"", "٧"})
  void what_is_no_version_is_refused(String header) {
    assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOf(Invalid.class);
  }

  @Test
  void a_version_is_required_and_must_be_the_present_one() {
    assertThatThrownBy(() -> IfMatch.of(null)).isInstanceOf(VersionRequired.class);
    assertThatThrownBy(() -> IfMatch.of(" ")).isInstanceOf(VersionRequired.class);
    assertThatCode(() -> new IfMatch(3).check(3)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new IfMatch(3).check(4))
        .isInstanceOfSatisfying(
            StaleVersion.class,
            stale ->
                assertThat(stale.members())
                    .containsEntry("currentVersion", 4L)
                    .containsEntry("expectedVersion", 3L));
    assertThat(IfMatch.of(IfMatch.etag(42)).version()).isEqualTo(42);
  }

  @Test
  void handler_reviewer_and_callback_agent_are_different_people() {
    Actor actor = new Actor("u1", "login", Set.of(Role.REPLY_REVIEWER), null, null, null, "某人");
    assertThatThrownBy(() -> FourEyes.requireSomeoneElse(actor, null, "u1"))
        .isInstanceOfSatisfying(
            Forbidden.class, refusal -> assertThat(refusal.slug()).isEqualTo("same-person"));
    assertThatCode(() -> FourEyes.requireSomeoneElse(actor, null, "u2")).doesNotThrowAnyException();
  }

  @Test
  void an_actor_in_a_log_has_no_name() {
    Actor actor = new Actor("u1", "zhangsan", Set.of(Role.CLERK), "cg", "/center/cg", null, "某人");
    assertThat(actor.toString()).contains("u1", "cg").doesNotContain("zhangsan", "某人");
  }

  @Test
  void a_services_own_refusal_brings_its_words_members_and_headers() {
    Refusal refusal =
        new ReturnWindowPassed().with("closedAt", "2026-11-22").withHeader("Retry-After", "5");
    assertThat(refusal.slug()).isEqualTo("return-window-passed");
    assertThat(refusal.members()).containsEntry("closedAt", "2026-11-22");
    assertThat(refusal.headers()).containsEntry("Retry-After", "5");
    assertThat(refusal.getStackTrace()).isEmpty();
  }

  private static final class ReturnWindowPassed extends Refusal {
    private static final long serialVersionUID = 1L;

    ReturnWindowPassed() {
      super(
          "return-window-passed",
          409,
          "已过退单时限",
          "Return window passed",
          "已超过退单时限。",
          "It is too late to return it.");
    }
  }
}
