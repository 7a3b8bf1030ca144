package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.intake.City;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void a_complete_form_becomes_a_registration() {
    Registration registration = check(Forms.complete());
    assertThat(registration.kind()).isEqualTo(CaseKind.COMPLAINT);
    assertThat(registration.channel()).isEqualTo(Channel.PHONE);
    assertThat(registration.place().path()).isEqualTo("/3702/370281/370281001");
    assertThat(registration.receivedAt()).isEqualTo(NOW);
    assertThat(registration.reporter().phone().canonical()).isEqualTo("+8613800001234");
  }

  @Test
  void chinese_names_of_codes_are_read_and_urgency_is_normal_unless_said() {
    Registration registration =
        check(Forms.complete().set("kind", "投诉").set("channel", "微信").set("urgency", null));
    assertThat(registration.kind()).isEqualTo(CaseKind.COMPLAINT);
    assertThat(registration.channel()).isEqualTo(Channel.WECHAT);
    assertThat(registration.urgency()).isEqualTo(Urgency.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({
    "kind,,required",
    "kind,QUARREL,unknown-value",
    "urgency,SOON,unknown-value",
    "channel,,required",
    "channel,PIGEON,unknown-value",
    "categoryCode,,required",
    "categoryCode,888888,unknown-category",
    "categoryCode,010199,unknown-category",
    "categoryCode,0101,not-specific",
    "placeCode,,required",
    "placeCode,110101001,unknown-place",
    "placeCode,3702,not-specific",
    "title,,required",
    "title,'   ',required",
    "content,,required",
    "receivedAt,2026-02-30 10:00,not-a-time",
    "receivedAt,tomorrow,not-a-time",
    "receivedAt,2026-13-01,not-a-time",
    "receivedAt,2026-11-22 25:00,not-a-time",
    "receivedAt,2026-11-22T02:05:00Z,in-the-future",
    "receivedAt,1926-11-22 09:00,too-early",
    "respondentUnitId,nobody,unknown-unit",
    "externalSource,somewhere,required",
    "externalSource,=1+1,not-a-reference",
    "externalSource,PAPER-202611300500,source-of-paper",
    "externalRef,13955667788,number-of-a-person",
    "externalRef,11010519491231002X,number-of-a-person"
  })
  void one_wrong_field_is_named_with_its_reason_in_both_languages(
      String field, String value, String code) {
    List<Violation> violations = violations(Forms.complete().set(field, value));
    assertThat(violations)
        .anySatisfy(
            violation -> {
              assertThat(violation.code()).isEqualTo(code);
              assertThat(violation.zh()).isNotBlank();
              assertThat(violation.en()).isNotBlank();
              assertThat(violation.zh() + violation.en())
                  .as("a message never repeats what was typed")
                  .doesNotContain("somewhere", "1+1");
            });
    assertThat(violations)
        .extracting(Violation::field)
        .allMatch(named -> named.equals(field) || named.startsWith("external"));
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    List<Violation> violations =
        violations(
            Forms.complete()
                .set("kind", null)
                .set("categoryCode", "no")
                .set("placeCode", null)
                .set("title", null)
                .set("receivedAt", "x")
                .reporter(new ReporterForm(null, "hello", "12", false, false, false)));
    assertThat(violations)
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "kind",
            "categoryCode",
            "placeCode",
            "title",
            "receivedAt",
            "reporter.phone",
            "reporter.altPhone");
  }

  @Test
  void lengths_count_characters_as_people_see_them() {
    String rare = "𠮷".repeat(RegistrationRules.LONGEST_TITLE);
    assertThat(check(Forms.complete().set("title", rare)).title()).isEqualTo(rare);
    assertThat(violations(Forms.complete().set("title", rare + "字")))
        .extracting(Violation::code)
        .containsExactly("too-long");
    String long1 = "好".repeat(RegistrationRules.LONGEST_CONTENT);
    assertThat(check(Forms.complete().set("content", long1)).content()).hasSize(20_000);
    assertThat(violations(Forms.complete().set("content", long1 + "好")))
        .extracting(Violation::code)
        .containsExactly("too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀 表情", "𠮷野家", "阿卜杜拉·买买提", "第一行\n第二行\t制表", "རྒྱལ", "=HYPERLINK(1)"})
  void emoji_rare_characters_and_formulas_are_texts_like_others(String text) {
    assertThat(check(Forms.complete().set("content", text)).content()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 0x1b, 0x7f, 0xd800, 0xdfff})
  void control_characters_and_halves_of_characters_are_refused(int character) {
    String text = "a" + (char) character + "b";
    assertThat(violations(Forms.complete().set("title", text)))
        .extracting(Violation::code)
        .containsExactly("unreadable-character");
  }

  @Test
  void a_district_alone_needs_an_address() {
    assertThat(check(Forms.complete().set("placeCode", "370281")).place().code())
        .isEqualTo("370281");
    assertThat(violations(Forms.complete().set("placeCode", "370281").set("address", null)))
        .extracting(Violation::field)
        .containsExactly("address");
  }

  @Test
  void a_report_of_a_violation_is_confidential_unless_somebody_says_otherwise() {
    ReporterForm silent = new ReporterForm(null, "13800001234", null, null, null, null);
    assertThat(check(Forms.complete().reporter(silent).set("kind", "REPORT")).confidential())
        .isTrue();
    assertThat(check(Forms.complete().reporter(silent)).confidential()).isFalse();
    ReporterForm open = new ReporterForm(null, "13800001234", null, null, false, null);
    assertThat(check(Forms.complete().reporter(open).set("kind", "REPORT")).confidential())
        .isFalse();
  }

  @Test
  void a_callback_needs_a_number_and_without_a_reporter_the_case_is_anonymous() {
    ReporterForm unreachable = new ReporterForm("王示例", null, null, false, false, true);
    assertThat(violations(Forms.complete().reporter(unreachable)))
        .extracting(Violation::field)
        .containsExactly("reporter.phone");
    Registration nobody = check(Forms.complete().reporter(null));
    assertThat(nobody.anonymous()).isTrue();
    assertThat(nobody.wantsCallback()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:30:00+08:00,2026-11-22T01:30:00Z",
    "2026-11-22T01:30:00Z,2026-11-22T01:30:00Z",
    "2026-11-22 09:30,2026-11-22T01:30:00Z",
    "2026/11/22 9:30:15,2026-11-22T01:30:15Z",
    "2026年11月22日 9时30分,2026-11-22T01:30:00Z",
    "２０２６-１１-２２　０９：３０,2026-11-22T01:30:00Z",
    "2026-11-22,2026-11-21T16:00:00Z"
  })
  void times_are_read_as_people_and_spreadsheets_write_them(String typed, Instant time) {
    assertThat(check(Forms.complete().set("receivedAt", typed)).receivedAt()).isEqualTo(time);
  }

  @Test
  void a_clock_that_is_a_little_ahead_does_no_harm() {
    assertThat(check(Forms.complete().set("receivedAt", "2026-11-22T02:00:20Z")).receivedAt())
        .isEqualTo(NOW);
  }

  @Test
  void a_correction_may_keep_a_category_that_went_out_of_use_but_not_choose_it() {
    CaseSubject filed = CaseSubject.of(check(Forms.complete()));
    CaseSubject retired =
        filed.corrected(
            new Registration(
                filed.kind(),
                filed.urgency(),
                filed.channel(),
                City.directory().category("010199").orElseThrow(),
                City.directory().place(filed.placeCode()).orElseThrow(),
                filed.address(),
                filed.title(),
                filed.content(),
                filed.demand(),
                NOW,
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                null));
    RegistrationForm form = Forms.complete().set("categoryCode", "010199").reporter(null).form();
    assertThat(
            RegistrationRules.checkCorrected(form, retired, NOW, City.directory(), NOW)
                .category()
                .code())
        .isEqualTo("010199");
    assertThat(
            catchThrowableOfType(
                    Invalid.class,
                    () -> RegistrationRules.checkCorrected(form, filed, NOW, City.directory(), NOW))
                .violations())
        .extracting(Violation::code)
        .containsExactly("unknown-category");
  }

  @Test
  void an_open_case_of_the_former_system_keeps_a_category_that_was_switched_off_since() {
    RegistrationForm form = Forms.complete().set("categoryCode", "010199").form();
    assertThat(RegistrationRules.checkTakenOver(form, City.directory(), NOW).category().code())
        .isEqualTo("010199");
    RegistrationForm vague = Forms.complete().set("categoryCode", "0101").form();
    assertThat(
            catchThrowableOfType(
                    Invalid.class,
                    () -> RegistrationRules.checkTakenOver(vague, City.directory(), NOW))
                .violations())
        .extracting(Violation::code)
        .containsExactly("not-specific");
  }

  @Test
  void a_corrected_time_of_receipt_is_not_after_the_registration() {
    CaseSubject filed = CaseSubject.of(check(Forms.complete()));
    RegistrationForm form = Forms.complete().reporter(null).form();
    assertThat(
            catchThrowableOfType(
                    Invalid.class,
                    () ->
                        RegistrationRules.checkCorrected(
                            form, filed, NOW.minusSeconds(60), City.directory(), NOW))
                .violations())
        .extracting(Violation::code)
        .containsExactly("after-registration");
  }

  private static Registration check(Forms forms) {
    return RegistrationRules.check(forms.form(), City.directory(), NOW);
  }

  private static List<Violation> violations(Forms forms) {
    Invalid invalid = catchThrowableOfType(Invalid.class, () -> check(forms));
    assertThat(invalid).isNotNull();
    return invalid.violations();
  }
}
