package hotline.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What stands in a record of the log beside its data, and on which topics. */
final class RecordHeaders {

  /** Meaning of a header; an example of it comes from the codec. */
  private record Meaning(String zh, String en) {}

  /** A header with its example; {@code onStates}: whether the other topics have it too. */
  record Header(
      String name, boolean always, boolean onStates, String zh, String en, String example) {}

  /** A topic and what its key and an empty value mean. */
  record Topic(String name, String key, String kept, String emptyValue, String zh, String en) {}

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          header("ce_specversion", "CloudEvents 版本", "Version of CloudEvents"),
          header(
              "ce_id",
              "事件编号（UUIDv7），全局唯一；重复投递时相同",
              "Number of the event, unique everywhere (UUIDv7); the same when it is sent again"),
          header("ce_type", "事件类型与版本", "Which event, and its version"),
          header("ce_source", "说出该事实的服务", "The service that says it"),
          header(
              "ce_subject",
              "工单编号（诉求人所知）；与工单无关的主题为该记录的键",
              "Number of the case that its citizen knows; on topics that are about no case the key"),
          header(
              "ce_time",
              "发生时间（UTC）；补录的为真实时间",
              "When it happened (UTC); of what was typed in later its true time"),
          header(
              "ce_recordedtime",
              "记录时间（UTC）；补录时晚于 ce_time",
              "When it was written down (UTC); later than ce_time for what was entered afterwards"),
          header("ce_dataschema", "数据的 JSON Schema", "The JSON Schema of the data"),
          header("ce_partitionkey", "工单内部编号，与记录的键相同", "Id of the case, the same as the key"),
          header(
              "ce_sequence",
              "该工单在该服务的第几个事实，从 1 起连续无缺号；跳号即缺失",
              "Number of the fact of this case by this service, from 1 without a gap: a jump is a loss"),
          header(
              "ce_causationid",
              "引起它的事件编号；由人直接操作的没有",
              "ce_id of the event that caused it; absent for what a person did"),
          header(
              "ce_actor",
              "操作人假名；系统为 system，诉求人为 citizen",
              "Pseudonym of who acted; system for the system, citizen for the citizen"),
          header(
              "ce_unit",
              "操作人代表的单位代码；系统和诉求人没有",
              "Code of the unit for which the person acted; absent for the system and the citizen"),
          header(
              "ce_traceparent",
              "W3C 跟踪上下文；现有服务尚不写入",
              "W3C trace context; no service writes it yet"),
          header("content-type", "数据格式", "Format of the data"));

  private RecordHeaders() {}

  static List<Header> all() {
    EventType type = EventType.ASSIGNMENT_SIGNED;
    Envelope of = Samples.envelope(type);
    Envelope whole =
        new Envelope(
            of.id(),
            of.source(),
            of.caseId(),
            of.caseNo(),
            of.time(),
            of.recordedTime(),
            3,
            of.causationId(),
            of.actor(),
            "cg",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    Map<String, String> headers = new LinkedHashMap<>(EventCodec.headers(whole, type));
    Set<String> always =
        EventCodec.headers(
                new Envelope(
                    of.id(),
                    of.source(),
                    of.caseId(),
                    of.caseNo(),
                    of.time(),
                    of.recordedTime(),
                    3,
                    null,
                    Envelope.SYSTEM,
                    null,
                    null),
                type)
            .keySet();
    Set<String> states =
        EventCodec.stateHeaders(
                UUID.randomUUID(), PublicReply.TYPE, Source.DISPATCH, "key", Samples.TIME)
            .keySet();
    List<Header> all = new ArrayList<>();
    headers.forEach(
        (name, example) -> {
          Meaning meaning = MEANINGS.get(name);
          if (meaning == null) {
            throw new IllegalStateException("Say in RecordHeaders what " + name + " means");
          }
          all.add(
              new Header(
                  name,
                  always.contains(name),
                  states.contains(name),
                  meaning.zh(),
                  meaning.en(),
                  example));
        });
    return all;
  }

  static List<Topic> topics() {
    return Topics.all().stream().map(RecordHeaders::topic).toList();
  }

  private static Topic topic(Topics.Topic topic) {
    String name = topic.name();
    String tombstone = "已擦除，删除所存的 · erased: delete what you have";
    String never = "不会出现 · never";
    if (name.equals(Topics.CASE_LIFECYCLE)) {
      return told(topic, "工单内部编号 · case id", never, "全部工单的全部事实", "every fact about every case");
    } else if (name.equals(Topics.CASE_FILE)) {
      return told(topic, "工单内部编号 · case id", tombstone, "工单文本，限制访问", "text of cases, restricted");
    } else if (name.equals(Topics.PUBLIC_REPLY)) {
      return told(
          topic, "工单内部编号 · case id", tombstone, "对诉求人的答复，限制访问", "what units answered, restricted");
    } else if (name.equals(Topics.DIRECTORY)) {
      return told(
          topic,
          "类别与代码 · kind and code",
          never,
          "单位、区划、分类的名称",
          "names of units, places, categories");
    } else if (name.equals(Topics.CALENDAR)) {
      return told(topic, CalendarInForce.KEY, never, "现行工作日历", "the work calendar in force");
    } else if (name.equals(Topics.SCORE)) {
      return told(
          topic,
          "ranking: 与时段 · and the period",
          never,
          "发布的考核排名与更正",
          "published rankings and errata");
    } else if (name.equals(Topics.SENT_UNTIL)) {
      return told(
          topic,
          "服务，同 ce_source · the service, as ce_source",
          never,
          "各服务的事实已全部发出至何时；取三个服务中最早的一个，再读完日志，即知该时刻以前的事实已齐",
          "until when each service has sent all of its facts: with the earliest of the three, and the"
              + " log read to its end after it was heard, all facts before that moment are known");
    } else if (name.endsWith(".dead-letter.v1")) {
      return told(
          topic, "原记录的键 · as it was", "原样 · as it was", "无法读取的记录，运维用", "what could not be read");
    }
    throw new IllegalStateException("Say in RecordHeaders what " + name + " is");
  }

  private static Topic told(
      Topics.Topic topic, String key, String emptyValue, String zh, String en) {
    String kept;
    if (topic.settings().get("cleanup.policy").equals("compact")) {
      kept = "每键最新 · the newest of each key";
    } else {
      long retention = Long.parseLong(topic.settings().get("retention.ms"));
      kept =
          retention < 0
              ? "永久 · for ever"
              : "%1$d 天 · %1$d days".formatted(java.time.Duration.ofMillis(retention).toDays());
    }
    return new Topic(topic.name(), key, kept, emptyValue, zh, en);
  }

  private static Map.Entry<String, Meaning> header(String name, String zh, String en) {
    return Map.entry(name, new Meaning(zh, en));
  }
}
