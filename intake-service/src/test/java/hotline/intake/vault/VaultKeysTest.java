package hotline.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultKeysTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final PhoneNumber PHONE = PhoneNumber.parse("13800001234").orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "not base64!", "c2hvcnQ="})
  void without_a_whole_key_the_service_does_not_start_and_says_what_to_set(String key) {
    assertThatThrownBy(() -> new VaultKeys(Optional.of(key)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HOTLINE_VAULT_KEY");
    assertThatThrownBy(() -> new VaultKeys(Optional.empty()))
        .hasMessageContaining("HOTLINE_VAULT_KEY");
  }

  @Test
  void the_same_line_has_one_hash_and_one_pseudonym_which_cannot_be_joined() {
    VaultKeys keys = new VaultKeys(Optional.of(KEY));
    PhoneNumber again = PhoneNumber.parse("+86 138-0000-1234").orElseThrow();
    assertThat(keys.searchHash(again)).isEqualTo(keys.searchHash(PHONE));
    assertThat(keys.pseudonym(again)).isEqualTo(keys.pseudonym(PHONE)).doesNotContain("1234");
    assertThat(Base64.getUrlEncoder().encodeToString(keys.searchHash(PHONE)))
        .doesNotStartWith(keys.pseudonym(PHONE));

    byte[] other = new byte[32];
    other[0] = 1;
    VaultKeys others = new VaultKeys(Optional.of(Base64.getEncoder().encodeToString(other)));
    assertThat(others.searchHash(PHONE)).isNotEqualTo(keys.searchHash(PHONE));
  }

  @Test
  void what_is_sealed_for_one_case_opens_for_no_other_and_with_no_other_key() {
    byte[] key = Sealing.newKey();
    byte[] text = "13800001234".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Sealing.seal(key, text, new byte[] {1});
    assertThat(Sealing.open(key, sealed, new byte[] {1})).isEqualTo(text);
    assertThatThrownBy(() -> Sealing.open(key, sealed, new byte[] {2}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Sealing.open(Sealing.newKey(), sealed, new byte[] {1}))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> Sealing.open(key, sealed, new byte[] {1}))
        .isInstanceOf(IllegalStateException.class);
  }
}
