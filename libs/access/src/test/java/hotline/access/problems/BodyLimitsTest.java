package hotline.access.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyLimitsTest {

  @Test
  void only_the_paths_that_take_files_have_the_large_limit() {
    BodyLimits limits = new BodyLimits(10, 2, "/x/api/tasks/[^/]+/files");
    assertThat(limits.of("/x/api/tasks/1/files")).isEqualTo(10);
    assertThat(limits.of("/x/api/tasks/1/replies")).isEqualTo(2);
    assertThat(limits.of("/x/api/tasks/1/files/more")).isEqualTo(2);
    assertThat(limits.of("/x//api/tasks/1/files")).isEqualTo(2);
    assertThat(limits.of(null)).isEqualTo(2);
  }

  @Test
  void without_such_paths_there_is_one_limit() {
    assertThat(new BodyLimits(10, 10, null).of("/anything")).isEqualTo(10);
  }
}
