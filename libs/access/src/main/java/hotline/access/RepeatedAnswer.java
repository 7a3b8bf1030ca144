package hotline.access;

/** Carries the first answer past the resource method, whatever type that returns. */
final class RepeatedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  RepeatedAnswer(Answer answer) {
    super("answered before", null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
