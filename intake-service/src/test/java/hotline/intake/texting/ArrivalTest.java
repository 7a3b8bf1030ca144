package hotline.intake.texting;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.intake.texting.Arrival.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "DELIVRD, DELIVERED, -",
        "UNDELIV, UNDELIVERED, UNDELIV",
        "EXPIRED, UNDELIVERED, EXPIRED",
        "ENROUTE, -, -",
        "ACCEPTD, -, -",
        "MK:0012, UNDELIVERED, MK:0012",
        "MA:0001, UNDELIVERED, MA:0001",
        "DISTURB, UNDELIVERED, DISTURB"
      })
  void a_code_of_the_operators_own_is_no_success(String word, TextState state, String reason) {
    String told =
        "id:0012F3 sub:001 dlvrd:001 submit date:2611220930 done date:2611220930 stat:%s err:012 text:"
            .formatted(word);
    assertThat(Arrival.receipt(told, null, null)).isEqualTo(new Receipt("0012F3", state, reason));
  }

  @Test
  void what_is_told_beside_the_text_counts_where_the_text_says_nothing() {
    assertThat(Arrival.receipt("", "77", (byte) 2))
        .isEqualTo(new Receipt("77", TextState.DELIVERED, null));
    assertThat(Arrival.receipt("id:9 stat:MK:0012", "77", (byte) 5))
        .isEqualTo(new Receipt("77", TextState.UNDELIVERED, "MK:0012"));
    assertThat(Arrival.receipt("", "77", null)).isNull();
    assertThat(Arrival.receipt("stat:DELIVRD", null, null)).isNull();
  }

  @Test
  void a_name_is_the_same_in_hexadecimal_and_decimal() {
    assertThat(new Receipt("305419896", null, null).otherNames()).contains("12345678");
    assertThat(new Receipt("12ABCDEF", null, null).otherNames())
        .contains("313249263", "12abcdef", "0313249263");
    assertThat(new Receipt("0012f3a4", null, null).otherNames()).contains("1242020", "12f3a4");
    // As for short ones and those of other gateways, only the name itself.
    assertThat(new Receipt("77", null, null).otherNames()).isEmpty();
    assertThat(new Receipt("h1764-9", null, null).otherNames()).isEmpty();
  }
}
