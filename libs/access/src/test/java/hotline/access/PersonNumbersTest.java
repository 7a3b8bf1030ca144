package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNumbersTest {

  @Test
  void numbers_of_persons_keep_their_last_four_digits() {
    assertThat(PersonNumbers.withoutAnyLong("邻居王先生13812345678在场")).isEqualTo("邻居王先生****5678在场");
    assertThat(PersonNumbers.withoutAnyLong("电话 138-1234-5678。")).isEqualTo("电话 ****5678。");
    assertThat(PersonNumbers.withoutAnyLong("证号37028119900101123X")).isEqualTo("证号****123X");
    assertThat(PersonNumbers.withoutAnyLong("１３８１２３４５６７８")).isEqualTo("****5678");
    assertThat(PersonNumbers.withoutAnyLong("13812345678、13887654321"))
        .isEqualTo("****5678、****4321");
  }

  @Test
  void a_number_after_a_day_is_one_of_a_person() {
    assertThat(PersonNumbers.withoutAnyLong("2026-11-30 13812345678 王某"))
        .isEqualTo("2026-11-30 ****5678 王某");
    assertThat(PersonNumbers.withoutAnyLong("2026.11.30 138 1234 5678"))
        .isEqualTo("2026.11.30 ****5678");
  }

  @Test
  void days_and_numbers_of_cases_and_of_evidence_stay() {
    assertThat(PersonNumbers.withoutAnyLong("2026-11-30 14:05 三盏路灯未亮"))
        .isEqualTo("2026-11-30 14:05 三盏路灯未亮");
    assertThat(PersonNumbers.withoutAnyLong("见工单2611230000017")).isEqualTo("见工单2611230000017");
    assertThat(PersonNumbers.withoutAnyLong("照片 HC-0017 至 HC-0021"))
        .isEqualTo("照片 HC-0017 至 HC-0021");
    assertThat(PersonNumbers.withoutAnyLong(null)).isNull();
  }
}
