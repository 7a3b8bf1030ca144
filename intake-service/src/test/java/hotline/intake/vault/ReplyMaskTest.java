package hotline.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyMaskTest {

  private static final UUID READER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张三您好，已修复|张**您好，已修复",
        "张三：已修复|张**：已修复",
        "尊敬的张三，已修复|尊敬的张**，已修复",
        "已与张三先生通话|已与张**先生通话",
        "经与诉求人张三沟通|经与诉求人张**沟通",
        "关于张三反映的问题|关于张**反映的问题",
        "张三表示满意|张**表示满意",
        "已与张三联系|已与张**联系",
        "致电张三，告知张三|致电张**，告知张**",
        "已向张三说明|已向张**说明",
        "开张三天后恢复|开张三天后恢复"
      })
  void a_name_of_two_characters_goes_where_somebody_is_spoken_to_or_of(String text, String read) {
    assertThat(of(named("张三"), named(null), text)).isEqualTo(read);
    assertThat(of(named(null), named("张三"), text)).isEqualTo(read.replace("张**", "***"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "85551234",
        "8555 1234",
        "8555-1234",
        "８５５５１２３４",
        "0532-85551234",
        "053285551234",
        "(0532)85551234",
        "（0532）8555 1234",
        "0532 8555 1234",
        "86-532-85551234",
        "+86 532 8555 1234",
        "+86(0532)85551234",
        "+86 (0)532 8555 1234",
        "0086 0532 85551234"
      })
  void a_landline_of_somebody_else_goes_however_it_is_written(String number) {
    Contact other = reached("0532-85551234");
    for (String text : new String[] {"经回访%s，已修复", "致电 %s核实", "已与%s 核实", "电话：%s转801"}) {
      assertThat(of(named("王示例"), other, text.formatted(number))).isEqualTo(text.formatted("***"));
    }
    assertThat(of(other, named("王示例"), "已与" + number + "核实")).isEqualTo("已与0532****1234核实");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"010-65551234", "65551234", "(010)6555 1234", "+86 10 6555 1234", "致电01065551234"})
  void so_does_one_with_an_area_code_of_three_digits(String number) {
    assertThat(of(named("王示例"), reached("010-65551234"), number))
        .doesNotContainPattern("[0-9]")
        .contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800001234",
        "+86 138 0000 1234",
        "8613800001234",
        "138-0000-1234",
        "013800001234"
      })
  void and_a_mobile_number(String number) {
    assertThat(of(named("王示例"), reached("13800001234"), "已打" + number + "。")).isEqualTo("已打***。");
    assertThat(of(reached("13800001234"), named("王示例"), "已打" + number + "。"))
        .isEqualTo("已打138****1234。");
    assertThat(of(reached("13800001234"), named("王示例"), "已打 " + number))
        .isEqualTo("已打 138****1234");
    assertThat(of(named("李示例"), named("王示例"), "已打13800001234。")).isEqualTo("已打138****1234。");
  }

  @Test
  void a_number_of_nobody_who_asked_stays_and_so_does_one_within_a_longer_one() {
    String text = "公司 0532-88886666，电话 88886666，表号 1855512345，热线 12345。";
    assertThat(of(named("王示例"), reached("0532-85551234"), text)).isEqualTo(text);
    assertThat(of(named("王示例"), reached("12345"), text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张三女士|张三反映的已修复",
        "张三 女士|张三先生反映的已修复",
        "张三（业主）|张三反映的已修复",
        "业主张三|张三反映的已修复",
        "张 三|张三反映的已修复",
        "张三|张　三反映的已修复",
        "热心市民王示例|王示例反映的已修复",
        "Li Wei|致电LI  WEI，已修复",
        "Mr. Li Wei|致电li wei，已修复",
        "阿不都·热西提|阿不都热西提反映的已修复",
        "王先生|王先生反映的已修复"
      })
  void a_name_is_found_without_what_was_typed_beside_it(String typed, String text) {
    String read = of(named("赵示例"), named(typed), text);
    assertThat(read).contains("***", "已修复").doesNotContainPattern("(?i)三|li|王|阿|热");
  }

  @Test
  void a_name_within_a_longer_one_is_not_that_name() {
    String text = "联系张三丰，张三表示满意，开张三丰店";
    assertThat(of(named("张三"), named("张三丰"), text)).isEqualTo("联系***，张**表示满意，开***店");
    assertThat(of(named("张三丰"), named("张三"), text)).isEqualTo("联系张**，***表示满意，开张**店");
    assertThat(of(named("王示例"), named("Ann"), "Annual, ann")).isEqualTo("Annual, ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"市民", "业主", "居民", "先生", "群众", "匿名", "热心市民", "某先生", "匿名 市民", "无", "不详", "已经", "张"})
  void a_word_that_is_nobodys_name_stays_for_everybody(String typed) {
    String text = "尊敬的市民：小区业主和群众反映，居民先生不详，热心市民匿名，已经处理，无张贴。";
    assertThat(of(named("王示例"), named(typed), text)).isEqualTo(text);
    assertThat(of(named(typed), named("王示例"), text)).isEqualTo(text);
  }

  @Test
  void in_a_list_of_names_the_one_tells_what_the_other_is() {
    assertThat(of(named("王示例"), named("文明"), "文明和王示例要求的已办，创建文明城市"))
        .isEqualTo("***和王**要求的已办，创建文明城市");
  }

  @Test
  void of_the_same_name_the_reader_reads_the_own() {
    assertThat(of(named("王示例"), named("王示例"), "王示例您好")).isEqualTo("王**您好");
  }

  @Test
  void without_a_text_or_a_name_nothing_is_taken_out() {
    assertThat(of(named(null), named(null), "已修复")).isEqualTo("已修复");
    assertThat(of(named("王示例"), named(null), null)).isNull();
  }

  @Test
  void an_answer_to_very_many_is_masked_for_each_in_a_moment() {
    Map<UUID, Contact> asked = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      asked.put(
          new UUID(1, i),
          new Contact(
              "王示" + (char) ('一' + i),
              PhoneNumber.parse("1380000" + (1000 + i)).orElseThrow(),
              null));
    }
    String text = "王示一、王示丁反映的路灯已修复，电话13800001003。".repeat(40);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          ReplyMask mask = new ReplyMask(asked);
          asked.keySet().forEach(one -> assertThat(mask.mask(text, one)).doesNotContain("王示"));
        });
  }

  private static Contact named(String name) {
    return new Contact(name, null, null);
  }

  private static Contact reached(String number) {
    return new Contact(null, PhoneNumber.parse(number).orElseThrow(), null);
  }

  private static String of(Contact reader, Contact other, String text) {
    return new ReplyMask(Map.of(READER, reader, OTHER, other)).mask(text, READER);
  }
}
