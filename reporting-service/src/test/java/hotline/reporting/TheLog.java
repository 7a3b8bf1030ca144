package hotline.reporting;

import hotline.calendar.WorkCalendar;
import hotline.lifecycle.CalendarInForce;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.SentUntil;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the log what the other services would. */
final class TheLog implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  TheLog(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    // What is written here is in the log at once: nothing waits in the outbox of any service.
    for (Source source : List.of(Source.INTAKE, Source.DISPATCH, Source.EVALUATION)) {
      Instant until = Instant.parse("2999-01-01T00:00:00Z");
      send(
          Topics.SENT_UNTIL,
          source.uri(),
          EventCodec.stateHeaders(Uuid7.at(until), SentUntil.TYPE, source, source.uri(), until),
          EventCodec.write(new SentUntil(until)));
    }
    producer.flush();
  }

  void write(List<Fact> facts) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Fact fact : facts) {
      sent.add(
          send(
              Topics.CASE_LIFECYCLE,
              fact.envelope().caseId().toString(),
              EventCodec.headers(fact.envelope(), fact.event().type()),
              EventCodec.write(fact.event())));
    }
    for (Future<RecordMetadata> acknowledged : sent) {
      acknowledged.get();
    }
  }

  void write(DirectoryEntry entry) throws Exception {
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    send(
            Topics.DIRECTORY,
            entry.key(),
            EventCodec.stateHeaders(Uuid7.at(now), entry.type(), Source.DISPATCH, entry.key(), now),
            EventCodec.write(entry))
        .get();
  }

  /** Dispatch has adopted another calendar. */
  void write(int version, WorkCalendar calendar) throws Exception {
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    send(
            Topics.CALENDAR,
            CalendarInForce.KEY,
            EventCodec.stateHeaders(
                Uuid7.at(now), CalendarInForce.TYPE, Source.DISPATCH, CalendarInForce.KEY, now),
            EventCodec.write(CalendarInForce.of(version, now, calendar)))
        .get();
  }

  void writeRaw(String key, byte[] value) throws Exception {
    send(Topics.CASE_LIFECYCLE, key, Map.of(), value).get();
  }

  private Future<RecordMetadata> send(
      String topic, String key, Map<String, String> headers, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
