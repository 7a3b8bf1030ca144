package hotline.reporting.definitions;

import com.fasterxml.jackson.core.type.TypeReference;
import hotline.lifecycle.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The one place where the numbers of cockpit, daily report and ranking are explained: {@code
 * definitions.json}. A formula that changes gets a new version there and in the code; the one
 * before stays there as superseded, for what was frozen by it names it.
 */
public final class Definitions {

  private static final List<Definition> ALL = read();

  private Definitions() {}

  /** All versions, in the order in which the pages show them. */
  public static List<Definition> all() {
    return ALL;
  }

  /** Those by which it is counted now. */
  public static List<Definition> current() {
    return ALL.stream().filter(one -> !one.superseded()).toList();
  }

  /** Empty for a code that is not defined, as that of a newer release. */
  public static Optional<Definition> find(String code) {
    return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** Throws IllegalArgumentException for a code that is not defined. */
  public static Definition of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("No definition of " + code));
  }

  private static List<Definition> read() {
    try (InputStream in = Definitions.class.getResourceAsStream("/definitions.json")) {
      return List.copyOf(EventCodec.json().readValue(in, new TypeReference<List<Definition>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("The definitions of the numbers cannot be read", e);
    }
  }
}
