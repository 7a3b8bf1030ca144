package hotline.intake.track;

import static hotline.lifecycle.EventType.ASSIGNMENT_CONTACT_ATTEMPTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_SIGNED;
import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static hotline.lifecycle.EventType.EVALUATION_UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"REACHED", "ON_SITE"})
  void who_was_reached_or_met_was_contacted(String result) {
    assertThat(CitizenWords.zh(ASSIGNMENT_CONTACT_ATTEMPTED, result)).isEqualTo("承办单位与您联系");
    assertThat(CitizenWords.en(ASSIGNMENT_CONTACT_ATTEMPTED, result))
        .isEqualTo("The unit contacted you");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"NO_ANSWER", "REFUSED", "WRONG_NUMBER", "WRONG_PERSON"})
  void of_any_other_attempt_is_said_that_it_was_tried(String result) {
    assertThat(CitizenWords.zh(ASSIGNMENT_CONTACT_ATTEMPTED, result)).isEqualTo("承办单位尝试与您联系");
    assertThat(CitizenWords.en(ASSIGNMENT_CONTACT_ATTEMPTED, result))
        .isEqualTo("The unit tried to contact you");
    assertThat(CitizenWords.zh(CALLBACK_ATTEMPTED, result)).isEqualTo("热线中心尝试回访");
    assertThat(CitizenWords.en(CALLBACK_ATTEMPTED, result))
        .isEqualTo("The hotline tried to call you back");
  }

  @Test
  void who_was_not_to_be_called_is_not_said_to_be_unreachable() {
    assertThat(CitizenWords.zh(EVALUATION_UNREACHABLE, "NOT_ASKED")).isEqualTo("您不需要回访或未留电话，未作回访");
    assertThat(CitizenWords.en(EVALUATION_UNREACHABLE, "NOT_ASKED"))
        .isEqualTo("You wanted no callback or left no number, so none was made");
    assertThat(CitizenWords.zh(EVALUATION_UNREACHABLE, "ATTEMPTS_EXHAUSTED")).isEqualTo("回访未能接通");
    assertThat(CitizenWords.en(EVALUATION_UNREACHABLE, null)).isEqualTo("You could not be reached");
  }

  @Test
  void who_rated_online_is_told_so() {
    assertThat(CitizenWords.zh(EVALUATION_RECORDED, "SELF_SERVICE")).isEqualTo("您在网上作了评价");
    assertThat(CitizenWords.en(EVALUATION_RECORDED, "SELF_SERVICE"))
        .isEqualTo("You rated the result online");
    assertThat(CitizenWords.zh(EVALUATION_RECORDED, "AGENT")).isEqualTo("您已评价");
    assertThat(CitizenWords.en(EVALUATION_RECORDED, null)).isEqualTo("You rated the result");
  }

  @Test
  void of_a_reopened_case_is_said_which_round_begins() {
    assertThat(CitizenWords.zh(CASE_REOPENED, "2")).isEqualTo("已重新打开，第 2 轮办理");
    assertThat(CitizenWords.en(CASE_REOPENED, "2")).isEqualTo("It is open again, round 2");
  }

  @Test
  void whatever_is_no_attempt_has_no_result() {
    assertThat(CitizenWords.zh(CALLBACK_ATTEMPTED, "REACHED")).isEqualTo("热线中心回访");
    assertThat(CitizenWords.zh(ASSIGNMENT_SIGNED, null)).isEqualTo("承办单位已签收");
    assertThat(CitizenWords.en(ASSIGNMENT_SIGNED, null)).isEqualTo("The unit signed for it");
  }
}
