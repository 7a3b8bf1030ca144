package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeDelivery;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One of the six copies (一联): its recipient, how it came there, and the receipt. */
@Entity
public class NoticeSheet {

  @Id private UUID sheetId;
  private UUID noticeId;

  @Enumerated(EnumType.STRING)
  private NoticeCopy copy;

  private String unitId;
  private String unitPath;
  private String post;
  private String login;

  @Enumerated(EnumType.STRING)
  private SheetStatus status;

  @Enumerated(EnumType.STRING)
  private NoticeDelivery delivery;

  private String deliveryNote;
  private String deliveredBy;
  private Instant deliveredAt;
  private String receiptedBy;
  private Instant receiptedAt;
  private String evidence;
  private Instant receiptsDueAt;
  @Version private long version;

  protected NoticeSheet() {}

  static NoticeSheet of(
      UUID noticeId, Recipient recipient, String unitPath, Instant at, Instant receiptsDueAt) {
    NoticeSheet sheet = new NoticeSheet();
    sheet.sheetId = Uuid7.at(at);
    sheet.noticeId = noticeId;
    sheet.copy = recipient.copy();
    sheet.unitId = recipient.unitId();
    sheet.unitPath = unitPath;
    sheet.post = recipient.post() == null ? null : recipient.post().strip();
    sheet.login = recipient.login() == null ? null : recipient.login().strip();
    sheet.status = SheetStatus.TO_DELIVER;
    sheet.receiptsDueAt = receiptsDueAt;
    return sheet;
  }

  void deliver(NoticeDelivery how, String note, String by, Instant at) {
    if (status != SheetStatus.TO_DELIVER) {
      throw new SheetNotReady(copy, status, NoticeAct.DELIVER);
    }
    status = SheetStatus.TO_RECEIPT;
    delivery = how;
    deliveryNote = note;
    deliveredBy = by;
    deliveredAt = at;
  }

  /**
   * @param shown what proves a receipt on paper; null when the recipient confirms it itself
   */
  void confirm(String shown, String by, Instant at) {
    if (status != SheetStatus.TO_RECEIPT) {
      throw new SheetNotReady(copy, status, NoticeAct.RECEIPT);
    }
    if (shown != null && delivery == NoticeDelivery.IN_SYSTEM) {
      throw new ConfirmedByItsRecipientOnly(copy);
    }
    status = SheetStatus.RECEIPTED;
    evidence = shown;
    receiptedBy = by;
    receiptedAt = at;
  }

  /** Refuses with 403 whoever is not the recipient. */
  void requireRecipient(Actor actor) {
    if (unitPath != null) {
      Scope.of(actor).requireMayActForUnit(unitPath);
      return;
    }
    boolean leader =
        copy == NoticeCopy.LEADER
            && actor.is(Role.LEADER)
            && (login == null || login.equals(actor.login()));
    if (!leader) {
      throw new CopyOfSomebodyElse(copy);
    }
  }

  /** Before its delivery a copy is known to the centre only. */
  boolean isDelivered() {
    return status != SheetStatus.TO_DELIVER;
  }

  boolean lateAt(Instant at) {
    return at.isAfter(receiptsDueAt);
  }

  UUID sheetId() {
    return sheetId;
  }

  UUID noticeId() {
    return noticeId;
  }

  NoticeCopy copy() {
    return copy;
  }

  String unitId() {
    return unitId;
  }

  String unitPath() {
    return unitPath;
  }

  String post() {
    return post;
  }

  String login() {
    return login;
  }

  SheetStatus status() {
    return status;
  }

  NoticeDelivery delivery() {
    return delivery;
  }

  String deliveryNote() {
    return deliveryNote;
  }

  Instant deliveredAt() {
    return deliveredAt;
  }

  Instant receiptedAt() {
    return receiptedAt;
  }

  String evidence() {
    return evidence;
  }

  Instant receiptsDueAt() {
    return receiptsDueAt;
  }
}
