package hotline.access;

import java.util.Arrays;

/**
 * What an act answered, as kept for its repetition.
 *
 * @param location value of the Location header or null
 * @param etag value of the ETag header or null
 * @param contentType media type of the body, null when there is none
 * @param body the bytes that were sent, null when there are none
 */
public record Answer(int status, String location, String etag, String contentType, byte[] body) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Answer that
        && status == that.status
        && java.util.Objects.equals(location, that.location)
        && java.util.Objects.equals(etag, that.etag)
        && java.util.Objects.equals(contentType, that.contentType)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * status + Arrays.hashCode(body);
  }

  /** Without the body, which may hold personal data. */
  @Override
  public String toString() {
    return "Answer[" + status + ", location=" + location + ", etag=" + etag + "]";
  }
}
