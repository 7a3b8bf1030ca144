package hotline.lifecycle;

import java.time.Instant;

/**
 * Said now and then by each service that tells facts, on a compacted topic of its own: whoever
 * reads the log knows by it that nothing is still to come. The service is the key of the record and
 * its {@code ce_source}.
 *
 * @param until every fact of this service that it recorded before this moment is in the log
 */
public record SentUntil(Instant until) {

  public static final String TYPE = "hotline.relay.sent-until.v1";
}
