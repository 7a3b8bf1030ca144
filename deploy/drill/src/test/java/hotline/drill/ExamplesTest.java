package hotline.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.localservers.KafkaServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs run with the libraries of this program. */
class ExamplesTest {

  private static final UUID CASE = UUID.fromString("019cac1d-7a3c-7c11-8f6e-3a1d5b2c9e40");

  @Test
  void who_reads_the_log_sees_each_fact_once_and_hears_of_what_is_missing(@TempDir Path home)
      throws Exception {
    try (KafkaServer kafka = KafkaServer.onFreePorts(home.resolve("kafka"))) {
      kafka.start();
      Map<String, Object> broker = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (Admin admin = Admin.create(broker)) {
        admin.createTopics(List.of(new NewTopic(Topics.CASE_LIFECYCLE, 3, (short) 1))).all().get();
      }
      try (KafkaProducer<String, byte[]> log =
          new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
        for (int number : new int[] {1, 2, 2, 4}) {
          log.send(urged(number)).get();
        }
      }
      Path out = home.resolve("out");
      Path err = home.resolve("err");
      Process reader =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "../../docs/examples/ReadTheLog.java",
                  kafka.bootstrapServers())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      assertThat(reader.waitFor()).as(Files.readString(err)).isZero();
      assertThat(Files.readAllLines(out, UTF_8))
          .hasSize(3)
          .first()
          .isEqualTo(
              "2026-03-02T01:15:30Z\t2603020000174\thotline.case.urged.v1\t"
                  + "{\"urgeCount\":1,\"channel\":\"PHONE\"}");
      assertThat(Files.readString(err)).contains("Missing: " + CASE + " /intake-service, 3 to 3");
    }
  }

  private static ProducerRecord<String, byte[]> urged(int number) {
    Instant at = Instant.parse("2026-03-02T01:15:30Z");
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            Source.INTAKE,
            CASE,
            "2603020000174",
            at,
            at,
            number,
            null,
            "citizen",
            null,
            null);
    ProducerRecord<String, byte[]> fact =
        new ProducerRecord<>(
            Topics.CASE_LIFECYCLE,
            CASE.toString(),
            EventCodec.write(new CaseUrged(number, Channel.PHONE)));
    EventCodec.headers(envelope, EventType.CASE_URGED)
        .forEach((name, value) -> fact.headers().add(name, value.getBytes(UTF_8)));
    return fact;
  }
}
