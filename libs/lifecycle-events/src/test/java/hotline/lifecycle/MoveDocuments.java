package hotline.lifecycle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/** The moves of cases and assignments for who reads no Java: as data, as tables, as a picture. */
final class MoveDocuments {

  /** Where the data of an event decides, not its type alone: the first that fits counts. */
  record Special(Map<String, Object> when, List<EventType> types, String zh, String en) {

    Move<CaseStatus> move(CaseStatus status, EventType type) {
      return CaseMoves.move(
          status, Samples.of(type, new SampleStory.Other("special", zh, en, when)));
    }
  }

  private static final String CROSSING = " ⤫";

  private static final List<EventType> TYPES = List.of(EventType.values());

  private static final List<Special> SPECIAL =
      List.of(
          new Special(
              Map.of("role", AssignmentRole.CO),
              TYPES.stream()
                  .filter(type -> AssignmentFact.class.isAssignableFrom(type.record()))
                  .toList(),
              "协办单位的任务不改变工单状态",
              "the assignment of a co-handler moves no case"),
          new Special(
              Map.of("round", 1),
              List.of(EventType.CASE_REOPENED),
              "重开中心直接答复的工单：由派单员首次派单",
              "a direct answer is reopened: no unit had it, a dispatcher chooses its first"),
          new Special(
              Map.of("reason", CancellationReason.CASE_TRANSFERRED),
              List.of(EventType.ASSIGNMENT_CANCELLED),
              "转出退回之后才取消的任务：由派单员重新派单",
              "dispatched before a transfer was heard of, and cancelled after the case had come"
                  + " back: the dispatcher has it"));

  private MoveDocuments() {}

  static ObjectNode json() {
    ObjectNode root = EventCodec.json().createObjectNode();
    root.put(
        "about",
        "What each event does to the status of its case (case) and of its assignment (assignment)."
            + " move: leads there; stay: true, moves nothing; superseded: came second of two facts"
            + " that crossed, keep it and apply nothing of it to the status; an event that a status"
            + " does not name cannot be true there: set the record aside and alarm. See MOVES.md");
    ObjectNode aCase = root.putObject("case");
    aCase.put("begins", CaseStatus.DRAFT.name());
    ArrayNode over = aCase.putArray("over");
    Arrays.stream(CaseStatus.values())
        .filter(CaseMoves::over)
        .forEach(status -> over.add(status.name()));
    names(aCase.putObject("names"), CaseStatus.values());
    ObjectNode moves = aCase.putObject("moves");
    for (CaseStatus status : CaseStatus.values()) {
      ObjectNode outcomes =
          outcomes(moves.putObject(status.name()), TYPES, type -> CaseMoves.move(status, type));
      ArrayNode crossing = EventCodec.json().createArrayNode();
      TYPES.stream()
          .filter(type -> CaseMoves.move(status, type).kind() == Move.Kind.TO)
          .filter(type -> onlyCrossing(status, type))
          .forEach(type -> crossing.add(type.wireName()));
      if (!crossing.isEmpty()) {
        outcomes.set("moveOnlyWhenFactsCross", crossing);
      }
    }
    ArrayNode special = aCase.putArray("firstThatFits");
    for (Special one : SPECIAL) {
      ObjectNode entry = special.addObject();
      entry.put("zh", one.zh()).put("en", one.en());
      ArrayNode events = entry.putArray("events");
      one.types().forEach(type -> events.add(type.wireName()));
      entry.set("when", EventCodec.json().valueToTree(one.when()));
      ObjectNode instead = entry.putObject("moves");
      for (CaseStatus status : CaseStatus.values()) {
        outcomes(instead.putObject(status.name()), one.types(), type -> one.move(status, type));
      }
    }
    ObjectNode assignment = root.putObject("assignment");
    assignment.put("begins", AssignmentStatus.PENDING_SIGN.name());
    assignment.put("begunBy", EventType.ASSIGNMENT_CREATED.wireName());
    ArrayNode done = assignment.putArray("over");
    Arrays.stream(AssignmentStatus.values())
        .filter(AssignmentMoves::over)
        .forEach(status -> done.add(status.name()));
    names(assignment.putObject("names"), AssignmentStatus.values());
    ObjectNode target = assignment.putObject("targetInField");
    for (EventType type : saysItsTarget()) {
      target.put(type.wireName(), "backTo");
    }
    ObjectNode steps = assignment.putObject("moves");
    for (AssignmentStatus status : AssignmentStatus.values()) {
      outcomes(steps.putObject(status.name()), TYPES, type -> AssignmentMoves.move(status, type));
    }
    return root;
  }

