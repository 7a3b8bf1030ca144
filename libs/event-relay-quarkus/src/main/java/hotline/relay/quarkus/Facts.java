package hotline.relay.quarkus;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;

/** Lifecycle facts as they come from the log. */
public final class Facts {

  /** Why the case of a fact waits whose type this version does not know. */
  static final String UNKNOWN_TYPE = "UNKNOWN_TYPE";

  private Facts() {}

  /**
   * The fact that the record says.
   *
   * @throws PoisonRecord when it cannot be read, or when only a newer version knows its type: who
   *     passed over it would never read it again, so its case waits until this service is exchanged
   */
  public static Fact read(Incoming record) {
    try {
      return EventCodec.read(record.key(), record.headers(), record.value())
          .orElseThrow(() -> unknown(record));
    } catch (UnreadableEvent unreadable) {
      throw new PoisonRecord("UNREADABLE", unreadable.getMessage(), unreadable);
    }
  }

  private static PoisonRecord unknown(Incoming record) {
    return new PoisonRecord(
        UNKNOWN_TYPE,
        record.type() + " 需升级本服务后继续 / waits for a version of this service that knows it");
  }
}
