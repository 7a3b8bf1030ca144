package hotline.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything that is written from the records: schemas, samples, AsyncAPI document, dictionary,
 * moves.
 */
final class EventDocuments {

  private static final ObjectMapper JSON = EventCodec.json();
  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

  private EventDocuments() {}

  /** Path below {@code src/main/resources/events} to content. */
  static Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    for (EventType type : EventType.values()) {
      files.put(schemaFile(type.wireName()), pretty(schema(type)));
      files.put(sampleFile(type.wireName()), pretty(JSON.valueToTree(Samples.of(type))));
      for (SampleStory.Other other : SampleStory.others(type)) {
        files.put(sampleFile(type, other), pretty(JSON.valueToTree(Samples.of(type, other))));
      }
    }
    files.put(schemaFile(CaseFile.TYPE), pretty(state(CaseFile.TYPE, CaseFile.class)));
    files.put(sampleFile(CaseFile.TYPE), pretty(JSON.valueToTree(Samples.caseFile())));
    files.put(schemaFile(PublicReply.TYPE), pretty(state(PublicReply.TYPE, PublicReply.class)));
    files.put(sampleFile(PublicReply.TYPE), pretty(JSON.valueToTree(Samples.publicReply())));
    for (DirectoryEntry entry : Samples.directory()) {
      files.put(schemaFile(entry.type()), pretty(state(entry.type(), entry.getClass())));
      files.put(sampleFile(entry.type()), pretty(JSON.valueToTree(entry)));
    }
    files.put(
        schemaFile(CalendarInForce.TYPE),
        pretty(state(CalendarInForce.TYPE, CalendarInForce.class)));
    files.put(sampleFile(CalendarInForce.TYPE), pretty(JSON.valueToTree(Samples.calendar())));
    files.put(schemaFile(SentUntil.TYPE), pretty(state(SentUntil.TYPE, SentUntil.class)));
    files.put(sampleFile(SentUntil.TYPE), pretty(JSON.valueToTree(new SentUntil(Samples.TIME))));
    for (RankingEdition edition : Samples.rankings()) {
      files.put(schemaFile(edition.type()), pretty(state(edition.type(), edition.getClass())));
      files.put(sampleFile(edition.type()), pretty(JSON.valueToTree(edition)));
    }
    files.put("asyncapi.yaml", asyncApi());
    files.put("dictionary.json", pretty(dictionary()));
    files.put("headers.json", pretty(JSON.valueToTree(RecordHeaders.all())));
    files.put("DICTIONARY.md", dictionaryPage());
    files.put("moves.json", pretty(MoveDocuments.json()));
    files.put("MOVES.md", MoveDocuments.page());
    return files;
  }

  static String schemaFile(String wireName) {
    return "schemas/" + wireName + ".json";
  }

  static String sampleFile(String wireName) {
    return "samples/" + wireName + ".json";
  }

  static String sampleFile(EventType type, SampleStory.Other other) {
    return "samples/" + type.wireName() + "." + other.word() + ".json";
  }

  private static ObjectNode schema(EventType type) {
    ObjectNode schema = head(type.wireName(), type.zh() + " · " + type.en());
    schema.set("x-since", JSON.getNodeFactory().textNode(type.since()));
    fields(schema, type.record(), true);
    return schema;
  }

  private static ObjectNode state(String wireName, Class<?> record) {
    ObjectNode schema = head(wireName, record.getSimpleName());
    fields(schema, record, false);
    return schema;
  }

  private static ObjectNode head(String wireName, String title) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:hotline:schema:" + wireName);
    schema.put("title", title);
    schema.put("type", "object");
    return schema;
  }

  private static void fields(ObjectNode schema, Class<?> record, boolean described) {
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    for (RecordComponent component : record.getRecordComponents()) {
      ObjectNode property = properties.putObject(component.getName());
      if (described) {
        FieldNames.Meaning meaning = FieldNames.of(component.getName());
        property.put("description", meaning.zh() + " · " + meaning.en());
      }
      type(property, component.getGenericType());
      // State records keep null out of the JSON, so only primitives are sure to be there.
      boolean sure =
          described
              ? !component.isAnnotationPresent(MayBeAbsent.class)
              : component.getType().isPrimitive();
      if (sure) {
        required.add(component.getName());
      }
    }
    schema.set("required", required);
  }

  private static void type(ObjectNode property, Type type) {
    if (type instanceof ParameterizedType list) {
      property.put("type", "array");
      type(property.putObject("items"), list.getActualTypeArguments()[0]);
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      property.put("type", "string");
      ArrayNode codes = property.putArray("enum");
      ObjectNode names = property.putObject("x-names");
      for (Object constant : plain.getEnumConstants()) {
        Coded code = (Coded) constant;
        codes.add(code.name());
        names.put(code.name(), code.zh() + " · " + code.en());
      }
    } else if (type == Instant.class) {
      property.put("type", "string").put("format", "date-time");
    } else if (type == LocalDate.class) {
      property.put("type", "string").put("format", "date");
    } else if (type == UUID.class) {
      property.put("type", "string").put("format", "uuid");
    } else if (type == boolean.class || type == Boolean.class) {
      property.put("type", "boolean");
    } else if (type == int.class || type == Integer.class || type == long.class) {
      property.put("type", "integer");
    } else if (type == BigDecimal.class) {
      property.put("type", "number");
    } else if (type == String.class) {
      property.put("type", "string");
    } else {
      property.put("type", "object");
      fields(property, (Class<?>) type, false);
    }
  }

  private static ArrayNode dictionary() {
    ArrayNode entries = JSON.createArrayNode();
    for (EventType type : EventType.values()) {
      ObjectNode entry = entries.addObject();
      entry.put("type", type.wireName());
      entry.put("source", type.source().uri());
      entry.put("since", type.since());
      entry.put("zh", type.zh());
      entry.put("en", type.en());
      entry.put("whenZh", type.whenZh());
      entry.put("whenEn", type.whenEn());
      ArrayNode fields = entry.putArray("fields");
      for (RecordComponent component : type.record().getRecordComponents()) {
        FieldNames.Meaning meaning = FieldNames.of(component.getName());
        ObjectNode field = fields.addObject();
        field.put("name", component.getName());
        field.put("required", !component.isAnnotationPresent(MayBeAbsent.class));
        field.put("zh", meaning.zh());
        field.put("en", meaning.en());
        field.put("type", kind(component.getGenericType()));
        Class<?> codes = codes(component.getGenericType());
        if (codes != null) {
          ArrayNode values = field.putArray("values");
          for (Object constant : codes.getEnumConstants()) {
            Coded code = (Coded) constant;
            values.addObject().put("code", code.name()).put("zh", code.zh()).put("en", code.en());
          }
        }
      }
      entry.set("sample", JSON.valueToTree(Samples.of(type)));
      if (!SampleStory.others(type).isEmpty()) {
        ArrayNode others = entry.putArray("otherSamples");
        for (SampleStory.Other other : SampleStory.others(type)) {
          ObjectNode told = others.addObject().put("zh", other.zh()).put("en", other.en());
          told.set("sample", JSON.valueToTree(Samples.of(type, other)));
        }
      }
    }
    return entries;
  }

  /** The kind of a field in one word; of a list that of its items with {@code []}. */
  private static String kind(Type type) {
    if (type instanceof ParameterizedType list) {
      return kind(list.getActualTypeArguments()[0]) + "[]";
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getSimpleName();
    }
    ObjectNode property = JSON.createObjectNode();
    type(property, type);
    return property.path("format").asText(property.path("type").asText());
  }

  /** The codes of a field or of the items of a list; null when it has none. */
  private static Class<?> codes(Type type) {
    Type one = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    return one instanceof Class<?> plain && plain.isEnum() ? plain : null;
  }

  private static String dictionaryPage() {
    StringBuilder page = new StringBuilder();
    page.append("# 事件字典 · Event dictionary\n\n");
    page.append("[事件 Events](#events) · [记录头 Headers](#headers) · [主题 Topics](#topics) · ");
    page.append("[代码 Codes](#codes) · [考核排名 Rankings](#rankings) · [状态流转 Moves](MOVES.md)\n\n");
    page.append("Topic `").append(Topics.CASE_LIFECYCLE).append("`, key = case id. ");
    page.append(
        "`ce_sequence` is gap-free per case and source; `ce_id` makes duplicates harmless; ");
    page.append(
        "`ce_time` is when it happened, `ce_recordedtime` when it was written down (UTC). ");
    page.append("Unknown (`UNKNOWN`) is an answer of its own: never yes, never no. ");
    page.append("A field without ✓ may be left out; null is never written. ");
    page.append("No name, number, address or free text is ever in these events.\n\n");
    page.append("时间均为 UTC（ISO 8601）；未打 ✓ 的字段可缺省，不写 null；读者应忽略不认识的字段和代码。\n");
    page.append("\n<a id=\"events\"></a>\n\n");
    page.append("| 事件 type | 含义 | meaning | 何时产生 | when | source | since |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (EventType type : EventType.values()) {
      page.append("| `").append(type.wireName()).append("` | ").append(type.zh()).append(" | ");
      page.append(type.en()).append(" | ").append(type.whenZh()).append(" | ");
      page.append(type.whenEn()).append(" | `").append(type.source().uri()).append("` | ");
      page.append(type.since()).append(" |\n");
    }
    headersAndTopics(page);
    Map<String, Class<?>> codes = new TreeMap<>();
    page.append("\n# 事件的数据 · Data of the events\n\n");
    page.append(
        "The samples tell one case (a call about street lights, one round, solved) and what may ");
    page.append(
        "happen to such a case; where fields exclude each other there is a second sample.\n");
    for (EventType type : EventType.values()) {
      page.append("\n## `").append(type.wireName()).append("` ").append(type.zh()).append("\n\n");
      page.append("| 字段 field | 类型 type | 必有 always | 含义 | meaning |\n|---|---|---|---|---|\n");
      for (RecordComponent component : type.record().getRecordComponents()) {
        FieldNames.Meaning meaning = FieldNames.of(component.getName());
        boolean always = !component.isAnnotationPresent(MayBeAbsent.class);
        Class<?> ofField = codes(component.getGenericType());
        String kind = kind(component.getGenericType());
        page.append("| `").append(component.getName()).append("` | ");
        if (ofField == null) {
          page.append(kind);
        } else {
          codes.put(ofField.getSimpleName(), ofField);
          page.append('[').append(kind).append("](#").append(anchor(ofField)).append(')');
        }
        page.append(" | ").append(always ? "✓" : "").append(" | ");
        page.append(meaning.zh()).append(" | ").append(meaning.en()).append(" |\n");
      }
      page.append("\n```json\n").append(pretty(JSON.valueToTree(Samples.of(type)))).append("```\n");
      for (SampleStory.Other other : SampleStory.others(type)) {
        page.append('\n').append(other.zh()).append(" · ").append(other.en());
        page.append(":\n\n```json\n");
        page.append(pretty(JSON.valueToTree(Samples.of(type, other)))).append("```\n");
      }
    }
    page.append("\n<a id=\"codes\"></a>\n\n# 代码 · Codes\n\n");
    page.append("代码是稳定的；新版本可能增加代码，读者应把不认识的代码当作未知。 ");
    page.append(
        "A code keeps its meaning; a newer version may add codes: read one that you do not ");
    page.append("know as unknown.\n");
    codes.forEach(
        (name, of) -> {
          page.append("\n<a id=\"").append(anchor(of)).append("\"></a>\n\n## `").append(name);
          page.append("`\n\n| 代码 code | 中文 | English |\n|---|---|---|\n");
          for (Object constant : of.getEnumConstants()) {
            Coded code = (Coded) constant;
            page.append("| `").append(code.name()).append("` | ").append(code.zh()).append(" | ");
            page.append(code.en()).append(" |\n");
          }
        });
    page.append("\n<a id=\"rankings\"></a>\n");
    page.append("\n# 考核排名 · Rankings\n\nTopic `").append(Topics.SCORE);
    page.append("`, key = `ranking:` and the period, kept for ever; said by `");
    page.append(Source.REPORTING.uri()).append("`. ");
    page.append("No name, number or address of a person; the words of an erratum are published.\n");
    for (RankingEdition edition : Samples.rankings()) {
      page.append("\n## `").append(edition.type()).append("` ").append(summary(edition));
      page.append("\n\n```json\n").append(pretty(JSON.valueToTree(edition))).append("```\n");
    }
    return page.toString();
  }

  private static void headersAndTopics(StringBuilder page) {
    page.append("\n<a id=\"headers\"></a>\n\n# 记录头 · Headers of a record\n\n");
    page.append(
        "值为 UTF-8 文本。 Values are text in UTF-8. As data: [headers.json](headers.json).\n\n");
    page.append("| header | 必有 always | 其他主题 other topics | 含义 | meaning | 例 example |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (RecordHeaders.Header header : RecordHeaders.all()) {
      page.append("| `").append(header.name()).append("` | ").append(header.always() ? "✓" : "");
      page.append(" | ").append(header.onStates() ? "✓" : "").append(" | ").append(header.zh());
      page.append(" | ").append(header.en()).append(" | `").append(header.example());
      page.append("` |\n");
    }
    page.append("\n<a id=\"topics\"></a>\n\n# 主题 · Topics\n\n");
    page.append("| topic | key | 保留 kept | 空值 value null | 内容 | content |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (RecordHeaders.Topic topic : RecordHeaders.topics()) {
      page.append("| `").append(topic.name()).append("` | ").append(topic.key()).append(" | ");
      page.append(topic.kept()).append(" | ").append(topic.emptyValue()).append(" | ");
      page.append(topic.zh()).append(" | ").append(topic.en()).append(" |\n");
    }
  }

  private static String anchor(Class<?> codes) {
    return "code-" + codes.getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static String asyncApi() {
    ObjectNode root = JSON.createObjectNode();
    root.put("asyncapi", "3.0.0");
    ObjectNode info = root.putObject("info");
    info.put("title", "12345 热线闭环事件 · Events of the 12345 hotline's closed loop");
    info.put("version", "1.0.0");
    info.put(
        "description",
        "CloudEvents 1.0 over Kafka, binary mode: attributes in headers ce_*, data as JSON. "
            + "All facts about one case share one partition (key = case id) and are in causal order. "
            + "Delivery is at least once: drop what has ce_sequence <= the last seen per case and source.");
    info.putObject("license").put("name", "Apache-2.0");
    root.put("defaultContentType", EventCodec.CONTENT_TYPE);
    ObjectNode channels = root.putObject("channels");
    ObjectNode operations = root.putObject("operations");
    ObjectNode messages = root.putObject("components").putObject("messages");
    ObjectNode lifecycle =
        channel(channels, "caseLifecycle", Topics.CASE_LIFECYCLE, "key: case id; kept for ever");
    for (EventType type : EventType.values()) {
      message(messages, type.wireName(), type.zh() + " · " + type.en());
      reference(lifecycle, type.wireName());
    }
    for (Source source : new Source[] {Source.INTAKE, Source.DISPATCH, Source.EVALUATION}) {
      ObjectNode operation = operations.putObject("say" + title(source.name()));
      operation.put("action", "send");
      operation.put("summary", source.uri());
      operation.putObject("channel").put("$ref", "#/channels/caseLifecycle");
      ArrayNode sent = operation.putArray("messages");
      for (EventType type : EventType.values()) {
        if (type.source() == source) {
          sent.addObject().put("$ref", "#/channels/caseLifecycle/messages/" + type.wireName());
        }
      }
    }
    ObjectNode file =
        channel(
            channels,
            "caseFile",
            Topics.CASE_FILE,
            "key: case id; compacted, a tombstone erases; restricted: text of cases");
    message(messages, CaseFile.TYPE, "工单文本（限制访问） · Text of a case (restricted)");
    reference(file, CaseFile.TYPE);
    ObjectNode reply =
        channel(
            channels,
            "publicReply",
            Topics.PUBLIC_REPLY,
            "key: case id; compacted, a tombstone erases; restricted: what units answered citizens");
    message(messages, PublicReply.TYPE, "公开答复（限制访问） · What units answered (restricted)");
    reference(reply, PublicReply.TYPE);
    ObjectNode directory =
        channel(channels, "directory", Topics.DIRECTORY, "key: kind and code; compacted");
    for (DirectoryEntry entry : Samples.directory()) {
      message(messages, entry.type(), entry.getClass().getSimpleName());
      reference(directory, entry.type());
    }
    ObjectNode calendar =
        channel(
            channels, "calendar", Topics.CALENDAR, "key: " + CalendarInForce.KEY + "; compacted");
    message(messages, CalendarInForce.TYPE, "工作日历 · The work calendar in force");
    reference(calendar, CalendarInForce.TYPE);
    ObjectNode sent =
        channel(
            channels,
            "sentUntil",
            Topics.SENT_UNTIL,
            "key: the service, as ce_source; compacted. Said every ten seconds by intake, dispatch and"
                + " evaluation: every fact that the service recorded before then is in the log. A"
                + " service that is silent has sent nothing for certain");
    message(messages, SentUntil.TYPE, "已发出至 · Until when a service has sent all of its facts");
    reference(sent, SentUntil.TYPE);
    ObjectNode score =
        channel(
            channels,
            "score",
            Topics.SCORE,
            "key: ranking and its period; kept for ever. A published ranking never changes: what was"
                + " wrong is corrected by numbered errata. Drop what was said before by ranking and"
                + " number. Codes, counts and user ids; the words of an erratum are about no person");
    ObjectNode published = operations.putObject("sayReporting");
    published.put("action", "send");
    published.put("summary", Source.REPORTING.uri());
    published.putObject("channel").put("$ref", "#/channels/score");
    ArrayNode editions = published.putArray("messages");
    for (RankingEdition edition : Samples.rankings()) {
      message(messages, edition.type(), summary(edition));
      reference(score, edition.type());
      editions.addObject().put("$ref", "#/channels/score/messages/" + edition.type());
    }
    YAMLFactory yaml =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    try {
      return new ObjectMapper(yaml).writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String summary(RankingEdition edition) {
    return edition instanceof RankingPublished
        ? "发布考核排名 · A ranking of units was frozen and published"
        : "更正考核排名 · A numbered erratum to a published ranking";
  }

  private static ObjectNode channel(
      ObjectNode channels, String name, String topic, String description) {
    ObjectNode channel = channels.putObject(name);
    channel.put("address", topic);
    channel.put("description", description);
    channel.putObject("messages");
    return channel;
  }

  private static void reference(ObjectNode channel, String wireName) {
    ObjectNode messages = (ObjectNode) channel.get("messages");
    messages.putObject(wireName).put("$ref", "#/components/messages/" + wireName);
  }

  private static void message(ObjectNode messages, String wireName, String summary) {
    ObjectNode message = messages.putObject(wireName);
    message.put("name", wireName);
    message.put("summary", summary);
    message.put("contentType", EventCodec.CONTENT_TYPE);
    ObjectNode headers = message.putObject("headers");
    headers.put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    Collection<String> names =
        EventType.of(wireName)
            .map(type -> EventCodec.headers(Samples.envelope(type), type).keySet())
            .orElseGet(
                () ->
                    EventCodec.stateHeaders(
                            Samples.ID, wireName, Source.INTAKE, "key", Samples.TIME)
                        .keySet());
    for (String header : names) {
      properties.putObject(header).put("type", "string");
    }
    message.putObject("payload").put("$ref", "./" + schemaFile(wireName));
  }

  private static String title(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static String pretty(Object tree) {
    try {
      return PRETTY.writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
