package hotline.dispatch.dispatching;

import hotline.dispatch.assignments.AssignmentDetail;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.catalogue.RouteView;
import hotline.dispatch.decisions.RoutingView;
import hotline.dispatch.holders.Holder;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as the dispatch service shows it.
 *
 * @param enteredAs how it was entered after its true time; null of what was registered as it came
 *     in
 * @param externalRef its number in another system or on paper; null for none
 * @param originalDue by when the system before this one had promised to close it; null of others
 * @param acceptedAt when it came to the dispatchers first; null before
 * @param answeredAt when the centre answered it at once; null when it did not
 * @param holder who has it in hand and since when; null when it is over
 * @param comeBack of a case that units gave back; null for others
 * @param file null until the text has arrived
 * @param routing of the latest round; null before the first
 * @param suggestion while the case waits for dispatch; null afterwards
 */
public record CaseView(
    UUID caseId,
    String caseNo,
    CaseStatus status,
    CaseKind kind,
    Urgency urgency,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    Instant receivedAt,
    EnteredAs enteredAs,
    String externalRef,
    Instant originalDue,
    Instant acceptedAt,
    Instant answeredAt,
    boolean confidential,
    int round,
    String leadUnitId,
    String leadUnitName,
    Holder holder,
    int urgeCount,
    ComeBack comeBack,
    long version,
    FileView file,
    List<AssignmentDetail> assignments,
    RoutingView routing,
    RouteView suggestion) {}
