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

/** Sends number and query code once more, to the number in the vault and no other (重发短信). */
@ApplicationScoped
class AcknowledgeAgain {
  private final TextSettings settings;
  private final CaseTexts texts;
  private final QueueTexts queue;
  private final ContactVault vault;
  private final JoinedConnection database;
  private final Clock clock;

  @Inject
  AcknowledgeAgain(
      TextSettings settings,
      CaseTexts texts,
      QueueTexts queue,
      ContactVault vault,
      JoinedConnection database,
      Clock clock) {
    this.settings = settings;
    this.texts = texts;
    this.queue = queue;
    this.vault = vault;
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  void send(UUID caseId, Scope scope) {
    HotlineCase about = texts.seen(caseId, scope);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ContactVault.Keyed keyed = vault.keyed(List.of(about.id())).get(about.id());
    PhoneNumber to = keyed == null ? null : keyed.contact().mobile();
    TextStore.Acknowledged before = database.call(tx -> TextStore.acknowledged(tx, about.id()));
    boolean stopped =
        to != null && database.call(tx -> StoppedNumbers.isStopped(tx, vault.searchHash(to)));
    AcknowledgementRefused refusal = refusal(settings, to, stopped, before);
    if (refusal != null) {
      throw refusal;
    }
    // The first is its own; of a split the others of the call follow.
    String code =
        keyed.key().open(QueuedText.codePart(before.newest()), before.sealedCode()).split(" ")[0];
    // Two who ask at the same moment have the same cause: one message goes.
    queue.queue(
        List.of(
            new QueuedText(
                Uuid7.at(now),
                about.id(),
                TextKind.REGISTERED,
                QueueTexts.REGISTRATION + "-" + (before.rows() + 1),
                null,
                vault.searchHash(to),
                keyed.key(),
                settings.words().registered(about.caseNo(), queue.promisedWorkdays(about)),
                code,
                now,
                now,
                settings.expiry(now),
                settings.awakeUntil(now),
                false)));
  }

  /** Null where it may be sent. */
  static AcknowledgementRefused refusal(
      TextSettings settings, PhoneNumber to, boolean stopped, TextStore.Acknowledged before) {
    if (!settings.on()) {
      return AcknowledgementRefused.off();
    }
    if (to == null) {
      return AcknowledgementRefused.noMobile();
    }
    if (stopped) {
      return AcknowledgementRefused.stopped();
    }
    if (before.waits()) {
      return AcknowledgementRefused.waits();
    }
    if (before.count() >= settings.acknowledgements()) {
      return AcknowledgementRefused.often(settings.acknowledgements());
    }
    return before.sealedCode() == null ? AcknowledgementRefused.codeForgotten() : null;
  }
}
