package hotline.dispatch.assignments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.decisions.RoutingView;
import java.util.List;

/**
 * An assignment with everything its people need.
 *
 * @param file null until the text of the case has arrived
 */
public record AssignmentDetail(
    @JsonUnwrapped AssignmentView assignment,
    FileView file,
    List<ContactAttempt> contactAttempts,
    List<Reply> replies,
    RoutingView routing) {}
