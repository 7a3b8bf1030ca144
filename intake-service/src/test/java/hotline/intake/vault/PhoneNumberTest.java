package hotline.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "+86 138 0000 1234",
        "+8613800001234",
        "0086 13800001234",
        "008613800001234",
        "8613800001234",
        "(+86)138-0000-1234",
        "１３８００００１２３４",
        "＋８６　１３８－００００－１２３４",
        "138—0000—1234",
        "  138.0000.1234  ",
        "\u202d13800001234\u202c"
      })
  void a_mobile_is_the_same_however_it_is_typed(String typed) {
    PhoneNumber phone = PhoneNumber.parse(typed).orElseThrow();
    assertThat(phone.canonical()).isEqualTo("+8613800001234");
    assertThat(phone.dialable()).isEqualTo("13800001234");
    assertThat(phone.masked()).isEqualTo("138****1234");
  }

  @ParameterizedTest
  @CsvSource({
    "0532-85551234,",
    "053285551234,",
    "(0532)85551234,",
    "+86 532 8555 1234,",
    "0086-532-85551234,",
    "85551234,",
    "8555-1234,",
    "0532-85551234-801,801",
    "85551234转801,801",
    "0532 8555 1234 转 801,801",
    "0532-85551234 ext. 801,801",
    "0532-85551234x801,801",
    "0532-85551234 分机801,801",
    "０５３２－８５５５１２３４＃８０１,801"
  })
  void a_landline_is_the_same_with_or_without_area_code_and_extension(
      String typed, String extension) {
    PhoneNumber phone = PhoneNumber.parse(typed).orElseThrow();
    assertThat(phone.canonical()).isEqualTo("+8653285551234");
    assertThat(phone.extension()).isEqualTo(extension);
    assertThat(phone.dialable()).isEqualTo(extension == null ? "053285551234" : "053285551234转801");
    assertThat(phone.masked()).isEqualTo("0532****1234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"110", "119", "120", "122", "12345", "12315", "95598", "10086", "96111"})
  void short_codes_are_numbers_too(String code) {
    assertThat(PhoneNumber.parse(code).orElseThrow().canonical()).isEqualTo(code);
    assertThat(PhoneNumber.parse(code).orElseThrow().masked()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "010-12345678,+861012345678",
    "400-800-1234,+864008001234",
    "+852 2123 4567,+85221234567",
    "+1 650 253 0000,+16502530000",
    "19912345678,+8619912345678"
  })
  void other_places_and_countries_can_be_reached(String typed, String canonical) {
    assertThat(PhoneNumber.parse(typed).orElseThrow().canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "电话",
        "1",
        "12",
        "1380000123",
        "138000012345",
        "12800001234",
        "0000",
        "++8613800001234",
        "138O0001234",
        "1380000123４５",
        "123456789012345678901234567890123456789012345"
      })
  void what_is_no_number_is_refused(String typed) {
    assertThat(PhoneNumber.parse(typed)).isEmpty();
  }

  @Test
  void a_number_never_shows_itself_in_a_log() {
    assertThat(PhoneNumber.parse("13800001234").orElseThrow().toString())
        .doesNotContain("13800001234");
    assertThat(new Contact("王示例", PhoneNumber.parse("13800001234").orElseThrow(), null).toString())
        .doesNotContain("王", "138");
  }
}
