package hotline.relay;

import java.sql.Connection;
import java.util.List;

/**
 * Applies records inside the consumer's transaction. Called once per poll with the records that are
 * new (duplicates removed, parked keys held back), in log order.
 *
 * <p>When it throws, everything is rolled back and the records come again in smaller lists until
 * the one that cannot be applied stands alone. {@link PoisonRecord} says so at once; any other
 * exception is tried again first, since a race with a command heals itself.
 */
@FunctionalInterface
public interface RecordApplier {

  void apply(Connection tx, List<Incoming> records) throws Exception;
}
