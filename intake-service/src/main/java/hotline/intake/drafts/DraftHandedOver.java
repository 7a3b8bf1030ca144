package hotline.intake.drafts;

import hotline.access.IllegalMove;
import java.time.Instant;

/** The shift lead has given this draft to somebody else. */
public class DraftHandedOver extends IllegalMove {
  private static final long serialVersionUID = 1L;

  DraftHandedOver(String toName, Instant at) {
    super(
        "draft-handed-over",
        "该草稿已由班长转给" + toName + "继续办理。您在本页填写的内容没有丢失，需要时可另存为自己的新草稿。",
        "The shift lead has handed this draft over to "
            + toName
            + ". What you typed here is not lost; keep it as a new draft of your own where it is"
            + " needed.");
    with("toName", toName);
    with("handedAt", at.toString());
  }
}