  static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# 状态流转 · Moves\n\n");
    page.append(
        """
        工单与承办任务的状态由事件推出；程序读取 [moves.json](moves.json)，内容与此相同。
        Statuses of cases and assignments follow from the events; a program reads [moves.json](moves.json), which says the same.

        | 结果 outcome | 含义 | what to do |
        |---|---|---|
        | 转到 moves | 状态改变 | the status changes |
        | 不变 stays | 事实成立，状态不变 | the fact is true and the status stays |
        | 不生效 superseded | 两个服务同时行动，此事实在后：保留记录，不改变状态 | two services acted at the same moment and this fact came second: keep it in the record, apply nothing of it |
        | 未列出 not listed | 不可能成立：搁置该记录及此工单之后的记录并告警，修复后再续 | cannot be true: park the record and what follows of the same case, alarm, go on once it is repaired |

        A reader that is newer or older than the writer may meet an event that this table does not have: park it too, it is not noise.

        ## 全图 · The whole picture

        """);
    page.append(mermaid());
    page.append(
        "\n⤫ 仅当两个事实同时发生时出现（如诉求人评价与撤诉、转出交错）。"
            + " ⤫ happens only when two facts cross, such as the citizen's rating and a withdrawal or"
            + " a transfer.\n");
    page.append("\n## 工单 · Cases\n\n");
    List<CaseStatus> reached =
        Arrays.stream(CaseStatus.values()).filter(status -> arrived(status)).toList();
    table(page, TYPES, reached, (status, type) -> CaseMoves.move(status, type));
    page.append("\n`all but` counts the statuses of the picture. ");
    page.append("`SCREENING` is entered by no event of this version: a case that is screened is ");
    page.append("`REGISTERED`.\n");
    page.append("\n### 由事件内容决定 · Where the data of the event decides\n\n");
    page.append("先判断以下各项，第一项符合的生效。 Look here first; the first that fits counts.\n");
    for (Special one : SPECIAL) {
      page.append("\n**");
      one.when()
          .forEach(
              (field, value) ->
                  page.append('`').append(field).append(" = ").append(value).append('`'));
      page.append("**: ").append(one.zh()).append("。 ").append(one.en()).append(".\n\n");
      shortTable(page, one.types(), reached, one::move);
    }
    page.append("\n## 承办任务 · Assignments\n\n");
    page.append("由 `").append(EventType.ASSIGNMENT_CREATED.wireName()).append("` 生成，从 `");
    page.append(AssignmentStatus.PENDING_SIGN).append("` 开始；按 `assignmentId` 归属。 ");
    page.append(
        "Created by that event in that status; an event is about the one in `assignmentId`. ");
    page.append("Where the event has `backTo`, that is the status afterwards: ");
    StringJoiner back = new StringJoiner(", ");
    saysItsTarget().forEach(type -> back.add("`" + type.wireName() + "`"));
    page.append(back).append(".\n\n");
    table(page, TYPES, List.of(AssignmentStatus.values()), AssignmentMoves::move);
    return page.toString();
  }

  /** Every arrow of the picture, such as {@code DISPATCHED --> HANDLING}. */
  static Set<String> arrows() {
    return arrowsWithLabels().keySet();
  }

  private static String mermaid() {
    StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    for (CaseStatus status : CaseStatus.values()) {
      if (arrived(status)) {
        picture.append("  ").append(status).append(": ").append(status.zh()).append(' ');
        picture.append(status).append('\n');
      }
    }
    arrowsWithLabels()
        .forEach(
            (arrow, labels) ->
                picture
                    .append("  ")
                    .append(arrow)
                    .append(": ")
                    .append(String.join(" / ", labels))
                    .append('\n'));
    return picture
        .append(
            "  ARCHIVED --> [*]\n"
                + "  WITHDRAWN --> [*]\n"
                + "  REFUSED --> [*]\n"
                + "  TRANSFERRED_OUT --> [*]: 转出回执\n"
                + "```\n")
        .toString();
  }

  private static Map<String, Set<String>> arrowsWithLabels() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    for (CaseStatus status : CaseStatus.values()) {
      if (status != CaseStatus.DRAFT && !arrived(status)) {
        continue;
      }
      for (EventType type : TYPES) {
        arrow(arrows, status, type, CaseMoves.move(status, type));
      }
      for (Special one : SPECIAL) {
        for (EventType type : one.types()) {
          arrow(arrows, status, type, one.move(status, type));
        }
      }
    }
    return arrows;
  }

  private static void arrow(
      Map<String, Set<String>> arrows, CaseStatus from, EventType type, Move<CaseStatus> move) {
    if (move.kind() == Move.Kind.TO) {
      arrows
          .computeIfAbsent(
              (from == CaseStatus.DRAFT ? "[*]" : from.name()) + " --> " + move.to(),
              arrow -> new LinkedHashSet<>())
          .add(type.zh() + mark(from, type));
    }
  }

  /** Whether the services say it there only because one had not read the other's fact yet. */
  private static boolean onlyCrossing(CaseStatus status, EventType type) {
    return switch (type) {
      case CASE_CLOSED ->
          status != CaseStatus.PENDING_CALLBACK && status != CaseStatus.ANSWERED_DIRECT;
      case CASE_TRANSFERRED_OUT -> status == CaseStatus.PENDING_CALLBACK;
      case ASSIGNMENT_CANCELLED -> true;
      default -> false;
    };
  }

  private static boolean arrived(CaseStatus status) {
    return Arrays.stream(CaseStatus.values())
        .anyMatch(
            before ->
                TYPES.stream()
                    .map(type -> CaseMoves.move(before, type))
                    .anyMatch(move -> move.kind() == Move.Kind.TO && move.to() == status));
  }

  private static List<EventType> saysItsTarget() {
    return TYPES.stream()
        .filter(
            type ->
                Arrays.stream(type.record().getRecordComponents())
                    .anyMatch(component -> component.getName().equals("backTo")))
        .toList();
  }

  private interface Moves<S extends Enum<S>> {
    Move<S> of(S status, EventType type);
  }

  private static <S extends Enum<S>> void table(
      StringBuilder page, List<EventType> types, List<S> statuses, Moves<S> moves) {
    heading(page);
    for (EventType type : types) {
      row(page, event(type), cells(type, statuses, moves));
    }
  }

  /** Events of the same outcome in one row. */
  private static <S extends Enum<S>> void shortTable(
      StringBuilder page, List<EventType> types, List<S> statuses, Moves<S> moves) {
    heading(page);
    Map<String, StringJoiner> rows = new LinkedHashMap<>();
    for (EventType type : types) {
      rows.computeIfAbsent(cells(type, statuses, moves), cells -> new StringJoiner("<br>"))
          .add(event(type));
    }
    rows.forEach((cells, events) -> row(page, events.toString(), cells));
  }

  private static void heading(StringBuilder page) {
    page.append("| 事件 event | 转到 moves | 不变 stays in | 不生效 superseded in |\n");
    page.append("|---|---|---|---|\n");
  }

  private static void row(StringBuilder page, String events, String cells) {
    if (!cells.isEmpty()) {
      page.append("| ").append(events).append(" | ").append(cells).append(" |\n");
    }
  }

  private static String event(EventType type) {
    return type.zh() + " `" + type.wireName() + "`";
  }

  /** Empty for an event that is true in no status. */
  private static <S extends Enum<S>> String cells(
      EventType type, List<S> statuses, Moves<S> moves) {
    Map<S, List<String>> to = new LinkedHashMap<>();
    List<S> stay = new ArrayList<>();
    List<S> superseded = new ArrayList<>();
    for (S status : start(statuses)) {
      Move<S> move = moves.of(status, type);
      switch (move.kind()) {
        case TO ->
            to.computeIfAbsent(move.to(), after -> new ArrayList<>())
                .add("`" + status + "`" + mark(status, type));
        case STAY -> stay.add(status);
        case SUPERSEDED -> superseded.add(status);
        case IMPOSSIBLE -> {}
      }
    }
    if (to.isEmpty() && stay.isEmpty() && superseded.isEmpty()) {
      return "";
    }
    StringJoiner moved = new StringJoiner("; ");
    to.forEach((after, before) -> moved.add(String.join(", ", before) + " → **`" + after + "`**"));
    return moved + " | " + list(stay, statuses) + " | " + list(superseded, statuses);
  }

  private static String mark(Object status, EventType type) {
    return status instanceof CaseStatus before && onlyCrossing(before, type) ? CROSSING : "";
  }

  /** With the status before the first event, which none leads to. */
  @SuppressWarnings("unchecked")
  private static <S extends Enum<S>> List<S> start(List<S> statuses) {
    if (!(statuses.get(0) instanceof CaseStatus)) {
      return statuses;
    }
    List<S> all = new ArrayList<>();
    all.add((S) CaseStatus.DRAFT);
    all.addAll(statuses);
    return all;
  }

  private static <S extends Enum<S>> String list(List<S> some, List<S> all) {
    List<S> missing = all.stream().filter(status -> !some.contains(status)).toList();
    if (some.containsAll(all)) {
      return "all";
    }
    return missing.size() <= 4 && some.size() > missing.size()
        ? "all but " + codes(missing)
        : codes(some);
  }

  private static <S extends Enum<S>> String codes(List<S> statuses) {
    StringJoiner codes = new StringJoiner(", ");
    statuses.forEach(status -> codes.add("`" + status + "`"));
    return codes.toString();
  }

  private static <S extends Enum<S>> ObjectNode outcomes(
      ObjectNode of, List<EventType> types, Function<EventType, Move<S>> moves) {
    ObjectNode to = of.putObject("move");
    ArrayNode stay = of.putArray("stay");
    ArrayNode superseded = of.putArray("superseded");
    for (EventType type : types) {
      Move<S> move = moves.apply(type);
      switch (move.kind()) {
        case TO -> to.put(type.wireName(), move.to().name());
        case STAY -> stay.add(type.wireName());
        case SUPERSEDED -> superseded.add(type.wireName());
        case IMPOSSIBLE -> {}
      }
    }
    return of;
  }

  private static void names(ObjectNode names, Coded[] codes) {
    for (Coded code : codes) {
      names.put(code.name(), code.zh() + " · " + code.en());
    }
  }
}
