package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotline.access.Invalid;
import hotline.intake.City;
import hotline.intake.cases.EmergencyRules.Read;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmergencyRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void nothing_but_the_service_is_needed() {
    Read read = read(form(null, null, null, null), TransferTarget.FIRE_119);
    Registration least = read.registration();
    assertThat(least.urgency()).isEqualTo(Urgency.CRITICAL);
    assertThat(least.kind()).isEqualTo(CaseKind.HELP);
    assertThat(least.channel()).isEqualTo(Channel.PHONE);
    assertThat(least.category().code()).isEqualTo("010101");
    assertThat(least.place().code()).isEqualTo("3702");
    assertThat(least.title()).isEqualTo("紧急情况（消防 119）");
    assertThat(least.content()).contains("消防 119");
    assertThat(least.anonymous()).isTrue();
    assertThat(least.wantsCallback()).isFalse();
    assertThat(least.receivedAt()).isEqualTo(NOW);
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void what_is_there_is_kept() {
    Registration told =
        read(
                form(
                    "370281001",
                    "有人落水",
                    "河边有人落水",
                    new ReporterForm("王示例", "13800001234", null, false, null, null)),
                TransferTarget.MEDICAL_120)
            .registration();
    assertThat(told.place().path()).isEqualTo("/3702/370281/370281001");
    assertThat(told.title()).isEqualTo("有人落水");
    assertThat(told.content()).isEqualTo("河边有人落水");
    assertThat(told.reporter().phone().canonical()).isEqualTo("+8613800001234");
    assertThat(told.anonymous()).isFalse();
    assertThat(told.wantsCallback()).isTrue();
  }

  @Test
  void what_cannot_be_read_keeps_nobody_waiting() {
    ReporterForm half = new ReporterForm("王示例", "1380000", "", null, null, true);
    Read read = read(form("999999", "长".repeat(101), "\u0007", half), TransferTarget.POLICE_110);
    Registration told = read.registration();
    assertThat(told.place().code()).isEqualTo("3702");
    assertThat(told.title()).isEqualTo("紧急情况（公安 110）");
    assertThat(told.content()).isEqualTo("长".repeat(101));
    assertThat(told.content()).doesNotContain("1380000");
    assertThat(told.wantsCallback()).isFalse();
    assertThat(read.leftOut()).containsExactly("reporter.phone");
  }

  @Test
  void who_wants_no_name_is_anonymous_also_with_a_number() {
    ReporterForm unnamed = new ReporterForm(null, "13800001234", null, true, null, null);
    assertThat(
            read(form(null, null, null, unnamed), TransferTarget.POLICE_110)
                .registration()
                .anonymous())
        .isTrue();
  }

  @Test
  void a_category_that_the_catalogue_does_not_have_is_no_reason_to_refuse() {
    Registration least =
        EmergencyRules.read(
                form(null, null, null, null),
                TransferTarget.TRAFFIC_122,
                "990101",
                null,
                City.directory(),
                NOW)
            .registration();
    // What stands last and may be chosen.
    assertThat(least.category().code()).isEqualTo("010102");
  }

  @Test
  void what_is_told_without_a_place_lies_on_the_grid_of_its_operator() {
    String grid = "/3702/370281";
    assertThat(placedBy(grid, form(null, null, null, null))).isEqualTo("370281");
    assertThat(placedBy(grid, form("370202", null, null, null))).isEqualTo("370202");
    assertThat(placedBy("/3702/999999", form(null, null, null, null))).isEqualTo("3702");
    assertThat(placedBy(null, form(null, null, null, null))).isEqualTo("3702");
  }

  private static String placedBy(String grid, EmergencyForm form) {
    return EmergencyRules.read(form, TransferTarget.FIRE_119, "010101", grid, City.directory(), NOW)
        .registration()
        .place()
        .code();
  }

  @Test
  void a_mind_in_distress_is_nobody_elses_matter() {
    assertThat(
            read(form(null, null, null, null), TransferTarget.PSYCHOLOGY_12356)
                .registration()
                .confidential())
        .isTrue();
    assertThat(
            read(form(null, null, null, null), TransferTarget.MEDICAL_120)
                .registration()
                .confidential())
        .isFalse();
  }

  @Test
  void one_key_hands_over_to_emergency_services_only() {
    assertThat(EmergencyRules.target("急救 120")).isEqualTo(TransferTarget.MEDICAL_120);
    for (String other : new String[] {"MARKET_12315", "110", "", null}) {
      Invalid refused = catchThrowableOfType(Invalid.class, () -> EmergencyRules.target(other));
      assertThat(refused.violations().get(0).field()).isEqualTo("target");
    }
  }

  private static Read read(EmergencyForm form, TransferTarget target) {
    return EmergencyRules.read(form, target, "010101", null, City.directory(), NOW);
  }

  private static EmergencyForm form(
      String place, String title, String content, ReporterForm reporter) {
    return new EmergencyForm(
        null, true, null, null, null, place, null, title, content, null, reporter, null);
  }
}
