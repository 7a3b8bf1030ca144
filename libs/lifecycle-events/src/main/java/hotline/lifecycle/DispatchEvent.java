package hotline.lifecycle;

/** Facts that the dispatch service says. */
public sealed interface DispatchEvent extends LifecycleEvent
    permits CaseDispatched,
        AssignmentCreated,
        AssignmentSigned,
        AssignmentContactAttempted,
        AssignmentReplySubmitted,
        AssignmentReplyRejected,
        AssignmentCompleted,
        AssignmentCancelled,
        AssignmentReturnRequested,
        AssignmentReturned,
        AssignmentReturnRefused,
        AssignmentExtensionRequested,
        AssignmentExtended,
        AssignmentExtensionRefused,
        AssignmentHoldRequested,
        AssignmentHeld,
        AssignmentHoldRefused,
        AssignmentResumed,
        AssignmentRecalled,
        DeadlineMissed {}
