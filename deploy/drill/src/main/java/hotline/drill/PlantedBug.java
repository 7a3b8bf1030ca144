package hotline.drill;

import java.util.List;

/**
 * Mistakes that systems like this one are known to be built with, each as a change of the relay's
 * source. The judge must notice every one: a run that cannot fail proves nothing.
 */
enum PlantedBug {
  /** Rows leave the outbox before the broker has them: as good as publishing without one. */
  NO_OUTBOX(
      new Change(
          "Relay",
          "LogWriter.Result result = log.send(rows,",
          "session.delete(rows.stream().map(OutboxRow::id).toList());\n"
              + "    LogWriter.Result result = log.send(rows,")),

  /** The offset is committed before the transaction that applies the records. */
  OFFSET_FIRST(
      new Change(
          "ConsumerLoop",
          "delivery.deliver(batch, this);",
          "consumer.commitSync(records.nextOffsets());\n"
              + "        delivery.deliver(batch, this);")),

  /** What was applied is noted in another transaction than the effects. */
  DEDUPE_OUTSIDE(
      new Change(
          "Inbox",
          "return transactions.call(tx -> apply(tx, placed));",
          "BatchPlan noted = transactions.call(tx -> note(tx, placed));\n"
              + "    return transactions.call(tx -> apply(tx, placed, noted));"),
      new Change(
          "Inbox",
          "private Outcome apply(Connection tx, List<Placed> placed) throws Exception {",
          "private BatchPlan note(Connection tx, List<Placed> placed) throws Exception {"),
      new Change(
          "Inbox",
          "      sequences.advance(tx, plan.advances());\n"
              + "    }\n"
              + "    if (!plan.fresh().isEmpty()) {",
          "      sequences.advance(tx, plan.advances());\n"
              + "    }\n"
              + "    return plan;\n"
              + "  }\n\n"
              + "  private Outcome apply(Connection tx, List<Placed> placed, BatchPlan plan)\n"
              + "      throws Exception {\n"
              + "    if (!plan.fresh().isEmpty()) {")),

  /**
   * The client commits what it has handed out, by its own clock. It shows when a service dies while
   * records wait in its hands for the database.
   */
  AUTO_COMMIT(
      new Change(
          "LogConsumer",
          "all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);",
          "all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, true);\n"
              + "    all.put(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, 100);"),
      new Change("ConsumerLoop", "offsets.applied(records.nextOffsets());", "")),

  /** The facts of one case are spread over the partitions. */
  RANDOM_KEY(
      new Change(
          "LogWriter",
          "new ProducerRecord<>(row.topic(), row.key()",
          "new ProducerRecord<>(row.topic(),\n"
              + "            row.topic().contains(\"lifecycle\")\n"
              + "                ?"
              + " java.util.concurrent.ThreadLocalRandom.current().nextInt(12)\n"
              + "                : null,\n"
              + "            row.key()")),

  /** The relay remembers the last number it sent and reads what is above it. */
  WATERMARK(
      new Change(
          "OutboxSession",
          "private final PreparedStatement delete;",
          "private final PreparedStatement delete;\n  private long watermark;"),
      new Change(
          "OutboxSession",
          "while (found.next()) {",
          "while (found.next()) {\n"
              + "        if (found.getLong(1) <= watermark) {\n"
              + "          continue;\n"
              + "        }\n"
              + "        watermark = found.getLong(1);"));

  private final List<Change> changes;

  PlantedBug(Change... changes) {
    this.changes = List.of(changes);
  }

  List<Change> changes() {
    return changes;
  }
}
