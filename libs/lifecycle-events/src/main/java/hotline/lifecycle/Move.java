package hotline.lifecycle;

import java.util.Objects;

/**
 * What a fact does to a status: it leads to another one, leaves it, comes too late because another
 * fact already decided, or cannot be true at all.
 *
 * @param to the status afterwards; the status before unless the kind is {@link Kind#TO}
 */
public record Move<S extends Enum<S>>(Kind kind, S to) {

  /** The four answers. */
  public enum Kind {
    TO,
    STAY,
    /** The losing side of two acts at the same moment: kept as a fact, without effect. */
    SUPERSEDED,
    /** Breaks an invariant; the case must be parked. */
    IMPOSSIBLE
  }

  public Move {
    Objects.requireNonNull(kind);
  }

  static <S extends Enum<S>> Move<S> to(S status) {
    return new Move<>(Kind.TO, status);
  }

  static <S extends Enum<S>> Move<S> stay(S status) {
    return new Move<>(Kind.STAY, status);
  }

  static <S extends Enum<S>> Move<S> superseded(S status) {
    return new Move<>(Kind.SUPERSEDED, status);
  }

  static <S extends Enum<S>> Move<S> impossible(S status) {
    return new Move<>(Kind.IMPOSSIBLE, status);
  }

  /** Whether the fact took effect. */
  public boolean effective() {
    return kind == Kind.TO || kind == Kind.STAY;
  }
}
