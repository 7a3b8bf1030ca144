package hotline.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is refused for a reason the asker can understand; it becomes an RFC 9457 problem
 * document in one place.
 *
 * <p>A service states its own reasons as subclasses, each with both languages together. Details are
 * shown to people: no personal data, no class names.
 */
public abstract class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String slug;
  private final int status;
  private final String titleZh;
  private final String titleEn;
  private final String detailZh;
  private final String detailEn;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param slug stable kebab-case name of the reason, becomes {@code code} and the end of {@code
   *     type}
   * @param status HTTP status, 4xx or 503
   */
  protected Refusal(
      String slug, int status, String titleZh, String titleEn, String detailZh, String detailEn) {
    // No stack trace: a refusal is an answer, not a fault, and is thrown often.
    super(slug + ": " + detailEn, null, false, false);
    this.slug = slug;
    this.status = status;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
    this.detailZh = detailZh;
    this.detailEn = detailEn;
  }

  /** Adds an extra member to the problem document, such as the present status of the thing. */
  public Refusal with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Adds a header to the answer, such as {@code Retry-After}. */
  public Refusal withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public final String slug() {
    return slug;
  }

  public final int status() {
    return status;
  }

  public final String titleZh() {
    return titleZh;
  }

  public final String titleEn() {
    return titleEn;
  }

  public final String detailZh() {
    return detailZh;
  }

  public final String detailEn() {
    return detailEn;
  }

  /** One entry per field of the request that is wrong; empty for other refusals. */
  public List<Violation> violations() {
    return List.of();
  }

  public final Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }

  public final Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }
}
