package hotline.dispatch.loop;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import hotline.lifecycle.WithdrawalReason;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says on the log what intake and evaluation would say. */
@Singleton
public class OtherServices {

  /** Street cleaning: goes to the street's desk by itself. */
  public static final String STREET = "010201";

  /** Roads: goes to the city management bureau by itself. */
  public static final String ROADS = "010101";

  /** Other: waits for a dispatcher. */
  public static final String OTHER = "990101";

  private static final String PLACE = "370281001005";
  private static final String PLACE_PATH = "/3702/370281/370281001/370281001005";

  private final KafkaProducer<String, byte[]> producer;
  private final Clock clock;
  private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  OtherServices(@ConfigProperty(name = "kafka.bootstrap.servers") String broker, Clock clock) {
    this.clock = clock;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @PreDestroy
  void close() {
    producer.close();
  }

  /** A case with its number. */
  public record Known(UUID caseId, String caseNo) {}

  public Known newCase() {
    return new Known(Uuid7.at(clock.instant()), "261109%06d0".formatted(numbers.incrementAndGet()));
  }

  /** A request for help in this category, with its file, accepted. */
  public Known accepted(String category) {
    return accepted(category, CaseKind.HELP, Urgency.NORMAL, null);
  }

  public Known accepted(String category, CaseKind kind, Urgency urgency, String respondent) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), respondent, false);
    registered(known, category, kind, urgency);
    accept(known, category, kind, urgency);
    return known;
  }

  /** A call of an incident from another street, which its seat proposed to join the parent. */
  public Known acceptedCall(Known parent, String category, String respondent) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), respondent, false);
    registered(known, category, CaseKind.HELP, Urgency.NORMAL);
    say(
        known,
        new CaseAccepted(
                CaseKind.HELP,
                Urgency.NORMAL,
                category,
                "370281002",
                "/3702/370281/370281002",
                clock.instant(),
                false)
            .maybeSameAs(parent.caseId()));
    return known;
  }

  /** A request for help in this category that the centre answered at once. */
  public Known answeredDirectly(String category) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), null, false);
    registered(known, category, CaseKind.HELP, Urgency.NORMAL);
    file(known, 2, "诉求 " + known.caseNo(), null, false, "路面由养护公司每周巡查。");
    say(known, new CaseAnsweredDirect("center", "/center", "KB-0123", "7"));
    return known;
  }

  /** Its citizen rated the answer: it was no help. */
  public void answeredInVain(Known known) {
    say(known, new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT));
  }

  /** A request whose reporter said neither name nor number. */
  public Known acceptedAnonymous(String category) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), null, false);
    registered(known, category, CaseKind.REPORT, Urgency.NORMAL, true, false);
    accept(known, category, CaseKind.REPORT, Urgency.NORMAL);
    return known;
  }

  /** A letter that is signed with a name. */
  public Known acceptedWithoutNumber(String category) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), null, false);
    registered(known, category, CaseKind.HELP, Urgency.NORMAL, false, false);
    accept(known, category, CaseKind.HELP, Urgency.NORMAL);
    return known;
  }

  public void registered(Known known, String category, CaseKind kind, Urgency urgency) {
    registered(known, category, kind, urgency, false, true);
  }

  private void registered(
      Known known,
      String category,
      CaseKind kind,
      Urgency urgency,
      boolean anonymous,
      boolean reachable) {
    say(
        known,
        new CaseRegistered(
            kind,
            urgency,
            Channel.PHONE,
            category,
            PLACE,
            PLACE_PATH,
            clock.instant(),
            anonymous,
            false,
            reachable,
            null,
            null,
            null,
            reachable));
  }

  /**
   * A case that was open in the system before this one, under its number there.
   *
   * @param unit who had it; null where it waits for dispatch
   */
  public Known handedOver(
      String category, String oldNo, Instant receivedAt, Instant due, String unit) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), null, false);
    say(
        known,
        new CaseRegistered(
                CaseKind.HELP,
                Urgency.NORMAL,
                Channel.PHONE,
                category,
                PLACE,
                PLACE_PATH,
                receivedAt,
                false,
                false,
                true,
                null,
                "old",
                oldNo,
                true)
            .fromOldSystem(due, unit, 1));
    LifecycleEvent accepted =
        new CaseAccepted(
            CaseKind.HELP, Urgency.NORMAL, category, PLACE, PLACE_PATH, receivedAt, false);
    say(known, next(known, accepted.type().source()), accepted, receivedAt);
    return known;
  }

  /** Another demand of that call, split off it and accepted. */
  public Known acceptedOfCall(Known call, String category) {
    Known known = newCase();
    file(known, 1, "诉求 " + known.caseNo(), null, false);
    say(
        known,
        new CaseRegistered(
                CaseKind.HELP,
                Urgency.NORMAL,
                Channel.PHONE,
                category,
                PLACE,
                PLACE_PATH,
                clock.instant(),
                false,
                false,
                true,
                null,
                null,
                null,
                true)
            .splitFrom(call.caseId(), clock.instant()));
    accept(known, category, CaseKind.HELP, Urgency.NORMAL);
    return known;
  }

  public void accept(Known known, String category, CaseKind kind, Urgency urgency) {
    say(
        known,
        new CaseAccepted(kind, urgency, category, PLACE, PLACE_PATH, clock.instant(), false));
  }

  /** Intake puts right what a request for help was said to be. */
  public void corrected(Known known, CaseKind kind, Urgency urgency, String category) {
    say(
        known,
        new CaseCorrected(
            1,
            List.of(CorrectedField.KIND, CorrectedField.URGENCY, CorrectedField.CATEGORY),
            CaseKind.HELP,
            kind,
            Urgency.NORMAL,
            urgency,
            Channel.PHONE,
            Channel.PHONE,
            OTHER,
            category,
            PLACE,
            PLACE,
            PLACE_PATH,
            PLACE_PATH,
            clock.instant(),
            clock.instant()));
  }

  /** The centre handed it to a body outside. */
  public void transferredOut(Known known) {
    Instant now = clock.instant();
    say(
        known,
        new CaseTransferredOut(
            TransferTarget.PETITION, now, now.plus(Duration.ofDays(3)), null, null));
  }

  /** That body did not take it: intake screens it again. */
  public void transferDeclined(Known known) {
    say(
        known,
        new CaseTransferDeclined(
            TransferTarget.PETITION, clock.instant().plus(Duration.ofHours(2))));
  }

  public void withdrawn(Known known) {
    say(known, new CaseWithdrawn(WithdrawalReason.SOLVED_MEANWHILE));
  }

  public void refused(Known known) {
    say(known, new CaseRefused(RefusalReason.LEGAL_PROCEDURE));
  }

  public void closed(Known known) {
    say(
        known,
        new CaseClosed(
            ClosedBy.EVALUATED,
            1,
            "cg",
            "/center/cg",
            Answer.YES,
            Solved.YES,
            Answer.YES,
            Answer.YES,
            Solved.YES,
            Answer.YES,
            null,
            null));
  }

  public void say(Known known, LifecycleEvent event) {
    say(known, next(known, event.type().source()), event);
  }

  private long next(Known known, Source source) {
    return sequences
        .computeIfAbsent(known.caseId() + source.uri(), key -> new AtomicLong())
        .incrementAndGet();
  }

  public void say(Known known, long sequence, LifecycleEvent event) {
    say(known, sequence, event, clock.instant());
  }

  private void say(Known known, long sequence, LifecycleEvent event, Instant happened) {
    Instant now = clock.instant();
    Envelope envelope =
        new Envelope(
            Uuid7.at(now),
            event.type().source(),
            known.caseId(),
            known.caseNo(),
            happened,
            now,
            sequence,
            null,
            "somebody",
            null,
            null);
    send(
        Topics.CASE_LIFECYCLE,
        known.caseId().toString(),
        EventCodec.headers(envelope, event.type()),
        EventCodec.write(event));
  }

  public void file(
      Known known, long version, String title, String respondent, boolean confidential) {
    file(known, version, title, respondent, confidential, null);
  }

  private void file(
      Known known,
      long version,
      String title,
      String respondent,
      boolean confidential,
      String directAnswer) {
    send(
        Topics.CASE_FILE,
        known.caseId().toString(),
        EventCodec.stateHeaders(
            UUID.randomUUID(), CaseFile.TYPE, Source.INTAKE, known.caseNo(), clock.instant()),
        EventCodec.write(
            new CaseFile(
                known.caseId(),
                known.caseNo(),
                version,
                title,
                title + "，已持续一周。",
                "请尽快处理",
                "大同社区 3 号楼前",
                confidential,
                respondent,
                List.of(),
                clock.instant(),
                directAnswer)));
  }

  public void fileErased(Known known) {
    send(
        Topics.CASE_FILE,
        known.caseId().toString(),
        EventCodec.stateHeaders(
            UUID.randomUUID(), CaseFile.TYPE, Source.INTAKE, known.caseNo(), clock.instant()),
        null);
  }

  /** Whatever a hand may write to the log. */
  public void send(String topic, String key, Map<String, String> headers, byte[] value) {
    ProducerRecord<String, byte[]> entry = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(entry).get();
    } catch (Exception e) {
      throw new IllegalStateException("The log does not take the record", e);
    }
  }
}
