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

/** What no longer holds is read out no more (停用); what was told from it stays readable. */
@ApplicationScoped
class RetireKnowledge {
  private final KnowledgeRepository items;
  private final KnowledgeVersions versions;
  private final KnowledgeReviews reviews;
  private final Directories directories;
  private final Clock clock;

  @Inject
  RetireKnowledge(
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
  KnowledgeRef retire(String code, String typedReason, IfMatch expected, KnowledgeRights rights) {
    Violations violations = new Violations();
    String reason =
        KnowledgeForm.publicText(
            violations, typedReason, PublishKnowledge.LONGEST_REASON, "reason", true);
    violations.throwIfAny();
    KnowledgeItem item = items.locked(code);
    rights.requireMayPublish(KnowledgeOwner.path(directories.required(), item));
    expected.check(item.version());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String by = rights.actor().userId();
    item.retire(by, reason, now);
    versions.leaveSearch(code);
    reviews.done(code, by, now);
    return items.saved(item);
  }
}
