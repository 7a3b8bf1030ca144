package hotline.dispatch.owners;

import hotline.access.IllegalMove;

/** A case has one owner: another takes over by a handover that a leader approves. */
public final class OwnedAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  OwnedAlready(String post) {
    super(
        "owned-already",
        "该工单已由“" + post + "”包案，一包到底。如需更换，请由包案领导或督办员申请移交，经领导批准。",
        "\"" + post + "\" owns this case already. Ask for a handover and let a leader approve it.");
  }
}
