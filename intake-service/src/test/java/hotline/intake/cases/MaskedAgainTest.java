package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.intake.vault.Contact;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskedAgainTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Contact TOLD = new Contact("王示例", null, null);

  @Test
  void a_name_that_is_told_afterwards_is_taken_out_of_every_text() {
    List<Supplement> added =
        List.of(new Supplement(1, NOW, "王示例已撤离。"), new Supplement(2, NOW, "火已扑灭。"));
    MaskedAgain masked =
        MaskedAgain.of(about("王示例被困", "王示例在三楼，电话138****1234。"), added, TOLD, Map.of());
    assertThat(masked.subject().title()).isEqualTo("王**被困");
    assertThat(masked.subject().content()).isEqualTo("王**在三楼，电话138****1234。");
    assertThat(masked.subject().demand()).isNull();
    assertThat(masked.supplements())
        .extracting(Supplement::text)
        .containsExactly("王**已撤离。", "火已扑灭。");
    assertThat(masked.changed(added)).extracting(Supplement::supplementNo).containsExactly(1);
    assertThat(masked.originals()).containsOnlyKeys("title", "content", "supplement-1");
    assertThat(masked.originals()).containsEntry("title", "王示例被困");
  }

  @Test
  void what_the_vault_has_of_a_text_already_stays_as_it_was_told() {
    Map<String, String> kept = Map.of("content", "王示例在三楼，电话13800001234。");
    MaskedAgain masked =
        MaskedAgain.of(about("被困", "王示例在三楼，电话138****1234。"), List.of(), TOLD, kept);
    assertThat(masked.subject().content()).isEqualTo("王**在三楼，电话138****1234。");
    assertThat(masked.originals()).isEmpty();
  }

  private static CaseSubject about(String title, String content) {
    return new CaseSubject(
        CaseKind.HELP,
        Urgency.CRITICAL,
        Channel.PHONE,
        "010101",
        "/01/0101/010101",
        "370281",
        "/370281",
        title,
        content,
        null,
        null,
        NOW,
        null,
        null,
        null);
  }
}
