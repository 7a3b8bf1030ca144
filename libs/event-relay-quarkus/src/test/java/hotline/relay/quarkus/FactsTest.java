package hotline.relay.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final UUID CASE = UUID.fromString("0192b3a0-0000-7000-8000-000000000001");
  private static final CaseUrged URGED = new CaseUrged(1, Channel.PHONE);

  private final Map<String, String> headers =
      EventCodec.headers(
          new Envelope(
              UUID.randomUUID(),
              Source.INTAKE,
              CASE,
              "2611300000017",
              Instant.EPOCH,
              Instant.EPOCH,
              3,
              null,
              "a",
              null,
              null),
          EventType.CASE_URGED);

  @Test
  void a_fact_is_read() {
    assertThat(Facts.read(record(EventCodec.write(URGED))).event()).isEqualTo(URGED);
  }

  @Test
  void what_cannot_be_read_is_poison() {
    assertThatExceptionOfType(PoisonRecord.class)
        .isThrownBy(() -> Facts.read(record(new byte[] {'{'})))
        .returns("UNREADABLE", PoisonRecord::code);
  }

  @Test
  void a_type_of_a_newer_version_is_not_passed_over() {
    headers.put("ce_type", "hotline.case.sung-about.v1");
    assertThatExceptionOfType(PoisonRecord.class)
        .isThrownBy(() -> Facts.read(record(EventCodec.write(URGED))))
        .returns("UNKNOWN_TYPE", PoisonRecord::code)
        .withMessageContaining("hotline.case.sung-about.v1");
  }

  private Incoming record(byte[] value) {
    return new Incoming(Topics.CASE_LIFECYCLE, 0, 7, CASE.toString(), headers, value);
  }
}
