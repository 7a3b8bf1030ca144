package hotline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which processes run, as the kernel tells of them. */
class ProcessMarkTest {

  private static final String STAT =
      "4711 (java (one)) %s 1 4711 4711 0 -1 4194560 1 0 0 0 10 2 0 0 20 0 %d 0 998877 1024 1";

  @Test
  void a_process_that_waits_for_its_parent_to_ask_has_ended() {
    assertThat(ProcessMark.read(4711, STAT.formatted("S", 30)))
        .contains(new ProcessMark(4711, "998877"));
    assertThat(ProcessMark.read(4711, STAT.formatted("Z", 1))).isEmpty();
    assertThat(ProcessMark.read(4711, STAT.formatted("X", 0))).isEmpty();
  }

  @Test
  void a_process_whose_first_thread_ended_before_the_others_still_holds_its_port() {
    assertThat(ProcessMark.read(4711, STAT.formatted("Z", 2)))
        .contains(new ProcessMark(4711, "998877"));
  }

  @Test
  void this_process_runs() {
    assertThat(ProcessMark.of(ProcessHandle.current().pid())).isPresent();
  }
}
