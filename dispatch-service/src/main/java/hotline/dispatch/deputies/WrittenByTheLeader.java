package hotline.dispatch.deputies;

import hotline.access.Forbidden;

/** A deputy lends the leader's signature, and a leader does not sign the own words. */
public final class WrittenByTheLeader extends Forbidden {

  private static final long serialVersionUID = 1L;

  WrittenByTheLeader() {
    super(
        "written-by-the-leader",
        "该稿由您所代班的领导本人起草，本人不得签发，代班人也不能代签，请交由其他领导签发。",
        "The leader for whom you stand in wrote this and may not sign it, nor may you in that"
            + " leader's place. Leave it to another leader.");
  }
}
