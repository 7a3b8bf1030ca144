package hotline.lifecycle;

import static hotline.lifecycle.EventType.APPEAL_DISMISSED;
import static hotline.lifecycle.EventType.APPEAL_FILED;
import static hotline.lifecycle.EventType.APPEAL_UPHELD;
import static hotline.lifecycle.EventType.ASSIGNMENT_COMPLETED;
import static hotline.lifecycle.EventType.ASSIGNMENT_CONTACT_ATTEMPTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_CREATED;
import static hotline.lifecycle.EventType.ASSIGNMENT_DEEMED_ACCEPTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_ENDORSEMENT_ENDED;
import static hotline.lifecycle.EventType.ASSIGNMENT_ENDORSEMENT_REQUESTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_EXTENDED;
import static hotline.lifecycle.EventType.ASSIGNMENT_EXTENSION_REFUSED;
import static hotline.lifecycle.EventType.ASSIGNMENT_EXTENSION_REQUESTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_HELD;
import static hotline.lifecycle.EventType.ASSIGNMENT_HOLD_REFUSED;
import static hotline.lifecycle.EventType.ASSIGNMENT_HOLD_REQUESTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_RECALLED;
import static hotline.lifecycle.EventType.ASSIGNMENT_REPLY_REJECTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_REPLY_SUBMITTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_RESUMED;
import static hotline.lifecycle.EventType.ASSIGNMENT_RETURNED;
import static hotline.lifecycle.EventType.ASSIGNMENT_RETURN_REFUSED;
import static hotline.lifecycle.EventType.ASSIGNMENT_RETURN_REQUESTED;
import static hotline.lifecycle.EventType.ASSIGNMENT_SIGNED;
import static hotline.lifecycle.EventType.ASSIGNMENT_SUB_DISPATCHED;
import static hotline.lifecycle.EventType.ASSIGNMENT_SUB_DISPATCH_ENDED;
import static hotline.lifecycle.EventType.CALLBACK_APPROACHING;
import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_MISSED;
import static hotline.lifecycle.EventType.CALLBACK_MOVED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_ANSWERED_DIRECT;
import static hotline.lifecycle.EventType.CASE_ANSWERED_WITH_MAIN;
import static hotline.lifecycle.EventType.CASE_ARCHIVED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_CORRECTED;
import static hotline.lifecycle.EventType.CASE_DISPATCHED;
import static hotline.lifecycle.EventType.CASE_ESCALATED;
import static hotline.lifecycle.EventType.CASE_EXCLUDED;
import static hotline.lifecycle.EventType.CASE_EXCLUSION_REFUSED;
import static hotline.lifecycle.EventType.CASE_EXCLUSION_REQUESTED;
import static hotline.lifecycle.EventType.CASE_MARKED;
import static hotline.lifecycle.EventType.CASE_MERGED;
import static hotline.lifecycle.EventType.CASE_RATED;
import static hotline.lifecycle.EventType.CASE_REFUSED;
import static hotline.lifecycle.EventType.CASE_REHANDLE_ORDERED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static hotline.lifecycle.EventType.CASE_REOPEN_REQUESTED;
import static hotline.lifecycle.EventType.CASE_SUPPLEMENTED;
import static hotline.lifecycle.EventType.CASE_TRANSFERRED_OUT;
import static hotline.lifecycle.EventType.CASE_TRANSFER_ACKNOWLEDGED;
import static hotline.lifecycle.EventType.CASE_TRANSFER_DECLINED;
import static hotline.lifecycle.EventType.CASE_UNMERGED;
import static hotline.lifecycle.EventType.CASE_URGED;
import static hotline.lifecycle.EventType.CASE_WITHDRAWN;
import static hotline.lifecycle.EventType.CENTRE_APPROACHING;
import static hotline.lifecycle.EventType.CENTRE_MISSED;
import static hotline.lifecycle.EventType.DEADLINE_APPROACHING;
import static hotline.lifecycle.EventType.DEADLINE_MISSED;
import static hotline.lifecycle.EventType.DEADLINE_MOVED;
import static hotline.lifecycle.EventType.DISPUTE_OPENED;
import static hotline.lifecycle.EventType.DISPUTE_OPINION_STATED;
import static hotline.lifecycle.EventType.DISPUTE_RULED;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static hotline.lifecycle.EventType.EVALUATION_UNREACHABLE;
import static hotline.lifecycle.EventType.INSTRUCTION_ACCEPTED;
import static hotline.lifecycle.EventType.INSTRUCTION_ANSWERED;
import static hotline.lifecycle.EventType.INSTRUCTION_GIVEN;
import static hotline.lifecycle.EventType.INSTRUCTION_MOVED;
import static hotline.lifecycle.EventType.INSTRUCTION_OVERDUE;
import static hotline.lifecycle.EventType.INSTRUCTION_READ;
import static hotline.lifecycle.EventType.INSTRUCTION_SENT_BACK;
import static hotline.lifecycle.EventType.LEGAL_HOLD_LIFTED;
import static hotline.lifecycle.EventType.LEGAL_HOLD_PLACED;
import static hotline.lifecycle.EventType.NOTICE_CLOSED;
import static hotline.lifecycle.EventType.NOTICE_DELIVERED;
import static hotline.lifecycle.EventType.NOTICE_ISSUED;
import static hotline.lifecycle.EventType.NOTICE_RECEIPTED;
import static hotline.lifecycle.EventType.NOTICE_WITHDRAWN;
import static hotline.lifecycle.EventType.OWNER_ASSIGNED;
import static hotline.lifecycle.EventType.OWNER_HANDED_OVER;
import static hotline.lifecycle.EventType.OWNER_RELEASED;
import static hotline.lifecycle.EventType.OWNER_RESUMED;
import static hotline.lifecycle.EventType.OWNER_SIGNED_OFF;
import static hotline.lifecycle.EventType.OWNER_VISITED;
import static hotline.lifecycle.EventType.SPOT_CHECK_DRAWN;
import static hotline.lifecycle.EventType.SPOT_CHECK_NOT_MADE;
import static hotline.lifecycle.EventType.SPOT_CHECK_RECORDED;
import static hotline.lifecycle.EventType.SUPERVISION_ANSWERED;
import static hotline.lifecycle.EventType.SUPERVISION_CLOSED;
import static hotline.lifecycle.EventType.SUPERVISION_CRITICISED;
import static hotline.lifecycle.EventType.SUPERVISION_MOVED;
import static hotline.lifecycle.EventType.SUPERVISION_OPENED;
import static hotline.lifecycle.EventType.SUPERVISION_OVERDUE;
import static hotline.lifecycle.EventType.SUPERVISION_SENT_BACK;
import static hotline.lifecycle.EventType.SUPERVISION_TALKED;
import static hotline.lifecycle.EventType.SUPERVISION_URGED;

