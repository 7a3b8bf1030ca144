package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {
  private static final CommandKey KEY = new CommandKey("u1", "POST", "/intake/api/cases", "k-1");
  private static final Answer ANSWER =
      new Answer(
          201,
          "/intake/api/cases/1",
          "\"0\"",
          "application/json",
          "{\"a\":\"中文\"}".getBytes(StandardCharsets.UTF_8));

  @Test
  void what_is_sealed_can_be_opened_with_its_key() {
    assertThat(SealedAnswer.open(201, SealedAnswer.seal(ANSWER, KEY.secret()), KEY.secret()))
        .isEqualTo(ANSWER);
    Answer empty = new Answer(204, null, "\"1\"", null, null);
    assertThat(SealedAnswer.open(204, SealedAnswer.seal(empty, KEY.secret()), KEY.secret()))
        .isEqualTo(empty);
  }

  @Test
  void and_with_no_other() {
    byte[] sealed = SealedAnswer.seal(ANSWER, KEY.secret());
    byte[] other = new CommandKey("u1", "POST", "/intake/api/cases", "k-2").secret();
    assertThatThrownBy(() -> SealedAnswer.open(201, sealed, other))
        .isInstanceOf(IllegalStateException.class);
    assertThat(SealedAnswer.seal(ANSWER, KEY.secret())).isNotEqualTo(sealed);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("/intake");
  }

  @Test
  void another_actor_method_path_or_key_is_another_act() {
    assertThat(
            Stream.of(
                    KEY,
                    new CommandKey("u2", "POST", "/intake/api/cases", "k-1"),
                    new CommandKey("u1", "PUT", "/intake/api/cases", "k-1"),
                    new CommandKey("u1", "POST", "/intake/api/case", "k-1"),
                    new CommandKey("u1", "POST", "/intake/api/cases", "k-2"),
                    new CommandKey("u", "1POST", "/intake/api/cases", "k-1"))
                .map(CommandKey::digest))
        .doesNotHaveDuplicates();
    assertThat(new CommandKey("u1", "POST", "/intake/api/cases", " k-1 ").digest())
        .isEqualTo(KEY.digest());
    assertThat(KEY.toString()).doesNotContain("k-1");
  }

  @Test
  void an_answer_in_a_log_shows_no_body() {
    assertThat(ANSWER.toString()).doesNotContain("中文");
  }
}
