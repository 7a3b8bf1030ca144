package hotline.evaluation.loop;

import hotline.calendar.WorkCalendar;
import hotline.lifecycle.Answer;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CalendarInForce;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.Incoming;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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

/** Says on the log what intake and dispatch would say. */
@Singleton
public class OtherServices {

  public static final String HANDLER = "the-handler";
  public static final String REVIEWER = "the-reviewer";
  private static final Instant FAR = Instant.parse("2026-12-31T00:00:00Z");

  /** Where it is said. */
  interface Sink {
    void write(String topic, String key, Map<String, String> headers, byte[] value);
  }

  private final Sink sink;
  private final Runnable atTheEnd;
  private final Clock clock;
  private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Inject
  OtherServices(@ConfigProperty(name = "kafka.bootstrap.servers") String broker, Clock clock) {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new ByteArraySerializer());
    this.clock = clock;
    sink = (topic, key, headers, value) -> write(producer, topic, key, headers, value);
    atTheEnd = producer::close;
  }

  private OtherServices(Sink sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
    atTheEnd = () -> {};
  }

  /** Says it into a list instead of the log: a poll made by hand. */
  static OtherServices into(List<Incoming> poll, Clock clock) {
    return new OtherServices(
        (topic, key, headers, value) ->
            poll.add(new Incoming(topic, 0, poll.size(), key, headers, value)),
        clock);
  }

  @PreDestroy
  void close() {
    atTheEnd.run();
  }

  Instant now() {
    return clock.instant();
  }

  /** A case with its number. */
  public record Known(UUID caseId, String caseNo, UUID assignmentId) {}

  public Known newCase() {
    int number = NUMBERS.incrementAndGet();
    return new Known(
        Uuid7.at(clock.instant()), "261123%06d0".formatted(number), Uuid7.at(clock.instant()));
  }

  /** Everything up to the reply that passed review. */
  public Known completed() {
    return completed(CaseKind.HELP, Urgency.NORMAL);
  }

  public Known completed(CaseKind kind, Urgency urgency) {
    Known known = newCase();
    registered(known, kind, urgency);
    handled(known, 1);
    return known;
  }

  /** The same of a reporter who wants no callback or left no number. */
  public Known completedWithoutCallback() {
    Known known = newCase();
    registered(known, CaseKind.HELP, Urgency.NORMAL, false);
    handled(known, 1);
    return known;
  }

  public void registered(Known known, CaseKind kind, Urgency urgency) {
    registered(known, kind, urgency, true);
  }

  /** Answered at once by the centre, the text first. */
  public Known answeredDirectly(CaseKind kind, String operator) {
    Known known = newCase();
    registrationOnly(known, kind, Urgency.NORMAL, true);
    file(known, 2, "积水如何反映", "请拨打社区电话，当日处理。");
    say(
        known,
        Source.INTAKE,
        new CaseAnsweredDirect("center", "/center", "KB-0123", "7"),
        operator);
    return known;
  }

  private void registered(Known known, CaseKind kind, Urgency urgency, boolean wantsCallback) {
    registrationOnly(known, kind, urgency, wantsCallback);
    say(
        known,
        Source.INTAKE,
        new CaseAccepted(
            kind,
            urgency,
            "010203",
            "370281001",
            "/3702/370281/370281001",
            clock.instant(),
            false));
  }

  private void registrationOnly(
      Known known, CaseKind kind, Urgency urgency, boolean wantsCallback) {
    say(
        known,
        Source.INTAKE,
        new CaseRegistered(
            kind,
            urgency,
            Channel.PHONE,
            "010203",
            "370281001",
            "/3702/370281/370281001",
            clock.instant(),
            !wantsCallback,
            false,
            wantsCallback,
            null,
            null,
            null,
            wantsCallback));
  }

  /** One whole round of the lead unit. */
  public void handled(Known known, int round) {
    handled(known, round, "cg");
  }

  public void handled(Known known, int round, String unit) {
    inHand(known, round, unit);
    replied(known, round, unit, "somebody");
    say(known, Source.DISPATCH, completion(known, round, unit));
  }

  /** The lead unit has signed and tried to reach the citizen. */
  public void inHand(Known known, int round) {
    inHand(known, round, "cg");
  }

  private void inHand(Known known, int round, String unit) {
    say(
        known,
        Source.DISPATCH,
        new CaseDispatched(round, unit, List.of(), true, "rule-1", "catalogue/1"));
    say(
        known,
        Source.DISPATCH,
        new AssignmentCreated(
            known.assignmentId(),
            round,
            AssignmentRole.LEAD,
            unit,
            "/center/" + unit,
            FAR,
            FAR,
            FAR,
            "sd-default/1"));
    say(
        known,
        Source.DISPATCH,
        new AssignmentSigned(known.assignmentId(), round, AssignmentRole.LEAD, unit, FAR, false));
    say(
        known,
        Source.DISPATCH,
        new AssignmentContactAttempted(
            known.assignmentId(),
            round,
            AssignmentRole.LEAD,
            unit,
            1,
            ContactResult.REACHED,
            FAR,
            false));
  }

  public void replied(Known known, int round, String writer) {
    replied(known, round, "cg", writer);
  }

  private void replied(Known known, int round, String unit, String writer) {
    say(
        known,
        Source.DISPATCH,
        new AssignmentReplySubmitted(
            known.assignmentId(), round, AssignmentRole.LEAD, unit, 1, true, FAR, false, 60),
        writer);
  }

  public void rejected(Known known, int round, String reviewer) {
    say(
        known,
        Source.DISPATCH,
        new AssignmentReplyRejected(
            known.assignmentId(),
            round,
            AssignmentRole.LEAD,
            "cg",
            1,
            ReplyRejection.OFF_TOPIC,
            FAR),
        reviewer);
  }

  public AssignmentCompleted completion(Known known, int round) {
    return completion(known, round, "cg");
  }

  private AssignmentCompleted completion(Known known, int round, String unit) {
    return new AssignmentCompleted(
        known.assignmentId(),
        round,
        AssignmentRole.LEAD,
        unit,
        "/center/" + unit,
        1,
        true,
        HANDLER,
        REVIEWER,
        clock.instant(),
        FAR,
        false);
  }

  /** Intake puts right of what kind a request is. */
  public void corrected(Known known, CaseKind kind, Urgency urgency) {
    say(
        known,
        Source.INTAKE,
        new CaseCorrected(
            1,
            List.of(CorrectedField.KIND, CorrectedField.URGENCY),
            CaseKind.HELP,
            kind,
            Urgency.NORMAL,
            urgency,
            Channel.PHONE,
            Channel.PHONE,
            "010203",
            "010203",
            "370281001",
            "370281001",
            "/3702/370281/370281001",
            "/3702/370281/370281001",
            clock.instant(),
            clock.instant()));
  }

  /** Intake puts right what a request is about. */
  public void inCategory(Known known, String category) {
    say(
        known,
        Source.INTAKE,
        new CaseCorrected(
            1,
            List.of(CorrectedField.CATEGORY),
            CaseKind.HELP,
            CaseKind.HELP,
            Urgency.NORMAL,
            Urgency.NORMAL,
            Channel.PHONE,
            Channel.PHONE,
            "010203",
            category,
            "370281001",
            "370281001",
            "/3702/370281/370281001",
            "/3702/370281/370281001",
            clock.instant(),
            clock.instant()));
  }

  public void withdrawn(Known known) {
    say(known, Source.INTAKE, new CaseWithdrawn(WithdrawalReason.SOLVED_MEANWHILE));
  }

  /** The citizen rates without being called. */
  public void ratedOnline(Known known, int round, Solved solved, DissatisfactionReason reason) {
    say(
        known,
        Source.INTAKE,
        new CaseRated(
            round,
            Answer.YES,
            solved,
            solved == Solved.NO ? Answer.NO : Answer.YES,
            Answer.YES,
            reason,
            RatedVia.SELF_SERVICE),
        "citizen");
  }

  /** The citizen answers a text message with a digit. */
  public void ratedByText(Known known, int round) {
    say(
        known,
        Source.INTAKE,
        new CaseRated(
            round,
            Answer.UNKNOWN,
            Solved.YES,
            Answer.YES,
            Answer.UNKNOWN,
            null,
            RatedVia.SELF_SERVICE,
            Channel.SMS),
        "citizen");
  }

  /** What the citizen wrote with it, as intake keeps it. */
  public void fileWithWords(Known known, long version, int round, String words) {
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
                "路灯不亮",
                "路灯不亮，已持续一周。",
                "请尽快处理",
                null,
                false,
                null,
                List.of(new CaseFile.Supplement(1, clock.instant(), "补充")),
                clock.instant(),
                null,
                List.of(new CaseFile.RatingWords(round, words)))));
  }

  public void say(Known known, Source source, LifecycleEvent event) {
    say(known, source, event, "somebody");
  }

  private void say(Known known, Source source, LifecycleEvent event, String actor) {
    long sequence =
        sequences
            .computeIfAbsent(known.caseId() + source.uri(), key -> new AtomicLong())
            .incrementAndGet();
    say(known, source, sequence, event, actor);
  }

  public void say(Known known, Source source, long sequence, LifecycleEvent event) {
    say(known, source, sequence, event, "somebody");
  }

  private void say(Known known, Source source, long sequence, LifecycleEvent event, String actor) {
    Instant now = clock.instant();
    Envelope envelope =
        new Envelope(
            Uuid7.at(now),
            source,
            known.caseId(),
            known.caseNo(),
            now,
            now,
            sequence,
            null,
            actor,
            null,
            null);
    send(
        Topics.CASE_LIFECYCLE,
        known.caseId().toString(),
        EventCodec.headers(envelope, event.type()),
        EventCodec.write(event));
  }

  public void file(Known known, long version, String title) {
    file(known, version, title, null);
  }

  private void file(Known known, long version, String title, String directAnswer) {
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
                null,
                false,
                null,
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

  public void unit(String code, String name) {
    DirectoryEntry.Unit unit =
        new DirectoryEntry.Unit(
            code, "center", "/center/" + code, name, "Unit " + code, 2, null, true);
    send(
        Topics.DIRECTORY,
        unit.key(),
        EventCodec.stateHeaders(
            UUID.randomUUID(), unit.type(), Source.DISPATCH, unit.key(), clock.instant()),
        EventCodec.write(unit));
  }

  /** Dispatch has adopted another calendar. */
  public void calendar(int version, WorkCalendar calendar) {
    send(
        Topics.CALENDAR,
        CalendarInForce.KEY,
        EventCodec.stateHeaders(
            UUID.randomUUID(),
            CalendarInForce.TYPE,
            Source.DISPATCH,
            CalendarInForce.KEY,
            clock.instant()),
        EventCodec.write(CalendarInForce.of(version, clock.instant(), calendar)));
  }

  /** Whatever a hand may write to the log. */
  public void send(String topic, String key, Map<String, String> headers, byte[] value) {
    sink.write(topic, key, headers, value);
  }

  private static void write(
      KafkaProducer<String, byte[]> producer,
      String topic,
      String key,
      Map<String, String> headers,
      byte[] value) {
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