import java.util.List;

/**
 * Two facts that two services may say at the same moment, each before it has read the other's (late
 * facts). The log puts them in one of two orders; both must end in the same status, and the loser
 * stays in the record as superseded.
 *
 * @param one said by one service
 * @param other said by another service at the same time
 * @param winner the one that decides the status afterwards; null when neither moves the case
 */
public record Crossing(EventType one, EventType other, EventType winner) {

  /** Every crossing that the services allow. */
  public static List<Crossing> table() {
    return List.of(
        new Crossing(CASE_WITHDRAWN, CASE_DISPATCHED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_CREATED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_SIGNED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_CONTACT_ATTEMPTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_REPLY_SUBMITTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_REPLY_REJECTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_COMPLETED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_RETURN_REQUESTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_RETURNED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_RETURN_REFUSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_EXTENSION_REQUESTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_EXTENDED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_EXTENSION_REFUSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_HOLD_REQUESTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_HELD, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_HOLD_REFUSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_RESUMED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_RECALLED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, DISPUTE_OPENED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, DISPUTE_OPINION_STATED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, DISPUTE_RULED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_DEEMED_ACCEPTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_ENDORSEMENT_REQUESTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_ENDORSEMENT_ENDED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_SUB_DISPATCHED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, ASSIGNMENT_SUB_DISPATCH_ENDED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, DEADLINE_APPROACHING, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, DEADLINE_MISSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, DEADLINE_MOVED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_URGED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_OPENED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_ANSWERED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_SENT_BACK, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_CLOSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_OVERDUE, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_MOVED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CASE_ESCALATED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CENTRE_APPROACHING, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CENTRE_MISSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_GIVEN, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_READ, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_ANSWERED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_ACCEPTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_SENT_BACK, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_OVERDUE, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, INSTRUCTION_MOVED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, OWNER_ASSIGNED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, OWNER_VISITED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, OWNER_HANDED_OVER, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, OWNER_SIGNED_OFF, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, OWNER_RESUMED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, OWNER_RELEASED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, NOTICE_ISSUED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, NOTICE_DELIVERED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, NOTICE_RECEIPTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, NOTICE_CLOSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, NOTICE_WITHDRAWN, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_CRITICISED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SUPERVISION_TALKED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CALLBACK_OPENED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CALLBACK_APPROACHING, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CALLBACK_MISSED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CALLBACK_MOVED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CALLBACK_ATTEMPTED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, EVALUATION_RECORDED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, EVALUATION_UNREACHABLE, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CASE_REHANDLE_ORDERED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CASE_MERGED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CASE_UNMERGED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, CASE_ANSWERED_WITH_MAIN, CASE_WITHDRAWN),
        // A leader may speak about a case that is answered at the same moment.
        new Crossing(CASE_ANSWERED_DIRECT, INSTRUCTION_GIVEN, CASE_ANSWERED_DIRECT),
        new Crossing(CASE_ANSWERED_DIRECT, OWNER_ASSIGNED, CASE_ANSWERED_DIRECT),
        // The citizen's own rating fixed the result: it stands.
        new Crossing(CASE_WITHDRAWN, CASE_CLOSED, CASE_CLOSED),
        // Screening ends the case while the centre or a leader acts on it.
        new Crossing(CASE_REFUSED, SUPERVISION_URGED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, SUPERVISION_OPENED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, SUPERVISION_ANSWERED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, SUPERVISION_CLOSED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, CASE_ESCALATED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, INSTRUCTION_GIVEN, CASE_REFUSED),
        new Crossing(CASE_REFUSED, INSTRUCTION_ANSWERED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, OWNER_ASSIGNED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, OWNER_SIGNED_OFF, CASE_REFUSED),
        new Crossing(CASE_REFUSED, OWNER_RELEASED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, NOTICE_ISSUED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, NOTICE_RECEIPTED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, NOTICE_WITHDRAWN, CASE_REFUSED),
        new Crossing(CASE_REFUSED, SUPERVISION_CRITICISED, CASE_REFUSED),
        new Crossing(CASE_REFUSED, SUPERVISION_TALKED, CASE_REFUSED),
        new Crossing(CASE_TRANSFERRED_OUT, SUPERVISION_URGED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, SUPERVISION_OPENED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, CASE_ESCALATED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, INSTRUCTION_GIVEN, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, OWNER_ASSIGNED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, OWNER_SIGNED_OFF, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, NOTICE_ISSUED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, NOTICE_RECEIPTED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFERRED_OUT, SUPERVISION_CRITICISED, CASE_TRANSFERRED_OUT),
        new Crossing(CASE_TRANSFER_DECLINED, SUPERVISION_URGED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, SUPERVISION_OPENED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, CASE_ESCALATED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, INSTRUCTION_GIVEN, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, OWNER_ASSIGNED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, OWNER_SIGNED_OFF, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, NOTICE_ISSUED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, NOTICE_RECEIPTED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_DECLINED, SUPERVISION_CRITICISED, CASE_TRANSFER_DECLINED),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, SUPERVISION_URGED, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, SUPERVISION_OPENED, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, CASE_ESCALATED, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, INSTRUCTION_GIVEN, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, OWNER_ASSIGNED, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, OWNER_SIGNED_OFF, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, NOTICE_ISSUED, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, NOTICE_RECEIPTED, null),
        new Crossing(CASE_TRANSFER_ACKNOWLEDGED, SUPERVISION_CRITICISED, null),
        new Crossing(CASE_SUPPLEMENTED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(CASE_URGED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(CASE_MARKED, CASE_CLOSED, CASE_CLOSED),
        // What a case is about stays true whatever its unit, the centre or the citizen does.
        new Crossing(CASE_CORRECTED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(CASE_CORRECTED, CASE_DISPATCHED, CASE_DISPATCHED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_CREATED, null),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_SIGNED, ASSIGNMENT_SIGNED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_REPLY_SUBMITTED, ASSIGNMENT_REPLY_SUBMITTED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_COMPLETED, ASSIGNMENT_COMPLETED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_RETURNED, ASSIGNMENT_RETURNED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_RECALLED, ASSIGNMENT_RECALLED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_HELD, ASSIGNMENT_HELD),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_RESUMED, ASSIGNMENT_RESUMED),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_EXTENDED, null),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_DEEMED_ACCEPTED, null),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_ENDORSEMENT_REQUESTED, null),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_ENDORSEMENT_ENDED, null),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_SUB_DISPATCHED, null),
        new Crossing(CASE_CORRECTED, ASSIGNMENT_SUB_DISPATCH_ENDED, null),
        new Crossing(CASE_CORRECTED, DEADLINE_MISSED, null),
        new Crossing(CASE_CORRECTED, DEADLINE_MOVED, null),
        new Crossing(CASE_CORRECTED, CALLBACK_OPENED, null),
        new Crossing(CASE_CORRECTED, CASE_REHANDLE_ORDERED, CASE_REHANDLE_ORDERED),
        new Crossing(CASE_URGED, ASSIGNMENT_REPLY_SUBMITTED, ASSIGNMENT_REPLY_SUBMITTED),
        new Crossing(CASE_SUPPLEMENTED, ASSIGNMENT_REPLY_SUBMITTED, ASSIGNMENT_REPLY_SUBMITTED),
        // A citizen who urges or adds something while the centre decides about the unit's request.
        new Crossing(CASE_URGED, ASSIGNMENT_RETURNED, ASSIGNMENT_RETURNED),
        new Crossing(CASE_URGED, ASSIGNMENT_EXTENDED, null),
        new Crossing(CASE_URGED, ASSIGNMENT_DEEMED_ACCEPTED, null),
        new Crossing(CASE_URGED, ASSIGNMENT_ENDORSEMENT_REQUESTED, null),
        new Crossing(CASE_URGED, ASSIGNMENT_ENDORSEMENT_ENDED, null),
        new Crossing(CASE_URGED, ASSIGNMENT_SUB_DISPATCHED, null),
        new Crossing(CASE_SUPPLEMENTED, ASSIGNMENT_SUB_DISPATCHED, null),
        new Crossing(CASE_URGED, ASSIGNMENT_HELD, ASSIGNMENT_HELD),
        new Crossing(CASE_URGED, ASSIGNMENT_RESUMED, ASSIGNMENT_RESUMED),
        new Crossing(CASE_URGED, ASSIGNMENT_RECALLED, ASSIGNMENT_RECALLED),
        new Crossing(CASE_SUPPLEMENTED, ASSIGNMENT_RETURNED, ASSIGNMENT_RETURNED),
        new Crossing(CASE_SUPPLEMENTED, ASSIGNMENT_HELD, ASSIGNMENT_HELD),
        new Crossing(CASE_SUPPLEMENTED, ASSIGNMENT_RESUMED, ASSIGNMENT_RESUMED),
        new Crossing(CASE_SUPPLEMENTED, ASSIGNMENT_RECALLED, ASSIGNMENT_RECALLED),
        // Intake goes on with what a merged case is about, as with any open one.
        new Crossing(CASE_CORRECTED, CASE_MERGED, CASE_MERGED),
        new Crossing(CASE_MARKED, CASE_MERGED, CASE_MERGED),
        new Crossing(CASE_URGED, CASE_MERGED, CASE_MERGED),
        new Crossing(CASE_SUPPLEMENTED, CASE_MERGED, CASE_MERGED),
        new Crossing(CASE_CORRECTED, CASE_UNMERGED, CASE_UNMERGED),
        new Crossing(CASE_MARKED, CASE_UNMERGED, CASE_UNMERGED),
        new Crossing(CASE_URGED, CASE_UNMERGED, CASE_UNMERGED),
        new Crossing(CASE_SUPPLEMENTED, CASE_UNMERGED, CASE_UNMERGED),
        new Crossing(CASE_CORRECTED, CASE_ANSWERED_WITH_MAIN, CASE_ANSWERED_WITH_MAIN),
        new Crossing(CASE_MARKED, CASE_ANSWERED_WITH_MAIN, CASE_ANSWERED_WITH_MAIN),
        new Crossing(CASE_URGED, CASE_ANSWERED_WITH_MAIN, CASE_ANSWERED_WITH_MAIN),
        new Crossing(CASE_SUPPLEMENTED, CASE_ANSWERED_WITH_MAIN, CASE_ANSWERED_WITH_MAIN),
        new Crossing(SUPERVISION_URGED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(SUPERVISION_OPENED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(SUPERVISION_ANSWERED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(CASE_ESCALATED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(INSTRUCTION_GIVEN, CASE_CLOSED, CASE_CLOSED),
        new Crossing(OWNER_ASSIGNED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(OWNER_SIGNED_OFF, CASE_CLOSED, CASE_CLOSED),
        new Crossing(NOTICE_ISSUED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(NOTICE_DELIVERED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(NOTICE_RECEIPTED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(NOTICE_WITHDRAWN, CASE_CLOSED, CASE_CLOSED),
        new Crossing(SUPERVISION_CRITICISED, CASE_CLOSED, CASE_CLOSED),
        new Crossing(SUPERVISION_TALKED, CASE_CLOSED, CASE_CLOSED),
        // The citizen rates while an agent calls: what came first is the result of the round.
        new Crossing(CASE_RATED, CALLBACK_APPROACHING, null),
        new Crossing(CASE_RATED, CALLBACK_MISSED, null),
        new Crossing(CASE_RATED, CALLBACK_MOVED, null),
        new Crossing(CASE_RATED, CALLBACK_ATTEMPTED, null),
        new Crossing(CASE_RATED, EVALUATION_RECORDED, null),
        new Crossing(CASE_RATED, EVALUATION_UNREACHABLE, null),
        new Crossing(CASE_RATED, CASE_REHANDLE_ORDERED, CASE_REHANDLE_ORDERED),
        new Crossing(CASE_RATED, CASE_CLOSED, CASE_CLOSED),
        // What a unit or a leader still owes after the end is said while the case is reopened.
        new Crossing(SUPERVISION_ANSWERED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_SENT_BACK, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_CLOSED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_OVERDUE, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_MOVED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_GIVEN, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_READ, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_ANSWERED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_ACCEPTED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_SENT_BACK, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_OVERDUE, CASE_REOPENED, CASE_REOPENED),
        new Crossing(INSTRUCTION_MOVED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(OWNER_VISITED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(OWNER_HANDED_OVER, CASE_REOPENED, CASE_REOPENED),
        new Crossing(OWNER_SIGNED_OFF, CASE_REOPENED, CASE_REOPENED),
        new Crossing(OWNER_RESUMED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(OWNER_RELEASED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_CRITICISED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_TALKED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(NOTICE_DELIVERED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(NOTICE_RECEIPTED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(NOTICE_CLOSED, CASE_REOPENED, CASE_REOPENED),
        new Crossing(NOTICE_WITHDRAWN, CASE_REOPENED, CASE_REOPENED),
        new Crossing(SUPERVISION_ANSWERED, CASE_REOPEN_REQUESTED, null),
        // Whether a closed case counts is settled while somebody wants it handled again.
        new Crossing(CASE_REOPEN_REQUESTED, CASE_EXCLUSION_REQUESTED, null),
        new Crossing(CASE_REOPEN_REQUESTED, CASE_EXCLUDED, null),
        new Crossing(CASE_REOPEN_REQUESTED, CASE_EXCLUSION_REFUSED, null),
        new Crossing(CASE_REOPEN_REQUESTED, APPEAL_FILED, null),
        new Crossing(CASE_REOPEN_REQUESTED, APPEAL_UPHELD, null),
        new Crossing(CASE_REOPEN_REQUESTED, APPEAL_DISMISSED, null),
        // The window was open when somebody asked and over when evaluation looked: it stays put
        // away.
        new Crossing(CASE_REOPEN_REQUESTED, CASE_ARCHIVED, CASE_ARCHIVED),
        // What a unit or a leader still owes is said while the case is put away.
        new Crossing(SUPERVISION_ANSWERED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(SUPERVISION_SENT_BACK, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(SUPERVISION_CLOSED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(SUPERVISION_OVERDUE, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(SUPERVISION_MOVED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_GIVEN, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_READ, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_ANSWERED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_ACCEPTED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_SENT_BACK, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_OVERDUE, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(INSTRUCTION_MOVED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(OWNER_VISITED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(OWNER_HANDED_OVER, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(OWNER_SIGNED_OFF, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(OWNER_RESUMED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(OWNER_RELEASED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(SUPERVISION_CRITICISED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(SUPERVISION_TALKED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(NOTICE_DELIVERED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(NOTICE_RECEIPTED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(NOTICE_CLOSED, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(NOTICE_WITHDRAWN, CASE_ARCHIVED, CASE_ARCHIVED),
        new Crossing(CASE_WITHDRAWN, LEGAL_HOLD_PLACED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, LEGAL_HOLD_LIFTED, CASE_WITHDRAWN),
        new Crossing(CASE_REOPEN_REQUESTED, LEGAL_HOLD_PLACED, null),
        new Crossing(CASE_WITHDRAWN, SPOT_CHECK_RECORDED, CASE_WITHDRAWN),
        new Crossing(CASE_WITHDRAWN, SPOT_CHECK_NOT_MADE, CASE_WITHDRAWN),
        new Crossing(CASE_REOPEN_REQUESTED, SPOT_CHECK_DRAWN, null),
        new Crossing(CASE_REOPEN_REQUESTED, SPOT_CHECK_RECORDED, null),
        new Crossing(CASE_REOPEN_REQUESTED, SPOT_CHECK_NOT_MADE, null),
        new Crossing(DEADLINE_MISSED, CASE_URGED, null));
  }
}
