package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Test
  void a_number_is_made_of_the_day_the_number_of_the_day_and_a_check_digit() {
    CaseNumber number = CaseNumber.of(DAY, 17);
    assertThat(number.digits()).startsWith("261122000017").hasSize(13);
    assertThat(number.printed()).matches("261122-000017-\\d");
    assertThat(CaseNumber.check(number.digits())).isZero();
  }

  /**
   * The check digit is the state after all digits. These three properties of a step carry any
   * difference through to the end, so every single error and every swap of neighbours is caught in
   * every number: from one state two digits never lead to the same state; from two states one digit
   * never leads to the same state; two different digits swapped never lead to the same state.
   */
  @Test
  void every_wrong_digit_and_every_swapped_pair_is_caught_in_every_number() {
    for (int state = 0; state < 10; state++) {
      for (int one = 0; one < 10; one++) {
        for (int other = 0; other < 10; other++) {
          if (one == other) {
            continue;
          }
          assertThat(CaseNumber.step(state, one)).isNotEqualTo(CaseNumber.step(state, other));
          assertThat(CaseNumber.step(one, state)).isNotEqualTo(CaseNumber.step(other, state));
          assertThat(CaseNumber.step(CaseNumber.step(state, one), other))
              .isNotEqualTo(CaseNumber.step(CaseNumber.step(state, other), one));
        }
      }
    }
  }

  @Test
  void the_properties_hold_for_whole_numbers_too() {
    for (int sequence = 1; sequence < 1_000_000; sequence += 7_919) {
      String digits = CaseNumber.of(DAY, sequence).digits();
      for (String wrong : mistakes(digits)) {
        assertThat(CaseNumber.isOne(wrong)).as("%s for %s", wrong, digits).isFalse();
      }
    }
  }

  private static Set<String> mistakes(String digits) {
    Set<String> mistakes = new HashSet<>();
    for (int i = 0; i < digits.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        mistakes.add(digits.substring(0, i) + digit + digits.substring(i + 1));
      }
      if (i > 0) {
        mistakes.add(
            digits.substring(0, i - 1)
                + digits.charAt(i)
                + digits.charAt(i - 1)
                + digits.substring(i + 1));
      }
    }
    mistakes.remove(digits);
    return mistakes;
  }

  @Test
  void it_is_read_as_people_say_and_write_it() {
    CaseNumber number = CaseNumber.of(DAY, 17);
    String printed = number.printed();
    for (String typed :
        new String[] {
          number.digits(),
          printed,
          " " + printed.replace("-", " - ") + " ",
          printed.replace('-', '—'),
          printed.replace('-', '.'),
          wide(printed)
        }) {
      assertThat(CaseNumber.parse(typed, "caseNo")).isEqualTo(number);
    }
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c + 0xfee0)));
    return wide.toString();
  }

  @Test
  void what_is_no_number_is_told_apart_from_a_number_with_a_mistake() {
    assertCode("not-a-case-number", null);
    assertCode("not-a-case-number", "");
    assertCode("not-a-case-number", "26112200001");
    assertCode("not-a-case-number", "26112200001７x");
    String digits = CaseNumber.of(DAY, 17).digits();
    assertCode("check-digit", digits.substring(0, 12) + (digits.charAt(12) == '9' ? '0' : '9'));
  }

  private static void assertCode(String code, String typed) {
    assertThatThrownBy(() -> CaseNumber.parse(typed, "caseNo"))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.violations()).hasSize(1);
              assertThat(invalid.violations().get(0).code()).isEqualTo(code);
              assertThat(invalid.violations().get(0).field()).isEqualTo("caseNo");
            });
  }

  @Test
  void a_day_has_six_digits_of_numbers() {
    assertThat(CaseNumber.of(DAY, 999_999).digits()).startsWith("261122999999");
    assertThatThrownBy(() -> CaseNumber.of(DAY, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CaseNumber.of(DAY, 1_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
