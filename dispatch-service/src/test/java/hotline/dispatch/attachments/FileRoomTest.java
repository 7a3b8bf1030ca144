package hotline.dispatch.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Refusal;
import hotline.dispatch.attachments.FileRoom.Taken;
import org.junit.jupiter.api.Test;

class FileRoomTest {

  private final FileRoom room = new FileRoom(3 << 20, 5 << 20);

  @Test
  void a_file_that_fills_what_is_left_is_taken() {
    assertThatCode(() -> room.require(new Taken(49, 2 << 20, 4 << 20), 1 << 20))
        .doesNotThrowAnyException();
  }

  @Test
  void one_byte_too_many_of_a_case_is_refused_with_its_limit() {
    assertThatThrownBy(() -> room.require(new Taken(0, 2 << 20, 0), (1 << 20) + 1))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.slug()).isEqualTo("files-of-case-full");
              assertThat(refused.detailZh()).contains("3 MB");
              assertThat(refused.detailEn()).contains("3 MB");
            });
  }

  @Test
  void what_waits_in_all_cases_of_a_unit_counts_against_the_unit() {
    assertThatThrownBy(() -> room.require(new Taken(0, 0, 5 << 20), 1))
        .isInstanceOf(NoRoomForFile.class)
        .hasMessageContaining("waiting-files-of-unit-full");
  }

  @Test
  void no_more_than_fifty_files_of_a_case_wait() {
    assertThatThrownBy(() -> room.require(new Taken(50, 0, 0), 1)).isInstanceOf(FileRefused.class);
  }
}
