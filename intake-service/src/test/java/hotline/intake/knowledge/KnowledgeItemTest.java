package hotline.intake.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.calendar.Light;
import hotline.intake.City;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeItemTest {
  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @Test
  void two_persons_stand_behind_what_is_read_out() {
    KnowledgeItem item = new KnowledgeItem("ZSK-000001", "cg", NOW);
    assertThat(item.write("路灯", "a")).isEqualTo(1);
    item.submit("b");
    assertThatThrownBy(() -> item.publish(text(TODAY.plusDays(9), null), "a", TODAY))
        .isInstanceOf(KnowledgeByOnePerson.class);
    assertThatThrownBy(() -> item.publish(text(TODAY.plusDays(9), null), "b", TODAY))
        .isInstanceOf(KnowledgeByOnePerson.class);
    assertThat(item.publish(text(TODAY.plusDays(9), null), "c", TODAY)).isEqualTo(1);
    assertThat(item.status()).isEqualTo(KnowledgeStatus.PUBLISHED);
    assertThat(item.write("路灯", "c")).isEqualTo(2);
    item.submit("c");
    assertThat(item.publish(text(TODAY.plusDays(9), null), "a", TODAY)).isEqualTo(2);
  }

  @Test
  void a_text_that_is_changed_while_it_waits_is_a_draft_again() {
    KnowledgeItem item = new KnowledgeItem("ZSK-000001", "cg", NOW);
    item.write("路灯", "a");
    item.submit("a");
    item.write("路灯二", "a");
    assertThat(item.status()).isEqualTo(KnowledgeStatus.DRAFT);
    assertThatThrownBy(() -> item.publish(text(TODAY.plusDays(9), null), "b", TODAY))
        .isInstanceOf(KnowledgeRefused.class);
    item.submit("a");
    item.sendBack("补充时限");
    assertThat(item.sentBackBecause()).isEqualTo("补充时限");
    item.submit("a");
    assertThat(item.sentBackBecause()).isNull();
  }

  @Test
  void what_has_outlived_its_days_is_not_published() {
    KnowledgeItem item = new KnowledgeItem("ZSK-000001", "cg", NOW);
    item.write("路灯", "a");
    item.submit("a");
    assertThatThrownBy(() -> item.publish(text(TODAY, null), "b", TODAY))
        .isInstanceOf(KnowledgeRefused.class);
    assertThatThrownBy(() -> item.publish(text(TODAY.plusDays(1), TODAY.minusDays(1)), "b", TODAY))
        .isInstanceOf(KnowledgeRefused.class);
  }

  @Test
  void what_is_retired_is_changed_by_nobody() {
    KnowledgeItem item = new KnowledgeItem("ZSK-000001", "cg", NOW);
    item.write("路灯", "a");
    item.retire("b", "误建", NOW);
    assertThat(item.status()).isEqualTo(KnowledgeStatus.RETIRED);
    assertThatThrownBy(() -> item.write("路灯", "a")).isInstanceOf(KnowledgeRefused.class);
    assertThatThrownBy(() -> item.confirm(TODAY.plusDays(1))).isInstanceOf(KnowledgeRefused.class);
    assertThatThrownBy(() -> item.retire("b", "误建", NOW)).isInstanceOf(KnowledgeRefused.class);
  }

  @Test
  void the_light_of_the_review_turns_yellow_some_days_before_and_red_the_day_after() {
    assertThat(light(TODAY.plusDays(15))).isEqualTo(Light.GREEN);
    assertThat(light(TODAY.plusDays(14))).isEqualTo(Light.YELLOW);
    assertThat(light(TODAY)).isEqualTo(Light.YELLOW);
    assertThat(light(TODAY.minusDays(1))).isEqualTo(Light.RED);
    assertThat(ReviewLight.of(KnowledgeStatus.RETIRED, TODAY, TODAY, 14)).isEqualTo(Light.NONE);
  }

  @Test
  void a_number_of_a_person_is_refused_and_that_of_an_office_is_not() {
    assertThat(form("请致电 0532-82200000 或 12345。").checked(City.directory(), TODAY).answer())
        .contains("82200000");
    assertThatThrownBy(() -> form("请致电王科长 13800001234。").checked(City.directory(), TODAY))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void a_category_that_was_switched_off_stays_in_the_items_that_name_it() {
    KnowledgeForm off = form("答复", "010199");
    KnowledgeText standing = text(TODAY.plusDays(9), null, "010199");
    assertThat(off.checked(City.directory(), TODAY, List.of(standing)).categoryCodes())
        .containsExactly("010199");
    assertThatThrownBy(
            () ->
                off.checked(
                    City.directory(), TODAY, List.of(text(TODAY.plusDays(9), null, "010101"))))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> off.checked(City.directory(), TODAY)).isInstanceOf(Invalid.class);
  }

  private static Light light(LocalDate reviewBy) {
    return ReviewLight.of(KnowledgeStatus.PUBLISHED, reviewBy, TODAY, 14);
  }

  private static KnowledgeForm form(String answer) {
    return form(answer, "010101");
  }

  private static KnowledgeForm form(String answer, String category) {
    return new KnowledgeForm(
        "cg",
        "路灯报修",
        List.of(),
        answer,
        null,
        List.of(category),
        List.of("370281"),
        null,
        null,
        "2027-05-31",
        null);
  }

  private static KnowledgeText text(LocalDate reviewBy, LocalDate validTo, String... categories) {
    return new KnowledgeText(
        "路灯",
        List.of(),
        "答复",
        null,
        List.of(categories),
        List.of(),
        TODAY.minusDays(9),
        validTo,
        reviewBy,
        null);
  }
}
