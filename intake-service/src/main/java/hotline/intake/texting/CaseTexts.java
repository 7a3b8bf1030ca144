package hotline.intake.texting;

import hotline.access.Forbidden;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.HotlineCase;
import hotline.intake.reference.Directories;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was written to the citizen of a case, and answered, for who may know the citizen. */
@ApplicationScoped
public class CaseTexts {
  private static final int MOST = 200;

  /**
   * A message.
   *
   * @param text with the query code masked; null where the person is no longer in the vault
   * @param waitsUntil when it is sent, or tried again; null unless it waits
   * @param reason a code of the network or the gateway; null where there is none
   */
  @Schema(name = "TextMessage")
  public record Message(
      UUID id,
      TextKind kind,
      TextState state,
      String reason,
      String text,
      int parts,
      Instant queuedAt,
      Instant waitsUntil,
      Instant sentAt,
      Instant endedAt) {}

  /**
   * A reply.
   *
   * @param text masked like every text of a citizen; null where the person is no longer in the
   *     vault
   */
  @Schema(name = "TextReply")
  public record Reply(UUID id, ReplyOutcome outcome, String text, Instant receivedAt) {}

  /**
   * Both, the newest first.
   *
   * @param on whether this centre sends messages
   * @param number the mobile number, masked; null where there is none
   * @param stopped whether that number wants no messages
   * @param acknowledgementLeft whether number and query code can be sent again
   * @param messages without those of units for callback roles while the callback is open (盲访)
   */
  @Schema(name = "TextMessages")
  public record Texts(
      boolean on,
      String number,
      boolean stopped,
      boolean acknowledgementLeft,
      List<Message> messages,
      List<Reply> replies) {}

  private final TextSettings settings;
  private final CaseRepository cases;
  private final ContactVault vault;
  private final Directories directories;
  private final JoinedConnection database;
  private final ViewLog viewLog;
  private final Clock clock;

  @Inject
  CaseTexts(
      TextSettings settings,
      CaseRepository cases,
      ContactVault vault,
      Directories directories,
      JoinedConnection database,
      ViewLog viewLog,
      Clock clock) {
    this.clock = clock;
    this.viewLog = viewLog;
    this.settings = settings;
    this.cases = cases;
    this.vault = vault;
    this.directories = directories;
    this.database = database;
  }

  @Transactional
  Texts read(UUID caseId, Scope scope) {
    HotlineCase about = seen(caseId, scope);
    boolean blind =
        about.isCalledBlind() && scope.actor().isAny(Role.CALLBACK_AGENT, Role.CALLBACK_LEAD);
    ContactVault.Keyed keyed = vault.keyed(List.of(about.id())).get(about.id());
    PhoneNumber to = keyed == null ? null : keyed.contact().mobile();
    Texts texts =
        database.call(
            tx -> {
              boolean stopped = to != null && StoppedNumbers.isStopped(tx, vault.searchHash(to));
              TextStore.Acknowledged before = TextStore.acknowledged(tx, about.id());
              return new Texts(
                  settings.on(),
                  to == null ? null : to.masked(),
                  stopped,
                  AcknowledgeAgain.refusal(settings, to, stopped, before) == null,
                  TextStore.messages(tx, about.id(), MOST).stream()
                      .filter(one -> !(blind && one.kind().isOfAUnit()))
                      .map(one -> message(one, keyed))
                      .toList(),
                  ReplyRows.replies(tx, about.id(), MOST).stream()
                      .map(one -> reply(one, keyed))
                      .toList());
            });
    viewLog.viewed(scope.actor(), ViewedBy.TEXT_MESSAGES, about.id(), clock.instant());
    return texts;
  }

  /** Refuses with 404 who does not see the case, with 403 who may not know the citizen. */
  HotlineCase seen(UUID caseId, Scope scope) {
    HotlineCase about = cases.known(caseId);
    if (!scope.seesGrid(about.subject().placePath())) {
      throw CaseRepository.unknown();
    }
    String respondent =
        directories.current().unit(about.subject().respondentUnitId()).map(Unit::path).orElse(null);
    if (!scope.seesReporter(about.reporter().confidential(), respondent)) {
      throw new Forbidden(
          "该工单保密或与您单位有关，短信仅由热线中心可知悉诉求人的人员查看。",
          "The case is confidential or about your unit: its messages are read by those of the centre"
              + " who may know who reported.");
    }
    return about;
  }

  private static Message message(TextStore.Kept one, ContactVault.Keyed keyed) {
    return new Message(
        one.id(),
        one.kind(),
        one.state(),
        one.reason(),
        keyed == null ? null : keyed.key().open(QueuedText.part(one.id()), one.sealed()),
        one.parts(),
        one.queuedAt(),
        one.state() == TextState.WAITING ? one.nextTryAt() : null,
        one.sentAt(),
        one.endedAt());
  }

  private static Reply reply(ReplyRows.KeptReply one, ContactVault.Keyed keyed) {
    return new Reply(
        one.id(),
        one.outcome(),
        keyed == null
            ? null
            : TextMask.mask(
                    keyed.key().open(HearReply.part(one.id()), one.sealed()), keyed.contact())
                .text(),
        one.receivedAt());
  }
}
