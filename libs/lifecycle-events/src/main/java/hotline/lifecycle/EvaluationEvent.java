package hotline.lifecycle;

/** Facts that the evaluation service says. */
public sealed interface EvaluationEvent extends LifecycleEvent
    permits CallbackOpened,
        CallbackAttempted,
        EvaluationRecorded,
        EvaluationUnreachable,
        CaseRehandleOrdered,
        CaseClosed {}
