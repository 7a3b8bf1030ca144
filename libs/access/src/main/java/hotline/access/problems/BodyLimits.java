package hotline.access.problems;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a body may be: {@code quarkus.http.limits.max-body-size} at the most. A service that
 * takes files on a few paths names those in {@code hotline.access.large-bodies} (a pattern of raw
 * paths) and gives all others the smaller {@code hotline.access.body-limit}.
 */
@ApplicationScoped
public class BodyLimits {
  private final long most;
  private final long usual;
  private final Pattern large;

  @Inject
  BodyLimits(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
      @ConfigProperty(name = "hotline.access.body-limit") Optional<MemorySize> usual,
      @ConfigProperty(name = "hotline.access.large-bodies") Optional<String> large) {
    this(
        most.asLongValue(),
        usual.map(MemorySize::asLongValue).orElse(most.asLongValue()),
        large.orElse(null));
  }

  /**
   * @param large pattern of the raw paths that take the most; null when there are none
   */
  BodyLimits(long most, long usual, String large) {
    this.most = most;
    this.usual = usual;
    this.large = large == null ? null : Pattern.compile(large);
  }

  /**
   * @param rawPath as it was sent: what is spelled in another way has the smaller limit
   */
  public long of(String rawPath) {
    return large != null && rawPath != null && large.matcher(rawPath).matches() ? most : usual;
  }
}
