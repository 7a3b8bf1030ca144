package hotline.dispatch.notices;

import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeDelivery;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A copy as a row of a list.
 *
 * @param version of its notice, for what is done about it next
 * @param mine whether the reader may confirm it
 */
@Schema(name = "NoticeSheetRow")
public record SheetRow(
    UUID noticeId,
    String noticeNo,
    long version,
    UUID caseId,
    String caseNo,
    NoticeCopy copy,
    int copyNo,
    String unitId,
    String recipient,
    SheetStatus status,
    NoticeDelivery delivery,
    Instant deliveredAt,
    Instant receiptsDueAt,
    boolean overdue,
    Instant receiptedAt,
    boolean mine) {}
