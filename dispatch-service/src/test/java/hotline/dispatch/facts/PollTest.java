package hotline.dispatch.facts;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.CaseFile;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one poll leaves of the texts of a case. */
class PollTest {

  private static final UUID CASE = UUID.randomUUID();

  @Test
  void of_two_texts_the_newer_is_kept_whichever_came_last() {
    assertThat(poll(file(3), file(2)).written()).extracting(CaseFile::version).containsExactly(3L);
    assertThat(poll(file(2), file(3)).written()).extracting(CaseFile::version).containsExactly(3L);
  }

  @Test
  void a_tombstone_is_newer_than_every_text() {
    for (Poll poll : List.of(poll(file(3), null), poll(null, file(3)))) {
      assertThat(poll.written()).isEmpty();
      assertThat(poll.erased()).containsExactly(CASE);
    }
  }

  private static Poll poll(CaseFile... files) {
    return Poll.read(Stream.of(files).map(PollTest::record).toList());
  }

  private static Incoming record(CaseFile file) {
    byte[] value = file == null ? null : EventCodec.write(file);
    return new Incoming(Topics.CASE_FILE, 0, 1, CASE.toString(), Map.of(), value);
  }

  private static CaseFile file(long version) {
    return new CaseFile(
        CASE,
        "2611230000174",
        version,
        "标题",
        "内容",
        null,
        null,
        false,
        null,
        List.of(),
        Instant.EPOCH);
  }
}
