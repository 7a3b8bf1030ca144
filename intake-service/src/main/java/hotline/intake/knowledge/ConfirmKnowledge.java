package hotline.intake.knowledge;

import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.intake.reference.Directories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Its owner has looked at it again and it is still right (复审无误). */
@ApplicationScoped
class ConfirmKnowledge {
  private final KnowledgeRepository items;
  private final KnowledgeReviews reviews;
  private final Directories directories;
  private final Clock clock;

  @Inject
  ConfirmKnowledge(
      KnowledgeRepository items, KnowledgeReviews reviews, Directories directories, Clock clock) {
    this.items = items;
    this.reviews = reviews;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  KnowledgeRef confirm(String code, String nextDay, IfMatch expected, KnowledgeRights rights) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Violations violations = new Violations();
    LocalDate next = KnowledgeForm.reviewDay(violations, nextDay, CityDay.of(now));
    violations.throwIfAny();
    KnowledgeItem item = items.locked(code);
    rights.requireMayWrite(KnowledgeOwner.path(directories.required(), item));
    expected.check(item.version());
    item.confirm(next);
    String by = rights.actor().userId();
    reviews.done(code, by, now);
    reviews.next(code, next);
    return items.saved(item);
  }
}
