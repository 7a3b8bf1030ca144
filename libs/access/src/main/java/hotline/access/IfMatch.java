package hotline.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that a request wants to change, from its {@code If-Match} header. */
public record IfMatch(long version) {
  private static final Pattern ENTITY_TAG = Pattern.compile("\"?(\\d{1,18})\"?");

  /**
   * Reads {@code "7"}; refuses with 428 when the header is missing and with 400 when it is no
   * version.
   */
  public static IfMatch of(String header) {
    if (header == null || header.isBlank()) {
      throw new VersionRequired();
    }
    Matcher tag = ENTITY_TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new Invalid(
          "If-Match",
          "not-a-version",
          "If-Match 应为读取时得到的版本，例如 \"7\"。",
          "If-Match must be the version you read, as in \"7\".");
    }
    return new IfMatch(Long.parseLong(tag.group(1)));
  }

  /** Refuses with 412 unless the thing still has that version. */
  public void check(long current) {
    if (version != current) {
      throw new StaleVersion(version, current);
    }
  }

  /** The {@code ETag} header of a thing with this version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }
}
