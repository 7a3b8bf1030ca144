package hotline.lifecycle;

import java.util.List;

/** The centre says what makes a case one to be watched (标签变更). */
public record CaseMarked(List<CaseMark> marksBefore, List<CaseMark> marks) implements IntakeEvent {

  public CaseMarked {
    marksBefore = List.copyOf(marksBefore);
    marks = List.copyOf(marks);
  }

  @Override
  public EventType type() {
    return EventType.CASE_MARKED;
  }
}
