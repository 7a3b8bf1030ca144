package hotline.dispatch.assignments;

import hotline.dispatch.reference.Sentence;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit may ask for now, with what is left of it, and why not where it may not. */
public record AllowanceView(Return returning, Extension extension, Hold hold) {

  /**
   * A return (退单).
   *
   * @param until end of the window; null when there is none
   * @param used returns of the case so far
   * @param most null for any number
   * @param whyNot null when it is possible
   */
  @Schema(name = "ReturnAllowance")
  public record Return(Instant until, int used, Integer most, Sentence whyNot) {}

  /**
   * An extension (延期).
   *
   * @param workDays the most that one extension has
   * @param used extensions of this task so far
   * @param most null for any number
   * @param whyNot null when it is possible
   */
  @Schema(name = "ExtensionAllowance")
  public record Extension(int workDays, int used, Integer most, Sentence whyNot) {}

  /**
   * A hold (挂起).
   *
   * @param until the latest day on which it may end
   * @param whyNot null when it is possible
   */
  @Schema(name = "HoldAllowance")
  public record Hold(Instant until, Sentence whyNot) {}
}
