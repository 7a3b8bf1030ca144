package hotline.relay;

/** How far a stream moves with a batch: from what the database said to the last record applied. */
record Advance(long from, long to) {}
