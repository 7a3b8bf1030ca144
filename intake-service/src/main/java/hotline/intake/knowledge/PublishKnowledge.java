package hotline.intake.knowledge;

import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.intake.reference.Directories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A draft is submitted, and another person publishes it or sends it back (提交、审核发布、退回). */
@ApplicationScoped
class PublishKnowledge {
  static final int LONGEST_REASON = 500;

  private final KnowledgeRepository items;
  private final KnowledgeVersions versions;
  private final KnowledgeReviews reviews;
  private final Directories directories;
  private final Clock clock;

  @Inject
  PublishKnowledge(
      KnowledgeRepository items,
      KnowledgeVersions versions,
      KnowledgeReviews reviews,
      Directories directories,
      Clock clock) {
    this.items = items;
    this.versions = versions;
    this.reviews = reviews;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  KnowledgeRef submit(String code, IfMatch expected, KnowledgeRights rights) {
    KnowledgeItem item = items.locked(code);
    rights.requireMayWrite(KnowledgeOwner.path(directories.required(), item));
    expected.check(item.version());
    item.submit(rights.actor().userId());
    return items.saved(item);
  }

  @Transactional
  KnowledgeRef publish(String code, IfMatch expected, KnowledgeRights rights) {
    KnowledgeItem item = items.locked(code);
    rights.requireMayPublish(KnowledgeOwner.path(directories.required(), item));
    expected.check(item.version());
    item.requireInReview();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String by = rights.actor().userId();
    KnowledgeText text = versions.find(code, item.draftVersion()).orElseThrow().text();
    int version = item.publish(text, by, CityDay.of(now));
    KnowledgeRef published = items.saved(item);
    versions.publish(code, version, text, by, now);
    // A new version has been thought through: what waited for its review has had it.
    reviews.done(code, by, now);
    reviews.next(code, text.reviewBy());
    return published;
  }

  @Transactional
  KnowledgeRef sendBack(String code, String typedReason, IfMatch expected, KnowledgeRights rights) {
    Violations violations = new Violations();
    String reason =
        KnowledgeForm.publicText(violations, typedReason, LONGEST_REASON, "reason", true);
    violations.throwIfAny();
    KnowledgeItem item = items.locked(code);
    rights.requireMayPublish(KnowledgeOwner.path(directories.required(), item));
    expected.check(item.version());
    item.sendBack(reason);
    return items.saved(item);
  }
}
