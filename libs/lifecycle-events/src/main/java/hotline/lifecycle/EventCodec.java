package hotline.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Events as Kafka records in CloudEvents binary mode: attributes in headers, data as JSON. A reader
 * ignores fields it does not know and reads a code it does not know as null.
 */
public final class EventCodec {

  public static final String CONTENT_TYPE = "application/json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private EventCodec() {}

  /** The mapper that reads and writes the data of every event. */
  public static ObjectMapper json() {
    return JSON;
  }

  /** The CloudEvents headers of a lifecycle event. */
  public static Map<String, String> headers(Envelope envelope, EventType type) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", envelope.id().toString());
    headers.put("ce_type", type.wireName());
    headers.put("ce_source", envelope.source().uri());
    headers.put("ce_subject", envelope.caseNo());
    headers.put("ce_time", envelope.time().toString());
    headers.put("ce_dataschema", schema(type.wireName()));
    headers.put("ce_partitionkey", envelope.caseId().toString());
    headers.put("ce_sequence", Long.toString(envelope.sequence()));
    headers.put("ce_recordedtime", envelope.recordedTime().toString());
    headers.put("ce_actor", envelope.actor());
    putIfPresent(headers, "ce_causationid", envelope.causationId());
    putIfPresent(headers, "ce_unit", envelope.unit());
    putIfPresent(headers, "ce_traceparent", envelope.traceparent());
    headers.put("content-type", CONTENT_TYPE);
    return headers;
  }

  /** The headers of a state record (case file, public reply, directory), which has no sequence. */
  public static Map<String, String> stateHeaders(
      UUID id, String type, Source source, String subject, Instant time) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_type", type);
    headers.put("ce_source", source.uri());
    headers.put("ce_subject", subject);
    headers.put("ce_time", time.toString());
    headers.put("ce_dataschema", schema(type));
    headers.put("content-type", CONTENT_TYPE);
    return headers;
  }

  /** The data of an event or of a state record. */
  public static byte[] write(Object data) {
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + data.getClass(), e);
    }
  }

  /**
   * Reads a lifecycle event.
   *
   * @return empty for a type that this version does not know: a newer writer's fact. Who keeps a
   *     state of cases must not pass over it for good
   * @throws UnreadableEvent when an attribute is missing or the data is not that event
   */
  public static Optional<Fact> read(String key, Map<String, String> headers, byte[] value) {
    return read(envelope(key, headers), required(headers, "ce_type"), value);
  }

  /** The same with the envelope read before, as who keeps facts in a table has it. */
  public static Optional<Fact> read(Envelope envelope, String wireName, byte[] value) {
    Optional<EventType> type = EventType.of(wireName);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get().source() != envelope.source()) {
      throw new UnreadableEvent(wireName + " is not said by " + envelope.source().uri());
    }
    return Optional.of(new Fact(envelope, data(value, type.get().record())));
  }

  /** Reads a case file; null value (a tombstone) is an erased file and must be handled before. */
  public static CaseFile readCaseFile(byte[] value) {
    return data(value, CaseFile.class);
  }

  /** Reads what units answered; null value (a tombstone) is erased and must be handled before. */
  public static PublicReply readPublicReply(byte[] value) {
    return data(value, PublicReply.class);
  }

  /** Reads an entry of the directory. */
  public static DirectoryEntry readDirectoryEntry(Map<String, String> headers, byte[] value) {
    String type = required(headers, "ce_type");
    return switch (type) {
      case DirectoryEntry.Unit.TYPE -> data(value, DirectoryEntry.Unit.class);
      case DirectoryEntry.Place.TYPE -> data(value, DirectoryEntry.Place.class);
      case DirectoryEntry.Category.TYPE -> data(value, DirectoryEntry.Category.class);
      default -> throw new UnreadableEvent("Not a directory entry: " + type);
    };
  }

  /** Reads the calendar in force. */
  public static CalendarInForce readCalendar(byte[] value) {
    return data(value, CalendarInForce.class);
  }

  /** Reads until when a service has sent all it recorded. */
  public static SentUntil readSentUntil(byte[] value) {
    SentUntil said = data(value, SentUntil.class);
    if (said.until() == null) {
      throw new UnreadableEvent("SentUntil has no until");
    }
    return said;
  }

  /**
   * Reads what was published of a ranking.
   *
   * @return empty for a type that this version does not know
   */
  public static Optional<RankingEdition> readRanking(Map<String, String> headers, byte[] value) {
    return switch (required(headers, "ce_type")) {
      case RankingPublished.TYPE -> Optional.of(data(value, RankingPublished.class));
      case RankingCorrected.TYPE -> Optional.of(data(value, RankingCorrected.class));
      default -> Optional.empty();
    };
  }

  private static Envelope envelope(String key, Map<String, String> headers) {
    try {
      String source = required(headers, "ce_source");
      UUID caseId = UUID.fromString(required(headers, "ce_partitionkey"));
      if (key != null && !key.equals(caseId.toString())) {
        throw new UnreadableEvent("ce_partitionkey differs from the key of the record");
      }
      String causation = headers.get("ce_causationid");
      return new Envelope(
          UUID.fromString(required(headers, "ce_id")),
          Source.of(source).orElseThrow(() -> new UnreadableEvent("Unknown ce_source " + source)),
          caseId,
          required(headers, "ce_subject"),
          Instant.parse(required(headers, "ce_time")),
          Instant.parse(required(headers, "ce_recordedtime")),
          Long.parseLong(required(headers, "ce_sequence")),
          causation == null ? null : UUID.fromString(causation),
          required(headers, "ce_actor"),
          headers.get("ce_unit"),
          headers.get("ce_traceparent"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableEvent("A CloudEvents attribute cannot be read: " + e.getMessage(), e);
    }
  }

  private static <T> T data(byte[] value, Class<T> type) {
    if (value == null || value.length == 0) {
      throw new UnreadableEvent("No data for " + type.getSimpleName());
    }
    try {
      JsonNode tree = JSON.readTree(value);
      if (!tree.isObject()) {
        throw new UnreadableEvent("Data of " + type.getSimpleName() + " is not a JSON object");
      }
      return JSON.treeToValue(tree, type);
    } catch (IOException e) {
      throw new UnreadableEvent("Data is not a " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static String schema(String wireName) {
    return "urn:hotline:schema:" + wireName;
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw new UnreadableEvent("Header " + name + " is missing");
    }
    return value;
  }

  private static void putIfPresent(Map<String, String> headers, String name, Object value) {
    if (value != null) {
      headers.put(name, value.toString());
    }
  }
}
