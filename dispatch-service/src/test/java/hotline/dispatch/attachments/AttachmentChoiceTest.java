package hotline.dispatch.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Violation;
import hotline.access.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttachmentChoiceTest {

  @Test
  void an_act_takes_up_to_nine_files_each_once() {
    UUID one = UUID.randomUUID();
    assertThat(wrong(null)).isEmpty();
    assertThat(wrong(List.of())).isEmpty();
    assertThat(wrong(Stream.generate(UUID::randomUUID).limit(9).toList())).isEmpty();
    assertThat(wrong(Stream.generate(UUID::randomUUID).limit(10).toList()))
        .containsExactly("too-many");
    assertThat(wrong(List.of(one, one))).containsExactly("not-distinct");
    assertThat(wrong(Arrays.asList(one, null))).containsExactly("not-distinct");
  }

  private static List<String> wrong(List<UUID> chosen) {
    Violations found = new Violations();
    AttachmentChoice.check(found, chosen);
    return found.list().stream().map(Violation::code).toList();
  }
}
