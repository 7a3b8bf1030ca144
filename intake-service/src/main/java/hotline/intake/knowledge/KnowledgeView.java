package hotline.intake.knowledge;

import hotline.calendar.Light;
import hotline.intake.knowledge.KnowledgeVersions.Kept;
import hotline.intake.knowledge.KnowledgeVersions.VersionLine;
import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item with what may be read out now.
 *
 * @param revision what the next change names in {@code If-Match}
 * @param published null before the first version is
 * @param draft null while nobody writes, and for who may not write
 * @param versions the published ones, the newest first
 * @param mayDecide what was said to be wrong, also of one that is retired
 */
public record KnowledgeView(
    String code,
    KnowledgeStatus status,
    long revision,
    String ownerUnit,
    String ownerName,
    LocalDate reviewBy,
    Light reviewLight,
    long uses,
    long openReports,
    long reports,
    Instant retiredAt,
    String retiredBecause,
    VersionView published,
    DraftView draft,
    List<VersionLine> versions,
    boolean mayWrite,
    boolean mayPublish,
    boolean mayReport,
    boolean mayDecide) {

  /** A code of the directory with its name. */
  @Schema(name = "KnowledgeScope")
  public record Named(String code, String name) {}

  /**
   * What one version says.
   *
   * @param publishedAt null of a draft
   * @param holds whether today lies between its first and its last day
   */
  @Schema(name = "KnowledgeVersion")
  public record VersionView(
      String code,
      int version,
      String title,
      List<String> questions,
      String answer,
      String notes,
      List<Named> categories,
      List<Named> places,
      LocalDate validFrom,
      LocalDate validTo,
      LocalDate reviewBy,
      String changeNote,
      Instant publishedAt,
      boolean holds) {

    static VersionView of(String code, Kept kept, Directory directory, LocalDate today) {
      KnowledgeText text = kept.text();
      return new VersionView(
          code,
          kept.version(),
          text.title(),
          text.questions(),
          text.answer(),
          text.notes(),
          text.categoryCodes().stream()
              .map(one -> new Named(one, directory.category(one).map(Category::nameZh).orElse(one)))
              .toList(),
          text.placeCodes().stream()
              .map(one -> new Named(one, directory.place(one).map(Place::name).orElse(one)))
              .toList(),
          text.validFrom(),
          text.validTo(),
          text.reviewBy(),
          text.changeNote(),
          kept.publishedAt(),
          text.holdsOn(today));
    }
  }

  /**
   * The text that is to become the next version.
   *
   * @param sentBackBecause why the second person did not publish it; null when that was not so
   * @param own whether the reader took part in it, and leaves publishing it to another
   */
  @Schema(name = "KnowledgeDraft")
  public record DraftView(
      VersionView text,
      boolean inReview,
      String sentBackBecause,
      Instant writtenAt,
      String writtenBy,
      boolean own) {}
}
