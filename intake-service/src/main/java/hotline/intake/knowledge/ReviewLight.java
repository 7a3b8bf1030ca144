package hotline.intake.knowledge;

import hotline.calendar.Light;
import java.time.LocalDate;

/** How near the review of an item is (复审期限); the day itself is in time. */
final class ReviewLight {
  private ReviewLight() {}

  /**
   * @param yellowDays so many days before it is yellow
   */
  static Light of(KnowledgeStatus status, LocalDate reviewBy, LocalDate today, int yellowDays) {
    if (status != KnowledgeStatus.PUBLISHED || reviewBy == null) {
      return Light.NONE;
    }
    if (today.isAfter(reviewBy)) {
      return Light.RED;
    }
    return today.plusDays(yellowDays).isBefore(reviewBy) ? Light.GREEN : Light.YELLOW;
  }
}
