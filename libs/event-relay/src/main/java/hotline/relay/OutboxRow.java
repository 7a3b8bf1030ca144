package hotline.relay;

/** A row of the outbox on its way to the broker. */
record OutboxRow(long id, String topic, String key, byte[] value, String[] headers) {}
