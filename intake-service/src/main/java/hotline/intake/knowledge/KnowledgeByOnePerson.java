package hotline.intake.knowledge;

import hotline.access.Forbidden;

/** Whoever wrote it does not publish it: two persons answer for what is read out. */
public class KnowledgeByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  KnowledgeByOnePerson() {
    super(
        "same-person",
        "起草或提交过该版本的人不能自己发布，请交由另一人审核发布。",
        "Who wrote or submitted this version does not publish it; leave it to somebody else.");
  }
}
