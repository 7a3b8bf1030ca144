package hotline.intake.knowledge;

import java.time.LocalDate;
import java.util.List;

/**
 * What one version of an item says.
 *
 * @param questions how citizens ask for it, and other words to find it by (问法、关键词)
 * @param answer what may be read out
 * @param notes for the operator alone; null for none
 * @param categoryCodes empty for all
 * @param placeCodes where it holds; empty for the whole city
 * @param validFrom the first day on which it holds
 * @param validTo the last one; null while none is known
 * @param reviewBy the day by which somebody looks at it again (复审期限)
 * @param changeNote what is new in this version; null for none
 */
record KnowledgeText(
    String title,
    List<String> questions,
    String answer,
    String notes,
    List<String> categoryCodes,
    List<String> placeCodes,
    LocalDate validFrom,
    LocalDate validTo,
    LocalDate reviewBy,
    String changeNote) {

  /** The same as the beginning of another version. */
  KnowledgeText withoutChangeNote() {
    return new KnowledgeText(
        title,
        questions,
        answer,
        notes,
        categoryCodes,
        placeCodes,
        validFrom,
        validTo,
        reviewBy,
        null);
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
