package hotline.intake.knowledge;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Something that the hotline may read out (知识条目): what stands of it, and who wrote what comes next.
 */
@Entity
@DynamicUpdate
public class KnowledgeItem {
  @Id private String code;
  private String ownerUnit;
  private String title;
  private String importedAs;
  private Integer publishedVersion;
  private Integer draftVersion;

  @Enumerated(EnumType.STRING)
  private DraftState draftState;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> draftWriters = List.of();

  // The text is in another table: without this, who saves the same draft second would not be told
  // of the first.
  private int draftSaves;
  private String sentBackBecause;
  private LocalDate reviewBy;
  private Instant retiredAt;
  private String retiredBy;
  private String retiredBecause;
  private Instant createdAt;

  @Version private long version;

  protected KnowledgeItem() {}

  KnowledgeItem(String code, String ownerUnit, Instant now) {
    this.code = code;
    this.ownerUnit = ownerUnit;
    this.createdAt = now;
    this.version = 1;
  }

  static KnowledgeItem imported(String code, String ownerUnit, String title, Instant now) {
    KnowledgeItem item = new KnowledgeItem(code, ownerUnit, now);
    item.importedAs = title;
    return item;
  }

  /**
   * A text that is to become the next version; one that waited for its review is a draft again.
   *
   * @return the number that it will have
   */
  int write(String newTitle, String by) {
    requireInUse();
    if (draftVersion == null) {
      draftVersion = (publishedVersion == null ? 0 : publishedVersion) + 1;
    }
    draftState = DraftState.DRAFT;
    draftSaves++;
    tookPart(by);
    if (publishedVersion == null) {
      title = newTitle;
    }
    return draftVersion;
  }

  void submit(String by) {
    requireInUse();
    if (draftState != DraftState.DRAFT) {
      throw KnowledgeRefused.noDraft();
    }
    draftState = DraftState.IN_REVIEW;
    sentBackBecause = null;
    tookPart(by);
  }

  void sendBack(String because) {
    requireInReview();
    draftState = DraftState.DRAFT;
    sentBackBecause = because;
  }

  /** The draft is what is read out from now on; whoever took part in it leaves that to another. */
  int publish(KnowledgeText text, String by, LocalDate today) {
    requireInReview();
    if (draftWriters.contains(by)) {
      throw new KnowledgeByOnePerson();
    }
    if (!text.reviewBy().isAfter(today)
        || (text.validTo() != null && text.validTo().isBefore(today))) {
      throw KnowledgeRefused.outlived();
    }
    publishedVersion = draftVersion;
    title = text.title();
    reviewBy = text.reviewBy();
    draftVersion = null;
    draftState = null;
    draftWriters = List.of();
    return publishedVersion;
  }

  /** Somebody looked at it again and found it right (复审). */
  void confirm(LocalDate nextReview) {
    requirePublished();
    reviewBy = nextReview;
  }

  void retire(String by, String because, Instant now) {
    requireInUse();
    retiredAt = now;
    retiredBy = by;
    retiredBecause = because;
    draftVersion = null;
    draftState = null;
    draftWriters = List.of();
  }

  void requireInUse() {
    if (retiredAt != null) {
      throw KnowledgeRefused.retired();
    }
  }

  /** One that is retired gets no new version. */
  void requireFits(ReportDecision decision) {
    if (decision == ReportDecision.NEW_VERSION) {
      requireInUse();
    }
    if (decision == ReportDecision.RETIRED && retiredAt == null) {
      throw KnowledgeRefused.inUse();
    }
  }

  void requirePublished() {
    requireInUse();
    if (publishedVersion == null) {
      throw KnowledgeRefused.notPublished();
    }
  }

  void requireInReview() {
    requireInUse();
    if (draftState != DraftState.IN_REVIEW) {
      throw KnowledgeRefused.notInReview();
    }
  }

  private void tookPart(String by) {
    if (!draftWriters.contains(by)) {
      List<String> all = new ArrayList<>(draftWriters);
      all.add(by);
      draftWriters = List.copyOf(all);
    }
  }

  KnowledgeStatus status() {
    if (retiredAt != null) {
      return KnowledgeStatus.RETIRED;
    }
    if (publishedVersion != null) {
      return KnowledgeStatus.PUBLISHED;
    }
    return draftState == DraftState.IN_REVIEW ? KnowledgeStatus.IN_REVIEW : KnowledgeStatus.DRAFT;
  }

  String code() {
    return code;
  }

  String ownerUnit() {
    return ownerUnit;
  }

  String title() {
    return title;
  }

  /** Null of an item that was never published. */
  Integer publishedVersion() {
    return publishedVersion;
  }

  /** Null while nobody writes. */
  Integer draftVersion() {
    return draftVersion;
  }

  DraftState draftState() {
    return draftState;
  }

  List<String> draftWriters() {
    return draftWriters;
  }

  String sentBackBecause() {
    return sentBackBecause;
  }

  LocalDate reviewBy() {
    return reviewBy;
  }

  Instant retiredAt() {
    return retiredAt;
  }

  String retiredBecause() {
    return retiredBecause;
  }

  long version() {
    return version;
  }
}
