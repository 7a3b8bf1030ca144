package hotline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The committed documents are what the records say. After a change run the tests once with {@code
 * -Dlifecycle.write=true}, and read the difference: it is the change of the contract.
 */
class EventDocumentsTest {

  private static final Path FOLDER = Path.of("src/main/resources/events");
  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final boolean WRITE = Boolean.getBoolean("lifecycle.write");

  @BeforeAll
  static void write() throws IOException {
    if (!WRITE) {
      return;
    }
    for (Map.Entry<String, String> file : EventDocuments.all().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    for (EventType type : EventType.values()) {
      Path kept = RELEASED.resolve(type.since()).resolve(type.wireName() + ".json");
      if (!Files.exists(kept)) {
        Files.createDirectories(kept.getParent());
        Files.copy(FOLDER.resolve(EventDocuments.schemaFile(type.wireName())), kept);
      }
    }
  }

  @Test
  void the_committed_documents_are_not_stale() throws IOException {
    for (Map.Entry<String, String> file : EventDocuments.all().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      assertThat(path).as("run with -Dlifecycle.write=true").exists();
      assertThat(Files.readString(path)).as(file.getKey()).isEqualTo(file.getValue());
    }
    try (Stream<Path> committed = Files.walk(FOLDER)) {
      assertThat(
              committed
                  .filter(Files::isRegularFile)
                  .map(p -> FOLDER.relativize(p).toString().replace('\\', '/')))
          .as("files that no record stands behind")
          .allMatch(EventDocuments.all()::containsKey);
    }
  }

  @Test
  void every_arrow_of_the_picture_in_the_readme_is_a_move() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    Matcher picture =
        Pattern.compile("```mermaid\\s+stateDiagram-v2(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(picture.find()).as("a picture of the statuses in README.md").isTrue();
    Matcher arrow =
        Pattern.compile("(?m)^\\s*(\\S+)\\s*-->\\s*([^\\s:]+)").matcher(picture.group(1));
    List<String> drawn = new ArrayList<>();
    while (arrow.find()) {
      if (!arrow.group(1).equals("[*]") && !arrow.group(2).equals("[*]")) {
        drawn.add(arrow.group(1) + " --> " + arrow.group(2));
      }
    }
    assertThat(drawn).isNotEmpty();
    assertThat(MoveDocuments.arrows()).containsAll(drawn);
  }

  /** Whatever one field of an event says, moves.json answers as the code does. */
  @ParameterizedTest
  @EnumSource(EventType.class)
  void who_reads_moves_json_moves_a_case_as_the_services_do(EventType type) {
    JsonNode moves = MoveDocuments.json().path("case");
    for (Map<String, Object> told : whatItMaySay(type)) {
      LifecycleEvent event =
          Samples.of(type, new SampleStory.Other("varied", "varied", "varied", told));
      JsonNode data = EventCodec.json().valueToTree(event);
      for (CaseStatus status : CaseStatus.values()) {
        JsonNode of = moves.path("moves");
        for (JsonNode first : moves.path("firstThatFits")) {
          if (contains(first.path("events"), type) && fits(first.path("when"), data)) {
            of = first.path("moves");
            break;
          }
        }
        assertThat(outcome(of.path(status.name()), status, type))
            .as("%s in %s", event, status)
            .isEqualTo(CaseMoves.move(status, event));
      }
    }
  }

  private static List<Map<String, Object>> whatItMaySay(EventType type) {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(Map.of());
    for (RecordComponent component : type.record().getRecordComponents()) {
      if (component.getType().isEnum()) {
        for (Object code : component.getType().getEnumConstants()) {
          all.add(Map.of(component.getName(), code));
        }
      } else if (component.getType() == int.class) {
        for (int number : new int[] {0, 1, 2, 3}) {
          all.add(Map.of(component.getName(), number));
        }
      } else if (component.getType() == boolean.class) {
        all.add(Map.of(component.getName(), true));
        all.add(Map.of(component.getName(), false));
      }
    }
    return all;
  }

  private static Move<CaseStatus> outcome(JsonNode of, CaseStatus status, EventType type) {
    JsonNode to = of.path("move").path(type.wireName());
    if (!to.isMissingNode()) {
      return Move.to(CaseStatus.valueOf(to.asText()));
    }
    if (contains(of.path("stay"), type)) {
      return Move.stay(status);
    }
    return contains(of.path("superseded"), type)
        ? Move.superseded(status)
        : Move.impossible(status);
  }

  private static boolean contains(JsonNode events, EventType type) {
    for (JsonNode event : events) {
      if (event.asText().equals(type.wireName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(JsonNode when, JsonNode data) {
    return when.properties().stream()
        .allMatch(field -> field.getValue().asText().equals(data.path(field.getKey()).asText()));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void every_sample_is_read_back_and_fits_its_schema(EventType type) throws IOException {
    byte[] sample = Files.readAllBytes(FOLDER.resolve(EventDocuments.sampleFile(type.wireName())));
    Map<String, String> headers = EventCodec.headers(Samples.envelope(type), type);
    Optional<Fact> fact = EventCodec.read(Samples.ID.toString(), headers, sample);
    assertThat(fact).isPresent();
    assertThat(fact.get().event()).isEqualTo(Samples.of(type));
    assertThat(fact.get().envelope()).isEqualTo(Samples.envelope(type));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(FOLDER.resolve(EventDocuments.schemaFile(type.wireName()))));
    assertThat(schema.validate(new String(sample, StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
    for (SampleStory.Other other : SampleStory.others(type)) {
      String more = Files.readString(FOLDER.resolve(EventDocuments.sampleFile(type, other)));
      assertThat(schema.validate(more, InputFormat.JSON)).as(other.word()).isEmpty();
    }
    // What is shown as an example is also what an older reader knows.
    Path kept = RELEASED.resolve(type.since()).resolve(type.wireName() + ".json");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(kept))
                .validate(new String(sample, StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
  }

  /** A field may be added if a reader can do without it; nothing else may change in a version. */
  @Test
  void an_old_reader_can_read_what_is_written_today() throws IOException {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RELEASED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path today = FOLDER.resolve("schemas").resolve(file.getFileName().toString());
        if (!Files.exists(today)) {
          broken.add(file.getFileName() + " is gone");
          continue;
        }
        broken.addAll(
            SchemaChange.breaking(
                file.getFileName().toString(),
                EventCodec.json().readTree(Files.readString(file)),
                EventCodec.json().readTree(Files.readString(today))));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_event_of_this_release_is_kept_as_released() throws IOException {
    for (EventType type : EventType.values()) {
      Path kept = RELEASED.resolve(type.since()).resolve(type.wireName() + ".json");
      assertThat(kept).exists();
    }
  }

  @Test
  void a_change_that_breaks_an_old_reader_is_seen() throws IOException {
    JsonNode old = EventCodec.json().readTree(sample("integer", "\"round\",\"unitId\""));
    assertThat(
            SchemaChange.breaking(
                "e", old, EventCodec.json().readTree(sample("string", "\"round\",\"unitId\""))))
        .hasSize(1);
    assertThat(
            SchemaChange.breaking(
                "e", old, EventCodec.json().readTree(sample("integer", "\"round\""))))
        .hasSize(1);
    assertThat(
            SchemaChange.breaking(
                "e",
                old,
                EventCodec.json()
                    .readTree(
                        "{\"properties\":{\"round\":{\"type\":\"integer\"}},\"required\":[\"round\"]}")))
        .isNotEmpty();
    assertThat(
            SchemaChange.breaking(
                "e",
                old,
                EventCodec.json().readTree(sample("integer", "\"round\",\"unitId\",\"extra\""))))
        .hasSize(1);
    assertThat(SchemaChange.breaking("e", old, old)).isEmpty();
  }

  @Test
  void a_reader_ignores_what_it_does_not_know() {
    Map<String, String> headers =
        EventCodec.headers(Samples.envelope(EventType.CASE_URGED), EventType.CASE_URGED);
    byte[] newer =
        "{\"urgeCount\":2,\"channel\":\"HOLOGRAM\",\"mood\":\"calm\"}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(EventCodec.read(Samples.ID.toString(), headers, newer).orElseThrow().event())
        .isEqualTo(new CaseUrged(2, null));
    headers.put("ce_type", "hotline.case.sung-about.v1");
    assertThat(EventCodec.read(Samples.ID.toString(), headers, newer)).isEmpty();
  }

  @Test
  void a_record_that_is_no_event_says_why() {
    Map<String, String> headers =
        EventCodec.headers(Samples.envelope(EventType.CASE_URGED), EventType.CASE_URGED);
    for (String bad : List.of("", "[]", "\"x\"", "{", "null", "{\"urgeCount\":\"many\"}")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () ->
                  EventCodec.read(
                      Samples.ID.toString(), headers, bad.getBytes(StandardCharsets.UTF_8)))
          .as(bad)
          .isInstanceOf(UnreadableEvent.class);
    }
    headers.remove("ce_sequence");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                EventCodec.read(
                    Samples.ID.toString(), headers, "{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("ce_sequence");
  }

  @Test
  void what_was_said_before_a_reason_was_given_is_still_read() {
    EventType type = EventType.EVALUATION_UNREACHABLE;
    byte[] old =
        "{\"callbackId\":\"%s\",\"round\":1,\"unitId\":\"cg\",\"attempts\":3}"
            .formatted(Samples.ID)
            .getBytes(StandardCharsets.UTF_8);
    Optional<Fact> fact =
        EventCodec.read(
            Samples.ID.toString(), EventCodec.headers(Samples.envelope(type), type), old);
    assertThat(fact.orElseThrow().event())
        .isEqualTo(new EvaluationUnreachable(Samples.ID, 1, "cg", 3, null));
  }

  @Test
  void a_registration_of_before_calls_were_split_is_still_read_as_a_call_of_its_own() {
    EventType type = EventType.CASE_REGISTERED;
    byte[] old =
        """
        {"kind":"HELP","urgency":"NORMAL","channel":"PHONE","categoryCode":"010201",
         "placeCode":"370281001","placePath":"/3702/370281/370281001",
         "receivedAt":"2026-03-02T01:15:30Z","anonymous":false,"confidential":false,
         "wantsCallback":true}
        """
            .getBytes(StandardCharsets.UTF_8);
    Optional<Fact> fact =
        EventCodec.read(
            Samples.ID.toString(), EventCodec.headers(Samples.envelope(type), type), old);
    assertThat(fact.orElseThrow().event())
        .isInstanceOfSatisfying(
            CaseRegistered.class,
            registered -> {
              assertThat(registered.splitFrom()).isNull();
              assertThat(registered.screeningSince()).isNull();
              // Nor was anything entered after its true time.
              assertThat(registered.enteredAs()).isNull();
              assertThat(registered.originalDue()).isNull();
              assertThat(registered.kind()).isEqualTo(CaseKind.HELP);
            });
  }

  @Test
  void no_event_carries_a_field_for_personal_data() {
    List<String> banned =
        List.of("name", "phone", "address", "content", "title", "text", "note", "mail");
    for (EventType type : EventType.values()) {
      for (var component : type.record().getRecordComponents()) {
        assertThat(banned)
            .as("%s.%s", type, component.getName())
            .noneMatch(
                word -> component.getName().toLowerCase(java.util.Locale.ROOT).contains(word));
      }
    }
  }

  private static String sample(String type, String required) {
    return "{\"properties\":{\"round\":{\"type\":\""
        + type
        + "\"},\"unitId\":{\"type\":\"string\"},\"extra\":{\"type\":\"string\"}},\"required\":["
        + required
        + "]}";
  }
}
