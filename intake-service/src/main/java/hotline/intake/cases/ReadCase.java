package hotline.intake.cases;

import hotline.access.Role;
import hotline.access.Scope;
import hotline.intake.progress.CaseFollowing;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Opens a case for somebody, with as much as that person may see. */
@ApplicationScoped
class ReadCase {
  private static final Role[] CENTRE = {
    Role.OPERATOR,
    Role.SHIFT_LEAD,
    Role.SCREENER,
    Role.DISPATCHER,
    Role.SUPERVISOR,
    Role.CALLBACK_AGENT,
    Role.CALLBACK_LEAD
  };

  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final CaseFollowing following;
  private final ContactVault vault;
  private final Directories directories;
  private final Clock clock;

  @Inject
  ReadCase(
      CaseRepository cases,
      CaseSupplements supplements,
      CaseFollowing following,
      ContactVault vault,
      Directories directories,
      Clock clock) {
    this.cases = cases;
    this.supplements = supplements;
    this.following = following;
    this.vault = vault;
    this.directories = directories;
    this.clock = clock;
  }

  /** Refuses with 404 what the actor may not know of. */
  @Transactional
  CaseView read(String idOrNumber, Scope scope) {
    Directory directory = directories.current();
    HotlineCase found = cases.known(idOrNumber);
    if (!sees(scope, found)) {
      throw CaseRepository.unknown();
    }
    String respondentPath =
        directory.unit(found.subject().respondentUnitId()).map(Unit::path).orElse(null);
    boolean confidential = found.reporter().confidential();
    Optional<Contact> reporter =
        scope.seesReporter(confidential, respondentPath)
            ? vault.contact(found.id())
            : Optional.empty();
    return CaseView.of(
        found,
        supplements.of(found.id()),
        reporter.orElse(null),
        scope.seesAddress(confidential, respondentPath),
        directory,
        clock.instant());
  }

  private boolean sees(Scope scope, HotlineCase found) {
    if (!scope.seesGrid(found.subject().placePath())) {
      return false;
    }
    return scope.actor().isAny(CENTRE)
        || following.assignments(found.id()).stream()
            .anyMatch(held -> scope.mayActForUnit(held.unitPath()));
  }
}
