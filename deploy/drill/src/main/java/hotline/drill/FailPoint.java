package hotline.drill;

import java.util.List;

/**
 * Where a service may be halted: the moments between two steps of the way from a database to the
 * log and back. Each is a call that is compiled into a copy of the services.
 */
enum FailPoint {
  /** Rows are in the outbox, their transaction is still open. */
  BEFORE_COMMIT("Outbox", "row.executeBatch();", false),
  /** Committed, and not on the way to the broker. */
  COMMITTED_NOT_SENT("Relay", "LogWriter.Result result = log.send(rows,", true),
  /** On the way, the broker has not answered. */
  SENT_NOT_ACKNOWLEDGED("LogWriter", "long end = System.nanoTime() + patience.toNanos();", true),
  /** The broker has them, the outbox has them still. */
  ACKNOWLEDGED_NOT_REMOVED("Relay", "session.delete(result.acknowledged());", true),
  /** Records are applied, their transaction is still open. */
  APPLIED_NOT_COMMITTED("Inbox", "List<Incoming> tombstones = tombstones(placed);", true),
  /** Applied and committed, the offset is not. */
  COMMITTED_NOT_NOTED("ConsumerLoop", "offsets.applied(records.nextOffsets());", true);

  static final String CALLED = "Halt";

  /** What is called: halts the process when the file asks this service to, at this point, once. */
  private static final String HALT =
      """
      package hotline.relay;

      final class Halt {

        private static final java.nio.file.Path ASKED = java.nio.file.Path.of("%s");

        static void at(String point) {
          try {
            if (java.nio.file.Files.exists(ASKED)
                && java.nio.file.Files.readString(ASKED).equals("%s " + point)
                && java.nio.file.Files.deleteIfExists(ASKED)) {
              Runtime.getRuntime().halt(137);
            }
          } catch (java.io.IOException taken) {
            // Another instance was quicker.
          }
        }
      }
      """;

  private final Change change;

  FailPoint(String type, String where, boolean before) {
    String call = CALLED + ".at(\"" + name() + "\");\n    ";
    change = new Change(type, where, before ? call + where : where + "\n    " + call);
  }

  static List<Change> changes() {
    return List.of(values()).stream().map(point -> point.change).toList();
  }

  /** Source of what the calls call. */
  static String source(String asked, String service) {
    return HALT.formatted(asked.replace("\\", "\\\\"), service);
  }

  /** Whether a service comes by here: one that says nothing has no outbox. */
  boolean isReachedBy(String service) {
    return this == APPLIED_NOT_COMMITTED
        || this == COMMITTED_NOT_NOTED
        || !service.equals("reporting");
  }
}
