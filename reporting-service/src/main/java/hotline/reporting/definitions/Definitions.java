package hotline.reporting.definitions;

import com.fasterxml.jackson.core.type.TypeReference;
import hotline.lifecycle.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The one place where the numbers of cockpit, daily report and ranking are explained: {@code
 * definitions.json}. A formula that changes gets a new version there and in the code.
 */
public final class Definitions {

  private static final List<Definition> ALL = read();

  private Definitions() {}

  /** In the order in which the pages show them. */
  public static List<Definition> all() {
    return ALL;
  }

  /** Throws IllegalArgumentException for a code that is not defined. */
  public static Definition of(String code) {
    return ALL.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No definition of " + code));
  }

  private static List<Definition> read() {
    try (InputStream in = Definitions.class.getResourceAsStream("/definitions.json")) {
      return List.copyOf(EventCodec.json().readValue(in, new TypeReference<List<Definition>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("The definitions of the numbers cannot be read", e);
    }
  }
}
