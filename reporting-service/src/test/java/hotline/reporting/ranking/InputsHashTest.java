package hotline.reporting.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was published must be found again by the hash of later versions: these never change. */
class InputsHashTest {

  @Test
  void nothing_has_the_hash_of_no_bytes() {
    assertThat(new InputsHash().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void lines_are_joined_by_a_line_feed_without_one_at_the_end() {
    InputsHash hash = new InputsHash();
    hash.add("cg 018f3a5e-0000-7000-8000-000000000001 ACCEPTED,CLOSED");
    hash.add("zj 018f3a5e-0000-7000-8000-000000000002 ACCEPTED");

    // printf 'cg …\nzj …' | sha256sum
    assertThat(hash.hex())
        .isEqualTo("031e25c73a3fe0281f33880481662079c61c492733b8a10a410d8657c1285ab9");
  }
}
