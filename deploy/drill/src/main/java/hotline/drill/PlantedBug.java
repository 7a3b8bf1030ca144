package hotline.drill;

import java.util.List;

/**
 * Mistakes that systems like this one are known to be built with, each as a change of the relay's
 * source. The judge must notice every one: a run that cannot fail proves nothing.
 */
enum PlantedBug {
  /** Rows leave the outbox before the broker has them: as good as publishing without one. */
  NO_OUTBOX(
      "Relay",
      List.of(
          new Change(
              "LogWriter.Result result = log.send(rows,",
              "session.delete(rows.stream().map(OutboxRow::id).toList());\n"
                  + "    LogWriter.Result result = log.send(rows,"))),

  /** The offset is committed before the transaction that applies the records. */
  OFFSET_FIRST(
      "ConsumerLoop",
      List.of(
          new Change(
              "delivery.deliver(batch, this);",
              "consumer.commitSync(records.nextOffsets());\n"
                  + "        delivery.deliver(batch, this);"))),

  /** What was applied is noted in another transaction than the effects. */
  DEDUPE_OUTSIDE(
      "Inbox",
      List.of(
          new Change(
              "return transactions.call(tx -> apply(tx, placed));",
              "BatchPlan noted = transactions.call(tx -> note(tx, placed));\n"
                  + "    return transactions.call(tx -> apply(tx, placed, noted));"),
          new Change(
              "private Outcome apply(Connection tx, List<Placed> placed) throws Exception {",
              "private BatchPlan note(Connection tx, List<Placed> placed) throws Exception {"),
          new Change(
              "      sequences.advance(tx, plan.advances());\n"
                  + "    }\n"
                  + "    if (!plan.fresh().isEmpty()) {",
              "      sequences.advance(tx, plan.advances());\n"
                  + "    }\n"
                  + "    return plan;\n"
                  + "  }\n\n"
                  + "  private Outcome apply(Connection tx, List<Placed> placed, BatchPlan plan)\n"
                  + "      throws Exception {\n"
                  + "    if (!plan.fresh().isEmpty()) {"))),

  /** The facts of one case are spread over the partitions. */
  RANDOM_KEY(
      "LogWriter",
      List.of(
          new Change(
              "new ProducerRecord<>(row.topic(), row.key()",
              "new ProducerRecord<>(row.topic(),\n"
                  + "            row.topic().contains(\"lifecycle\")\n"
                  + "                ?"
                  + " java.util.concurrent.ThreadLocalRandom.current().nextInt(12)\n"
                  + "                : null,\n"
                  + "            row.key()"))),

  /** The relay remembers the last number it sent and reads what is above it. */
  WATERMARK(
      "OutboxSession",
      List.of(
          new Change(
              "private final PreparedStatement delete;",
              "private final PreparedStatement delete;\n  private long watermark;"),
          new Change(
              "while (found.next()) {",
              "while (found.next()) {\n"
                  + "        if (found.getLong(1) <= watermark) {\n"
                  + "          continue;\n"
                  + "        }\n"
                  + "        watermark = found.getLong(1);")));

  /**
   * @param was text that the source has exactly once; when it no longer has, the bug must be
   *     planted anew
   */
  record Change(String was, String becomes) {}

  private final String type;
  private final List<Change> changes;

  PlantedBug(String type, List<Change> changes) {
    this.type = type;
    this.changes = changes;
  }

  /** The class of the relay that is changed. */
  String type() {
    return type;
  }

  String plantedIn(String source) {
    String planted = source;
    for (Change change : changes) {
      int at = planted.indexOf(change.was());
      if (at < 0 || planted.indexOf(change.was(), at + 1) >= 0) {
        throw new IllegalStateException(
            name() + " 无法植入 cannot be planted in " + type + ": " + change.was());
      }
      planted = planted.replace(change.was(), change.becomes());
    }
    return planted;
  }
}
