package hotline.dispatch.publicreplies;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.PublicReply.Answer;
import hotline.relay.OutboxRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnsweredCaseTest {

  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
  private static final UUID CASE = UUID.fromString("0193a000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("0193a000-0000-7000-8000-000000000002");

  private final AnsweredCase answered = new AnsweredCase(CASE, "2611300000017", List.of(OTHER));

  @Test
  void every_round_that_was_answered_is_told_the_oldest_first() {
    answered.add(answer(2, "第二轮"));
    answered.add(answer(1, "第一轮"));

    PublicReply said = answered.saidAt(NOW);

    assertThat(said.answers()).extracting(Answer::text).containsExactly("第一轮", "第二轮");
    assertThat(said.version()).isEqualTo(2);
    assertThat(said.handledWith()).containsExactly(OTHER);
    assertThat(said.updatedAt()).isEqualTo(NOW);
  }

  @Test
  void a_round_has_one_answer_the_one_that_its_citizen_was_told_first() {
    answered.add(answer(1, "先"));
    answered.add(answer(1, "后"));
    assertThat(answered.saidAt(NOW).answers()).extracting(Answer::text).containsExactly("先");
  }

  @Test
  void of_more_than_the_log_takes_the_newest_are_told_and_the_version_still_grows() {
    String longest = "长\"\n\u0001".repeat(5_000);
    for (int round = 1; round <= 30; round++) {
      answered.add(answer(round, longest));
    }

    PublicReply said = answered.saidAt(NOW);

    assertThat(said.version()).isEqualTo(30);
    assertThat(said.answers()).hasSizeBetween(2, 29);
    assertThat(said.answers().get(said.answers().size() - 1).round()).isEqualTo(30);
    assertThat(EventCodec.write(said)).hasSizeLessThan(OutboxRecord.MAX_BYTES);
  }

  @Test
  void with_very_many_cases_handled_together_a_record_still_fits() {
    List<UUID> many = Stream.generate(UUID::randomUUID).limit(19_000).toList();
    AnsweredCase together = new AnsweredCase(CASE, "2611300000017", many);
    for (int round = 1; round <= 30; round++) {
      together.add(answer(round, "长".repeat(5_000)));
    }
    PublicReply said = together.saidAt(NOW);
    assertThat(said.answers()).hasSizeBetween(1, 5);
    assertThat(EventCodec.write(said)).hasSizeLessThan(OutboxRecord.MAX_BYTES);

    AnsweredCase tooMany =
        new AnsweredCase(
            CASE, "2611300000017", Stream.generate(UUID::randomUUID).limit(30_000).toList());
    tooMany.add(answer(1, "已修复。"));
    assertThat(tooMany.saidAt(NOW).answers()).as("rather nothing than a stranger's name").isEmpty();
    assertThat(EventCodec.write(tooMany.saidAt(NOW))).hasSizeLessThan(OutboxRecord.MAX_BYTES);
  }

  private static Answer answer(int round, String text) {
    return new Answer(round, "cg", false, NOW, NOW, text);
  }
}
