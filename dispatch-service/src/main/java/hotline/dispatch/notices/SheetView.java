package hotline.dispatch.notices;

import hotline.dispatch.directory.Directory;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeDelivery;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of the six copies as people see it.
 *
 * @param copyNo from 1 to 6
 * @param recipient name of the unit, post of the leader; null for the petitioner, whose name this
 *     service does not have
 * @param login the only account that may confirm it; null when any leader may
 * @param overdue whether its receipt is due and not in
 */
@Schema(name = "NoticeSheet")
public record SheetView(
    NoticeCopy copy,
    int copyNo,
    String unitId,
    String recipient,
    String login,
    SheetStatus status,
    NoticeDelivery delivery,
    String deliveryNote,
    Instant deliveredAt,
    Instant receiptedAt,
    String evidence,
    Instant receiptsDueAt,
    boolean overdue) {

  static SheetView of(NoticeSheet sheet, boolean noticeOver, Directory names, Instant now) {
    return new SheetView(
        sheet.copy(),
        sheet.copy().number(),
        sheet.unitId(),
        sheet.unitId() == null ? sheet.post() : names.unitName(sheet.unitId()),
        sheet.login(),
        sheet.status(),
        sheet.delivery(),
        sheet.deliveryNote(),
        sheet.deliveredAt(),
        sheet.receiptedAt(),
        sheet.evidence(),
        sheet.receiptsDueAt(),
        !noticeOver && sheet.status() != SheetStatus.RECEIPTED && sheet.lateAt(now));
  }

  /** Without the notes of the centre. */
  SheetView forUnits() {
    return new SheetView(
        copy,
        copyNo,
        unitId,
        recipient,
        null,
        status,
        delivery,
        null,
        deliveredAt,
        receiptedAt,
        null,
        receiptsDueAt,
        overdue);
  }
}
