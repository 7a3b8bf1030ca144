package hotline.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMaskTest {

  @Test
  void an_answer_says_where_to_call_and_nothing_of_the_reporter() {
    Contact reporter = new Contact("王示例", PhoneNumber.parse("0532-85551234").orElseThrow(), null);
    String answer = "请拨打市供热公司 0532-88886666 或电话88887777，经办人手机 13800001234。";
    assertThat(TextMask.maskAnswer(answer, reporter).text())
        .isEqualTo("请拨打市供热公司 0532-88886666 或电话88887777，经办人手机 138****1234。");
    assertThat(TextMask.maskAnswer("王示例您好，已记下您的座机 0532-85551234、电话85551234", reporter).text())
        .isEqualTo("王**您好，已记下您的座机 0532****1234、电话****1234");
    assertThat(TextMask.maskAnswer("请拨打 0532-88886666", null).changed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "请打13800001234联系|请打138****1234联系",
        "请打 138 0000 1234 联系|请打 138****1234 联系",
        "手机+86-138-0000-1234。|手机138****1234。",
        "手机１３８００００１２３４。|手机138****1234。",
        "1 3 8 0 0 0 0 1 2 3 4|138****1234",
        "座机0532-85551234转801|座机0532****1234转801",
        "座机(0532)85551234|座机0532****1234",
        "电话85551234|电话****1234",
        "身份证370202199001011234，|身份证37****34，",
        "身份证37020219900101123X|身份证37****3X",
        "邮箱 zhang.san@example.com 回复|邮箱 z***@example.com 回复",
        "卡号 4111 1111 1111 1111 转账|卡号 ****1111 转账"
      })
  void numbers_of_persons_are_taken_out(String text, String masked) {
    TextMask.Masked result = TextMask.mask(text, null);
    assertThat(result.text()).isEqualTo(masked);
    assertThat(result.found()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "示范路 1 号 3 号楼 2 单元 1102 室",
        "2026-11-22 至 2026-12-01，欠费 12345.67 元",
        "水表户号 0123456789，读数 85551234",
        "拨打 12345 和 110 均已登记",
        "车牌鲁B12345，共 13 个路灯",
        "订单 20261122000000001",
        "面积 138.00 平方米，编号 1380000"
      })
  void what_a_department_needs_stays(String text) {
    assertThat(TextMask.mask(text, null).text()).isEqualTo(text);
  }

  @Test
  void the_reporters_own_name_is_taken_out() {
    Contact reporter = new Contact("王示例", null, null);
    assertThat(TextMask.mask("我是王示例，住在示范路", reporter).text()).isEqualTo("我是王**，住在示范路");
    Contact wordy = new Contact("文明", null, null);
    assertThat(TextMask.mask("创建文明城市，我叫文明", wordy).text()).isEqualTo("创建文明城市，我叫文**");
  }

  @Test
  void several_numbers_are_found_in_their_order() {
    TextMask.Masked masked = TextMask.mask("先打13800001234，再打13900005678，邮箱a@b.cn", null);
    assertThat(masked.text()).isEqualTo("先打138****1234，再打139****5678，邮箱a***@b.cn");
    assertThat(masked.found()).containsExactlyInAnyOrder("13800001234", "13900005678", "a@b.cn");
  }

  @Test
  void a_mask_left_in_a_changed_text_stands_for_what_it_stood_for() {
    Contact reporter = new Contact("王示例", null, null);
    String original = "我是王示例，先打13800001234，再打13811111234或13900005678";
    String changed = "我是王**，住东区，先打138****1234，再打138****1234";
    assertThat(TextMask.unmask(changed, original, reporter))
        .isEqualTo("我是王示例，住东区，先打13800001234，再打13811111234");
    assertThat(TextMask.unmask("请打138****9999", original, reporter)).isEqualTo("请打138****9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "a", "a.", "1 ", "13", "0532", "a@", "电话", "+86"})
  void a_text_made_to_be_slow_is_not(String part) {
    String text = part.repeat(20_000 / part.length());
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> TextMask.mask(text, null));
  }

  @Test
  void no_text_stays_no_text() {
    assertThat(TextMask.mask(null, null).text()).isNull();
    assertThat(TextMask.mask("", null).changed()).isFalse();
  }
}
