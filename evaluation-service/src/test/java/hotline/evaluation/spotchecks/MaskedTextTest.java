package hotline.evaluation.spotchecks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTextTest {

  @Test
  void numbers_of_persons_keep_their_last_four_digits() {
    assertThat(MaskedText.of("邻居王先生13812345678在场")).isEqualTo("邻居王先生****5678在场");
    assertThat(MaskedText.of("电话 138-1234-5678。")).isEqualTo("电话 ****5678。");
    assertThat(MaskedText.of("证号37028119900101123X")).isEqualTo("证号****123X");
    assertThat(MaskedText.of("１３８１２３４５６７８")).isEqualTo("****5678");
    assertThat(MaskedText.of("13812345678、13887654321")).isEqualTo("****5678、****4321");
  }

  @Test
  void a_number_after_a_day_is_one_of_a_person() {
    assertThat(MaskedText.of("2026-11-30 13812345678 王某")).isEqualTo("2026-11-30 ****5678 王某");
    assertThat(MaskedText.of("2026.11.30 138 1234 5678")).isEqualTo("2026.11.30 ****5678");
  }

  @Test
  void days_and_numbers_of_cases_and_of_evidence_stay() {
    assertThat(MaskedText.of("2026-11-30 14:05 三盏路灯未亮")).isEqualTo("2026-11-30 14:05 三盏路灯未亮");
    assertThat(MaskedText.of("见工单2611230000017")).isEqualTo("见工单2611230000017");
    assertThat(MaskedText.of("照片 HC-0017 至 HC-0021")).isEqualTo("照片 HC-0017 至 HC-0021");
    assertThat(MaskedText.of(null)).isNull();
  }
}
