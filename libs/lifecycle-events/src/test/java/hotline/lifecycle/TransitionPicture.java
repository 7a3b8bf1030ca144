package hotline.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The moves of a case as a picture and as a table, printed from the enums. */
final class TransitionPicture {

  private TransitionPicture() {}

  static String mermaid() {
    Map<String, StringJoiner> arrows = new LinkedHashMap<>();
    for (CaseStatus status : CaseStatus.values()) {
      for (EventType type : EventType.values()) {
        Move<CaseStatus> move = CaseMoves.move(status, type);
        if (move.kind() == Move.Kind.TO && (status == CaseStatus.DRAFT || reached(status))) {
          arrows
              .computeIfAbsent(from(status) + " --> " + move.to(), a -> new StringJoiner(" / "))
              .add(type.zh());
        }
      }
    }
    StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    for (CaseStatus status : CaseStatus.values()) {
      if (status != CaseStatus.DRAFT && reached(status)) {
        picture.append("  ").append(status).append(": ").append(status.zh()).append(' ');
        picture.append(status).append('\n');
      }
    }
    arrows.forEach(
        (arrow, labels) ->
            picture.append("  ").append(arrow).append(": ").append(labels).append('\n'));
    return picture
        .append(
            "  ARCHIVED --> [*]\n"
                + "  WITHDRAWN --> [*]\n"
                + "  REFUSED --> [*]\n"
                + "  TRANSFERRED_OUT --> [*]: 转出回执\n"
                + "```\n")
        .toString();
  }

  static String table() {
    StringBuilder table =
        new StringBuilder("| 状态 status | 事件 event | 之后 afterwards |\n|---|---|---|\n");
    for (CaseStatus status : CaseStatus.values()) {
      for (EventType type : EventType.values()) {
        Move<CaseStatus> move = CaseMoves.move(status, type);
        if (!reached(status) && status != CaseStatus.DRAFT) {
          continue;
        }
        String after =
            switch (move.kind()) {
              case TO -> move.to().zh() + " `" + move.to() + "`";
              case STAY -> "不变 stays";
              case SUPERSEDED -> "记录但不生效 superseded";
              case IMPOSSIBLE -> null;
            };
        if (after != null) {
          table.append("| ").append(status.zh()).append(" `").append(status).append("` | ");
          table.append(type.zh()).append(" `").append(type.wireName()).append("` | ");
          table.append(after).append(" |\n");
        }
      }
    }
    return table.toString();
  }

  private static boolean reached(CaseStatus status) {
    for (CaseStatus before : CaseStatus.values()) {
      for (EventType type : EventType.values()) {
        Move<CaseStatus> move = CaseMoves.move(before, type);
        if (move.kind() == Move.Kind.TO && move.to() == status) {
          return true;
        }
      }
    }
    return false;
  }

  private static String from(CaseStatus status) {
    return status == CaseStatus.DRAFT ? "[*]" : status.name();
  }
}
