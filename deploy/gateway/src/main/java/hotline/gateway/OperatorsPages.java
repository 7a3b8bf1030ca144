package hotline.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service tells those who run it: its numbers, and whether it is ready, which costs its
 * database a question each time. They ask the service itself; from outside nobody does.
 */
final class OperatorsPages {

  private static final Pattern PAGE = Pattern.compile("/[^/]+/q(/.*)?");

  /** Whether the service lives, which the console asks, and what its API is. */
  private static final Set<String> OPEN = Set.of("/health/live", "/openapi");

  private OperatorsPages() {}

  /** Reads the address as the service will: with escapes undone and empty parts left out. */
  static boolean include(URI address) {
    String path = String.valueOf(address.getPath()).replaceAll("/{2,}", "/");
    Matcher page = PAGE.matcher(withoutDots(path));
    return page.matches() && !OPEN.contains(String.valueOf(page.group(1)));
  }

  private static String withoutDots(String path) {
    try {
      return new URI(null, null, path, null).normalize().getPath();
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(path, impossible);
    }
  }
}
