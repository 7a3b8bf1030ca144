package hotline.intake.texting;

import hotline.access.Scope;
import hotline.intake.cases.HotlineCase;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Writes to a number again that wanted no messages (恢复短信), on the word of the citizen who calls: a
 * number may have another owner by now. Who did it, and for which case, is kept.
 */
@ApplicationScoped
class LiftStop {
  private final CaseTexts texts;
  private final ContactVault vault;
  private final JoinedConnection database;
  private final Clock clock;

  @Inject
  LiftStop(CaseTexts texts, ContactVault vault, JoinedConnection database, Clock clock) {
    this.texts = texts;
    this.vault = vault;
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  void lift(UUID caseId, Scope scope) {
    HotlineCase about = texts.seen(caseId, scope);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ContactVault.Keyed keyed = vault.keyed(List.of(about.id())).get(about.id());
    PhoneNumber to = keyed == null ? null : keyed.contact().mobile();
    if (to == null) {
      throw AcknowledgementRefused.noMobile();
    }
    boolean lifted =
        database.call(
            tx ->
                StoppedNumbers.lift(
                    tx,
                    vault.searchHash(to),
                    Uuid7.at(now),
                    about.id(),
                    scope.actor().userId(),
                    now));
    if (!lifted) {
      throw new NotStopped();
    }
  }
}
